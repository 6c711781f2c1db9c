"""Who must be told of a breach, and by when: the regulator, people, and everybody else whom it concerns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from ..errors import Fault, ParameterError, Place
from ..law.breach_clock import breach_clock
from ..law.enisa import MEANS
from ..law.periods import LONDON
from ..model.authority import Authority
from ..model.blast_radius import BlastRadius
from ..model.circumstances import Circumstances, DutyKind, Override, Verdict
from ..model.data_map import DataMap
from ..model.incident import BreachSeverity, Duty, Level
from ..model.noun import Answer
from .case import ASK_CONTAINED, ASK_ENCRYPTED, ASK_TRUSTED, Case
from .other_duties import other_duties, record_duty
from .position import ASK_ROLE, Position, position_in

MAPPING: Final = (
    "The law knows a risk and a high risk and no scores. That a low score means that a risk is "
    "unlikely, a medium one a risk, and a high or very high one a high risk, is an assumption in common "
    "use; a person may decide otherwise and say why."
)

_JUDGE: Final = (
    " That measures make a high risk no longer likely frees from telling people (Art. 34(3)(b)), not from "
    "this: whether any risk remains is for a person to judge."
)


def duties(
    data_map: DataMap,
    radius: BlastRadius,
    severity: BreachSeverity,
    circumstances: Circumstances,
    as_of: dt.date,
) -> tuple[Duty, ...]:
    """Return who must be told, with the reason, the provision and the time (UK GDPR Art. 26, 33, 34).

    The regulator and people come first. How the level of severity stands for the law's "risk" and "high
    risk" is an assumption that each answer names; what a person has decided otherwise takes its place, with
    the reason.

    Raises
    ------
    ParameterError
        A person has decided a duty that this breach does not raise, or the moment is out of range.

    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.blast_radius import blast_radius
    >>> from audit_lib.incidents.severity import breach_severity
    >>> known = Circumstances(party="agent", aware=dt.datetime(2026, 11, 20, 9), malicious="yes")
    >>> radius = blast_radius(example_map(), party="agent")
    >>> severity = breach_severity(example_map(), radius, known)
    >>> found = duties(example_map(), radius, severity, known, dt.date(2026, 11, 22))
    >>> [(duty.duty.value, duty.verdict.value) for duty in found][:2]
    [('regulator', 'presumably'), ('people', 'ask')]
    """
    position = position_in(data_map, radius, circumstances.acting_for)
    clock = breach_clock(circumstances.aware, processor=position is Position.PROCESSOR)
    case = Case(circumstances, severity, clock, as_of)
    if position.ours:
        first = tuple(_softened(duty, position) for duty in (_regulator(data_map, case), _people(case)))
    else:
        first = tuple(_not_ours(data_map, radius, position, kind) for kind in _FIRST)
    others = other_duties(data_map, radius, circumstances, position, clock)
    filed = record_duty(position, case.by(2) if position.ours else None)
    return _overridden((*first, *others, filed), circumstances.overrides)


_FIRST: Final = (DutyKind.REGULATOR, DutyKind.PEOPLE)


def _softened(duty: Duty, position: Position) -> Duty:
    """Let a duty hold only presumably where the map does not tell whether it is the organisation's."""
    if position is not Position.UNKNOWN or duty.verdict is Verdict.NEED_NOT:
        return duty
    verdict = Verdict.PRESUMABLY if duty.verdict is Verdict.MUST else duty.verdict
    return duty.model_copy(update={"verdict": verdict, "questions": (ASK_ROLE, *duty.questions)})


def _regulator(data_map: DataMap, case: Case) -> Duty:
    regulator = data_map.info.regulator
    verdict, why, asks = _regulator_verdict(case)
    end = case.by(0)
    if (
        end
        and end.moment
        and verdict is not Verdict.NEED_NOT
        and case.as_of > end.moment.astimezone(LONDON).date()
    ):
        why += " The 72 hours are over: notify now, with the reasons for the delay."
    return Duty(
        duty=DutyKind.REGULATOR,
        title="Notify the regulator",
        verdict=verdict,
        why=why,
        provision="Art. 33(1)",
        authority=Authority.ASSUMPTION,
        by=end,
        parties=(regulator,) if regulator else (),
        questions=asks,
    )


