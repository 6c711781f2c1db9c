"""Any rule of an organisation's own that the model accepts, for hypothesis.

Ids are drawn as numbers and become ids of the map afterwards, as in `strategies`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from audit_lib.model.data_map import KINDS
from audit_lib.model.finding import Severity
from audit_lib.model.noun import Confidence, Noun
from audit_lib.model.own_fields import NOUNS, SECTION_OF, Holds, LooksAt, Way, fields_of, resolve
from audit_lib.model.own_operators import operators
from audit_lib.model.safeguard import Measure
from audit_lib.model.theme import Theme

WORDS = st.sampled_from(
    ["draft", "NO", "1.10", "{count}", "#", "a: b", "given", "missing", "true", "null", "no\tend"]
)
TITLES = WORDS | st.sampled_from(["<b>", "=1+1", "\u202eright to left", "first\nsecond", "[red]x[/]"])
PERIODS = st.sampled_from(["P1Y", "P30D", "P2W", "P1Y6M", "P0D", "P9999Y"])
DATES = st.dates().map(str)


class Ref(NamedTuple):
    """An id that is not chosen yet: of an entry of one of some kinds, the so-manieth."""

    kinds: tuple[str, ...]
    number: int


@cache
def own_rules() -> st.SearchStrategy[dict[str, Any]]:
    """Draw the plain values of a rule, without its id."""
    return st.sampled_from(list(LooksAt)).flatmap(_rule)


@cache
def _rule(looks_at: LooksAt) -> st.SearchStrategy[dict[str, Any]]:
    noun = NOUNS[looks_at]
    ends = [path for path in _paths((noun,)) if resolve(path, noun).last.holds is not Holds.BLOCK]
    gaps = st.sampled_from(["names", "count", *ends])
    return st.fixed_dictionaries(
        {
            "title": TITLES,
            "looks_at": st.just(looks_at.value),
            "where": _group((noun,), 2),
            "message": st.lists(gaps, max_size=3).map(
                lambda names: "Found " + "".join(f"{{{name}}}" for name in names) + "{{}}"
            ),
            "severity": st.sampled_from([member.value for member in Severity]),
        },
        optional={
            "confidence": st.sampled_from([member.value for member in Confidence]),
            "each": st.booleans(),
            "expected": st.booleans(),
            "theme": st.sampled_from([member.value for member in Theme]),
            "why": TITLES,
            "law": st.lists(TITLES, min_size=1, max_size=2),
            "remedy": TITLES,
            "false_alarms": TITLES,
            "in_force": DATES,
        },
    )


@cache
def _paths(nouns: tuple[type[Noun], ...]) -> list[str]:
    """Return the fields of nouns, and those to which they lead."""
    found = []
    for name, info in fields_of(*nouns).items():
        found.append(name)
        found.extend(f"{name}.{more}" for more in (fields_of(*info.nouns) if info.nouns else ()))
    return found


@cache
def _group(nouns: tuple[type[Noun], ...], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    paths = st.sampled_from(_paths(nouns))
    fields = st.lists(paths.flatmap(lambda path: _named(path, nouns, depth)), min_size=1, max_size=2)
    keys: dict[str, st.SearchStrategy[Any]] = {}
    if "safeguards" in fields_of(*nouns):
        keys["without"] = st.lists(st.sampled_from([m.value for m in Measure]), min_size=1, max_size=2)
    if depth:
        inner = st.deferred(lambda: _group(nouns, depth - 1))
        several = st.lists(inner, min_size=1, max_size=2)
        keys |= {"all": several, "any": several, "not": inner}
    return st.builds(lambda a, b: {**dict(a), **b}, fields, st.fixed_dictionaries({}, optional=keys))


@cache
def _named(path: str, nouns: tuple[type[Noun], ...], depth: int) -> st.SearchStrategy[tuple[str, Any]]:
    way = resolve(path, *nouns)
    return _condition(way, depth).map(lambda condition: (path, condition))


def _condition(way: Way, depth: int) -> st.SearchStrategy[Any]:
    asked = [operator for operator in operators(way) if operator != "where"]
    single = st.sampled_from(asked).flatmap(
        lambda operator: _operand(operator, way).map(lambda value: {operator: value})
    )
    if way.last.nouns and depth:
        counts = {"at_least": st.integers(0, 3)} if "at_least" in asked else {}
        where = st.deferred(lambda: _group(way.last.nouns, depth - 1))
        single |= st.fixed_dictionaries({"where": where}, optional=counts)
    if "given" in asked:
        single |= st.sampled_from(["given", "missing"])
    return single


def _operand(operator: str, way: Way) -> st.SearchStrategy[Any]:
    value = _value(way)
    return {
        "is": value,
        "is_not": value,
        "any_of": st.lists(value, min_size=1, max_size=3),
        "none_of": st.lists(value, min_size=1, max_size=3),
        "within": st.lists(value, min_size=1, max_size=2),
        "includes": st.lists(value, min_size=1, max_size=2),
        "given": st.booleans(),
        "mentions": WORDS,
        "before": DATES,
        "after": DATES,
        "at_least": st.integers(0, 5),
        "at_most": st.integers(0, 5),
    }.get(operator, PERIODS)


def _value(way: Way) -> st.SearchStrategy[Any]:
    if way.last.holds is Holds.ENTRIES:
        kinds = tuple(KINDS[SECTION_OF[noun].value] for noun in way.last.nouns)
        return st.integers(0, 5).map(lambda number: Ref(kinds, number))
    if way.last.words:
        return st.sampled_from(way.last.words)
    particular = {
        Holds.DATE: DATES, Holds.PERIOD: PERIODS, Holds.FLAG: st.booleans(), Holds.NUMBER: st.integers(0, 99),
    }  # fmt: skip
    return particular.get(way.last.holds, WORDS)


def with_ids(rules: list[dict[str, Any]], pools: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Give each rule an id, and every id that it names a meaning; what names nobody is left out."""
    found = []
    for number, rule in enumerate(rules):
        where = _meant(rule["where"], pools)
        if where:
            found.append({**rule, "id": f"own-{number}", "where": where})
    return found


def _meant(value: Any, pools: Mapping[str, list[str]]) -> Any:
    """Return a part of a rule with ids in place of references; None for what is empty then."""
    if isinstance(value, Ref):
        known = [name for kind in value.kinds for name in pools[kind]]
        return known[value.number % len(known)] if known else None
    if isinstance(value, dict):
        found = {key: _meant(item, pools) for key, item in value.items()}
        kept = {key: item for key, item in found.items() if item is not None}
        return kept if kept and not ("where" in value and "where" not in kept) else None
    if isinstance(value, list):
        return [item for item in (_meant(one, pools) for one in value) if item is not None] or None
    return value
