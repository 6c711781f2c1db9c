"""Data about offences, suspected ones too, goes to a whole group of companies or a class of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence, Stance
from ...model.party import PartyKind
from ...model.words import counted
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _wide(facts: Facts, party: str, groups: frozenset[str | None]) -> bool:
    """Say whether a recipient is a group of companies, or a class of companies that the notice names."""
    taker = facts.data_map.party[party]
    named_class = taker.generic and taker.stance is not Stance.INFERRED
    return taker.kind is PartyKind.ORGANISATION and (party in groups or named_class)


def _spread(facts: Facts) -> list[Flow]:
    groups = frozenset(party.group for party in facts.data_map.parties)
    return [
        flow
        for flow in facts.disclosures
        if flow.role not in ACTS_FOR_ANOTHER
        and _wide(facts, flow.recipient, groups)
        and facts.sensitive(flow.data, Sensitivity.CRIMINAL_OFFENCE)
    ]


def _hits(facts: Facts) -> Iterator[Hit]:
    spread = _spread(facts)
    if spread:
        data = (c for flow in spread for c in facts.sensitive(flow.data, Sensitivity.CRIMINAL_OFFENCE))
        sure = any(flow.stance in (Stance.STATED, Stance.RECORDED) for flow in spread)
        fields = {
            "data": listed(facts.names("data", data)),
            "recipients": listed(facts.names("party", (flow.recipient for flow in spread))),
            "count": counted(len(spread), "flow"),
        }
        about = tuple(f"flow:{flow.id}" for flow in spread)
        yield Hit(about, clauses_of(spread), fields, confidence=None if sure else Confidence.ASK)


RULE = Rule(
    id="suspicions-spread",
    theme=Theme.SHARING,
    title="Suspicions go round a whole group",
    why="A suspicion that is wrong cannot be taken back from everybody who has heard of it, and may cost a "
    "person a home, a job or credit.",
    law=(
        "UK GDPR Art. 10",
        "UK GDPR Art. 5(1)(c)",
        "UK GDPR Art. 5(1)(d)",
        "Data Protection Act 2018 s.11(2)",
    ),
    remedy="The owner of the activity names the few who may learn of a suspicion, on what evidence, and how "
    "they are told when it turns out to be wrong; nothing goes to the group at large.",
    false_alarms="One fraud team works for the whole group, under an arrangement that says so.",
    message="{data} can go to {recipients} at large ({count}); nothing limits who there may see it, nor on "
    "what evidence.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
