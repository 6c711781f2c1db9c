"""A transfer rests on something that no longer carries it."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.transfer_mechanisms import lapsed
from ...model.finding import Severity
from ...model.flow import Transfer
from ...model.noun import Confidence
from ..abroad import destinations
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    found = {
        flow: (country, row)
        for flow, country in destinations(facts)
        if isinstance(flow.transfer, Transfer)
        and given(flow.transfer.mechanism)
        and (row := lapsed(str(flow.transfer.mechanism), facts.as_of))
    }
    if found:
        shown = (
            f"{facts.name('party', flow.recipient)} ({country}) on {row.name}, since {row.ended.isoformat()} "
            f"no ground: {row.why}"
            for flow, (country, row) in found.items()
        )
        about = tuple(f"flow:{flow.id}" for flow in found)
        yield Hit(about, clauses_of(found), {"shown": listed(shown)})


RULE = Rule(
    id="mechanism-lapsed",
    theme=Theme.TRANSFERS,
    title="Transfer on a ground that no longer exists",
    why="The data goes abroad under no safeguard that counts while the papers say that it is protected.",
    law=(
        "UK GDPR Art. 44A (before 5 February 2026: Art. 44)",
        "UK GDPR Art. 46(2)",
        "Data Protection Act 2018 s.119A",
        "Case C-311/18",
        "Case C-362/14",
    ),
    remedy="The owner of the contract signs the IDTA or the Addendum with the recipient and records the data "
    "protection test, or the flow stops.",
    false_alarms="A newer agreement is in place, and the map still names the old one.",
    message="Transfers rest on what has lapsed: {shown}.",
    severity=Severity.HIGH,
    confidence=Confidence.LIKELY,
    test=_hits,
)
