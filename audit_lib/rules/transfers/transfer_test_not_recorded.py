"""A transfer rests on a safeguard, and no data protection test is on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...law.transfer_mechanisms import TEST_SINCE, Ground, ground, lapsed
from ...model.finding import Severity
from ...model.flow import Flow, Transfer
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed

_TEST: Final = re.compile(
    r"\b(data protection test|TRA|transfer (risk|impact) assessment|TIA)\b", re.IGNORECASE
)


def _tested(facts: Facts) -> frozenset[str]:
    """Return the parties of which a safeguard says that the test was made."""
    return frozenset(
        party
        for each in facts.safeguards
        if _TEST.search(f"{each.name} {each.description or ''}")
        for party in each.parties
    )


def _untested(facts: Facts, flow: Flow) -> bool:
    if not isinstance(flow.transfer, Transfer) or not given(flow.transfer.mechanism):
        return False
    said = str(flow.transfer.mechanism)
    by_safeguard = ground(said) is Ground.SAFEGUARD and not lapsed(said, facts.as_of)
    return by_safeguard and not _TEST.search(f"{said} {flow.contract}")


def _hits(facts: Facts) -> Iterator[Hit]:
    tested = _tested(facts)
    found = {
        flow: country
        for flow, country in destinations(facts)
        if flow.recipient not in tested and _untested(facts, flow)
    }
    if found:
        shown = (f"{facts.name('party', flow.recipient)} ({country})" for flow, country in found.items())
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), {"shown": listed(shown)})


RULE = Rule(
    id="transfer-test-not-recorded",
    theme=Theme.TRANSFERS,
    title="Data protection test of a transfer not on record",
    why="A signed form protects nobody where the law of the country overrides it; the exporter has to have "
    "considered that, and must be able to show it.",
    law=("UK GDPR Art. 46(1A)", "UK GDPR Art. 46(6)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the contract writes down, with the data protection officer's advice, why protection "
    "there is not materially lower for this data, and links it in the map.",
    false_alarms="The test was made, and the map has no link to it.",
    message="Where is the data protection test for what goes to {shown}? The safeguard alone is on record.",
    severity=Severity.MEDIUM,
    confidence=Confidence.ASK,
    test=_hits,
    in_force=TEST_SINCE,
)