def _regulator_verdict(case: Case) -> tuple[Verdict, str, tuple[str, ...]]:
    severity = case.severity
    if case.unreadable:
        return (
            Verdict.NEED_NOT,
            "Nobody who has the data can read it, nothing was altered, and a good copy is at hand: a risk to "
            "people is unlikely, as guidance has it. Tell the regulator after all if the key is not safe.",
            (),
        )
    if severity.highest_level is Level.LOW:
        why = f"The severity is low at most: {MEANS[Level.LOW]} A risk is unlikely.{case.close}"
        return Verdict.NEED_NOT, f"{why} Put the reasons on file.", ()
    asks, judge = case.could_free, _JUDGE if ASK_TRUSTED in case.could_free else ""
    if severity.level is Level.LOW:
        return (
            Verdict.PRESUMABLY,
            f"The severity is {case.reaches}, by what is still open: that a risk is unlikely cannot be "
            "shown, and without that the law has the breach told. What is not known yet may follow later."
            f"{judge}",
            tuple(dict.fromkeys([*asks, *case.deciding])),
        )
    why = f"The severity is {case.reaches}: {MEANS[severity.level]} That is a risk.{judge}"
    return (Verdict.PRESUMABLY if asks else Verdict.MUST), why, asks


def _people(case: Case) -> Duty:
    verdict, why, provision, asks = _people_verdict(case)
    if case.circumstances.effort is Answer.YES and verdict is not Verdict.NEED_NOT:
        why += (
            " Telling each of them would take disproportionate effort, so a public communication that "
            "informs them as well takes its place."
        )
        provision = "Art. 34(1), (3)(c)"
    return Duty(
        duty=DutyKind.PEOPLE,
        title="Tell the people concerned",
        verdict=verdict,
        why=why,
        provision=provision,
        authority=Authority.ASSUMPTION,
        by=case.by(1),
        questions=asks,
    )


def _people_verdict(case: Case) -> tuple[Verdict, str, str, tuple[str, ...]]:
    severity, given = case.severity, case.circumstances
    if severity.highest_level.rank < Level.HIGH.rank:
        why = f"The severity is {case.reaches}: a high risk is not likely.{case.close} The regulator may "
        return Verdict.NEED_NOT, f"{why}see it otherwise.", "Art. 34(1), (4)", ()
    if given.contained is Answer.YES:
        why = "What was done since makes a high risk no longer likely. Put on file what, and how you know."
        return Verdict.NEED_NOT, why, "Art. 34(3)(b)", ()
    if given.encrypted is Answer.YES:
        if case.unreadable:
            why = "The data is unintelligible to whoever has it, so people need not be told."
            return Verdict.NEED_NOT, why, "Art. 34(3)(a)", ()
        why = (
            "Nobody else can read the data, which frees from telling people; but it may have been "
            "altered or be missing, and that can hurt them too."
        )
        return Verdict.ASK, why, "Art. 34(1), (3)(a)", ()
    open_asks = [ASK_ENCRYPTED] if given.encrypted not in (Answer.NO, Answer.NOT_APPLICABLE) else []
    open_asks += [ASK_CONTAINED] if given.contained is not Answer.NO else []
    if severity.level.rank >= Level.HIGH.rank:
        why = f"The severity is {case.reaches}: {MEANS[severity.level]} That is a high risk."
        return (Verdict.PRESUMABLY if open_asks else Verdict.MUST), why, "Art. 34(1)", tuple(open_asks)
    why = f"The severity is {case.reaches}, by what is still open: settle that first, and soon."
    return Verdict.ASK, why, "Art. 34(1)", (*case.deciding, *open_asks)


def _not_ours(data_map: DataMap, radius: BlastRadius, position: Position, kind: DutyKind) -> Duty:
    whom = "regulator" if kind is DutyKind.REGULATOR else "people"
    if position is Position.PROCESSOR:
        why = f"The data is held for another: the controller decides about the {whom}, and is told by us."
    else:
        name = data_map.name(f"party:{radius.operator}")
        why = (
            f"{name} answers for its own copy as a controller, by the roles in the map: it is for it to "
            f"tell the {whom}. That holds only if nothing on our side let it happen (a link, an account)."
        )
    return Duty(
        duty=kind,
        title="Notify the regulator" if kind is DutyKind.REGULATOR else "Tell the people concerned",
        verdict=Verdict.NEED_NOT,
        why=why,
        provision="Art. 33(1), (2)" if kind is DutyKind.REGULATOR else "Art. 34(1)",
        authority=Authority.LAW,
    )


def _overridden(found: tuple[Duty, ...], overrides: Sequence[Override]) -> tuple[Duty, ...]:
    decided = {one.duty: one for one in overrides}
    absent = [one for one in overrides if one.duty not in {duty.duty for duty in found}]
    if absent or len(decided) < len(overrides):
        wrong = absent or overrides
        message = "is no duty that this breach raises, or is decided twice: leave it out."
        raise ParameterError(Fault(Place("decide"), f'"{one.duty.value}" {message}') for one in wrong)
    return tuple(
        duty.model_copy(
            update={
                "verdict": decided[duty.duty].verdict,
                "decided": decided[duty.duty].reason,
                "answered": duty.verdict,
            }
        )
        if duty.duty in decided
        else duty
        for duty in found
    )
