"""The notice does not say how to reach the data protection officer."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import DpoDenied, DpoNamed
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses


def _hits(facts: Facts) -> Iterator[Hit]:
    info = facts.data_map.info
    named = facts.said(DpoNamed)
    answered = {channel.party for channel in facts.data_map.channels}
    reached = any(said.claim.channels or said.claim.party in answered for said in named)
    officer = info.dpo or next((said.claim.party for said in named), None)
    denials = tuple(said.clause for said in facts.said(DpoDenied))
    if officer is not None and denials:
        name, told = facts.name("party", officer), tuple(said.clause for said in named)
        fields = {"dpo": name, "what": f"denies it ({in_clauses(denials)})"}
        yield Hit((f"party:{officer}",), (*denials, *told), fields, contradicts=told or denials)
        return
    if officer is None or reached:
        return
    what = "mentions the officer and gives no way to reach them" if named else "does not mention the officer"
    name = facts.name("party", officer)
    yield Hit((f"party:{officer}",), tuple(said.clause for said in named), {"dpo": name, "what": what})


RULE = Rule(
    id="dpo-not-told",
    theme=Theme.TRANSPARENCY,
    title="No way to reach the data protection officer",
    why="The officer is the person to whom people may turn about everything that is done with their data.",
    law=("UK GDPR Art. 13(1)(b)", "UK GDPR Art. 38(4)"),
    remedy="The data protection officer puts an address of their own into the notice.",
    false_alarms="No officer has to be designated, and the person in the map has the title without the "
    "office.",
    message="There is a data protection officer ({dpo}); the notice {what}.",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1b",),
)
