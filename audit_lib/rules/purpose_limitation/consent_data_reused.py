"""Data that people gave by consent alone is used for something else without their consent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...law.bases import basis_in_law
from ...model.activity import Activity, Basis
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted


def _kinds(facts: Facts, activity: Activity) -> set[Basis]:
    return {basis.basis for basis in facts.bases(activity)}


def _by_consent_alone(facts: Facts) -> Mapping[str, list[Activity]]:
    """Return each category that people give for activities on consent alone, with those activities."""
    data_map = facts.data_map
    given: dict[str, dict[str, Activity]] = defaultdict(dict)
    for flow in facts.flows:
        if flow.sender in data_map.individuals and flow.recipient in data_map.inside:
            for category in facts.atoms(flow.data):
                given[category][flow.activity] = data_map.activity[flow.activity]
    return {
        category: list(activities.values())
        for category, activities in given.items()
        if all(_kinds(facts, activity) == {Basis.CONSENT} for activity in activities.values())
    }


def _hits(facts: Facts) -> Iterator[Hit]:
    consented = _by_consent_alone(facts)
    for activity in facts.activities:
        kinds = _kinds(facts, activity)
        used = facts.atoms(activity.data) & consented.keys()
        sources = [source for category in sorted(used) for source in consented[category]]
        other = [source for source in sources if source.purpose != activity.purpose]
        if not kinds or Basis.CONSENT in kinds or not other:
            continue
        shown = [category.id for category in facts.data_map.data if category.id in used]
        fields = {
            "data": listed(facts.names("data", shown), most=4),
            "given": quoted(source.name for source in other),
            "activity": activity.name,
            "basis": listed(basis_in_law(kind).name for kind in Basis if kind in kinds),
        }
        entries = list({entry.id: entry for entry in (activity, *other)}.values())
        bases = [basis for entry in entries for basis in facts.bases(entry)]
        yield Hit(tuple(f"activity:{entry.id}" for entry in entries), clauses_of(bases), fields)


RULE = Rule(
    id="consent-data-reused",
    theme=Theme.PURPOSE_LIMITATION,
    title="What was given by consent is used for something else",
    why="Who agreed to one use has not agreed to another; a basis that needs no consent would make the "
    "choice that was offered worthless.",
    law=(
        "UK GDPR Art. 5(1)(a)",
        "UK GDPR Art. 5(1)(b)",
        "UK GDPR Art. 8A (before 5 February 2026: Art. 6(4))",
    ),
    remedy="The owner of the activity leaves this data out of it, or asks for consent to this use too; the "
    "data protection officer says in the notice which it is.",
    false_alarms="The data is also got in another way, which the map does not know.",
    message="What people gave by consent for {given} ({data}) also serves "
    '"{activity}", which rests on {basis}.',
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
