"""An observation against what its person was promised: restriction, deletion, consent, request, retention."""

from __future__ import annotations

from typing import NamedTuple

from ...law.restriction_rules import PROVISIONS, blocks
from ...model.activity import Basis
from ...model.data_map import DataMap
from ...model.evidence_source import SourceKind
from ...model.explanation import Examined, Outcome, Support
from ...model.party import PartyKind
from ...model.purpose import PurposeKind
from ...model.reconciliation import Meaning
from ...model.restriction import DataUse, Exemption, Ground, Restriction
from ...model.verdict import Verdict
from ..limits import needs_consent
from .history import History, Restricted
from .moments import day_of, said_day, said_moment
from .retention_limit import retention_test
from .supports import activity_supports, source_support

#: What ids a restriction has that stands in a list and in no register; nothing is read out of them.
_LISTED = {"id": "RES-0000-0000", "request": "R-0000-0000", "person": "aaaa-aaaa-aaaa-aaaa"}

PERSON_TESTS = ("restriction", "deletion", "consent", "request", "retention")


class Case(NamedTuple):
    """An observation as the tests of a person see it.

    `at` is its moment in microseconds since 1970 UTC, `flow_activity` that of the nearest flow.
    """

    meaning: Meaning
    at: int
    flow_activity: str | None

    @property
    def activity(self) -> str | None:
        """For which activity it was: as recorded, else that of the nearest flow."""
        return self.meaning.activity or self.flow_activity

    def purpose(self, data_map: DataMap) -> str | None:
        """Return for what it was: as recorded, else the purpose of its activity."""
        if self.meaning.purpose is not None or self.activity is None:
            return self.meaning.purpose
        return data_map.activity[self.activity].purpose

    def kind(self, data_map: DataMap) -> PurposeKind | None:
        """Return what sort of purpose that is."""
        known = self.purpose(data_map)
        return data_map.purpose[known].kind if known is not None else None


def judge_by_person(
    data_map: DataMap, meaning: Meaning, at: int, flow_activity: str | None, history: History
) -> tuple[Examined, ...]:
    """Judge an observation by what the sources say of its person; see `PERSON_TESTS` for the order.

    >>> from audit_lib.graph.example import example_map
    >>> log = Meaning(source="log", recipient="referencer", data="name")
    >>> [one.outcome.value for one in judge_by_person(example_map(), log, 0, "checking-work", History())]
    ['not-tested', 'not-tested', 'not-applicable', 'not-applicable', 'not-applicable']
    """
    case = Case(meaning, at, flow_activity)
    return (
        *_restrictions(data_map, case, history),
        _deletion(data_map, case, history),
        _consent(data_map, case, history),
        _request(data_map, case, history),
        retention_test(data_map, meaning, at, case.activity, history),
    )


def untested(why: str, tests: tuple[str, ...] = PERSON_TESTS) -> tuple[Examined, ...]:
    """Return tests that could not be made, with the reason.

    >>> [one.test for one in untested("Nobody is named.", ("consent", "request"))]
    ['consent', 'request']
    """
    return tuple(Examined(test=test, outcome=Outcome.NOT_TESTED, why=why) for test in tests)


def _use(data_map: DataMap, case: Case) -> DataUse:
    kind, exemption = case.kind(data_map), None
    if kind is PurposeKind.LEGAL_CLAIMS:
        exemption = Exemption.CLAIMS
    elif case.meaning.basis == Basis.CONSENT:
        exemption = Exemption.CONSENT
    marketing = kind is PurposeKind.DIRECT_MARKETING
    return DataUse(str(case.meaning.data), case.activity, day_of(case.at), marketing, exemption)


def _restrictions(data_map: DataMap, case: Case, history: History) -> list[Examined]:
    """Return the test of restrictions; two where both an objection and another ground were passed over."""
    if SourceKind.RESTRICTIONS not in history.kinds:
        return list(untested("No source lists restrictions.", ("restriction",)))
    in_force = [one for one in history.restrictions if _holds(one.since, one.until, case.at)]
    supports = tuple(_restricted(one) for one in in_force)
    use = _use(data_map, case)
    broken: dict[Verdict, list[Restricted]] = {}
    for one in in_force:
        if blocks(_as_noun(one, use), use, data_map.below):
            objection = one.ground in (Ground.OBJECTION, Ground.MARKETING)
            verdict = Verdict.AFTER_OBJECTION if objection else Verdict.AFTER_RESTRICTION
            broken.setdefault(verdict, []).append(one)
    if broken:
        return [
            Examined(
                test="restriction",
                outcome=Outcome.FAILED,
                why=f"The data was used although it was restricted: {_provisions(found)}.",
                rests_on=tuple(_restricted(one) for one in found),
                verdict=verdict,
            )
            for verdict, found in sorted(broken.items(), key=lambda each: list(Verdict).index(each[0]))
        ]
    why = "No restriction of this person was in force."
    if in_force:
        on = f" (allowed for: {use.exemption.value})" if use.exemption else ""
        why = f"What was in force for this person did not reach this use{on}."
    return [Examined(test="restriction", outcome=Outcome.PASSED, why=why, rests_on=supports)]


