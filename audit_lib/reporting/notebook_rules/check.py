"""Notebooks held against the house rules: every fault of every notebook at once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ...errors import Fault, InputError
from .catalogue import RULES
from .reading import read_notebook
from .rule import Notebook, NotebookFault


class Checked(NamedTuple):
    """What became of the notebooks: those that were read, what is wrong with them, what could not be read."""

    notebooks: tuple[Path, ...]
    faults: tuple[NotebookFault, ...]
    unreadable: tuple[Fault, ...]


def check_notebooks(paths: Iterable[Path], public: Iterable[str]) -> Checked:
    """Hold notebooks against every house rule; one that cannot be read does not keep the others from it.

    Parameters
    ----------
    paths
        The files.
    public
        The names that notebooks may import from the library.

    Examples
    --------
    >>> check_notebooks([Path("no-such-file.ipynb")], ()).unreadable[0].message
    'This file cannot be read: No such file or directory.'
    """
    names = frozenset(public)
    read: list[Path] = []
    faults: list[NotebookFault] = []
    unreadable: list[Fault] = []
    for path in paths:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what nbformat warns of, a rule tells
            try:
                faults += faults_of(read_notebook(path, names))
                read.append(path)
            except InputError as error:
                unreadable += error.faults
    return Checked(tuple(read), tuple(faults), tuple(unreadable))


def faults_of(notebook: Notebook) -> tuple[NotebookFault, ...]:
    """Return what is wrong with a notebook, in the order of the catalogue.

    >>> from nbformat.v4 import new_notebook
    >>> faults_of(Notebook(Path("empty.ipynb"), new_notebook()))[0].rule.id
    'one-title'
    """
    name = notebook.path.as_posix()
    return tuple(
        NotebookFault(name, hit.cell, rule, hit.message)
        for rule in RULES
        for hit in dict.fromkeys(rule.find(notebook))
    )
