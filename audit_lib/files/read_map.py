"""A folder of YAML files read into a data map, or into the list of everything that is wrong with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ..errors import Fault, MapError, Place
from ..model.collector import collector_paused
from ..model.consistency import Problem, problems
from ..model.data_map import KINDS, DataMap
from ..model.finding import Decision
from ..model.noun import Noun
from ..model.own_fields import LooksAt
from .folder import Folder, Mistake, place_mistakes, read_folder
from .layout import FILES, MAP_FILE
from .placing import listed
from .positions import Path as Way
from .read_rules import OwnRules, folder_fault, read_rules
from .sections import LISTED, Section, label, partly_read, read_section
from .wording import told

#: Sections that hold ids and are no list of entries.
HEADS: Final = ("map", "notice", "risk_model")


def read_map(folder: str | Path) -> DataMap:
    """Return the data map that a folder holds.

    ``map.yaml`` must be there; the other files hold their own sections. Nothing is left unread: a YAML file
    of another name, a section in the wrong file, an unknown field, an id that leads nowhere are faults.
    Files whose names start with a full stop do not count. In a fault an entry is called by its section and
    id, or by its number, from 1, where it has no id. The organisation's own rules are read from the folder
    that ``own_rules`` in the head of the map names.

    Parameters
    ----------
    folder
        The folder; faults and `DataMap.places` name files by it.

    Raises
    ------
    MapError
        With every fault of every file (the first 1,000 of them, and how many more there are).

    >>> read_map("no-such-map")
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-map There is no such folder.
    """
    root = Path(folder)
    with collector_paused():
        found = read_folder(root)
        read = {name: read_section(name, found.raw(name)) for name in found.sections}
        faults = [*found.faults, *_headless(root, found, read)]
        mistakes = [*found.mistakes, *_wrong_entries(found, read)]
        own = _own_rules(root, found, read, mistakes)
        if not faults and not mistakes and not own.faults:
            try:
                return _build(found, read, own)
            except ValidationError:
                mistakes.extend(_inconsistent(found, read))
                if not mistakes:
                    raise
        else:
            mistakes.extend(_inconsistent(found, read))
        raise MapError(_in_order([*faults, *place_mistakes(mistakes)], own.faults, root))


def _build(found: Folder, read: Mapping[str, Section], own: OwnRules) -> DataMap:
    """Make the map; that it is consistent is checked by the noun itself, once."""
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for name, section in read.items():
        file = found.sections[name]
        raw = found.raw(name)
        nouns = [noun for _, noun in section.nouns]
        if name in LISTED:
            values[name] = tuple(nouns)
        elif nouns:
            values[name] = nouns[0]
        for number, noun in section.nouns:
            start = file.document.start(raw[number] if name in LISTED else raw)
            places[_reference(name, noun)] = Place(file.shown, *start)
    places |= {f"own-rule:{rule.id}": place for rule, place in zip(own.rules, own.places, strict=True)}
    return DataMap.model_validate({**values, "own_rules": own.rules, "places": places})


def _own_rules(root: Path, found: Folder, read: Mapping[str, Section], mistakes: list[Mistake]) -> OwnRules:
    """Read the rules from the folder that the head of the map names, if it names one that can be a folder."""
    head = found.raw("map") if "map" in found.sections else None
    name = head.get("own_rules") if isinstance(head, dict) else None
    if not isinstance(name, str) or any(wrong.path[1:] == ("own_rules",) for wrong in read["map"].wrong):
        return OwnRules()
    fault = folder_fault(root, name)
    if fault:
        mistakes.append(Mistake(found.sections["map"], ("map", "own_rules"), f"map.own_rules: {fault}"))
        return OwnRules()
    return read_rules(root, name, _known_ids(found, read))


def _known_ids(found: Folder, read: Mapping[str, Section]) -> dict[LooksAt, frozenset[str]]:
    """Return the ids in the sections that could be read, also those of entries that are wrong elsewhere."""
    ids: dict[LooksAt, frozenset[str]] = {}
    for name in KINDS:
        if name in found.unread or not read.get(name, Section(())).readable:
            continue
        entries = found.raw(name) or () if name in read else ()
        said = (entry.get("id") for entry in entries if isinstance(entry, dict))
        ids[LooksAt(name)] = frozenset(each for each in said if isinstance(each, str))
    return ids


def _reference(section: str, noun: Noun) -> str:
    if section in KINDS:
        return f"{KINDS[section]}:{getattr(noun, 'id', '')}"
    if isinstance(noun, Decision):
        return f"decision:{noun.finding}"
    return f"map:{getattr(noun, 'id', '')}" if section == "map" else f"{section}:{section}"


def _headless(root: Path, found: Folder, read: Mapping[str, Section]) -> Iterator[Fault]:
    if "map" in found.unread or (found.sections.get("map") and (read["map"].nouns or read["map"].wrong)):
        return
    what = 'The section "map" is missing or empty: it names the map and its controller.'
    yield Fault(Place(str(root / MAP_FILE)), what)


def _wrong_entries(found: Folder, read: Mapping[str, Section]) -> Iterator[Mistake]:
    for name, section in read.items():
        file = found.sections[name]
        for path, message, is_key in section.wrong:
            if not path:
                yield Mistake(file, (name,), f"{name}: {message}")
                continue
            number, *rest = path
            way = (name, number, *rest) if name in LISTED else (name, *rest)
            yield Mistake(file, way, told(label(way, found.raw(name)), message), is_key)


def _inconsistent(found: Folder, read: Mapping[str, Section]) -> Iterator[Mistake]:
    """Yield what does not fit between the entries that are right, as far as can be said."""
    seats: dict[str, list[int]] = defaultdict(list)
    entries: list[tuple[str, Any]] = []
    for name in KINDS:
        for number, noun in read[name].nouns if name in read else ():
            reference = _reference(name, noun)
            seats[reference].append(number)
            entries.append((reference, noun))
    heads = [(name, noun) for name in HEADS if name in read for _, noun in read[name].nouns]
    unread = {*found.unread, *(name for name, section in read.items() if not section.readable)}
    partly = list(_partly_right(found, read))
    known = {noun.id: kind for _, noun, kind in partly if noun.id}
    said = list(
        problems(
            entries,
            [*heads, *((reference, noun) for reference, noun, _ in partly)],
            also_known=known,
            unread={KINDS.get(name, name) for name in unread},
        )
    )
    twice = Counter(problem.reference for problem in said if problem.path == ("id",))
    for problem in said:
        way = _way(problem, seats, twice)
        raw = found.raw(str(way[0]))
        yield Mistake(found.sections[str(way[0])], way, f"{label(way, raw)}: {problem.message}")


def _partly_right(found: Folder, read: Mapping[str, Section]) -> Iterator[tuple[str, Any, str]]:
    """Yield what is right in entries that are wrong elsewhere: reference "section#number", entry, kind."""
    for name in KINDS:
        section = read.get(name, Section(()))
        wrong: dict[Any, set[Any]] = defaultdict(set)
        for one in section.wrong:
            if one.path:
                wrong[one.path[0]].update(one.path[1:2])
        for number, fields in wrong.items():
            entry = found.raw(name)[number]
            if isinstance(entry, dict):
                kind = None if "kind" in fields else entry.get("kind")
                people = name == "parties" and kind in (None, "individuals")
                noun = partly_read(name, entry, fields)
                yield f"{name}#{number}", noun, "subject" if people else KINDS[name]


def _way(problem: Problem, seats: Mapping[str, list[int]], twice: Counter[str]) -> Way:
    """Lead to what a problem is about; of entries with one id the last are those that repeat it."""
    reference, path, _ = problem
    if reference in HEADS:
        return (reference, *path)
    if "#" in reference:
        name, _, number = reference.partition("#")
        return (name, int(number), *path)
    section = next(name for name, kind in KINDS.items() if kind == reference.partition(":")[0])
    seat = seats[reference][0]
    if path == ("id",):
        seat = seats[reference][-twice[reference]]
        twice[reference] -= 1
    return (section, seat, *path)


def _in_order(faults: list[Fault], of_rules: tuple[Fault, ...], root: Path) -> list[Fault]:
    """Sort faults as the files are read, own rules last, each once; beyond a thousand they are counted."""
    order = {str(root / name): number for number, name in enumerate(FILES)}
    known = sorted(
        dict.fromkeys(faults), key=lambda fault: (order.get(fault.place.file, -1), fault.place[1:])
    )
    known.extend(dict.fromkeys(of_rules))
    return listed(known, str(root))
