"""The sections of a map as nouns: what is right is kept, all that is wrong is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from pydantic import TypeAdapter, ValidationError

from ..model.consistency import FIELDS
from ..model.data_map import KINDS, DataMap
from ..model.noun import Noun, Stance
from .positions import Path as Way
from .quoting import plain, quoted
from .wording import Wrong, misdated, wrongs

#: Sections that hold a list of entries; the others hold one noun.
LISTED: Final = (*KINDS, "decisions")

#: Fields that hold a date; pydantic would also take a number of seconds for one.
DATES: Final = {
    "map": (("reviewed_on",), ("accountability", "fee_paid_until")),
    "notice": (("published",), ("read_on",)),
    "activities": (("dpia", "approved_on"),),
    "flows": (("since",), ("until",)),
    "decisions": (("expires",),),
}


class Section(NamedTuple):
    """What a section holds.

    `nouns` are those that are right, each with its number in the file; `wrong` is what is wrong with the
    others, by paths that start with their number (a section of one noun has number 0). A section that should
    be a list and is none is not `readable`.
    """

    nouns: tuple[tuple[int, Noun], ...]
    wrong: tuple[Wrong, ...] = ()
    readable: bool = True


def read_section(section: str, raw: object) -> Section:
    """Return the nouns of a section, and everything that is wrong with it.

    Parameters
    ----------
    section
        Its name, such as "flows".
    raw
        What the file says there: a list of mappings, one mapping, or None for nothing.

    >>> read = read_section("purposes", [{"id": "letting", "name": "Letting", "stance": "recorded"}])
    >>> read.nouns[0][1].name, read.wrong
    ('Letting', ())
    """
    if raw is None:
        return Section(())
    items = raw if section in LISTED else [raw]
    if not isinstance(items, list):
        wrong = Wrong((), f"{quoted(raw)} stands here; a list of entries is wanted.")
        return Section((), (wrong,), readable=False)
    misdated = tuple(_misdated(section, items))
    try:
        nouns = _adapter(section).validate_python(items)
    except ValidationError as error:
        told = {wrong.path for wrong in misdated}
        found = tuple(wrong for wrong in wrongs(error, noun_of(section), items) if wrong.path not in told)
        return _what_is_right(section, items, (*misdated, *found))
    return _what_is_right(section, items, misdated) if misdated else Section(tuple(enumerate(nouns)))


def _what_is_right(section: str, items: list[Any], wrong: tuple[Wrong, ...]) -> Section:
    failed = {one.path[0] for one in wrong}
    good = [number for number in range(len(items)) if number not in failed]
    nouns = _adapter(section).validate_python([items[number] for number in good])
    return Section(tuple(zip(good, nouns, strict=True)), wrong)


def _misdated(section: str, items: list[Any]) -> Iterator[Wrong]:
    for number, item in enumerate(items):
        for way in DATES.get(section, ()):
            value = item
            for field in way:
                value = value.get(field) if isinstance(value, dict) else None
            wrong = misdated(value)
            if wrong:
                yield Wrong((number, *way), wrong)


@cache
def _adapter(section: str) -> TypeAdapter[tuple[Noun, ...]]:
    entries: Any = tuple[noun_of(section), ...]  # type: ignore[misc]
    return TypeAdapter(entries)


@cache
def noun_of(section: str) -> type[Noun]:
    """Return what one entry of a section is.

    >>> noun_of("flows").__name__
    'Flow'
    """
    annotation = DataMap.model_fields["info" if section == "map" else section].annotation
    nouns = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
    return next(part for part in nouns if issubclass(part, Noun))


def partly_read(section: str, entry: dict[str, Any], wrong: Collection[str]) -> Any:
    """Return an entry that holds only what is certain: its id, and those of its ids that are right.

    For looking up where ids lead although the entry cannot be used; its nested values are left out.

    >>> partly_read("rights", {"id": "see", "right": "acces", "team": "desk"}, ["right"]).team
    'desk'
    """
    noun = noun_of(section)
    spelt = {name: field.alias or name for name, field in noun.model_fields.items()}
    given = {name: entry[key] for name, key in spelt.items() if key in entry and key not in wrong}
    held = {name: value for name, value in given.items() if name in FIELDS and _are_ids(value)}
    # What is not known must look empty, and sender and recipient must not look the same.
    unknown = {name: None if name == "recipient" else () for name in FIELDS if name in noun.model_fields}
    stance = given.get("stance") if "clauses" not in wrong else None
    certain = Stance(stance) if isinstance(stance, str) else Stance.RECORDED
    values = {**unknown, **held, "id": given.get("id"), "stance": certain}
    if not isinstance(stance, str):
        values["clauses"] = ()
    return noun.model_construct(**{name: _frozen(value) for name, value in values.items()})


def _are_ids(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def label(way: Way, raw: Any) -> str:
    """Return what a fault calls a value: section, id (or number, from 1) of the entry, and what leads on.

    >>> label(("flows", 0, "data", 1), [{"id": "rent"}])
    'flows.rent.data.2'
    """
    steps = list(way)
    entry = raw[way[1]] if way[0] in LISTED and len(way) > 1 else None
    name = entry.get("finding" if way[0] == "decisions" else "id") if isinstance(entry, dict) else None
    if isinstance(name, str) and name:
        steps[1] = name
    return ".".join(plain(step) if isinstance(step, str) else str(step + 1) for step in steps)
