"""Data that can hurt people goes by e-mail, text message or letter, or piles up in a mailbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.safeguard import Measure
from ...model.system import System, SystemKind
from ..facts import Facts, clauses_of
from ..measures import without
from ..rule import Hit, Rule, Theme
from ..wording import listed

_OPEN: Final = frozenset({SystemKind.EMAIL, SystemKind.SMS, SystemKind.POST})


def _carried(facts: Facts) -> dict[System, dict[str, None]]:
    """Return the sensitive data that each open channel keeps or carries."""
    channels = {
        system.id: system
        for system in facts.data_map.systems
        if system.kind in _OPEN and system.stance is not Stance.EXPECTED
    }
    found: dict[System, dict[str, None]] = {}
    for system in channels.values():
        if facts.data_map.system[system.id].operator in facts.data_map.inside | facts.processors:
            found.setdefault(system, {}).update(dict.fromkeys(facts.sensitive(system.holds)))
    for flow in facts.flows:
        if flow.via in channels:
            data = facts.sensitive(flow.data)
            found.setdefault(channels[flow.via], {}).update(dict.fromkeys(data))
    return {system: data for system, data in found.items() if data}


def _hits(facts: Facts) -> Iterator[Hit]:
    carried = _carried(facts)
    bare = without(facts, list(carried), Measure.ENCRYPTION_IN_TRANSIT, Measure.ENCRYPTION_AT_REST)
    if bare:
        names = {system.id for system in bare}
        flows = [flow for flow in facts.flows if flow.via in names and facts.sensitive(flow.data)]
        fields = {
            "channels": listed(system.name for system in bare),
            "data": listed(facts.names("data", (c for system in bare for c in carried[system]))),
        }
        about = (*(f"system:{system.id}" for system in bare), *(f"flow:{flow.id}" for flow in flows))
        yield Hit(about, clauses_of(flows), fields)


RULE = Rule(
    id="sensitive-data-in-open-channel",
    theme=Theme.SECURITY,
    title="Sensitive data by e-mail, text message or letter",
    why="A message that is mistyped, forwarded or lost is open to whoever gets it; a shared mailbox full of "
    "passports is an archive that nobody clears.",
    law=("UK GDPR Art. 32(1)(a)", "UK GDPR Art. 32(2)", "UK GDPR Art. 5(1)(f)"),
    remedy="The owner of each activity has such data handed in through an upload behind a log-in, and what "
    "is in the mailbox moved and deleted; the head of security lays down what may go by which channel.",
    false_alarms="Attachments are encrypted, or the mail stays within one organisation, and the map does not "
    "say so.",
    message="What goes by, or lies in, {channels} takes in {data}; no encryption is on record there.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
)
