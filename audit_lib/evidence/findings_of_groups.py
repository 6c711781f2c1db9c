"""Findings from observations that contradict the map or what people were promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..law.adequacy import adequate
from ..model.data import Sensitivity
from ..model.data_map import DataMap
from ..model.day import long_date
from ..model.finding import Severity
from ..model.flow import Flow, Role
from ..model.purpose import PurposeKind
from ..model.reconciliation import Group
from ..model.theme import Theme
from ..model.verdict import Verdict
from ..model.words import raised
from .evidence_rule import EvidenceRule
from .grounds import GROUNDS, LEVELS
from .hiding import Count, hide, tells
from .seen import NOBODY, Seen, called, told
from .withheld import withheld

#: The fields of a meaning whose ids are those of entries of the map, and of which kind these are.
_KINDS: Final = {
    "sender": "party",
    "recipient": "party",
    "data": "data",
    "purpose": "purpose",
    "activity": "activity",
    "flow": "flow",
}

_PROVISIONS: Final = {
    Sensitivity.SPECIAL_CATEGORY: "UK GDPR Art. 9(1)",
    Sensitivity.CRIMINAL_OFFENCE: "UK GDPR Art. 10",
}


class Hit(NamedTuple):
    """One finding before it has an id: its kind as it is here, what it touches, and what it says.

    `about` are references to entries; `apart` are other values that tell it from findings about the same.
    """

    rule: EvidenceRule
    about: tuple[str, ...]
    message: str
    apart: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


def of_groups(
    data_map: DataMap, totals: Sequence[Group], threshold: int, patterns: Sequence[Group] = ()
) -> Iterator[Hit]:
    """Yield a finding for each group of observations; what is unresolved is told elsewhere.

    Those whose number is withheld come last, in an order that does not tell which of them is larger. About
    how many people it is stays untold where the `patterns` beneath, as they are shown, would give one away.

    >>> from audit_lib.graph.example import example_map
    >>> list(of_groups(example_map(), [], 10))
    []
    """
    groups = [group for group in totals if group.verdict.is_violation]
    hidden = withheld(data_map, groups, threshold)
    telling = _telling(groups, patterns, threshold)
    said = [
        _hit(data_map, _without_people(group) if at in telling else group, threshold, withheld=at in hidden)
        for at, group in enumerate(groups)
    ]
    yield from (hit for at, hit in enumerate(said) if at not in hidden)
    yield from sorted((said[at] for at in hidden), key=lambda hit: (hit.rule.id, hit.about, hit.apart))


def _telling(totals: Sequence[Group], patterns: Sequence[Group], threshold: int) -> set[int]:
    """Return the places of the totals whose number of people tells of a pattern beneath that is hidden.

    Where no pattern can be found beneath one, since its purpose was taken from the map, it is one of them.
    """
    beneath: dict[tuple[object, ...], dict[int, Count]] = {}
    for number, one in enumerate(patterns):
        if one.verdict.is_violation:
            into = beneath.setdefault((one.verdict, *_known(one).items()), {})
            into[number] = Count(one.observations, one.people)
    found = set()
    for at, total in enumerate(totals):
        counts = beneath.get((total.verdict, *_known(total).items()), {})
        hidden, _ = hide(counts, threshold)
        shown = sum(count.people for number, count in counts.items() if number not in hidden)
        if (patterns and not counts) or tells(total.people - shown, len(hidden), threshold):
            found.add(at)
    return found


def _without_people(group: Group) -> Group:
    return group.model_copy(update={"people": 0})


def _hit(data_map: DataMap, group: Group, threshold: int, *, withheld: bool) -> Hit:
    about, apart = touched(data_map, group)
    known = _known(group)
    flow = data_map.flow.get(known.get("flow", ""))
    seen = Seen(group.observations, group.people, group.first, group.last, group.examples)
    rule = _as_here(data_map, group)
    words = told(seen, threshold, withheld=withheld)
    message = rule.message.format(**_names(data_map, group), seen=words)
    message = raised(message) if message.startswith(NOBODY) else message
    return Hit(rule, about, message, apart, flow.clauses if flow else ())


def touched(data_map: DataMap, group: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the finding of a group touches, and what tells it from others about the same.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Meaning
    >>> day = dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    >>> group = Group(verdict=Verdict.UNDECLARED_COUNTRY, observations=3, people=3, first=day, last=day,
    ...               meaning=Meaning(source="", recipient="court", country="FR"))
    >>> touched(example_map(), group)
    (('party:court',), ('recipient=court', 'country=FR'))
    """
    known = _known(group)
    about = [f"{_KINDS[field]}:{value}" for field, value in known.items() if field in _KINDS]
    apart = tuple(f"{field}={value}" for field, value in known.items())
    return tuple(dict.fromkeys(about)) or (f"map:{data_map.info.id}",), apart


