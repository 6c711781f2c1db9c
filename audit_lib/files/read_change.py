"""A change of a map read from YAML, or the list of everything that is wrong with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..errors import ChangeError, Place, did_you_mean
from ..model.change import (
    Add,
    Change,
    ChangeEntry,
    MoveSystem,
    NarrowFlow,
    Remove,
    ReplaceParty,
    Step,
    StopFlows,
)
from ..model.consistency import problems
from ..model.data_map import KINDS, SECTIONS, DataMap
from ..model.noun import Noun
from .placing import placed, read_fields
from .positions import Path as Way
from .quoting import plain
from .sections import noun_of, partly_read
from .wording import Wrong, misdated, one_step, wrongs

#: How many bytes a change may have.
MAX_CHANGE: Final = 5_000_000

STEP: Final[TypeAdapter[Step]] = TypeAdapter(Step)

#: The fields of each step that name entries, with their kind; without a kind they hold references.
NAMES: Final[Mapping[type[Noun], tuple[tuple[str, str | None], ...]]] = {
    Remove: (("entries", None),),
    ReplaceParty: (("party", "party"), ("by", "party")),
    StopFlows: (("flows", "flow"),),
    NarrowFlow: (("flow", "flow"), ("data", "data")),
    ChangeEntry: (("entry", None),),
    MoveSystem: (("system", "system"),),
}


def read_change(file: str | Path, data_map: DataMap) -> Change:
    """Return the change of a map that a file describes.

    Nothing is left unread: an unknown field, a step that is none, an id that neither the map nor an earlier
    step has, are faults. Whether the map is whole afterwards shows when the change is applied.

    Parameters
    ----------
    file
        The YAML file; faults name it so.
    data_map
        The map that it is a change of.

    Raises
    ------
    ChangeError
        With every fault (the first 1,000 of them, and how many more there are).

    >>> from audit_lib.model.data_map import DataMap
    >>> empty = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}]})
    >>> read_change("no-such-change.yaml", empty)
    Traceback (most recent call last):
    audit_lib.errors.ChangeError: no-such-change.yaml There is no such file.
    """
    path = Path(file)
    wanted = "the fields of a change are wanted: id, title, steps"
    text, document = read_fields(path, MAX_CHANGE, ChangeError, wanted)
    raw = document.value
    change, wrong = _read(raw, data_map)
    if wrong or change is None:
        raise ChangeError(placed(wrong, text, str(path), partial(_label, raw=raw)))
    starts = [Place(str(path), *document.start(step)) for step in raw.get("steps") or ()]
    return change.at(tuple(starts))


def _read(raw: Mapping[str, Any], data_map: DataMap) -> tuple[Change | None, list[Wrong]]:
    """Return the change, if it can be made out, and everything that is wrong with it."""
    wrong = list(_misdated(raw))
    change = None
    try:
        change = Change.model_validate(raw)
        steps = list(enumerate(change.steps))
    except ValidationError as error:
        told = {one.path for one in wrong}
        wrong += [one for one in wrongs(error, Change, raw) if one.path not in told]
        steps = list(_readable(raw))
    return change, wrong + _unfit(steps, raw, data_map)


def _readable(raw: Mapping[str, Any]) -> Iterator[tuple[int, Step]]:
    """Yield the steps that are right, with their numbers."""
    listed = raw.get("steps")
    for number, step in enumerate(listed if isinstance(listed, list) else ()):
        with contextlib.suppress(ValidationError):
            yield number, STEP.validate_python(step)


def _misdated(raw: Mapping[str, Any]) -> Iterator[Wrong]:
    wrong = misdated(raw.get("takes_effect"))
    if wrong:
        yield Wrong(("takes_effect",), wrong)


def _label(path: Way, raw: Any) -> str:
    """Return what a fault calls a value: step by number from 1, entries by their id."""
    shown: list[str] = []
    value = raw
    for step in path:
        value = one_step(value, step)
        name = value.get("id") if isinstance(value, dict) and isinstance(step, int) else None
        shown.append(str(name or step + 1) if isinstance(step, int) else step)
    return plain(".".join(shown)) if shown else ""


class _Known:
    """The entries that a step can name: those of the map, and those that earlier steps added."""

    def __init__(self, data_map: DataMap, raw: Mapping[str, Any]) -> None:
        self.ids: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
        self.new: dict[str, str] = {}
        listed = raw.get("steps")
        for step in listed if isinstance(listed, list) else ():
            self._note(step)
        for reference, entry in data_map.entries():
            self.ids[reference.partition(":")[0]].add(entry.id)

    def _note(self, step: Any) -> None:
        """Note the ids that a step adds, whatever else is wrong with it."""
        for section, kind in KINDS.items():
            entries = step.get(section) if isinstance(step, dict) and step.get("kind") == "add" else None
            for entry in entries if isinstance(entries, list) else ():
                name = entry.get("id") if isinstance(entry, dict) else None
                if isinstance(name, str):
                    people = kind == "party" and entry.get("kind") == "individuals"
                    self.ids[kind].add(name)
                    self.new[name] = "subject" if people else kind

    def misfit(self, kind: str, name: str) -> str | None:
        """Return what is wrong with an id, if anything is."""
        if name in self.ids[kind]:
            return None
        called = "data category" if kind == "data" else kind
        hint = did_you_mean(name, self.ids[kind])
        return f'No {called} has the id "{plain(name)}".{hint}'

    def reference(self, reference: str) -> str | None:
        """Return what is wrong with a reference, if anything is."""
        kind, _, name = reference.partition(":")
        return self.misfit(kind, name)


def _unfit(steps: list[tuple[int, Step]], raw: Mapping[str, Any], data_map: DataMap) -> list[Wrong]:
    """Return what does not fit between the steps and the map."""
    known = _Known(data_map, raw)
    found: list[Wrong] = []
    added: list[_Added] = []
    partly: list[_Added] = []
    for number, step in steps:
        if isinstance(step, Add):
            added += _added(number, step)
        for way, message in _misnamed(step, known):
            if message:
                found.append(Wrong(("steps", number, *way), message))
        if isinstance(step, ChangeEntry):
            wrong = list(_wrong_fields(step, raw["steps"][number]["fields"]))
            found += [Wrong(("steps", number, *one.path), one.message, one.is_key) for one in wrong]
            partly.append(_partly(number, step, wrong))
    return [*found, *_unknown_ids(data_map, added, partly, known.new)]


class _Added(NamedTuple):
    """An entry as the step of a change says it, and the way to it; ids in it may lead nowhere."""

    reference: str
    noun: Any
    way: Way


def _added(number: int, step: Add) -> Iterator[_Added]:
    for section, kind in KINDS.items():
        for at, entry in enumerate(getattr(step, section, ())):
            yield _Added(f"{kind}:{entry.id}", entry, ("steps", number, section, at))


def _misnamed(step: Noun, known: _Known) -> Iterator[tuple[Way, str | None]]:
    """Yield the ids that a step names, each by the way to it, with what is wrong with it if anything is."""
    for field, kind in NAMES.get(type(step), ()):
        value = getattr(step, field)
        for at, name in enumerate(value if isinstance(value, tuple) else (value,)):
            way = (field, at) if isinstance(value, tuple) else (field,)
            yield way, known.misfit(kind, name) if kind else known.reference(name)
    if isinstance(step, ReplaceParty) and step.by == step.party:
        yield ("by",), "A party cannot take its own place."


def _wrong_fields(step: ChangeEntry, raw: Any) -> Iterator[Wrong]:
    """Yield what is wrong with the new values of an entry's fields, each looked at for itself."""
    if "id" in step.fields:
        yield Wrong(("fields", "id"), "An id stays: remove the entry and add another.", is_key=True)
    noun = noun_of(SECTIONS[step.entry.partition(":")[0]])
    try:
        noun.model_validate(step.fields)
    except ValidationError as error:
        for one in wrongs(error, noun, raw):
            if one.path:
                yield Wrong(("fields", *one.path), one.message, one.is_key)


def _partly(number: int, step: ChangeEntry, wrong: list[Wrong]) -> _Added:
    kind, _, name = step.entry.partition(":")
    bad = {str(one.path[1]) for one in wrong if len(one.path) > 1}
    noun = partly_read(SECTIONS[kind], {**step.fields, "id": name, "clauses": []}, bad)
    return _Added(f"{step.entry}#{number}", noun, ("steps", number, "fields"))


def _unknown_ids(
    data_map: DataMap, added: list[_Added], partly: list[_Added], new: Mapping[str, str]
) -> Iterator[Wrong]:
    """Yield ids in new entries and fields that neither the map nor the change has, and dishonest stances."""
    ways = {one.reference: one.way for one in (*added, *partly)}
    listed = [*data_map.entries(), *((one.reference, one.noun) for one in added)]
    read = {one.noun.id for one in added}
    unread = {name: kind for name, kind in new.items() if name not in read}
    looked_at = [(one.reference, one.noun) for one in partly]
    for reference, path, message in problems(listed, looked_at, also_known=unread):
        if reference in ways and not ("#" in reference and path == ("stance",)):
            yield Wrong((*ways[reference], *path), message)
