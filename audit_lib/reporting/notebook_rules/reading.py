"""Notebooks from outside, read with care: whatever the file holds, it is a notebook or one clear line."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat.v4.rwbase import rejoin_lines

from ...errors import AuditError, Fault, InputError, Place
from ...files.read_map import read_map
from ...model.data_map import DataMap
from ...model.noun import Gap
from ..parameters import read_parameters
from .rule import Notebook

#: Bytes that are read at most, and pairs of brackets in each other: no notebook that somebody made has more.
MOST_BYTES: Final = 50_000_000
DEEPEST: Final = 60
MOST_CELLS: Final = 5_000


def read_notebook(path: Path, public: Iterable[str]) -> Notebook:
    """Return a notebook for the rules, with the contacts that its map states of organisations.

    Parameters
    ----------
    path
        The file.
    public
        The names that notebooks may import from the library.

    Raises
    ------
    InputError
        If the file is no notebook; one line says why.

    Examples
    --------
    >>> read_notebook(Path("no-such-file.ipynb"), ())
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such-file.ipynb This file cannot be read: No such file or directory.
    """
    try:
        if path.is_file() and (size := path.stat().st_size) > MOST_BYTES:
            raise _unreadable(path, f"The file has {size:,} bytes; {MOST_BYTES:,} are the most that is read.")
        held = path.read_bytes() if path.is_file() or not path.exists() else None
    except OSError as error:
        raise _unreadable(path, f"This file cannot be read: {error.strerror}.") from error
    if held is None:
        raise _unreadable(path, "This is no regular file.")
    node = _node(path, held)
    return Notebook(path, node, len(held), frozenset(public), _contacts(path))


def _unreadable(path: Path, message: str) -> InputError:
    return InputError([Fault(Place(str(path)), message)])


def _node(path: Path, held: bytes) -> nbformat.NotebookNode:
    try:
        given = json.loads(held.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _unreadable(path, "This is no notebook: it is not written in UTF-8.") from error
    except json.JSONDecodeError as error:
        message = f"This is no notebook: it is not JSON ({error.msg.lower()})."
        raise InputError([Fault(Place(str(path), error.lineno, error.colno), message)]) from error
    except (RecursionError, ValueError) as error:
        said = "brackets stand too deep in each other" if isinstance(error, RecursionError) else "a number"
        raise _unreadable(path, f"This is no notebook: {said} that nothing can read.") from error
    _refuse_shape(path, given)
    try:
        node: nbformat.NotebookNode = rejoin_lines(nbformat.from_dict(given))
        nbformat.validate(copy.deepcopy(node))  # it repairs what it looks at
    except nbformat.ValidationError as error:
        why = " ".join(error.message.split())[:120]
        raise _unreadable(path, f"This is no valid notebook: {why}.") from error
    except Exception as error:  # nbformat raises whatever its schema runs into
        raise _unreadable(path, f"This is no valid notebook: {type(error).__name__}.") from error
    return node


def _no_number(word: str) -> None:
    raise ValueError(word)


def _refuse_shape(path: Path, given: Any) -> None:
    """Stop at what is JSON and no notebook of today, before any other program looks at it."""
    if not isinstance(given, dict) or not isinstance(given.get("nbformat"), int):
        raise _unreadable(path, "This is JSON, but no notebook: it does not say which format it has.")
    if given["nbformat"] != 4:
        version = str(given["nbformat"])[:20]
        raise _unreadable(path, f"This notebook has format {version}; open and save it in JupyterLab.")
    if not isinstance(given.get("nbformat_minor"), int) or not isinstance(given.get("metadata"), dict):
        raise _unreadable(path, "This is no valid notebook: nbformat_minor or metadata are missing.")
    cells = given.get("cells")
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise _unreadable(path, f"This is no valid notebook: it has no list of at most {MOST_CELLS:,} cells.")
    if _deep(given):
        raise _unreadable(path, f"This is no notebook: more than {DEEPEST} brackets stand in each other.")


def _deep(given: Any) -> bool:
    layer = [given]
    for _ in range(DEEPEST):
        inner = (list(one.values()) if isinstance(one, dict) else one for one in layer)
        layer = [each for held in inner for each in held if isinstance(each, dict | list)]
        if not layer:
            return False
    return True


def _contacts(path: Path) -> tuple[str, ...]:
    """Return the contacts of organisations in the map that the notebook names; none if it cannot be read."""
    try:
        given = read_parameters(path).get("map")
        if given is None or not isinstance(given.default, str):
            return ()
        return contacts(read_map(path.parent / given.default))
    except (AuditError, OSError, ValueError):
        return ()


def contacts(data_map: DataMap) -> tuple[str, ...]:
    """Return how the parties of a map can be reached, as far as it states it.

    >>> from audit_lib.graph.example import example_map
    >>> contacts(example_map())
    ()
    """
    return tuple(str(party.contact) for party in data_map.parties if not isinstance(party.contact, Gap))
