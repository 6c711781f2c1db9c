"""What stands for a name: the same for the same person, and worth nothing without the key."""

from __future__ import annotations

import base64
import hmac
import re
import unicodedata
from typing import Final

#: Bytes of the hash that are kept: 80 bits. Ten million people share none, but for a chance of 4 in 10**11.
LENGTH: Final = 10

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4\u2032\uff07`", "'"))


def normalised(name: str) -> str:
    """Return a name or address as it is compared, so that one way to write it is as good as another.

    Compatibility forms (NFKC) and case are levelled, white space is one blank, there is one apostrophe and
    one hyphen, and characters that nobody sees are gone.

    >>> normalised("  Zoë   O’BRIEN–Smith ") == normalised("zoe\u0308 o'brien-smith")
    True
    >>> normalised(" Ada@Example.org")
    'ada@example.org'
    """
    text = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES))
    text = unicodedata.normalize("NFKC", text.casefold())
    seen = (("-" if unicodedata.category(one) == "Pd" else one) for one in text if _is_seen(one))
    return re.sub(r"\s+", " ", "".join(seen)).strip()


def pseudonym_of(key: bytes, name: str) -> str:
    """Return the pseudonym of a name or address: HMAC-SHA256 with its own key, cut to 80 bits, in base32.

    It is still personal data for whoever has the key (UK GDPR Art. 4(5)).

    Raises
    ------
    ValueError
        When nothing that can be read is left of the name; the message does not repeat it.

    >>> pseudonym_of(b"key", "Ada Lovelace")
    'h4o7-6okk-isz3-btho'
    >>> pseudonym_of(b"key", "ADA  lovelace ") == pseudonym_of(b"key", "Ada Lovelace")
    True
    """
    plain = normalised(name)
    if not plain:
        raise ValueError("There is no name here: nothing but blanks.")
    digest = hmac.digest(key, plain.encode("utf-8", "surrogatepass"), "sha256")[:LENGTH]
    text = base64.b32encode(digest).decode("ascii").lower()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def _is_seen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cc", "Cf"}
