"""Rules of code cells: parameters first, few and short cells, and no work that belongs into the library."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from ...errors import ParameterError
from ..parameters import Parameter, read_parameters
from .rule import MOST_PARSED, Hit, Notebook

#: Code cells of a notebook; lines of a cell that are neither empty nor a remark, and of the one that only
#: declares parameters; letters of a cell.
MOST_CELLS: Final = 12
MOST_LINES: Final = 8
MOST_PARAMETERS: Final = 12
MOST_LETTERS: Final = 4_000

_MAGIC: Final = re.compile(r"^\s*[%!]", re.MULTILINE)
_WORK: Final = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda

#: What each report takes, so that it can be made of any map and for any day.
_REPORT: Final = ("map", "as_of", "out")


def parameters_first(notebook: Notebook) -> Iterator[Hit]:
    """Find a first code cell that is not tagged `parameters`, another that is, and a line without a type."""
    code = notebook.code
    tagged = [number for number, cell, _ in code if "parameters" in cell.metadata.get("tags", [])]
    if not code:
        return
    if tagged != [code[0].number]:
        said = f"Tagged are: {', '.join(map(str, tagged))}." if tagged else "No cell is tagged."
        yield Hit(code[0].number, f"The first code cell, and no other, has to be tagged `parameters`. {said}")
        return
    try:
        read_parameters(notebook.path)
    except ParameterError as error:
        yield from (Hit(code[0].number, fault.message) for fault in error.faults)


def report_parameters(notebook: Notebook) -> Iterator[Hit]:
    """Find a report that does not take a map, a day and the folder for what it writes."""
    if notebook.path.parent.name != "reports" or not notebook.code:
        return
    known = _parameters(notebook)
    if known is None:
        return  # what is wrong with the cell is told by the rule above
    missing = [name for name in _REPORT if name not in known]
    if missing:
        yield Hit(notebook.code[0].number, f"A report takes {', '.join(missing)} as well.")
    elif not known["as_of"].is_date:
        yield Hit(notebook.code[0].number, "as_of is not a day written as 2026-03-31.")


def _parameters(notebook: Notebook) -> dict[str, Parameter] | None:
    try:
        return read_parameters(notebook.path)
    except ParameterError:
        return None


def open_parameters(notebook: Notebook) -> Iterator[Hit]:
    """Find a folded cell of parameters: nobody sees what there is to change."""
    for number, cell, _ in notebook.code:
        about = cell.metadata.get("jupyter")
        folded = isinstance(about, dict) and about.get("source_hidden")
        if folded and "parameters" in cell.metadata.get("tags", []):
            yield Hit(number, "The cell of parameters is folded.")


def few_cells(notebook: Notebook) -> Iterator[Hit]:
    """Find more than twelve code cells."""
    number = len(notebook.code)
    if number > MOST_CELLS:
        yield Hit(0, f"The notebook has {number} code cells; {MOST_CELLS} are the most.")


def short_cells(notebook: Notebook) -> Iterator[Hit]:
    """Find code cells that are much longer than five lines."""
    for number, cell, _ in notebook.code:
        lines = [line for line in cell.source.splitlines() if line.strip() and line.strip()[0] != "#"]
        declares = "parameters" in cell.metadata.get("tags", [])
        most = MOST_PARAMETERS if declares else MOST_LINES
        if len(lines) > most:
            yield Hit(number, f"The cell has {len(lines)} lines; about 5 are meant and {most} the most.")
        if len(cell.source) > MOST_LETTERS:
            yield Hit(number, f"The cell has {len(cell.source):,} letters; {MOST_LETTERS:,} are the most.")


def plain_python(notebook: Notebook) -> Iterator[Hit]:
    """Find magic, shell commands and what is no Python at all."""
    for number, cell, tree in notebook.code:
        if _MAGIC.search(cell.source) and tree is None:
            yield Hit(number, "The cell has a magic or a shell command.")
        elif tree is None and len(cell.source) <= MOST_PARSED:
            yield Hit(number, "The cell is not valid Python.")


def no_definitions(notebook: Notebook) -> Iterator[Hit]:
    """Find functions and classes that a cell defines."""
    for number, _, tree in notebook.code:
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, _WORK):
                name = getattr(node, "name", "lambda")
                yield Hit(number, f"The cell defines `{name}`.")
