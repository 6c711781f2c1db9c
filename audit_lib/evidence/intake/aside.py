"""Private folders and files that stand under their final name only when they are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...errors import OutputError
from .session import reason

#: Where a run puts its files until all are whole.
_ASIDE = ".intake.part"


@contextmanager
def set_aside(work: Path, kept: tuple[str, ...]) -> Iterator[Path]:
    """Give a fresh private folder; when all went well, its `kept` folders replace those of `work`.

    Raises
    ------
    OutputError
        When something cannot be written; then `work` is as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with set_aside(Path(folder), ("taken",)) as aside:
    ...         _ = (aside / "taken" / "rows").write_text("whole")
    ...     (Path(folder) / "taken" / "rows").read_text()
    'whole'
    """
    aside = work / _ASIDE
    try:
        work.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        for folder in kept:
            (aside / folder).mkdir(mode=0o700)
        yield aside
        for folder in kept:
            shutil.rmtree(work / folder, ignore_errors=True)
            (aside / folder).rename(work / folder)
    except OSError as failure:
        raise OutputError(f"The evidence could not be taken in: {_why(failure)}.") from failure
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def private_file(path: Path) -> Path:
    """Create an empty file that only its owner may read.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     oct(private_file(Path(folder) / "rows.csv").stat().st_mode & 0o777)
    '0o600'
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def _why(failure: OSError) -> str:
    said = (failure.strerror or str(failure)).lower()
    known = reason(said)
    return known if known != "a file cannot be written" else said
