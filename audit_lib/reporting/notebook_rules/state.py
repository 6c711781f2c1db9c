"""Rules of a committed notebook's state: run from top to bottom, with no trace of when and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from .rule import Hit, Notebook

#: Bytes of a file: more is slow to open and hard to review.
MOST_BYTES: Final = 2_000_000

_OF_NOTEBOOK: Final = frozenset({"kernelspec", "language_info"})
_OF_CELL: Final = frozenset({"tags", "jupyter"})
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def small_file(notebook: Notebook) -> Iterator[Hit]:
    """Find a file of more than two megabytes."""
    if notebook.size > MOST_BYTES:
        yield Hit(0, f"The file has {notebook.size:,} bytes; {MOST_BYTES:,} are the most.")


def run_in_order(notebook: Notebook) -> Iterator[Hit]:
    """Find code cells that were not run once, from the top to the bottom, in one kernel."""
    cells = [(n, cell) for n, cell in enumerate(notebook.node.cells, 1) if cell.cell_type == "code"]
    for wanted, (number, cell) in enumerate(cells, 1):
        count = cell.get("execution_count")
        if count != wanted:
            was = "was not run" if count is None else f"was run as number {count}"
            yield Hit(number, f"The cell {was}; it has to be number {wanted}.")


def clean_metadata(notebook: Notebook) -> Iterator[Hit]:
    """Find what a notebook keeps beside its kernel and its tags: who ran it, when, and with what."""
    about = notebook.node.metadata
    kernel = about.get("kernelspec", {}).get("name")
    if kernel != "python3":
        yield Hit(0, f"The kernel is {kernel or 'not stated'}; it has to be python3.")
    extra = sorted(set(about) - _OF_NOTEBOOK)
    extra += [f"language_info.{name}" for name in sorted(set(about.get("language_info", {})) - {"name"})]
    if extra:
        yield Hit(0, f"The metadata hold {', '.join(extra)[:200]}.")
    for number, cell in enumerate(notebook.node.cells, 1):
        more = sorted(set(cell.metadata) - _OF_CELL)
        if more:
            yield Hit(number, f"The metadata of the cell hold {', '.join(more)[:200]}.")


def stable_ids(notebook: Notebook) -> Iterator[Hit]:
    """Find cells without an id of their own: a review cannot follow them from one version to the next."""
    if (notebook.node.nbformat, notebook.node.nbformat_minor) < (4, 5):
        version = f"{notebook.node.nbformat}.{notebook.node.nbformat_minor}"
        yield Hit(0, f"The notebook is of format {version}, in which cells have no ids.")
        return
    times = Counter(cell.get("id") for cell in notebook.node.cells)
    for number, cell in enumerate(notebook.node.cells, 1):
        name = cell.get("id")
        if not isinstance(name, str) or not _ID.fullmatch(name):
            yield Hit(number, "The cell has no id.")
        elif times[name] > 1:
            yield Hit(number, f"The id {name} stands {times[name]} times in the notebook.")
