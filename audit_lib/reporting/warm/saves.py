"""When a notebook that is run is written to the disk: at its end, or when that is long in coming."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path
from typing import Any, Final

import nbformat
from papermill.engines import NotebookExecutionManager

#: How long what has been done may be unsaved while a notebook runs on (seconds).
_SELDOM: Final = 30.0


def save_seldom(running: NotebookExecutionManager) -> None:
    """Have a run save its notebook each half minute and at its end, whole and for its owner alone.

    papermill writes the whole notebook at the start, before and after every cell and twice at the end, over
    what was there; one that is stopped while it writes leaves half a notebook. Notebooks that go anywhere
    but to the local disk are saved as papermill saves them.
    """
    if not running.output_path or "://" in str(running.output_path):
        return
    path, last = Path(running.output_path), time.monotonic()

    def save(**given: Any) -> None:
        nonlocal last
        running.nb = given.get("nb") or running.nb
        over = running.end_time is not None
        if over or time.monotonic() - last > _SELDOM:
            write_private(running.nb, path)
            last = time.monotonic()
        running.last_save_time = running.now()

    running.save = save


def write_private(node: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook beside its final name, readable by its owner alone, and rename it when it is whole.

    Raises
    ------
    OSError
        If the disk refuses.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_private(nbformat.v4.new_notebook(), Path(folder) / "a.ipynb")
    ...     oct((Path(folder) / "a.ipynb").stat().st_mode & 0o777)
    '0o600'
    """
    aside = path.with_name(f".{path.name}-{secrets.token_hex(6)}.part")
    try:
        file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="utf-8") as whole:
            nbformat.write(node, whole)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
