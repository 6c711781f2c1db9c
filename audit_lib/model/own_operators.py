"""What an organisation's own rule can ask of what stands in a field, and with which values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from ..errors import did_you_mean
from .data import DataCategory
from .own_fields import FieldInfo, Holds, Way
from .party import Party

CHOICES: Final = ("is", "is_not", "any_of", "none_of")
COUNTS: Final = ("at_least", "at_most")

#: What can be asked of what stands in a field.
OPERATORS: Final[Mapping[Holds, tuple[str, ...]]] = {
    Holds.WORDS: (*CHOICES, "given"),
    Holds.TEXT: (*CHOICES, "given", "mentions"),
    Holds.DATE: (*CHOICES, "given", "before", "after", "older_than"),
    Holds.PERIOD: (*CHOICES, "given", "longer_than", "shorter_than"),
    Holds.NUMBER: (*CHOICES, "given", *COUNTS),
    Holds.FLAG: ("is",),
    Holds.COUNTRY: (*CHOICES, "given"),
    Holds.ENTRIES: (*CHOICES, "given", "where"),
    Holds.BLOCK: ("given", "where"),
}

_ALL_OPERATORS: Final = (
    *CHOICES, "given", "mentions", "within", "includes", "longer_than", "shorter_than", "before", "after",
    "older_than", *COUNTS, "where",
)  # fmt: skip

#: What an operator itself asks for, whatever stands in the field.
_ASKED: Final[Mapping[str, Holds]] = {
    "given": Holds.FLAG,
    "before": Holds.DATE,
    "after": Holds.DATE,
    "longer_than": Holds.PERIOD,
    "shorter_than": Holds.PERIOD,
    "older_than": Holds.PERIOD,
    "at_least": Holds.NUMBER,
    "at_most": Holds.NUMBER,
}

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD: Final = re.compile(r"P(?=\d)(\d{1,4}W|(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?)")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_NUMBER: Final = re.compile(r"\d{1,10}")


def operators(way: Way) -> tuple[str, ...]:
    """Return what can be asked at the end of a path.

    >>> from audit_lib.model.flow import Flow
    >>> from audit_lib.model.own_fields import resolve
    >>> operators(resolve("data", Flow))[-4:]
    ('within', 'includes', 'at_least', 'at_most')
    """
    holds, nouns = way.last.holds, way.last.nouns
    found = list(OPERATORS[holds])
    if holds is Holds.BLOCK and way.last.words:
        found = [*CHOICES, *found]
    if holds is Holds.ENTRIES and (DataCategory in nouns or Party in nouns):
        found.append("within")
    if holds is Holds.ENTRIES and DataCategory in nouns:
        found.append("includes")
    if way.many and holds is not Holds.NUMBER:
        found.extend(COUNTS)
    return tuple(found)


def no_operator(operator: str, way: Way) -> str | None:
    """Return what is wrong with an operator at the end of a path, or None.

    >>> from audit_lib.model.flow import Flow
    >>> from audit_lib.model.own_fields import resolve
    >>> no_operator("isnot", resolve("role", Flow))
    '"isnot" is no operator. Did you mean "is_not"?'
    """
    info, allowed = way.last, operators(way)
    if operator in allowed:
        return None
    if operator in _ALL_OPERATORS:
        return (
            f'"{operator}" cannot be asked of "{info.name}", which holds {info.holds.value}: '
            f"ask {', '.join(allowed)}."
        )
    hint = did_you_mean(operator, allowed) or f" Known are {', '.join(allowed)}."
    return f'"{operator[:60]}" is no operator.{hint}'


def unfit(operator: str, text: str, info: FieldInfo) -> str | None:
    """Return what is wrong with a value: by what its operator asks for or, of a choice, what the field holds.

    >>> from audit_lib.model.flow import Flow
    >>> from audit_lib.model.own_fields import resolve
    >>> unfit("is", "procesor", resolve("role", Flow).last)
    '"procesor" is none of the words that stand here. Did you mean "processor"?'
    """
    asked = _ASKED.get(operator)
    if asked is None and (operator == "mentions" or info.holds is Holds.TEXT or text in info.words):
        return None
    holds = asked or info.holds
    return no_word(text, info.words) if holds in (Holds.WORDS, Holds.BLOCK) else _unfit_form(text, holds)


def _unfit_form(text: str, holds: Holds) -> str | None:
    shown = f'"{text[:60]}"'
    if holds is Holds.DATE:
        return None if _is_date(text) else f"{shown} is no date: write year-month-day, like 2026-11-22."
    if holds is Holds.PERIOD:
        return None if _PERIOD.fullmatch(text) else f"{shown} is no period: write ISO 8601, like P6Y or P30D."
    if holds is Holds.NUMBER:
        return None if _NUMBER.fullmatch(text) else f"{shown} is no whole number."
    if holds is Holds.COUNTRY:
        return (
            None
            if _COUNTRY.fullmatch(text)
            else f"{shown} is no country: write two capital letters, like GB."
        )
    return None if text in ("true", "false") else f"{shown} is neither true nor false."


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def no_word(text: str, words: tuple[str, ...]) -> str:
    """Return that a word is none of a closed list, with the nearest or all of them.

    >>> no_word("hi", ("high", "low"))
    '"hi" is none of the words that stand here. Did you mean "high"?'
    """
    hint = did_you_mean(text, words) or f" Known are {', '.join(words)}."
    return f'"{text[:60]}" is none of the words that stand here.{hint}'
