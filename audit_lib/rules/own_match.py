"""Whether an entry of a map meets the conditions of an organisation's own rule.

Each step of a path keeps what it has found for an entry, so that a party to which ten thousand flows go is
looked into once, and not ten thousand times.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, Final

from ..model.data import DataCategory
from ..model.noun import Answer, Gap, Noun
from ..model.own_fields import Holds, Way, resolve
from ..model.own_rule import Condition, Where
from .own_values import Values, View

Test = Callable[[Any], bool]
Leaf = Callable[[Values], bool]

#: Gaps that leave a question open; what does not apply is no such gap.
_MISSING: Final = frozenset({"not-stated", "none", "unclear"})
#: Gaps that say that there is no such thing, so that it has no properties either.
_NO_SUCH_THING: Final = frozenset({Gap.NONE, Gap.NOT_APPLICABLE})
_GAPS: Final = frozenset(gap.value for gap in Gap)
_DAYS_A_MONTH: Final = 365.2425 / 12


def group_test(where: Where, nouns: tuple[type[Noun], ...], view: View) -> Test:
    """Return the test whether an entry of one of some nouns meets a group of conditions.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.flow import Flow
    >>> from audit_lib.rules.facts import Facts
    >>> view = View(Facts(example_map(), dt.date(2026, 11, 22)), expected=False)
    >>> test = group_test(Where.model_validate({"to.kind": "authority"}), (Flow,), view)
    >>> [flow.id for flow in example_map().flows if test(flow)]
    ['sue']
    """
    tests: list[Test] = []
    for path, condition in where.fields.items():
        way = resolve(path, *nouns)
        if isinstance(way, str):
            raise ValueError(way)
        tests.extend(_condition_tests(condition, way, view))
    tests.extend(group_test(group, nouns, view) for group in where.all_)
    if where.any_:
        some = [group_test(group, nouns, view) for group in where.any_]
        tests.append(lambda entry: any(test(entry) for test in some))
    if where.not_ is not None:
        refused = group_test(where.not_, nouns, view)
        tests.append(lambda entry: not refused(entry))
    if where.without:
        tests.append(lambda entry: not view.cover.covered(entry, where.without))
    return _kept(lambda entry: all(test(entry) for test in tests))


def _kept(test: Test) -> Test:
    """Return a test that looks into each noun once; nouns live as long as their map does."""
    known: dict[int, bool] = {}

    def kept(entry: Any) -> bool:
        found = known.get(id(entry))
        if found is None:
            found = known[id(entry)] = test(entry)
        return found

    return kept


def some_leaf(steps: tuple[str, ...], leaf: Leaf, view: View) -> Test:
    """Return the test whether, at the end of a path, at least one field holds what is asked for.

    What an unknown entry would hold is unknown, and what does not exist has no properties.
    """
    first, rest = steps[0], steps[1:]
    if not rest:
        return lambda entry: leaf(view.values(entry, first))
    deeper = some_leaf(rest, leaf, view)

    def test(entry: Any) -> bool:
        for value in view.values(entry, first):
            if isinstance(value, Noun):
                if deeper(value):
                    return True
            elif leaf((Gap.NOT_APPLICABLE if value in _NO_SUCH_THING else Gap.NOT_STATED,)):
                return True
        return False

    return _kept(test)


def ends(steps: tuple[str, ...], view: View) -> Callable[[Any], dict[Any, Any]]:
    """Return what gives all that stands at the end of a path, each once, in order; gaps are left out."""
    known: dict[int, dict[Any, Any]] = {}
    first, rest = steps[0], steps[1:]
    deeper = ends(rest, view) if rest else None

    def gather(entry: Any) -> dict[Any, Any]:
        values = view.values(entry, first)
        if deeper is None:
            return {_key(value): value for value in values if not _is_gap(value)}
        nouns = [value for value in values if isinstance(value, Noun)]
        if len(nouns) == 1:
            return deeper(nouns[0])  # shared, and not copied for each of the many that lead to it
        found: dict[Any, Any] = {}
        for noun in nouns:
            found |= deeper(noun)
        return found

    def kept(entry: Any) -> dict[Any, Any]:
        found = known.get(id(entry))
        if found is None:
            found = known[id(entry)] = gather(entry)
        return found

    return kept


def _condition_tests(condition: Condition, way: Way, view: View) -> Iterable[Test]:
    steps, asked = way.steps, condition
    for leaf in _leaves(asked, way, view):
        yield some_leaf(steps, leaf, view)
    for refused in (asked.is_not, *([asked.none_of] if asked.none_of else [])):
        if refused is not None:
            yield _none(refused if isinstance(refused, tuple) else (refused,), way, view)
    if way.last.holds is Holds.NUMBER:
        return
    if asked.where is not None or asked.at_least is not None or asked.at_most is not None:
        yield _counted(asked, way, view)


def _none(refused: tuple[str, ...], way: Way, view: View) -> Test:
    """Return the test that no value is refused; a gap is no answer, unless a gap is what is asked about."""
    chosen, gaps_too = _chosen(refused, way), not _GAPS.isdisjoint(refused)
    found = some_leaf(
        way.steps, lambda values: any(chosen(v) or (_is_gap(v) and not gaps_too) for v in values), view
    )
    return lambda entry: not found(entry)


def _counted(asked: Condition, way: Way, view: View) -> Test:
    gather = ends(way.steps, view)
    least = asked.at_least if asked.at_least is not None else (0 if asked.at_most is not None else 1)
    most = asked.at_most
    meets = group_test(asked.where, way.last.nouns, view) if asked.where is not None else None
    counts: dict[int, int] = {}

    def test(entry: Any) -> bool:
        found = gather(entry)
        if meets is None:
            count = len(found)
        else:
            if id(found) not in counts:
                counts[id(found)] = sum(meets(value) for value in found.values())
            count = counts[id(found)]
        return count >= least and (most is None or count <= most)

    return test


def _leaves(asked: Condition, way: Way, view: View) -> Iterable[Leaf]:
    """Yield what is asked of at least one field at the end of the path."""
    if asked.is_ is not None:
        yield _any(_chosen((asked.is_,), way))
    if asked.any_of:
        yield _any(_chosen(asked.any_of, way))
    if asked.given is not None:
        yield _any(lambda v: not _is_gap(v)) if asked.given else _is_missing
    if asked.mentions is not None:
        words = asked.mentions.casefold()
        yield _any(lambda v: not _is_gap(v) and words in str(v).casefold())
    if asked.within:
        yield _any(_within(frozenset(asked.within), view))
    if asked.includes:
        yield _any(_includes(asked.includes, view))
    yield from _measured(asked, way, view)


def _measured(asked: Condition, way: Way, view: View) -> Iterable[Leaf]:
    """Yield what is asked of dates, periods and numbers."""
    if asked.before is not None:
        yield _any(lambda v, day=asked.before: isinstance(v, dt.date) and v < day)
    if asked.after is not None:
        yield _any(lambda v, day=asked.after: isinstance(v, dt.date) and v > day)
    if asked.older_than is not None:
        limit = back(view.as_of, asked.older_than)
        yield _any(lambda v: isinstance(v, dt.date) and v < limit)
    if asked.longer_than is not None:
        least_days = length(asked.longer_than)
        yield _any(lambda v: not _is_gap(v) and length(v) > least_days)
    if asked.shorter_than is not None:
        most_days = length(asked.shorter_than)
        yield _any(lambda v: not _is_gap(v) and length(v) < most_days)
    if way.last.holds is Holds.NUMBER:
        if asked.at_least is not None:
            yield _any(lambda v, least=asked.at_least: not _is_gap(v) and v >= least)
        if asked.at_most is not None:
            yield _any(lambda v, most=asked.at_most: not _is_gap(v) and v <= most)


def _any(test: Callable[..., bool]) -> Leaf:
    return lambda values: any(test(value) for value in values)


def _is_missing(values: Values) -> bool:
    return not values or any(_is_gap(value) and str(value) in _MISSING for value in values)


def _is_gap(value: Any) -> bool:
    return isinstance(value, Gap) or (isinstance(value, Answer) and value.value in _GAPS)


def _chosen(wanted: tuple[str, ...], way: Way) -> Callable[[Any], bool]:
    if way.last.holds is Holds.TEXT:
        texts = frozenset(text.casefold() for text in wanted)
        return lambda value: str(value).casefold() in texts
    words = frozenset(wanted)
    return lambda value: _word(value) in words


def _word(value: Any) -> str:
    """Return a value as a file writes it."""
    if isinstance(value, Noun):
        return str(getattr(value, "id", ""))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value) if isinstance(value, Enum) else str(value)


def _key(value: Any) -> Any:
    return id(value) if isinstance(value, Noun) else value


def _within(wanted: frozenset[str], view: View) -> Callable[[Any], bool]:
    def test(value: Any) -> bool:
        if not isinstance(value, Noun):
            return False
        name = _word(value)
        chain = view.above(name) if isinstance(value, DataCategory) else view.organisations(name)
        return not wanted.isdisjoint(chain)

    return test


def _includes(wanted: tuple[str, ...], view: View) -> Callable[[Any], bool]:
    below, above = frozenset(wanted), frozenset(name for each in wanted for name in view.above(each))

    def test(value: Any) -> bool:
        name = _word(value)
        return name in above or not below.isdisjoint(view.above(name))

    return test


def length(period: str) -> float:
    """Return about how many days an ISO 8601 period lasts, so that twelve months and a year are the same.

    >>> length("P1Y") == length("P12M"), length("P1Y") > length("P52W")
    (True, True)
    """
    months, days = _months_and_days(period)
    return months * _DAYS_A_MONTH + days


def back(day: dt.date, period: str) -> dt.date:
    """Return the day that lies an ISO 8601 period before another, at the end of a shorter month.

    >>> back(dt.date(2026, 3, 31), "P1M"), back(dt.date(2026, 1, 1), "P9999Y")
    (datetime.date(2026, 2, 28), datetime.date(1, 1, 1))
    """
    months, days = _months_and_days(period)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return dt.date.min
    there = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return there - dt.timedelta(days=days) if (there - dt.date.min).days >= days else dt.date.min


def _months_and_days(period: str) -> tuple[int, int]:
    number = {unit: int(digits) for digits, unit in re.findall(r"(\d+)([YMWD])", period)}
    years, weeks = number.get("Y", 0), number.get("W", 0)
    return years * 12 + number.get("M", 0), weeks * 7 + number.get("D", 0)
