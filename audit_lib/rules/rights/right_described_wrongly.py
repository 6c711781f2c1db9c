"""A right is described as less than it is, or so that nobody can tell how far it goes."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.rights_matrix import NAMES, PROVISIONS
from ...model.claim import Described, RightOffered
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import listed


def _shown(said: list[Said[RightOffered]]) -> str:
    return listed(f"{NAMES[s.claim.right]} ({s.clause}; {PROVISIONS[s.claim.right]})" for s in said)


def _hits(facts: Facts) -> Iterator[Hit]:
    offered = facts.said(RightOffered)
    narrower = [said for said in offered if said.claim.described is Described.NARROWER]
    unclear = [said for said in offered if said.claim.described is Described.UNCLEAR]
    parts = []
    if narrower:
        parts.append(f"The notice gives people less than the law does in the right {_shown(narrower)}.")
    if unclear:
        parts.append(f"How far it goes cannot be told from how the notice puts the right {_shown(unclear)}.")
    if parts:
        clauses = tuple(dict.fromkeys(said.clause for said in [*narrower, *unclear]))
        yield Hit(
            tuple(f"clause:{clause}" for clause in clauses),
            clauses,
            {"message": " ".join(parts)},
            severity=Severity.MEDIUM if narrower else None,
            items=RULE.items if narrower else (),
        )


RULE = Rule(
    id="right-described-wrongly",
    theme=Theme.RIGHTS,
    title="Rights described wrongly or unclearly",
    why="People use a right as far as they are told that it goes.",
    law=("UK GDPR Art. 12(1)", "UK GDPR Art. 12(2)", "UK GDPR Art. 13(2)(b)"),
    remedy="The data protection officer says of each right in a sentence when people have it and to which of "
    "the uses in this notice it applies.",
    false_alarms="The sentence is a fair summary in plain words, and the details are a click away.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-2b",),
)
