"""The countries that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from string import ascii_uppercase
from typing import Final

from .country_names import country_name

#: Other names of countries, and of groups of them under the codes that are theirs.
OTHER_NAMES: Final[Mapping[str, str]] = {
    "USA": "US", "U.S.A.": "US", "U.S.": "US", "United States of America": "US", "US": "US", "America": "US",
    "UK": "GB", "U.K.": "GB", "Great Britain": "GB", "Britain": "GB", "England": "GB", "Scotland": "GB",
    "Wales": "GB", "Northern Ireland": "GB", "EU": "EU", "E.U.": "EU", "European Union": "EU", "EEA": "EU",
    "European Economic Area": "EU", "Republic of Ireland": "IE", "Holland": "NL", "Turkey": "TR",
    "Czech Republic": "CZ", "UAE": "AE", "Korea": "KR", "Macau": "MO",
}  # fmt: skip


def countries_in(text: str) -> tuple[str, ...]:
    """Return the codes (ISO 3166-1 alpha-2, EU for the Union or the EEA) of the countries named, in order.

    >>> countries_in("Staff in India and the USA see it; Northern Ireland is no part of Ireland's office.")
    ('IN', 'US', 'GB', 'IE')
    """
    names = _names()
    return tuple(dict.fromkeys(names[match[0]] for match in _pattern().finditer(text)))


@cache
def _names() -> Mapping[str, str]:
    codes = map("".join, product(ascii_uppercase, repeat=2))
    named = {country_name(code).removeprefix("the "): code for code in codes if country_name(code) != code}
    return {**named, **OTHER_NAMES}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(r"(?<![\w@.])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w|\.\w)")
