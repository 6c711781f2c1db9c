"""Which register a command works on, how it is unlocked, and what time it is."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ..errors import InputError, ParameterError

if TYPE_CHECKING:
    from ..files.register import Register

#: The register of a command that is given none.
DEFAULT_REGISTER: Final = Path("register.db")

#: Where the file, its key and the passphrase may stand instead of on the command line.
REGISTER_VARIABLE: Final = "PRIVACY_AUDIT_REGISTER"
KEY_FILE_VARIABLE: Final = "PRIVACY_AUDIT_KEY_FILE"
PASSPHRASE_VARIABLE: Final = "PRIVACY_AUDIT_PASSPHRASE"  # noqa: S105  the name of a variable

#: How many bytes a file with a passphrase may have.
_MAX_PASSPHRASE: Final = 4_096

RegisterOption = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="FILE",
        help=f"The register (default: ${REGISTER_VARIABLE}, else {DEFAULT_REGISTER}).",
        show_default=False,
    ),
]
KeyFileOption = Annotated[
    Path | None,
    typer.Option(
        "--key-file",
        metavar="FILE",
        help=f"The key that makes pseudonyms (default: ${KEY_FILE_VARIABLE}, else beside the register).",
        show_default=False,
    ),
]
PassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help=f"The passphrase of an encrypted register (default: ${PASSPHRASE_VARIABLE}).",
        show_default=False,
    ),
]


def register_path(given: Path | None) -> Path:
    """Return the file of the register: the one that is given, else that of the environment, else the usual.

    >>> register_path(Path("requests.db")).name
    'requests.db'
    """
    return given or Path(os.environ.get(REGISTER_VARIABLE) or DEFAULT_REGISTER)


def key_path(given: Path | None) -> Path | None:
    """Return the file of the key: the one given, else that of the environment; None: beside the register.

    >>> key_path(Path("requests.key")).name
    'requests.key'
    """
    named = os.environ.get(KEY_FILE_VARIABLE)
    return given or (Path(named) if named else None)


def passphrase(given: Path | None) -> str | None:
    """Return the passphrase: the first line of a file, else that of the environment, else None.

    It is never an option of its own, since options stand in the history of a shell and in the list of
    processes.

    >>> passphrase(Path("no-such-file"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: no-such-file There is no such file.
    """
    if given is None:
        return os.environ.get(PASSPHRASE_VARIABLE) or None
    from ..files.text_file import read_text

    lines = read_text(given, _MAX_PASSPHRASE, ParameterError).splitlines()
    if not lines or not lines[0]:
        raise ParameterError.at("--passphrase-file", f"{given}: the first line is to hold the passphrase.")
    return lines[0]


@contextmanager
def opened(
    given: Path | None, key_file: Path | None, passphrase_file: Path | None, *, read_only: bool = False
) -> Iterator[Register]:
    """Open the register that a command was given; one that is not there is not made.

    >>> with opened(Path("no-such.db"), None, None) as register:
    ...     pass
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such.db There is no register here. Make one with privacy-audit
    request init, or name the file with --register.
    """
    from ..files.register import open_register

    path = register_path(given)
    if not _may_be_there(path):
        message = (
            "There is no register here. Make one with privacy-audit request init, or name the file with "
            "--register."
        )
        raise InputError.at(str(path), message)
    secret = passphrase(passphrase_file)
    with open_register(path, key_file=key_path(key_file), passphrase=secret, read_only=read_only) as register:
        yield register


def _may_be_there(path: Path) -> bool:
    """Say whether there is a file; what cannot be looked at may be one, and opening it says what is wrong."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def now() -> dt.datetime:
    """Return the moment, in UTC, that an entry of the history carries.

    >>> now().tzinfo
    datetime.timezone.utc
    """
    return dt.datetime.now(dt.UTC)
