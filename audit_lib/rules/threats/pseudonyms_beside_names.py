"""Data that should name nobody reaches somebody who also has the names (identifying)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ...law.identifiers import Identifies
from ...law.linddun import Threat, named_source
from ...model.finding import Severity
from ...model.flow import Flow
from ...model.noun import Confidence
from ..facts import ACTS_FOR_ANOTHER, Facts, clauses_of
from ..outsiders import identifying
from ..rule import Hit, Rule, Theme
from ..uses import unless_sure
from ..wording import listed

_NAMELESS: Final = re.compile(r"\b(pseudonym\w*|anonym\w*|aggregat\w*|statistics)\b", re.IGNORECASE)


def _nameless(facts: Facts) -> frozenset[str]:
    """Return the categories that point to somebody by a key alone, or are said to name nobody."""
    said = frozenset(
        category.id
        for category in facts.data_map.data
        if _NAMELESS.search(f"{category.name} {category.description or ''}")
    )
    return said | identifying(facts, Identifies.BY_A_KEY)


def _by_party(facts: Facts, wanted: frozenset[str]) -> dict[tuple[str, str], list[Flow]]:
    """Return the flows that bring some data about some people to an outsider that acts for itself."""
    found: dict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in facts.flows:
        serves = flow.role in ACTS_FOR_ANOTHER or flow.recipient in facts.processors
        if facts.outside(flow.recipient) and not serves and facts.atoms(flow.data) & wanted:
            for person in flow.subjects:
                found[flow.recipient, person].append(flow)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    keys, names = _nameless(facts), identifying(facts, Identifies.DIRECTLY)
    by_key, by_name = _by_party(facts, keys), _by_party(facts, names)
    met = [(party, person) for party, person in by_key if (party, person) in by_name]
    if met:
        parties = dict.fromkeys(party for party, _ in met)
        flows = dict.fromkeys(flow for pair in met for flow in (*by_key[pair], *by_name[pair]))
        data = (c for pair in met for flow in by_key[pair] for c in flow.data if facts.atoms([c]) & keys)
        fields = {
            "parties": listed(facts.names("party", parties)),
            "nameless": listed(facts.names("data", data)),
            "people": listed(facts.names("party", (person for _, person in met))),
        }
        about = (*(f"party:{party}" for party in parties), *(f"flow:{flow.id}" for flow in flows))
        yield Hit(about, clauses_of(flows), fields, confidence=unless_sure(flows))


RULE = Rule(
    id="pseudonyms-beside-names",
    theme=Theme.THREATS,
    title="Data without names reaches somebody who has the names",
    why="Who holds the names beside it can tell whom a cookie, a number or a figure belongs to; then it is "
    "personal data, whatever it is called.",
    law=(
        named_source(Threat.IDENTIFYING),
        "UK GDPR Art. 4(1)",
        "UK GDPR Art. 4(5)",
        "UK GDPR Art. 25(1)",
    ),
    remedy="The owner of each activity keeps the two apart at the recipient, by contract and in different "
    "systems, or treats and tells the data as personal data.",
    false_alarms="The two are about different people of the group, and nothing they share is unique.",
    message="{nameless} can reach {parties}, and so can the names of {people} in other flows: together they "
    "may tell who it is.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
