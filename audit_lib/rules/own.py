"""The rules of an organisation's own, made ready to run beside the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from ..model.data_map import DataMap
from ..model.noun import Noun
from ..model.own_fields import NOUNS, LooksAt, resolve
from ..model.own_message import fill
from ..model.own_rule import OwnRule
from ..model.words import counted
from .catalogue import CATALOGUE
from .facts import Facts
from .own_match import ends, group_test
from .own_values import View
from .own_words import in_words
from .rule import Hit, Rule
from .wording import listed

#: How many characters of a name or a text go into a message.
SHOWN: Final = 120

#: What one and several of what matches are called.
_COUNTED: Final[Mapping[LooksAt, tuple[str, str]]] = {
    LooksAt.FLOWS: ("flow", "flows"),
    LooksAt.ACTIVITIES: ("activity", "activities"),
    LooksAt.PARTIES: ("party", "parties"),
    LooksAt.SYSTEMS: ("system", "systems"),
    LooksAt.DATA: ("data category", "data categories"),
    LooksAt.PURPOSES: ("purpose", "purposes"),
    LooksAt.RETENTION: ("statement of retention", "statements of retention"),
    LooksAt.SAFEGUARDS: ("safeguard", "safeguards"),
    LooksAt.RIGHTS: ("right", "rights"),
    LooksAt.CHANNELS: ("channel", "channels"),
    LooksAt.CLAUSES: ("clause", "clauses"),
    LooksAt.MAP: ("map", "maps"),
}

ViewOf = Callable[[Facts, bool], View]


def rules_of(data_map: DataMap | None = None) -> tuple[Rule, ...]:
    """Return the rules that a map is judged by: the catalogue, then its organisation's own.

    >>> from audit_lib.graph.example import example_map
    >>> rules_of(example_map()) == rules_of() == CATALOGUE
    True
    """
    if data_map is None or not data_map.own_rules:
        return CATALOGUE
    view_of = _shared_views()
    return (*CATALOGUE, *(compiled(own, view_of) for own in data_map.own_rules))


def compiled(own: OwnRule, view_of: ViewOf | None = None) -> Rule:
    """Return an own rule as one that can be run; the time that it takes is linear in the map.

    Parameters
    ----------
    own
        The rule.
    view_of
        Gives the map as own rules see it, with or without what is expected; several rules may share it.

    >>> rule = compiled(OwnRule.model_validate({
    ...     "id": "own-court", "title": "Anything to a court", "looks_at": "flows", "severity": "low",
    ...     "where": {"to.kind": "authority"}, "message": "{count} to {to}: {data}."}))
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> [hit.message for hit in rule.test(Facts(example_map(), dt.date(2026, 11, 22)))]
    ['1 flow to Court: Arrears.']
    """
    views = view_of or _shared_views()

    def test(facts: Facts) -> Iterator[Hit]:
        return _hits(own, views(facts, own.expected))

    return Rule(
        id=own.id,
        theme=own.theme,
        title=own.title,
        why=own.why,
        law=own.law,
        remedy=own.remedy,
        false_alarms=own.false_alarms,
        message=own.message,
        severity=own.severity,
        confidence=own.confidence,
        test=test,
        in_force=own.in_force,
        pattern=in_words(own),
    )


def _shared_views() -> ViewOf:
    """Return what makes each view of a map once, however many rules look through it."""
    made: dict[bool, View] = {}

    def view_of(facts: Facts, expected: bool) -> View:
        if expected not in made or made[expected].facts is not facts:
            made[expected] = View(facts, expected=expected)
        return made[expected]

    return view_of


def _hits(own: OwnRule, view: View) -> Iterator[Hit]:
    test = group_test(own.where, (NOUNS[own.looks_at],), view)
    matching = [entry for entry in view.entries(own.looks_at) if test(entry)]
    for group in [[entry] for entry in matching] if own.each else [matching]:
        if group:
            yield Hit(
                about=tuple(view.reference(own.looks_at, entry) for entry in group),
                clauses=tuple(clause for entry in group for clause in getattr(entry, "clauses", ())),
                message=fill(own.message, partial(_filling, own=own, matching=group, view=view)),
            )


def _filling(gap: str, own: OwnRule, matching: list[Any], view: View) -> str:
    """Return what stands in a gap of a message; where the rule asks for some of several, only those."""
    if gap == "count":
        return counted(len(matching), *_COUNTED[own.looks_at])
    if gap == "names":
        return listed(_called(entry) for entry in matching)
    way = resolve(gap, NOUNS[own.looks_at])
    if isinstance(way, str):
        raise ValueError(way)
    gather = ends(way.steps, view)
    found: dict[Any, Any] = {}
    for entry in matching:
        found |= gather(entry)
    asked = own.where.fields.get(gap)
    meets = group_test(asked.where, way.last.nouns, view) if asked and asked.where else None
    kept = [value for value in found.values() if meets is None or meets(value)]
    return listed(_called(value) for value in kept) or "not stated"


def _called(value: Any) -> str:
    """Return what a reader calls a value, in no more words than a message can bear."""
    name = str(value)
    if isinstance(value, Noun):
        name = str(getattr(value, "name", "") or getattr(value, "title", "") or getattr(value, "id", ""))
    elif isinstance(value, bool):
        name = "yes" if value else "no"
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 1]}…"
