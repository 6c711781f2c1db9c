"""Parameters that stand for a secret: they hold where it is found, never the secret itself.

What a notebook is given is the reference, and so is what stands in its page and in `run.json`. The notebook
itself fetches the secret at the moment when it needs it, on the machine that it runs on.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from ..errors import InputError, ParameterError
from ..files.text_file import read_bytes

#: How a reference is written: the name of an environment variable, or a file.
_REFERENCE: Final = re.compile(r"env:[A-Za-z_][A-Za-z0-9_]*|file:[^\0\n]+")

#: How a reference to a file begins; seen from another machine, it is a file there.
FILE: Final = "file:"

#: Words of a parameter's name that mark a secret.
_WORDS: Final = frozenset(
    {"passphrase", "password", "passwd", "secret", "secrets", "token", "credential", "credentials"}
)
_PAIRS: Final = frozenset(
    {("api", "key"), ("private", "key"), ("access", "key"), ("key", "file"), ("encryption", "key")}
)

#: What a program keeps in place of a secret that came in clear all the same.
WITHHELD: Final = "withheld"

#: How many bytes a file with a secret may have, as one that `--passphrase-file` names.
_MOST: Final = 4_096

#: What is wrong with a file of a secret that is no text; which bytes it has is not told.
_NO_TEXT: Final = "The file is not UTF-8; save it as text."


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


def read_secret(reference: str | None, *, usual: str | None = None) -> str | None:
    """Return the secret that a reference leads to, or None where there is no reference.

    The first line of a file is taken, as by `--passphrase-file`, without the end of the line. Only its owner
    may be able to read it. Call this where the secret is used (`passphrase=read_secret(...)`), so that no
    name of the notebook holds it; what a cell shows of it is "withheld".

    Parameters
    ----------
    reference
        Where it is found: ``env:NAME`` or ``file:PATH``, seen from the folder that the report is made in.
    usual
        The environment variable that is taken where there is no reference, if it is set.

    Raises
    ------
    ParameterError
        If there is no such variable or file, if it is empty, or if others can read the file; the message
        names the reference, never the secret.

    Examples
    --------
    >>> read_secret("env:NO_SUCH_VARIABLE")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: env:NO_SUCH_VARIABLE There is no such variable in the environment; ...
    >>> read_secret(None, usual="NO_SUCH_VARIABLE") is None
    True
    """
    if reference in (None, ""):
        found = os.environ.get(usual) if usual else None
        return _Secret(found) if found else None
    if not is_reference(reference):
        raise ParameterError.at("a secret", "Say where it is found, as env:NAME or file:PATH; never itself.")
    assert reference is not None  # noqa: S101 - it is a reference
    kind, _, place = reference.partition(":")
    return _Secret(_of_environment(place) if kind == "env" else _of_file(Path(place)))


class _Secret(str):
    """Text that does not show itself: not as the last line of a cell, not in a list, not in an error."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(WITHHELD)


def _of_environment(name: str) -> str:
    found = os.environ.get(name)
    if not found:
        why = "There is no such variable in the environment" if found is None else "This variable is empty"
        raise ParameterError.at(f"env:{name}", f"{why}; set it where the report is made.")
    return found


def _of_file(path: Path) -> str:
    named = f"{FILE}{path}"
    try:
        lines = read_bytes(path, _MOST, ParameterError).decode("utf-8-sig").splitlines()
        mode = stat.S_IMODE(path.stat().st_mode)
    except InputError as error:
        raise ParameterError.at(named, error.faults[0].message) from None
    except UnicodeDecodeError:
        raise ParameterError.at(named, _NO_TEXT) from None
    if os.name == "posix" and mode & 0o077:
        told = f"Other users can use this secret (mode {mode:04o}). Take that from them: chmod 600."
        raise ParameterError.at(named, told)
    if not lines or not lines[0]:
        raise ParameterError.at(named, "The first line is to hold the secret.")
    return lines[0]


def without_secrets(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters as they may be written down: a secret by its reference, else withheld.

    >>> without_secrets({"passphrase": "hunter2", "token": "env:TOKEN", "top": 5})
    {'passphrase': 'withheld', 'token': 'env:TOKEN', 'top': 5}
    """
    return {name: _shown(name, value) for name, value in parameters.items()}


def _shown(name: str, value: Any) -> Any:
    clear = is_secret(name) and value not in (None, "") and not is_reference(value)
    return WITHHELD if clear else value
