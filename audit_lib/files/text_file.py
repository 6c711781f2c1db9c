"""A text file read with care: regular, bounded, UTF-8 and inside its folder, or a clear fault."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import Fault, InputError, Place


def read_text(path: Path, limit: int, error: type[InputError], inside: Path | None = None) -> str:
    """Return the text of a file, without a byte order mark; line ends stay as they are.

    Parameters
    ----------
    path, limit, error, inside
        As `read_bytes` has them.

    Raises
    ------
    InputError
        Of the class `error`, with one fault.

    >>> from audit_lib.errors import MapError
    >>> read_text(Path("no-such-file.yaml"), 1_000, MapError)
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-file.yaml There is no such file.
    """
    return decode_text(read_bytes(path, limit, error, inside), path, error)


def read_bytes(path: Path, limit: int, error: type[InputError], inside: Path | None = None) -> bytes:
    """Return the bytes of a file.

    Nothing that is not a regular file is opened, so that no pipe or device can block or answer.

    Parameters
    ----------
    path
        The file; faults name it so.
    limit
        How many bytes it may have.
    error
        What to raise.
    inside
        The folder that it must not lead out of, if any.

    Raises
    ------
    InputError
        Of the class `error`, with one fault.

    >>> from audit_lib.errors import MapError
    >>> read_bytes(Path("no-such-file.yaml"), 1_000, MapError)
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-file.yaml There is no such file.
    """
    try:
        return _read(path, limit, inside)
    except _RefusedError as refused:
        raise error([Fault(Place(str(path)), str(refused))]) from None
    except (OSError, ValueError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        raise error([Fault(Place(str(path)), f"The file cannot be read: {reason}.")]) from failure


def decode_text(data: bytes, path: Path, error: type[InputError]) -> str:
    """Return bytes as the UTF-8 text that they must be, without a byte order mark, or raise `error`.

    >>> from audit_lib.errors import MapError
    >>> decode_text("\ufeffKite".encode(), Path("map.yaml"), MapError)
    'Kite'
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as failure:
        raise error([_not_utf8(str(path), data, failure.start)]) from None


class _RefusedError(Exception):
    """A file that is not to be read, and why."""


def _read(path: Path, limit: int, inside: Path | None) -> bytes:
    if path.is_symlink() and not path.exists():
        raise _RefusedError("The link leads to no file.")
    if not path.exists():
        raise _RefusedError("There is no such file.")
    if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
        raise _RefusedError("The link leads out of the folder of the map; put the file itself here.")
    _refuse_irregular(path.stat())
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        _refuse_irregular(status)
        data = file.read(limit + 1) if status.st_size <= limit else b""
    if status.st_size > limit or len(data) > limit:
        size = max(status.st_size, len(data))
        raise _RefusedError(f"The file has {size:,} bytes; at most {limit:,} are read.")
    return data


def _refuse_irregular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _RefusedError("This is a folder; a file is wanted.")
    if not stat.S_ISREG(status.st_mode):
        raise _RefusedError("This is no regular file (a pipe, a socket or a device) and is not opened.")


def _not_utf8(file: str, data: bytes, at: int) -> Fault:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(Place(file, 1, 1), "The file is UTF-16: save it as UTF-8.")
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
    message = f"The file is not UTF-8: byte {at:,} (0x{data[at]:02X}) is none; save it as UTF-8."
    return Fault(Place(file, before.count(b"\n") + 1, column), message)
