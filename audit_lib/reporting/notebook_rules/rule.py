"""What a rule of notebooks is, what it looks at, and what it finds."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat

#: Longer sources are not parsed: their length alone is a fault.
MOST_PARSED: Final = 100_000


class Code(NamedTuple):
    """A code cell: its number among all cells from 1, the cell, and its syntax tree if it is Python."""

    number: int
    cell: nbformat.NotebookNode
    tree: ast.Module | None


class Output(NamedTuple):
    """An output, and the number of the cell that it belongs to."""

    number: int
    output: nbformat.NotebookNode

    @property
    def data(self) -> dict[str, Any]:
        """What the output holds by type; nothing for printed text."""
        return dict(self.output.get("data", {}))


@dataclass(frozen=True)
class Notebook:
    """A notebook as the rules see it.

    Parameters
    ----------
    path
        Where it stands.
    node
        What it holds.
    size
        Bytes of the file.
    public
        The names that a notebook may import from the library.
    allowed
        Contacts of organisations, as its map states them: these are no data about a person.
    """

    path: Path
    node: nbformat.NotebookNode
    size: int = 0
    public: frozenset[str] = frozenset()
    allowed: tuple[str, ...] = ()

    @property
    def code(self) -> tuple[Code, ...]:
        """The code cells in their order; what papermill has put in before a run is none of the notebook's."""
        return tuple(
            Code(number, cell, _tree(cell.source))
            for number, cell in enumerate(self.node.cells, 1)
            if cell.cell_type == "code" and "injected-parameters" not in cell.metadata.get("tags", [])
        )

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Every output of every code cell, in order."""
        return tuple(
            Output(number, output)
            for number, cell in enumerate(self.node.cells, 1)
            for output in cell.get("outputs", ())
        )

    @property
    def written(self) -> tuple[tuple[int, str], ...]:
        """The cells of text, with their numbers."""
        return tuple(
            (number, cell.source)
            for number, cell in enumerate(self.node.cells, 1)
            if cell.cell_type == "markdown" and len(cell.source) <= MOST_PARSED
        )


class Hit(NamedTuple):
    """One thing that a rule has found: in which cell (from 1; 0: the whole notebook), and what."""

    cell: int
    message: str


class NotebookRule(NamedTuple):
    """One rule: its id, what it asks for, why, how to put a fault right, and what looks for faults."""

    id: str
    title: str
    why: str
    remedy: str
    find: Callable[[Notebook], Iterator[Hit]]


class NotebookFault(NamedTuple):
    """A rule that a notebook does not keep: in which file, in which cell, and what is wrong there."""

    file: str
    cell: int
    rule: NotebookRule
    message: str

    def __str__(self) -> str:
        """Return the fault as one line, with the cell where it is in one."""
        where = f"{self.file}: cell {self.cell}" if self.cell else self.file
        return f"{where}: {self.message} {self.rule.remedy} [{self.rule.id}]"

    def as_json(self) -> dict[str, Any]:
        """Return the fault for a program."""
        rule = {"rule": self.rule.id, "title": self.rule.title, "why": self.rule.why}
        return {
            "file": self.file,
            "cell": self.cell or None,
            **rule,
            "message": self.message,
            "remedy": self.rule.remedy,
        }


def joined(held: Any) -> str:
    r"""Return a text that a notebook may keep as a list of lines.

    >>> joined(["a", "b"])
    'ab'
    """
    return "".join(map(str, held)) if isinstance(held, list) else str(held)


def _tree(source: str) -> ast.Module | None:
    if len(source) > MOST_PARSED:
        return None
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