def _as_noun(one: Restricted, use: DataUse) -> Restriction:
    """Return a restriction that is known to be in force at the moment of the use, day aside."""
    return Restriction(
        ground=one.ground,
        since=use.day,
        data=one.data,
        activities=one.activities,
        **_LISTED,
    )


def _provisions(found: list[Restricted]) -> str:
    return "; ".join(dict.fromkeys(PROVISIONS[one.ground] for one in found))


def _restricted(one: Restricted) -> Support:
    what = f"{' and '.join(one.data) or 'all data'}, {' and '.join(one.activities) or 'all activities'}"
    return source_support(one.source, f"{one.ground.value}, {_span(one.since, one.until)}: {what}")


def _holds(since: int, until: int | None, at: int) -> bool:
    return since <= at and (until is None or at < until)


def _span(since: int, until: int | None) -> str:
    end = f"until before {said_moment(until)}" if until is not None else "without an end"
    return f"from {said_moment(since)} {end}"


def _deletion(data_map: DataMap, case: Case, history: History) -> Examined:
    if SourceKind.DELETIONS not in history.kinds:
        return untested("No source lists deletions.", ("deletion",))[0]
    meaning = case.meaning
    if meaning.sender is None:
        return untested("The source does not record the sender, who may have deleted it.", ("deletion",))[0]
    gone = [
        one
        for one in history.deletions
        if one.holder == meaning.sender and one.at < case.at and meaning.data in data_map.below[one.data]
    ]
    if not gone:
        why = f"{meaning.sender} had not deleted this data of the person before."
        return Examined(test="deletion", outcome=Outcome.PASSED, why=why)
    return Examined(
        test="deletion",
        outcome=Outcome.FAILED,
        why=f"{meaning.sender} gave away what it says that it had deleted.",
        rests_on=tuple(
            source_support(one.source, f"{one.data} deleted {said_moment(one.at)}") for one in gone
        ),
        verdict=Verdict.AFTER_DELETION,
    )


def _consent(data_map: DataMap, case: Case, history: History) -> Examined:
    purpose = case.purpose(data_map)
    rests_on = activity_supports(data_map, case.flow_activity) if case.flow_activity else ()
    if not needs_consent(data_map, case.meaning.basis, case.flow_activity):
        why = "It does not rest on consent."
        return Examined(test="consent", outcome=Outcome.NOT_APPLICABLE, why=why, rests_on=rests_on)
    if purpose is None:
        return untested("It rests on consent, and nothing says for what purpose.", ("consent",))[0]
    if purpose not in history.consented:
        return untested(f"It rests on consent, and no source lists consents to {purpose}.", ("consent",))[0]
    given = [one for one in history.consents if one.purpose == purpose]
    supports = tuple(
        source_support(one.source, f"consent to {purpose} {_span(one.since, one.until)}") for one in given
    )
    if any(_holds(one.since, one.until, case.at) for one in given):
        why = f"A consent to {purpose} was valid at that moment."
        return Examined(test="consent", outcome=Outcome.PASSED, why=why, rests_on=(*rests_on, *supports))
    others = f"{len(given)} held at another time" if given else "none is on record"
    why = f"No consent to {purpose} was valid at {said_moment(case.at)}; {others}."
    return Examined(
        test="consent",
        outcome=Outcome.FAILED,
        why=why,
        rests_on=(*rests_on, *supports),
        verdict=Verdict.NO_CONSENT,
    )


def _request(data_map: DataMap, case: Case, history: History) -> Examined:
    recipient = case.meaning.recipient
    to_authority = recipient and data_map.party[recipient].kind is PartyKind.AUTHORITY
    if not to_authority or case.kind(data_map) is not PurposeKind.AUTHORITY_REQUESTS:
        why = "It is no answer to the request of an authority."
        return Examined(test="request", outcome=Outcome.NOT_APPLICABLE, why=why)
    if SourceKind.REQUESTS not in history.kinds:
        return untested("No source lists the requests of authorities.", ("request",))[0]
    made = [one for one in history.requests if one.recipient == recipient]
    first = [one for one in made if one.at <= case.at or day_of(one.at) == day_of(case.at)]
    rests_on = tuple(source_support(one.source, f"asked {said_day(one.at)}") for one in first or made)
    if first:
        why = f"{recipient} had asked for data about this person."
        return Examined(test="request", outcome=Outcome.PASSED, why=why, rests_on=rests_on)
    later = "only later" if made else "nor later"
    why = f"{recipient} had not asked for data about this person until then, {later}."
    return Examined(
        test="request", outcome=Outcome.FAILED, why=why, rests_on=rests_on, verdict=Verdict.NO_REQUEST
    )
