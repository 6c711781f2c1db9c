"""What people must give, and decisions by machines (UK GDPR Art. 13(2)(e), (f), 22A to 22D)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.activity import Activity, Basis
from ...model.claim import AutomatedDecisionsClaimed, ProfilingClaimed, RequirementStated, RightOffered
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Gap
from ...model.rights import RightKind
from .facts import DraftFacts, references
from .words import ask, fill, publishable, remark, say

MUST_YOU: Final = "Must you give us your data?"
MACHINES: Final = "Decisions by machines"

_BINDING: Final = (Basis.CONTRACT, Basis.LEGAL_OBLIGATION)

_LEAD: Final = "You must give us the data for the following. Each says what happens if you do not provide it:"

_SAFEGUARDS: Final = (
    "You can ask us how such a decision was made, tell us your view, have a person look at it, and contest it"
)

_RIGHT: Final = RightOffered(kind="right-offered", right=RightKind.AUTOMATED_DECISIONS)


def must_you(facts: DraftFacts) -> Section:
    """Return the section on data that must be provided, and on what follows if it is not.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> must_you(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Must you give us your data?'
    """
    told = [activity for activity in facts.activities if publishable(activity.requirement)]
    free = [activity for activity in facts.activities if activity.requirement is Gap.NONE]
    return section(
        MUST_YOU,
        paragraph(say(_LEAD) if told else None),
        bullets(_required(facts, activity) for activity in told),
        paragraph(_free(facts, free), *_open(facts)),
    )


def _required(facts: DraftFacts, activity: Activity) -> Sentence:
    data = tuple(facts.known_data(activity.data))
    words = remark(str(activity.requirement))
    claim = RequirementStated(kind="requirement-stated", data=data, consequence=activity.requirement)
    name = facts.name(f"activity:{activity.id}")
    return say(f"{name} ({facts.data(data)}): {words}.", [f"activity:{activity.id}"], [claim])


def _free(facts: DraftFacts, free: list[Activity]) -> Sentence | None:
    if not free:
        return None
    text = f"You need not give us any data for this: {facts.activity_names(free)}."
    return say(text, references("activity", (activity.id for activity in free)))


def _open(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield the gap for what law or contract may require, and for what the map says too little of."""
    unsaid = [
        activity
        for activity in facts.activities
        if not publishable(activity.requirement)
        and activity.requirement not in (Gap.NONE, Gap.NOT_APPLICABLE)
        and (not isinstance(activity.requirement, Gap) or any(b.basis in _BINDING for b in activity.bases))
    ]
    if unsaid:
        names = facts.activity_names(unsaid)
        rests = references("activity", (activity.id for activity in unsaid))
        yield fill(
            f"which data people must give for each of these, and what follows if they do not: {names}", rests
        )
    elif not any(publishable(activity.requirement) for activity in facts.activities):
        yield fill("whether people must give us any data, and what follows if they do not", [facts.whole])


def machines(facts: DraftFacts) -> Section:
    """Return the section on automated decisions and on pictures that are formed of people.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> machines(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Decisions by machines'
    """
    automated = [a for a in facts.activities if not isinstance(a.automated_decisions, Gap)]
    denied = [activity for activity in facts.activities if activity.automated_decisions is Gap.NONE]
    never = (Gap.NONE, Gap.NOT_APPLICABLE)
    unknown = [
        activity
        for activity in facts.activities
        if activity not in automated and activity.automated_decisions not in never
    ]
    elsewhere = any(not isinstance(a.automated_decisions, Gap) for a in facts.data_map.activities)
    lead = say("A machine decides alone, without a person, in this:") if automated else None
    return section(
        MACHINES,
        paragraph(lead),
        bullets(_decision(facts, activity) for activity in automated),
        paragraph(
            say(f"{_SAFEGUARDS}.", (), [_RIGHT]) if automated else None,
            _denial(facts, denied, alone=not automated and not unknown and not elsewhere),
            *_profiles(facts),
            _unknown(facts, unknown, some=bool(automated or denied)),
        ),
    )


def _decision(facts: DraftFacts, activity: Activity) -> Sentence:
    claim = AutomatedDecisionsClaimed(
        kind="automated-decisions-claimed", activities=(activity.id,), safeguards=_SAFEGUARDS
    )
    known = publishable(activity.automated_decisions)
    words = f": {remark(str(activity.automated_decisions))}" if known else ""
    return say(f"{facts.name(f'activity:{activity.id}')}{words}.", [f"activity:{activity.id}"], [claim])


def _denial(facts: DraftFacts, denied: list[Activity], *, alone: bool) -> Sentence | None:
    if not denied:
        return None
    ids = tuple(activity.id for activity in denied)
    claim = AutomatedDecisionsClaimed(kind="automated-decisions-claimed", activities=ids, denied=True)
    where = "" if alone else f" in this: {facts.activity_names(denied)}"
    return say(
        f"No decision about you is made by a machine alone{where}.", references("activity", ids), [claim]
    )


def _profiles(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield which activities form a picture of people, going by what the old notice said of them."""
    profiled = {
        activity for said in facts.data_map.said(ProfilingClaimed) for activity in said.claim.activities
    }
    for activity in facts.activities:
        if activity.id in profiled:
            data = tuple(facts.known_data(activity.data))
            claim = ProfilingClaimed(kind="profiling-claimed", activities=(activity.id,), data=data)
            purpose = facts.small(f"purpose:{activity.purpose}")
            text = f"We combine data to form a picture of you, in order to {purpose}: {facts.data(data)}."
            yield say(text, [f"activity:{activity.id}"], [claim])


def _unknown(facts: DraftFacts, unknown: list[Activity], *, some: bool) -> Sentence | None:
    if not unknown and some:
        return None
    rests = (*references("activity", (activity.id for activity in unknown)), facts.whole)
    other = "other " if some else ""
    return ask(f"that no {other}decision about anybody is made by a machine alone", rests)
