"""What a rule is."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ..model.finding import Severity
from ..model.noun import Confidence
from ..model.theme import Theme
from .facts import Facts

__all__ = ["Hit", "Rule", "Theme"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule has found.

    `about` are references such as "flow:rent", `clauses` the ids of the clauses on both sides of it, `fields`
    what fills the rule's message. Where two sides cannot both be true, `contradicts` are those of the clauses
    that stand on the other side, or all of them where the other side is what is done. Severity, confidence,
    transparency items and provisions override those of the rule, and `message` is one that needs no filling.
    """

    about: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    confidence: Confidence | None = None
    contradicts: tuple[str, ...] = ()
    items: tuple[str, ...] | None = None
    law: tuple[str, ...] | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for: what it is, why it matters, the law it rests on and how to put it right.

    `remedy` says what to do and who does it; `false_alarms` when a finding is none. `message` is a template
    for the fields of a hit. `in_force` is the day from which the law asks for it (None: it has done so for as
    long as the workbench looks back). With `needs_notice`, a map without clauses is not judged. `items` are
    the transparency items (law.transparency) that a notice tells worse, or not at all, where the rule speaks.
    `pattern` says in words what a rule looks for that is no code of its own.
    """

    id: str
    theme: Theme
    title: str
    why: str
    law: tuple[str, ...]
    remedy: str
    false_alarms: str
    message: str
    severity: Severity
    confidence: Confidence
    test: Callable[[Facts], Iterator[Hit]]
    in_force: dt.date | None = None
    needs_notice: bool = False
    items: tuple[str, ...] = ()
    pattern: str = ""

    @property
    def looks_for(self) -> str:
        """What the rule looks for, as a sentence: its pattern, or the first line of its file."""
        written = getattr(sys.modules.get(self.test.__module__), "__doc__", None) or self.title
        return self.pattern or " ".join(written.partition("\n\n")[0].split())
