"""What a rule is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..model.finding import Severity
from ..model.noun import Confidence
from .facts import Facts


class Theme(StrEnum):
    """The themes, in the order in which a report treats them."""

    TRANSPARENCY = "transparency"
    PEOPLE = "people"
    LAWFUL_BASIS = "lawful-basis"
    SPECIAL_CATEGORY = "special-category"
    PURPOSE_LIMITATION = "purpose-limitation"
    SHARING = "sharing"
    MINIMISATION = "minimisation"
    ACCURACY = "accuracy"
    ROLES = "roles"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    SECURITY = "security"
    RIGHTS = "rights"
    MARKETING = "marketing"
    AUTOMATED_DECISIONS = "automated-decisions"
    COOKIES = "cookies"
    ACCOUNTABILITY = "accountability"
    HOUSING = "housing"
    THREATS = "threats"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule has found.

    `about` are references such as "flow:rent", `clauses` the ids of the clauses on both sides of it, `fields`
    what fills the rule's message. Where two sides cannot both be true, `contradicts` are those of the clauses
    that stand on the other side, or all of them where the other side is what is done. Severity, confidence,
    transparency items and provisions override those of the rule.
    """

    about: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    confidence: Confidence | None = None
    contradicts: tuple[str, ...] = ()
    items: tuple[str, ...] | None = None
    law: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for: what it is, why it matters, the law it rests on and how to put it right.

    `remedy` says what to do and who does it; `false_alarms` when a finding is none. `message` is a template
    for the fields of a hit. `in_force` is the day from which the law asks for it (None: it has done so for as
    long as the workbench looks back). With `needs_notice`, a map without clauses is not judged. `items` are
    the transparency items (law.transparency) that a notice tells worse, or not at all, where the rule speaks.
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
