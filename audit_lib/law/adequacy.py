"""Countries to which data may go under adequacy regulations (UK GDPR Art. 45A; DPA 2018 Sch. 21).

The list is general knowledge and not checked against the regulations of the day: an assumption for a person
to confirm. Where regulations cover only some recipients (Canada, Japan, the United States), the country is
not listed.
"""

from __future__ import annotations

import re
from typing import Final

from .authority import Authority

AUTHORITY: Final = Authority.ASSUMPTION

#: The United Kingdom, which is no third country.
HOME: Final = "GB"

ADEQUATE: Final[frozenset[str]] = frozenset(
    {
        # European Union
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
        "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
        # European Economic Area
        "IS", "LI", "NO",
        # elsewhere
        "AD", "AR", "FO", "GG", "GI", "IL", "IM", "JE", "KR", "NZ", "CH", "UY",
    }
)  # fmt: skip


def adequate(country: str) -> bool:
    """Say whether adequacy regulations are assumed to cover all of a country (ISO 3166-1 alpha-2).

    >>> adequate("NO"), adequate("US")
    (True, False)
    """
    return country in ADEQUATE


_UNITED_KINGDOM: Final = re.compile(
    r"\b(uk|gb|united kingdom|great britain|england|(?<!south )wales|scotland|northern ireland)\b"
)


def home(jurisdiction: str) -> str:
    """Return the country code of a jurisdiction: GB for the United Kingdom, else what the map says.

    >>> home("United Kingdom (Scotland)"), home("UK"), home("IE")
    ('GB', 'GB', 'IE')
    """
    return "GB" if _UNITED_KINGDOM.search(jurisdiction.casefold()) else jurisdiction.strip()
