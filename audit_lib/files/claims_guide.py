"""The vocabulary of claims, as a page for the analyst who maps a notice."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin

from ..model.claim import TypeOfClaim
from ..model.consistency import CALLED, FIELDS
from ..model.noun import Gap, Noun
from .schema import replace_file

_HEAD: Final = """\
# What a sentence of a notice can claim

Each clause in `notice.yaml` says under `claims` what its sentence claims, in this closed vocabulary; the
rules reason over it. A sentence may make several claims, and one that says nothing about data makes none.
Where a field is left out, the sentence does not say. Ids are those of the same map; a list of data categories
that is empty means all data, and a list of recipients, purposes or activities that is empty names none.

This page is made from the model (`audit_lib/model/claim.py`); a test keeps it current.
"""

_GAPS: Final = "words, or " + ", ".join(f"`{gap.value}`" for gap in Gap)


def claims_guide() -> str:
    """Return the page, in Markdown: every kind of claim with its fields, and every closed list of words.

    >>> [line for line in claims_guide().splitlines() if line.startswith("### ")][:2]
    ['### controller-named', '### dpo-named']
    """
    kinds: tuple[type[Noun], ...] = get_args(TypeOfClaim)
    closed = {found.__name__: found for kind in kinds for found in _enums(kind)}
    words = (_words(closed[name]) for name in sorted(closed))
    return "\n".join([_HEAD, "## Kinds", "", *map(_section, kinds), "## Closed lists of words", "", *words])


def write_claims_guide(path: str | Path) -> Path:
    """Write the page to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_claims_guide(Path(folder) / "CLAIMS.md").name
    'CLAIMS.md'
    """
    return replace_file(path, claims_guide())


def _section(kind: type[Noun]) -> str:
    (name,) = get_args(kind.model_fields["kind"].annotation)
    fields = {field: about for field, about in kind.model_fields.items() if field != "kind"}
    rows = [
        f"| `{field}` | {'yes' if about.is_required() else ''} | {_holds(field, about.annotation)} |"
        for field, about in fields.items()
    ]
    table = ["| field | needed | holds |", "|---|---|---|", *rows, ""] if rows else []
    return "\n".join([f"### {name}", "", inspect.cleandoc(kind.__doc__ or ""), "", *table])


def _holds(field: str, annotation: Any) -> str:
    """Say in words what a field holds."""
    many = get_origin(annotation) is tuple
    if field in FIELDS:
        kinds = " or ".join(CALLED.get(kind, kind) for kind in FIELDS[field])
        return f"ids: {kinds}" if many else f"the id of a {kinds}"
    enums = [kind for kind in _types(annotation) if isinstance(kind, type) and issubclass(kind, Enum)]
    if Gap in enums:
        return _GAPS
    if enums:
        return f"one of [{enums[0].__name__}](#{enums[0].__name__.casefold()})"
    if bool in _types(annotation):
        return "`true` or `false`"
    if field == "countries":
        return "countries (ISO 3166-1 alpha-2, such as IN)"
    return "a list of words" if many else "words"


def _types(annotation: Any) -> tuple[Any, ...]:
    """Return the plain types of which an annotation is made."""
    if hasattr(annotation, "__metadata__"):
        return _types(annotation.__origin__)
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return tuple(found for part in get_args(annotation) for found in _types(part))
    return () if get_origin(annotation) is Literal else (annotation,)


def _enums(kind: type[Noun]) -> Iterator[type[Enum]]:
    for field, about in kind.model_fields.items():
        for found in _types(about.annotation) if field not in FIELDS else ():
            if isinstance(found, type) and issubclass(found, Enum) and found is not Gap:
                yield found


def _words(closed: type[Enum]) -> str:
    values = ", ".join(f"`{member.value}`" for member in closed)
    return "\n".join([f"### {closed.__name__}", "", inspect.cleandoc(closed.__doc__ or ""), "", values, ""])
