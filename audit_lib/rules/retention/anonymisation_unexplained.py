"""Data is kept after its end in a form called anonymous, and nothing says how it becomes so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.safeguard import Measure
from ..facts import Facts, clauses_of, given
from ..rule import Hit, Rule, Theme
from ..wording import quoted

_ANONYMOUS: Final = re.compile(r"anonym|aggregat|de-?identif|non-identif", re.IGNORECASE)


def _hits(facts: Facts) -> Iterator[Hit]:
    promised = [r for r in facts.retention if given(r.at_end) and _ANONYMOUS.search(str(r.at_end))]
    methods = [s for s in facts.safeguards if s.measure is Measure.ANONYMISATION]
    if promised and not any(method.stance.value == "recorded" for method in methods):
        fields = {"statements": quoted(each.name for each in promised)}
        about = tuple(f"retention:{each.id}" for each in promised)
        yield Hit(about, clauses_of([*promised, *methods]), fields)


RULE = Rule(
    id="anonymisation-unexplained",
    theme=Theme.RETENTION,
    title="Anonymisation promised, no method on record",
    why="Taking the names out is seldom enough; data from which somebody can still be singled out is "
    "personal data, kept without end.",
    law=("UK GDPR Art. 4(1)", "UK GDPR Art. 5(1)(e)", "UK GDPR Art. 5(2)"),
    remedy="The owner of the data writes down how it is made anonymous, tests whether anybody can be "
    "recognised, and deletes what fails.",
    false_alarms="Only totals are kept, over groups too large for anybody to be recognised.",
    message="At the end, data is to be made anonymous ({statements}). How is that done, and who has tested "
    "it?",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
)