def _known(group: Group) -> dict[str, str]:
    """Return what a group says of the fields that keep findings of its verdict apart."""
    values = {
        field: group.flow if field == "flow" else getattr(group.meaning, field)
        for field in LEVELS[group.verdict]
    }
    return {field: value for field, value in values.items() if value is not None}


def _names(data_map: DataMap, group: Group) -> dict[str, str]:
    """Return what fills the message of any verdict."""
    said = group.meaning
    flow = data_map.flow.get(group.flow or "")
    recipient = said.recipient or (flow.recipient if flow else None)
    purpose = called(data_map, "purpose", said.purpose)
    if said.purpose is None and said.activity is not None:
        purpose = called(data_map, "activity", said.activity)
    return {
        "sender": called(data_map, "party", said.sender),
        "recipient": called(data_map, "party", recipient),
        "data": f'"{called(data_map, "data", said.data)}"',
        "purpose": f'"{purpose}"',
        "role": Role(said.role).words if said.role else "something else",
        "basis": (said.basis or "something else").replace("-", " "),
        "country": said.country or "a country that the log does not name",
        "flow": group.flow or "of the map",
        "time": _time(flow),
    }


def _time(flow: Flow | None) -> str:
    """Return the days on which a flow goes on, in words."""
    if flow and flow.since and flow.until:
        return f"its time ({long_date(flow.since)} to {long_date(flow.until)})"
    if flow and flow.since:
        return f"its time (from {long_date(flow.since)} on)"
    return f"its time (until {long_date(flow.until)})" if flow and flow.until else "its time"


def _as_here(data_map: DataMap, group: Group) -> EvidenceRule:
    """Return the kind of finding, graver or less so, and on other provisions, for what was seen."""
    rule, said = GROUNDS[group.verdict], group.meaning
    match group.verdict:
        case Verdict.UNDECLARED_CATEGORY | Verdict.AFTER_RETENTION | Verdict.AFTER_DELETION:
            provision = _PROVISIONS.get(_sensitivity(data_map, said.data))
            if provision:
                return rule._replace(severity=Severity.HIGH, law=(*rule.law, provision))
        case Verdict.UNDECLARED_RECIPIENT if said.recipient in data_map.inside:
            return rule._replace(severity=Severity.MEDIUM)
        case Verdict.UNDECLARED_COUNTRY if adequate(said.country or ""):
            return rule._replace(severity=Severity.MEDIUM)
        case Verdict.NO_CONSENT if _is_marketing(data_map, said.purpose):
            return rule._replace(theme=Theme.MARKETING, law=("PECR reg. 22", *rule.law))
    return rule


def _sensitivity(data_map: DataMap, data: str | None) -> Sensitivity:
    """Return how sensitive a category is, by itself or by what it lies beneath."""
    category = data_map.category.get(data or "")
    while category:
        if category.sensitivity in _PROVISIONS:
            return category.sensitivity
        category = data_map.category.get(category.parent or "")
    return Sensitivity.ORDINARY


def _is_marketing(data_map: DataMap, purpose: str | None) -> bool:
    found = data_map.purpose.get(purpose or "")
    return found is not None and found.kind is PurposeKind.DIRECT_MARKETING
