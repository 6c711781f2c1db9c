"""Rules of what a notebook may use: the public names of the library, a few modules of Python, no network."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...errors import did_you_mean
from .rule import Hit, Notebook

LIBRARY: Final = "audit_lib"

#: Modules that a notebook may import beside the library, and which of their names (none: any).
LISTED: Final[Mapping[str, frozenset[str]]] = {
    "calendar": frozenset(),
    "collections": frozenset(),
    "datetime": frozenset(),
    "itertools": frozenset(),
    "math": frozenset(),
    "os": frozenset({"environ"}),
    "pathlib": frozenset(),
}

#: Ways round the list.
_HIDDEN: Final = frozenset({"__import__", "compile", "eval", "exec", "get_ipython"})
_ADDRESS: Final = re.compile(
    r"^\s*(?:https?|ftps?|sftp|s3|gs|wss?|postgres(?:ql)?|jdbc:\w+)://", re.IGNORECASE
)


def listed_imports(notebook: Notebook) -> Iterator[Hit]:
    """Find what is imported from elsewhere than the library and a short list."""
    for number, _, tree in notebook.code:
        for node in ast.walk(tree) if tree else ():
            yield from (Hit(number, said) for said in _refused(node, notebook.public))


def _refused(node: ast.AST, public: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name not in LISTED or LISTED[alias.name]:
                yield f"`import {alias.name}` is not on the list."
    elif isinstance(node, ast.ImportFrom):
        yield from _refused_from(node, public)
    elif isinstance(node, ast.Name) and node.id in _HIDDEN:
        yield f"`{node.id}` can bring in anything."


def _refused_from(node: ast.ImportFrom, public: frozenset[str]) -> Iterator[str]:
    module, names = node.module or "", [alias.name for alias in node.names]
    if node.level or (module != LIBRARY and module not in LISTED):
        yield f"`from {'.' * node.level}{module} import {', '.join(names)}` is not on the list."
        return
    few = public if module == LIBRARY else LISTED[module]
    for name in names:
        if few and name not in few:
            hint = did_you_mean(name, few) if module == LIBRARY else ""
            yield f"`{name}` is no name that {module} gives to notebooks.{hint}"


def no_network(notebook: Notebook) -> Iterator[Hit]:
    """Find addresses of something in a network."""
    for number, _, tree in notebook.code:
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ADDRESS.match(node.value):
                yield Hit(number, "The code has the address of something in a network.")
