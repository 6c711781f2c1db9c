"""Parameters that stand for a secret: they hold where it is found, never the secret itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

#: How a reference is written: the name of an environment variable, or a file.
_REFERENCE: Final = re.compile(r"env:[A-Za-z_][A-Za-z0-9_]*|file:[^\0\n]+")

#: Words of a parameter's name that mark a secret.
_WORDS: Final = frozenset(
    {"passphrase", "password", "passwd", "secret", "secrets", "token", "credential", "credentials"}
)
_PAIRS: Final = frozenset(
    {("api", "key"), ("private", "key"), ("access", "key"), ("key", "file"), ("encryption", "key")}
)

#: What a program keeps in place of a secret that came in clear all the same.
WITHHELD: Final = "withheld"


def is_secret(name: str) -> bool:
    """Whether the name of a parameter says that it stands for a secret.

    >>> [is_secret(name) for name in ("register_passphrase", "api_key", "party", "tokens_seen")]
    [True, True, False, False]
    """
    words = name.lower().split("_")
    pairs = pairwise(words)
    return not _WORDS.isdisjoint(words) or not _PAIRS.isdisjoint(pairs)


def is_reference(value: object) -> bool:
    """Whether a value says where a secret is found, as ``env:NAME`` or ``file:PATH`` do.

    >>> is_reference("env:REGISTER_PASSPHRASE"), is_reference("hunter2")
    (True, False)
    """
    return isinstance(value, str) and _REFERENCE.fullmatch(value) is not None


def without_secrets(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters as they may be written down: a secret by its reference, else withheld.

    >>> without_secrets({"passphrase": "hunter2", "token": "env:TOKEN", "top": 5})
    {'passphrase': 'withheld', 'token': 'env:TOKEN', 'top': 5}
    """
    return {name: _shown(name, value) for name, value in parameters.items()}


def _shown(name: str, value: Any) -> Any:
    clear = is_secret(name) and value not in (None, "") and not is_reference(value)
    return WITHHELD if clear else value
