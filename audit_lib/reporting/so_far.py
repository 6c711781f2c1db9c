"""A notebook as far as it has run: kept cell by cell, for the run whose process does not live to tell.

While a notebook runs, each of its code cells has a small file in a private folder, written when the cell
begins and when it is done, and now and then while it takes long. Whoever started the process puts them
together when it has died, or had to be ended.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat

#: The file with the notebook as it was before the first cell, and the folder of its run.
_HEAD: Final = "head.json"

#: How long a cell may run before what it has shown so far is kept, and how often that is done (seconds).
_LONG: Final = 1.0

#: How much of the time of a long cell goes into keeping what it has shown: one part in so many.
_SHARE: Final = 50


class Left(NamedTuple):
    """What a run has left that did not live to tell: its notebook, and the cell that was running.

    A cell of 0 is none; then `after` is the last one that was done. Both count from 1, as the author does.
    """

    notebook: nbformat.NotebookNode
    cell: int
    source: str
    after: int


class SoFar:
    """The notebook of a run while it runs.

    Parameters
    ----------
    notebook
        The report notebook; what an earlier run has left in its cells is not taken along.
    kept
        Where it is kept on the disk; without it, in memory alone.
    folder
        The folder that the run is made in, whose name does not stay.
    """

    def __init__(self, notebook: Path, kept: Path | None = None, folder: Path | None = None) -> None:
        #: The notebook as it was before the first cell.
        self.whole = without_outputs(nbformat.read(notebook, as_version=4))
        self._cells: dict[int, nbformat.NotebookNode] = {}
        self._kept = kept
        self._running: int | None = None
        self._number = 0
        self._said = b""
        if kept is not None:
            with suppress(OSError):
                clear(kept)
                kept.mkdir(mode=0o700)
                self._write(_HEAD, _bytes({"notebook": self.whole, "folder": str(folder or "")}))

    def begun(self, index: int, number: int, cell: nbformat.NotebookNode) -> None:
        """Hear that a cell begins: which one it is of those that run, and of the author's.

        What it shows is seen by looking at it: nbclient adds to this very cell.
        """
        self._running, self._number, self._said = index, number, b""
        if cell.cell_type != "code" or not cell.source.strip():
            return
        self._cells[index] = cell
        if self._kept is not None:
            self._save(index, done=False)
            with suppress(RuntimeError):  # whoever runs it without a loop has only what is kept between cells
                asyncio.get_running_loop().call_later(_LONG, self._look, index, cell)

    def done(self, index: int) -> None:
        """Hear that a cell has run, whatever came of it."""
        self._running = None
        if self._kept is not None:
            self._save(index, done=True)

    def notebook(self) -> nbformat.NotebookNode:
        """Return the notebook as far as it ran; cells that were not reached are as the author wrote them."""
        return _together(self.whole, self._cells)

    def _look(self, index: int, cell: nbformat.NotebookNode) -> None:
        """Keep what a long cell has shown by now, and look again."""
        if self._running != index or self._cells.get(index) is not cell:
            return
        began = time.monotonic()
        self._save(index, done=False)
        again = max(_LONG, _SHARE * (time.monotonic() - began))
        asyncio.get_running_loop().call_later(again, self._look, index, cell)

    def _save(self, index: int, *, done: bool) -> None:
        said = _bytes({"number": self._number, "done": done, "cell": self._cells[index]})
        if said == self._said:
            return
        self._said = said
        with suppress(OSError):  # a run does not fail for want of what is kept in case that it fails
            self._write(f"{index:05}.json", said)

    def _write(self, name: str, content: bytes) -> None:
        assert self._kept is not None  # noqa: S101 - nothing is written without it
        aside = self._kept / ".part"
        file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "wb") as whole:
            whole.write(content)
        aside.replace(self._kept / name)


def left_in(kept: Path, final: Path) -> Left | None:
    """Return what a run has left that did not live to tell, or None if it had not begun.

    Parameters
    ----------
    kept
        Where it was kept.
    final
        The name that the folder of the run was about to have.

    >>> left_in(Path("no-such-folder"), Path("reports/btr/risk")) is None
    True
    """
    head = _read(kept / _HEAD)
    if head is None:
        return None
    found = {int(path.stem): _read(path) for path in sorted(kept.glob("[0-9]*.json"))}
    cells = {index: one for index, one in found.items() if one is not None}
    whole = _together(nbformat.from_dict(head["notebook"]), {at: one["cell"] for at, one in cells.items()})
    node = without_traces(whole)
    if head["folder"]:
        node = under_final_name(node, Path(head["folder"]), final)
    if not cells:
        return Left(node, 0, "", 0)
    last = cells[max(cells)]
    if last["done"]:
        return Left(node, 0, "", last["number"])
    return Left(node, last["number"], first_line(last["cell"]["source"]), 0)


def clear(kept: Path) -> None:
    """Take away what was kept.

    >>> clear(Path("no-such-folder"))
    """
    shutil.rmtree(kept, ignore_errors=True)


def first_line(source: str) -> str:
    r"""Return how a cell begins.

    >>> first_line("\n  x = 1\ny")
    'x = 1'
    """
    return next((line.strip() for line in source.splitlines() if line.strip()), "")


def without_outputs(node: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Take out what the cells of a notebook have shown when they ran before."""
    for cell in node.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return node


def without_traces(node: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Take out what differs from run to run, and from machine to machine: times, paths, versions, ids."""
    node.metadata.pop("papermill", None)
    language = node.metadata.get("language_info", {})
    for name in set(language) - {"name"}:
        del language[name]
    for at, cell in enumerate(node.cells):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if _is_injected(cell) and "id" in cell:
            cell["id"] = f"injected-{at}"
    return node


def under_final_name(node: nbformat.NotebookNode, folder: Path, final: Path) -> nbformat.NotebookNode:
    """Return the notebook with the name that its files are about to have, in place of the one beside it."""

    def named(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(folder.as_posix(), final.as_posix()).replace(folder.name, final.name)
        if isinstance(value, dict):
            return {key: named(inner) for key, inner in value.items()}
        return [named(inner) for inner in value] if isinstance(value, list) else value

    renamed: nbformat.NotebookNode = nbformat.from_dict(named(node))
    return renamed


def _together(whole: nbformat.NotebookNode, cells: Mapping[int, Mapping[str, Any]]) -> nbformat.NotebookNode:
    """Return a notebook with the cells that ran in their places; papermill has put one in."""
    node: nbformat.NotebookNode = nbformat.from_dict(json.loads(_bytes(whole)))
    for index in sorted(cells):
        cell = nbformat.from_dict(json.loads(_bytes(cells[index])))
        if _is_injected(cell):
            node.cells.insert(index, cell)
        else:
            node.cells[index] = cell
    return node


def _is_injected(cell: Mapping[str, Any]) -> bool:
    return "injected-parameters" in cell["metadata"].get("tags", [])


def _bytes(said: Any) -> bytes:
    return json.dumps(said).encode()


def _read(path: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        found: dict[str, Any] = json.loads(path.read_bytes())
        return found
    return None
