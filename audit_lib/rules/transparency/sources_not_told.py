"""Data comes from others than the people it is about, and the notice does not say from whom."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Severity
from ...model.flow import Direction
from ...model.noun import Confidence, Stance
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _hits(facts: Facts) -> Iterator[Hit]:
    untold = [
        flow
        for flow in facts.flows
        if facts.data_map.direction(flow) is Direction.RECEIVED
        and flow.stance is not Stance.STATED
        and facts.outside(flow.sender)
        and flow.sender not in facts.processors
    ]
    if not untold:
        return
    sources = dict.fromkeys(flow.sender for flow in untold)
    recorded = any(flow.stance is Stance.RECORDED for flow in untold)
    fields = {
        "ask": "Data comes" if recorded else "Does data come",
        "mark": "." if recorded else "?",
        "count": counted(len(untold), "flow"),
        "sources": listed(facts.names("party", sources)),
        "data": listed(facts.names("data", (category for flow in untold for category in flow.data))),
    }
    yield Hit(
        tuple(f"flow:{flow.id}" for flow in untold),
        clauses_of(untold),
        fields,
        confidence=None if recorded else Confidence.ASK,
    )


RULE = Rule(
    id="sources-not-told",
    theme=Theme.TRANSPARENCY,
    title="Sources of data not told",
    why="People cannot check or contest what others say of them unless they know who said it.",
    law=("UK GDPR Art. 14(1)(d)", "UK GDPR Art. 14(2)(f)", "UK GDPR Art. 14(3)"),
    remedy="The data protection officer names each source and the data that comes from it, and says it "
    "within a month of getting the data; not to a suspect whom it would warn (Data Protection Act 2018 "
    "Sch. 2 para. 2).",
    false_alarms="The person already has the information, or the law itself lays the disclosure down (Art. "
    "14(5)).",
    message="{ask} from {sources} ({count}: {data}){mark} The notice does not name them as sources.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A14-1d", "A14-2f", "A14-3"),
)
