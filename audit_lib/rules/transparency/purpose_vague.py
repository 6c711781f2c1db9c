"""A purpose is stated in words that could mean anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.purpose import Purpose
from ...model.words import counted
from ..facts import Facts, clauses_of
from ..rule import Hit, Rule, Theme
from ..wording import quoted

#: Words that carry a purpose only when another word says what of.
_VAGUE: Final = re.compile(
    r"\b(enhanc\w*|improv\w*|better|best|experience|highest levels?|richest|internal operations|"
    r"business purposes|other purposes|relevant updates|research purposes)\b",
    re.IGNORECASE,
)


def _vague(purpose: Purpose) -> bool:
    return bool(_VAGUE.search(purpose.name)) and purpose.stance in (Stance.STATED, Stance.UNCLEAR)


def _hits(facts: Facts) -> Iterator[Hit]:
    used = {activity.purpose for activity in facts.activities}
    vague = [purpose for purpose in facts.data_map.purposes if purpose.id in used and _vague(purpose)]
    if vague:
        fields = {"count": counted(len(vague), "purpose"), "purposes": quoted(p.name for p in vague)}
        yield Hit(tuple(f"purpose:{purpose.id}" for purpose in vague), clauses_of(vague), fields)


RULE = Rule(
    id="purpose-vague",
    theme=Theme.TRANSPARENCY,
    title="Purposes too vague to limit anything",
    why="A purpose such as a better service allows every use and so limits none; people cannot foresee "
    "what is done.",
    law=("UK GDPR Art. 5(1)(b)", "UK GDPR Art. 12(1)", "UK GDPR Art. 13(1)(c)"),
    remedy="The head of each business function says which data is used to decide what; the data protection "
    "officer rewrites the purpose so.",
    false_alarms="The notice explains the phrase elsewhere, with the data that is used and what comes of it.",
    message="The notice states {count} in words that do not say what is done with the data: {purposes}.",
    severity=Severity.LOW,
    confidence=Confidence.LIKELY,
    test=_hits,
    needs_notice=True,
    items=("A13-1c-p",),
)
