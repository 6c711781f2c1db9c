"""The stop before anything about a person leaves: no file of a bundle may hold what looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ...errors import Fault, InputError, Place
from ...exports.bundle_part import Part
from ...law.personal_marks import personal_marks
from ...model.data_map import DataMap
from ...model.noun import Gap
from .told import Told, told_in

#: More places of one file are counted, not listed.
MOST: Final = 20

#: How much of the name of a place is told.
LONGEST: Final = 60

_QUOTED: Final = re.compile(r'"(.*)"', re.DOTALL)


def refuse_people(parts: Sequence[Part], data_map: DataMap) -> None:
    r"""Stop where a file has what looks like data about a person: the map has it, and must not.

    Every file is read: pages, the cells, sheets and remarks of workbooks, the paragraphs, tables, heads, feet
    and remarks of Word documents, the properties of both, tables and data. What was found is not repeated:
    what kind it is of is told, and where it stands.

    Raises
    ------
    InputError
        With each file and place, up to twenty a file, and how many more there are.

    >>> from audit_lib.graph.example import example_map
    >>> refuse_people([Part("a.csv", b"Owner\nada.okafor@mail.co.uk", "A", "A.")], example_map())
    Traceback (most recent call last):
    audit_lib.errors.InputError: a.csv line 2: this would hold what looks like an e-mail address. ...
    """
    stated = (party.contact for party in data_map.parties)
    allowed = tuple(str(contact) for contact in stated if not isinstance(contact, Gap))

    @lru_cache(maxsize=100_000)
    def kinds(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mark.kind for mark in personal_marks(text, allowed)))

    faults: list[Fault] = []
    for part in parts:
        told = [*told_in(part), Told("its line in the index", f"{part.title}\n{part.about}")]
        marked = [(one.where, kind) for one in told for kind in kinds(one.text)]
        found = dict.fromkeys((_placed(where, named=not kinds(where)), kind) for where, kind in marked)
        faults += _told(part.name, list(found))
    if faults:
        raise InputError(faults)


def _placed(where: str, *, named: bool) -> str:
    """Return a place in short, without the name that the file gives to it if that is a sign itself."""
    return _QUOTED.sub(lambda quoted: f'"{_short(quoted[1])}"' if named else '"…"', where)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"


def _told(name: str, found: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    for where, kind in found[:MOST]:
        at = f"{where}: this" if where else "This"
        yield Fault(
            Place(name),
            f"{at} would hold what looks like {kind}. Take it out of the map, or state it as the contact of "
            "the organisation whose it is (parties.yaml).",
        )
    if len(found) > MOST:
        yield Fault(Place(name), f"{len(found) - MOST:,} more such places are not listed.")
