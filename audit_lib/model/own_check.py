"""What is wrong with the conditions of an organisation's own rule, as somebody has written them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..errors import did_you_mean
from .noun import Noun
from .own_fields import NOUNS, SECTION_OF, FieldInfo, Holds, LooksAt, Way, called, fields_of, resolve
from .own_operators import COUNTS, no_operator, no_word, unfit
from .safeguard import Measure

#: How many conditions a rule may have, how deep they may nest, and how many values a list may have.
MAX_CONDITIONS: Final = 200
MAX_NESTING: Final = 8
MAX_VALUES: Final = 1_000

#: Keys of a group of conditions that are no fields.
GROUPS: Final = ("all", "any", "not", "without")


class Misfit(NamedTuple):
    """Something that does not fit: the way to it within the rule, what is wrong, whether its key is meant."""

    path: tuple[str | int, ...]
    message: str
    is_key: bool = False


#: The ids that a map has in each section; a section that is not there is not looked into.
Known = Mapping[LooksAt, Collection[str]]


def spelt_out(condition: Any) -> Any:
    """Return a condition that is written short in full: a word, a list of words, `given` or `missing`.

    >>> spelt_out("controller"), spelt_out(["GB", "IE"]), spelt_out("missing")
    ({'is': 'controller'}, {'any_of': ['GB', 'IE']}, {'given': False})
    """
    if condition in ("given", "missing"):
        return {"given": condition == "given"}
    if isinstance(condition, list | tuple):
        return {"any_of": list(condition)}
    text = as_text(condition)
    return condition if text is None else {"is": text}


def as_text(value: Any) -> str | None:
    """Return a single value as the text that a file has for it, or None for what is no single value.

    >>> as_text(True), as_text(3), as_text(["a"])
    ('true', '3', None)
    """
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | dt.date) else None


def where_misfits(where: Any, looks_at: LooksAt, known: Known | None = None) -> Iterator[Misfit]:
    """Yield everything that is wrong with the conditions of a rule: fields, operators, values, ids.

    Parameters
    ----------
    where
        Plain values, as a file has them.
    looks_at
        What the rule goes through.
    known
        The ids of the map, to check those that conditions name.

    >>> [wrong.message for wrong in where_misfits({"rol": "controller"}, LooksAt.FLOWS)]
    ['"rol" is no field of a flow. Did you mean "role"?']
    """
    check = _Check(known or {})
    yield from check.group(where, (NOUNS[looks_at],), ("where",), 1)
    if check.conditions > MAX_CONDITIONS:
        yield Misfit(("where",), f"The rule has more than {MAX_CONDITIONS} conditions: make several of it.")


class _Check:
    """One walk through the conditions of a rule, which counts them."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.conditions = 0

    def group(
        self, group: Any, nouns: tuple[type[Noun], ...], path: tuple[str | int, ...], depth: int
    ) -> Iterator[Misfit]:
        if not isinstance(group, dict) or not group:
            yield Misfit(path, "Conditions are wanted here, such as {stance: recorded}.")
        elif depth > MAX_NESTING:
            yield Misfit(path, f"Conditions are nested more than {MAX_NESTING} deep here.")
        else:
            for key, value in group.items():
                self.conditions += 1
                if self.conditions > MAX_CONDITIONS:
                    return
                yield from self.member(str(key), value, nouns, (*path, str(key)), depth)

    def member(
        self, key: str, value: Any, nouns: tuple[type[Noun], ...], path: tuple[str | int, ...], depth: int
    ) -> Iterator[Misfit]:
        if key in ("all", "any"):
            if not isinstance(value, list) or not value:
                yield Misfit(path, "A list of conditions is wanted here, each behind a dash.")
                return
            for at, group in enumerate(value):
                yield from self.group(group, nouns, (*path, at), depth + 1)
        elif key == "not":
            yield from self.group(value, nouns, path, depth + 1)
        elif key == "without":
            yield from _without(value, nouns, path)
        else:
            way = resolve(key, *nouns)
            if isinstance(way, str):
                yield Misfit(path, way, is_key=True)
            else:
                yield from self.condition(value, way, path, depth)

    def condition(self, value: Any, way: Way, path: tuple[str | int, ...], depth: int) -> Iterator[Misfit]:
        full = spelt_out(value)
        if not isinstance(full, dict) or not full:
            yield Misfit(path, "A condition is wanted here: a word, a list of words, given or missing, or "
                         "an operator with its value, such as {none_of: [GB]}.")  # fmt: skip
            return
        for operator, wanted in full.items():
            here = (*path, operator) if full is value else path
            no = no_operator(str(operator), way)
            if no:
                yield Misfit(here, no, is_key=full is value)
            elif operator == "where":
                yield from self.group(wanted, way.last.nouns, here, depth + 1)
            else:
                yield from self.values(operator, wanted, way.last, here)
        if "where" in full and not set(full) <= {"where", *COUNTS}:
            yield Misfit(path, "Beside where only at_least and at_most can stand: put the rest into it.")

    def values(
        self, operator: str, wanted: Any, info: FieldInfo, path: tuple[str | int, ...]
    ) -> Iterator[Misfit]:
        several = operator in ("any_of", "none_of", "within", "includes")
        if several and isinstance(wanted, list | tuple):
            if not wanted or len(wanted) > MAX_VALUES:
                yield Misfit(path, f"A list of 1 to {MAX_VALUES:,} values is wanted here.")
                return
            for at, one in enumerate(wanted):
                yield from self.value(operator, one, info, (*path, at))
        elif operator in ("any_of", "none_of"):
            yield Misfit(path, f"A list of values is wanted here, such as [{as_text(wanted) or 'one'}].")
        else:
            yield from self.value(operator, wanted, info, path)

    def value(
        self, operator: str, wanted: Any, info: FieldInfo, path: tuple[str | int, ...]
    ) -> Iterator[Misfit]:
        text = as_text(wanted)
        if not text:
            yield Misfit(path, "A single value is wanted here.")
            return
        message = unfit(operator, text, info) if _is_particular(operator, info) else self.unknown(text, info)
        if message:
            yield Misfit(path, message)

    def unknown(self, text: str, info: FieldInfo) -> str | None:
        """Return what is wrong with an id that a condition names."""
        if info.holds is not Holds.ENTRIES:
            return None
        sections = [SECTION_OF[noun] for noun in info.nouns]
        if not all(section in self.known for section in sections):
            return None
        ids = [name for section in sections for name in self.known[section]]
        if text in ids:
            return None
        return f'The map has no {called(info.nouns).split(" ", 1)[1]} "{text[:80]}".{did_you_mean(text, ids)}'


def _without(value: Any, nouns: tuple[type[Noun], ...], path: tuple[str | int, ...]) -> Iterator[Misfit]:
    if "safeguards" not in fields_of(*nouns):
        yield Misfit(path, f"No safeguard covers {called(nouns)}: without cannot be asked here.", is_key=True)
        return
    known = [measure.value for measure in Measure]
    listed = value if isinstance(value, list | tuple) else [value]
    if not listed or len(listed) > len(known):
        yield Misfit(path, "A measure, or a list of measures, is wanted here.")
        return
    for at, one in enumerate(listed):
        text = as_text(one) or ""
        if text not in known:
            where = (*path, at) if listed is value else path
            yield Misfit(where, no_word(text, tuple(known)))


def _is_particular(operator: str, info: FieldInfo) -> bool:
    """Whether a value has a form of its own, rather than being an id."""
    return info.holds is not Holds.ENTRIES or operator in ("given", *COUNTS)
