"""Nothing says how, and how soon, a processor reports a breach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.flow import Flow, Role
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, clauses_of, given
from ..outsiders import how_much
from ..rule import Hit, Rule, Theme
from ..wording import listed

_BREACH: Final = re.compile(r"\b(breach(es)?|incidents?)\b", re.IGNORECASE)


def _bound(facts: Facts) -> dict[str, list[Flow]]:
    """Return the outside processors whose contract is known; sub-processors report to their processor."""
    found: dict[str, list[Flow]] = {}
    for flow in facts.flows:
        if flow.role is Role.PROCESSOR and given(flow.contract) and facts.outside(flow.recipient):
            found.setdefault(flow.recipient, []).append(flow)
    return found


def _hits(facts: Facts) -> Iterator[Hit]:
    by_measure = {
        party
        for each in facts.safeguards
        if _BREACH.search(f"{each.name} {each.description or ''}")
        for party in each.parties
    }
    silent = {
        party: flows
        for party, flows in _bound(facts).items()
        if party not in by_measure and not any(_BREACH.search(f"{f.contract} {f.condition}") for f in flows)
    }
    if silent:
        held = how_much(facts, silent)
        shown = (
            f"{facts.name('party', party)} ({counted(held[party], 'data category', 'data categories')})"
            for party in silent
        )
        flows = [flow for each in silent.values() for flow in each]
        about = tuple(f"party:{party}" for party in silent)
        yield Hit(about, clauses_of(flows), {"parties": listed(shown)})


RULE = Rule(
    id="breach-path-not-known",
    theme=Theme.SECURITY,
    title="How soon a processor reports a breach is not on record",
    why="The controller has 72 hours from when it knows; what a provider keeps to itself for a week, people "
    "cannot protect themselves against.",
    law=("UK GDPR Art. 33(2)", "UK GDPR Art. 28(3)(f)", "UK GDPR Art. 33(1)"),
    remedy="The owner of each contract has a number of hours and a contact for breaches put into it, rings "
    "the contact once a year, and notes both in the map.",
    false_alarms="The contract says so, and the map names only the contract.",
    message="Within how many hours, and whom here, do these tell of a breach: {parties}? Their contracts are "
    "on record, and nothing of that.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
