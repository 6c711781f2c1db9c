"""The one way by which exports write a file: aside first, then renamed, so that no half file is ever seen."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a path beside the final one to write to; rename it when all is written.

    What stood under the final name stays untouched until the new file is complete and on the disk. When
    anything goes wrong, the part that was written is taken away again.

    Parameters
    ----------
    path
        The final name. Its folder must exist. A link is followed: the file that it points to is replaced.

    Raises
    ------
    OutputError
        If the folder is missing, the name is that of a folder, or the disk refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder) / "record.txt") as aside:
    ...         _ = aside.write_text("complete")
    ...     sorted(item.name for item in Path(folder).iterdir())
    ['record.txt']
    """
    final = _checked(Path(path))
    aside = final.with_name(f".{secrets.token_hex(6)}.part")
    try:
        yield aside
        _settle(aside)
        aside.replace(final)
    except OSError as error:
        raise OutputError(f"{path}: the file cannot be written: {error.strerror or error}.") from error
    finally:
        aside.unlink(missing_ok=True)


def refuse_taken(paths: Iterable[Path]) -> None:
    """Raise an error if any of several files is there already: a draft that somebody has completed stays.

    For files that nobody named one by one, in a folder; called before the first is written.

    Raises
    ------
    OutputError
        With the first that is there, and how many there are.

    Examples
    --------
    >>> refuse_taken([Path("no-such-folder/answer.docx")])
    """
    taken = [path for path in paths if os.path.lexists(path)]
    if taken:
        more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        message = f"{taken[0]}{more}: this is there already, and nothing was written."
        raise OutputError(f"{message} Name another folder, or take away what is no longer needed.")


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write bytes to a file, whole or not at all, and return its path.

    Raises
    ------
    OutputError
        As `whole_file`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_bytes(Path(folder) / "a.bin", b"123").read_bytes()
    b'123'
    """
    with whole_file(path) as aside:
        aside.write_bytes(content)
    return Path(path)


def write_text(path: str | Path, content: str, *, encoding: str = "utf-8") -> Path:
    r"""Write text to a file with its line breaks as they are, whole or not at all, and return its path.

    Raises
    ------
    OutputError
        As `whole_file`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text(Path(folder) / "a.txt", "naïve").read_bytes()
    b'na\xc3\xafve'
    """
    return write_bytes(path, content.encode(encoding))


def _checked(path: Path) -> Path:
    """Return where the file really goes, or say what stands in the way before anything is made."""
    if "\0" in str(path):
        raise OutputError(f"{str(path)!r}: a file name cannot hold a null character.")
    try:
        final = path.resolve() if path.is_symlink() else path
        if final.is_symlink():  # where a circle of links is no error, from Python 3.13 on
            raise OutputError(f"{path}: these links lead in a circle; remove one of them.")
        if final.is_dir():
            raise OutputError(f"{path}: this is a folder; name a file in it.")
        if final.exists() and not final.is_file():  # a device or a pipe is not for us to replace
            raise OutputError(f"{path}: this is no regular file, and stays as it is; name another.")
        if not final.parent.exists():
            raise OutputError(f"{path}: the folder {final.parent} does not exist; make it first.")
        if not final.parent.is_dir():
            raise OutputError(f"{path}: {final.parent} is a file, not a folder.")
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError up to Python 3.12
        raise OutputError(f"{path}: the file cannot be written: {error}.") from error
    return final


def _settle(aside: Path) -> None:
    """Have the disk hold the content before the name points to it."""
    with aside.open("rb+") as written:
        os.fsync(written.fileno())
