"""Cookies are described, and there is no place to choose."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import CookiesClaimed
from ...model.finding import Severity
from ...model.noun import Answer, Confidence
from ...model.rights import Use
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses


def _hits(facts: Facts) -> Iterator[Hit]:
    told = [said for said in facts.said(CookiesClaimed) if not said.claim.denied]
    optional = [said for said in told if said.claim.essential is not Answer.YES]
    if optional and not any(Use.COOKIES in channel.uses for channel in facts.data_map.channels):
        clauses = tuple(said.clause for said in optional)
        yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, {"where": in_clauses(clauses)})


RULE = Rule(
    id="cookies-without-choice",
    theme=Theme.COOKIES,
    title="No place to choose about cookies",
    why="A choice that can be found nowhere cannot be made, nor taken back.",
    law=("PECR reg. 6", "PECR Sch. A1", "UK GDPR Art. 7(3)"),
    remedy="The owner of the site adds a banner and a page of settings where a choice can be made and "
    "changed.",
    false_alarms="There is such a page, and the map does not hold it.",
    message="The notice describes cookies that are not essential ({where}) and names no place to choose.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("PECR-6",),
)
