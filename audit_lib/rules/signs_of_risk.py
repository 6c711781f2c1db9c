"""Which of the nine criteria for an impact assessment an activity meets, and what in the map shows it.

What the map cannot show is not known and asked: how many people there are, unless it says so; whether people
are vulnerable, unless it says so; whether the technology is new. A person's answer counts before all else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from ..law.dpia_criteria import CRITERIA, SCALE
from ..model.activity import Activity
from ..model.claim import AutomatedDecisionsClaimed
from ..model.criterion import Criterion, CriterionAnswer, Operation
from ..model.data import Sensitivity
from ..model.noun import Answer, Gap
from ..model.party import Party, Vulnerability
from ..model.purpose import PurposeKind
from ..model.screening import Case, Evidence, Met, Sign
from ..model.system import System, SystemKind
from ..model.words import counted
from .risk_evidence import RiskEvidence, evidence_of
from .wording import listed

#: Purposes for which people are judged, compared with what others know of them, and let in or not. Guidance:
#: WP 248 rev. 01 counts the screening of customers against a database among evaluation, and among what keeps
#: people from a contract.
CHECKS: Final = (PurposeKind.REFERENCING, PurposeKind.SANCTIONS, PurposeKind.MONEY_LAUNDERING)
LETS_IN: Final = (*CHECKS, PurposeKind.RIGHT_TO_RENT)


class Judged(NamedTuple):
    """What the map shows of a sign: whether it is there, the evidence, and what to ask."""

    met: Met
    evidence: tuple[Evidence, ...] = ()
    ask: tuple[str, ...] = ()


def all_of(*mets: Met) -> Met:
    """Return whether all of several things are so.

    >>> all_of(Met.MET, Met.NOT_KNOWN).value, all_of(Met.NOT_MET, Met.NOT_KNOWN).value
    ('not known', 'not met')
    """
    return next((met for met in (Met.NOT_MET, Met.NOT_KNOWN) if met in mets), Met.MET)


def any_of(*mets: Met) -> Met:
    """Return whether one of several things is so.

    >>> any_of(Met.MET, Met.NOT_KNOWN).value, any_of(Met.NOT_MET, Met.NOT_KNOWN).value
    ('met', 'not known')
    """
    return next((met for met in (Met.MET, Met.NOT_KNOWN) if met in mets), Met.NOT_MET)


def settled(
    sign: Criterion | Operation | Case, name: str, law: str, shown: Judged, answer: CriterionAnswer | None
) -> Sign:
    """Return a sign as a person has answered it, else as the map shows it.

    An answer of "not stated" or "unclear" is none: the map counts, and the reason is shown beside it.

    >>> said = CriterionAnswer(sign="large-scale", answer="no", why="Two hundred homes.")
    >>> shown = Judged(Met.NOT_KNOWN, ask=("How many?",))
    >>> settled(Criterion.LARGE_SCALE, "large scale", "WP 248", shown, said).met.value
    'not met'
    """
    if answer is None:
        met, evidence, answered = shown.met, shown.evidence, False
    else:
        given = Evidence(text=f"Answered {answer.answer.value.replace('-', ' ')}: {answer.why}")
        evidence = (given, *shown.evidence)
        answered = answer.answer not in (Answer.NOT_STATED, Answer.UNCLEAR)
        met = shown.met if not answered else Met.MET if answer.answer is Answer.YES else Met.NOT_MET
    ask = (shown.ask or (f"Is this so: {name}?",)) if met is Met.NOT_KNOWN else ()
    # Built without checks: every part is one of ours, and a large map has a hundred thousand signs.
    return Sign.model_construct(
        sign=sign, name=name, law=law, met=met, evidence=evidence, answered=answered, ask=ask
    )


class SignsOfRisk(RiskEvidence):
    """A map with the questions of the nine criteria."""

    def criteria(self, activity: Activity) -> tuple[Sign, ...]:
        """Return the nine criteria as they stand for an activity, in the order of the guidance.

        >>> from audit_lib.graph.example import example_map
        >>> m = example_map()
        >>> [sign.met.value for sign in SignsOfRisk(m).criteria(m.activities[0])][:3]
        ['not met', 'not known', 'not met']
        """
        answers = {answer.sign: answer for answer in activity.dpia.answers}
        tests: Mapping[Criterion, Callable[[Activity], Judged]] = {
            Criterion.EVALUATION: self._evaluation,
            Criterion.AUTOMATED_DECISION: self.automated,
            Criterion.SYSTEMATIC_MONITORING: self._monitoring,
            Criterion.SENSITIVE_DATA: self._sensitive_data,
            Criterion.LARGE_SCALE: self._scale,
            Criterion.MATCHING: self._matching,
            Criterion.VULNERABLE_PEOPLE: self._vulnerable,
            Criterion.INNOVATION: _innovation,
            Criterion.BARS_A_RIGHT: self._bars,
        }
        return tuple(
            settled(one, CRITERIA[one], "WP 248 rev. 01", test(activity), answers.get(one))
            for one, test in tests.items()
        )

    def profiling(self, activity: Activity) -> Judged:
        """Return whether people are profiled: a clause says so, or the purpose is of that kind."""
        clauses = self.profiled.get(activity.id, ())
        found = [Evidence(text="The notice says that people are profiled.", clauses=clauses)] * bool(clauses)
        found += self._kind(activity, (PurposeKind.PROFILING,))
        none = Evidence(text="The map tells of no profiling here.", rests=(f"activity:{activity.id}",))
        return Judged(Met.MET if found else Met.NOT_MET, tuple(found) or (none,))

    def automated(self, activity: Activity) -> Judged:
        """Return whether decisions are made by machine alone."""
        here = f"activity:{activity.id}"
        said = activity.automated_decisions
        claims = [
            c for c in self.data_map.said(AutomatedDecisionsClaimed) if activity.id in c.claim.activities
        ]
        made = tuple(c.clause for c in claims if not c.claim.denied)
        found = [] if isinstance(said, Gap) else [evidence_of(f"The map records: {said}", activity)]
        found += [Evidence(text="The notice says so.", clauses=made)] * bool(made)
        if found:
            return Judged(Met.MET, tuple(found))
        if said in (Gap.NONE, Gap.NOT_APPLICABLE):
            return Judged(
                Met.NOT_MET, (Evidence(text="The map records that there are none.", rests=(here,)),)
            )
        return Judged(
            Met.NOT_KNOWN, ask=(f'Does "{activity.name}" decide about people by machine, alone or in part?',)
        )

    # The other criteria

    def _kind(self, activity: Activity, kinds: Iterable[PurposeKind]) -> list[Evidence]:
        purpose = self.data_map.purpose[activity.purpose]
        if purpose.kind not in kinds:
            return []
        kind = purpose.kind.value.replace("-", " ")
        return [evidence_of(f'Its purpose, "{purpose.name}", is of the kind {kind}', purpose, "purpose")]

    def _evaluation(self, activity: Activity) -> Judged:
        checks = self._kind(activity, CHECKS)
        profiled = self.profiling(activity)
        if not checks:
            return profiled
        return Judged(Met.MET, (*checks, *(profiled.evidence if profiled.met is Met.MET else ())))

    def _monitoring(self, activity: Activity) -> Judged:
        cameras = [system for system in self.systems(activity) if system.kind is SystemKind.CCTV]
        watching = list(dict.fromkeys((*cameras, *self.following(activity))))
        if watching:
            shown = (evidence_of(f"It uses {_named(s)}", s, "system") for s in watching)
            return Judged(Met.MET, tuple(shown))
        why = "It uses no camera, and makes no record of movements or of what a device does."
        return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"activity:{activity.id}",)),))

    def _sensitive_data(self, activity: Activity) -> Judged:
        levels = [level for level in Sensitivity if level is not Sensitivity.ORDINARY]
        shown = []
        for level in reversed(levels):
            names = self.sensitive(activity, level)
            if names:
                called = listed(self.data_map.category[name].name for name in names)
                kind = level.value if level is Sensitivity.HIGH_RISK else level.value.replace("-", " ")
                text = f"It handles {kind} data: {called}."
                shown.append(Evidence(text=text, rests=tuple(f"data:{name}" for name in names)))
        if shown:
            return Judged(Met.MET, tuple(shown))
        why = "All of its data is of an ordinary kind."
        return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"activity:{activity.id}",)),))

    def _scale(self, activity: Activity) -> Judged:
        people = self.people(activity)
        known = [(party, party.number) for party in people if not isinstance(party.number, Gap)]
        unknown = [party for party in people if isinstance(party.number, Gap)]
        total = sum(number for _, number in known)
        shown = tuple(evidence_of(f"{party.name}: about {n:,} people", party, "party") for party, n in known)
        if total >= SCALE.large_from:
            return Judged(Met.MET, shown)
        if people and not unknown and total < SCALE.small_below:
            return Judged(Met.NOT_MET, shown)
        if unknown or not people:
            return Judged(Met.NOT_KNOWN, shown, _of_each("How many are there, about: {}?", unknown, activity))
        ask = f'Is "{activity.name}" on a large scale, with {counted(total, "person", "people")}?'
        return Judged(Met.NOT_KNOWN, shown, (ask,))

    def _matching(self, activity: Activity) -> Judged:
        profiled = self.profiling(activity)
        if profiled.met is Met.MET and len(self.atoms(activity)) > 1:
            names = listed(self.data_map.category[name].name for name in activity.data)
            text = f"It forms one picture from several categories of data: {names}."
            return Judged(Met.MET, (Evidence(text=text, rests=(f"activity:{activity.id}",)),))
        flows = self.received(activity)
        if flows and self._kind(activity, CHECKS):
            names = listed(self.data_map.party[flow.sender].name for flow in flows)
            text = f"It compares what people give with what comes from {names}."
            return Judged(Met.MET, (Evidence(text=text, rests=tuple(f"flow:{f.id}" for f in flows)),))
        why = "The map tells of no picture formed from several sources."
        return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"activity:{activity.id}",)),))

    def _vulnerable(self, activity: Activity) -> Judged:
        people = self.people(activity)
        found = {
            party: [_called(each.value) for each in party.vulnerability if each is not Vulnerability.NONE]
            for party in people
        }
        said = tuple(
            evidence_of(f"{party.name}: {listed(kinds) or 'none'}", party, "party")
            for party, kinds in found.items()
            if party.vulnerability
        )
        if any(found.values()):
            return Judged(Met.MET, said)
        unknown = [party for party in people if not party.vulnerability]
        if people and not unknown:
            return Judged(Met.NOT_MET, said)
        ask = "Are there children, adults at risk or workers among them: {}?"
        return Judged(Met.NOT_KNOWN, said, ask=_of_each(ask, unknown, activity))

    def _bars(self, activity: Activity) -> Judged:
        found = self._kind(activity, LETS_IN)
        if found:
            return Judged(Met.MET, tuple(found))
        why = "Its purpose is not recorded as one that decides who gets a home, a contract or a service."
        return Judged(Met.NOT_MET, (Evidence(text=why, rests=(f"purpose:{activity.purpose}",)),))


def _innovation(activity: Activity) -> Judged:
    ask = f'Does "{activity.name}" use technology that is new, or in a new way (such as machine learning)?'
    return Judged(Met.NOT_KNOWN, ask=(ask,))


def _of_each(question: str, people: Iterable[Party], activity: Activity) -> tuple[str, ...]:
    """Return a question of each group of people, so that one answer serves all activities about them."""
    names = [party.name for party in people] or [f'the people of "{activity.name}"']
    return tuple(question.replace("{}", name) for name in names)


def _called(value: str) -> str:
    return "CCTV" if value == SystemKind.CCTV else value.replace("-", " ")


def _named(system: System) -> str:
    """Return a system with its kind, unless its name says as much."""
    kind = _called(system.kind.value)
    return system.name if kind.casefold() in system.name.casefold() else f"{system.name} ({kind})"
