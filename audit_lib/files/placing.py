"""A file of YAML with fields, and what is wrong in it as faults: each once, in the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path as FilePath
from typing import Any, Final

from ..errors import Fault, InputError, MapError, Place
from .positions import Path, find, locate
from .quoting import plain, quoted
from .strict_yaml import Document, read_yaml
from .text_file import read_text
from .wording import Wrong, one_step, told

#: How many faults are listed; the others are counted.
MAX_LISTED: Final = 1_000


def read_fields(path: FilePath, limit: int, error: type[InputError], wanted: str) -> tuple[str, Document]:
    """Return the text of a file that is one mapping of fields, and what it says.

    Parameters
    ----------
    path, limit, error
        As `read_bytes` has them.
    wanted
        What to say if something else stands there.

    Raises
    ------
    InputError
        Of the class `error`, with every fault.

    >>> from audit_lib.errors import ChangeError
    >>> read_fields(FilePath("no-such-file.yaml"), 1_000, ChangeError, "the fields of a change are wanted")
    Traceback (most recent call last):
    audit_lib.errors.ChangeError: no-such-file.yaml There is no such file.
    """
    text = read_text(path, limit, error)
    try:
        document = read_yaml(text, str(path))
    except MapError as found:
        raise error(found.faults) from None
    if not isinstance(document.value, dict):
        what = f"{quoted(document.value)} stands here; {wanted}."
        raise error([Fault(Place(str(path), 1, 1), what)])
    return text, document


def placed(wrong: Sequence[Wrong], text: str, file: str, called: Callable[[Path], str]) -> list[Fault]:
    r"""Return what is wrong with a text as faults, in its order, and the first thousand of them.

    Parameters
    ----------
    wrong
        The ways to the values, and what is wrong with each.
    text, file
        The text, and what a fault calls the file that holds it.
    called
        What a fault calls the value at the end of a way; nothing where that is the whole file.

    >>> faults = placed([Wrong(("to",), "is missing")], "from: a\nto:", "f.yaml", lambda way: ".".join(way))
    >>> str(faults[0])
    'f.yaml:2:4 to is missing'
    """
    spots = locate(text, [one.path for one in wrong])
    faults = []
    for path, message, is_key in wrong:
        name = called(path)
        place = Place(file, *find(spots, path, key=is_key))
        faults.append(Fault(place, told(name, message) if name else message))
    return listed(sorted(dict.fromkeys(faults), key=lambda fault: fault.place[1:]), file)


def listed(faults: Iterable[Fault], file: str) -> list[Fault]:
    """Return the first thousand of some faults, each once, and how many more there are.

    >>> [fault.message for fault in listed([Fault(Place("f"), str(n)) for n in range(1_002)], "f")][-2:]
    ['999', '2 more faults are not listed.']
    """
    once = list(dict.fromkeys(faults))
    if len(once) <= MAX_LISTED:
        return once
    return [*once[:MAX_LISTED], Fault(Place(file), f"{len(once) - MAX_LISTED:,} more faults are not listed.")]


def by_id(way: Path, raw: Any) -> str:
    """Return what a fault calls a value in a list of entries: the entry by id, or by number from 1.

    >>> by_id(("jobs", 0, "map"), {"jobs": [{"id": "weekly"}]}), by_id(("jobs", 1), {"jobs": ["", ""]})
    ('jobs.weekly.map', 'jobs.2')
    """
    steps = list(way)
    if len(way) > 1 and isinstance(way[1], int):
        entry = one_step(one_step(raw, way[0]), way[1])
        name = entry.get("id") if isinstance(entry, dict) else None
        steps[1] = name if isinstance(name, str) and name else way[1]
    return ".".join(plain(step) if isinstance(step, str) else str(step + 1) for step in steps)
