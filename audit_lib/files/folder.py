"""The files of a map's folder, each read as YAML, and what stands in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..errors import Fault, MapError, Place, did_you_mean
from .layout import EVIDENCE_FILE, FILES, HOME, MAP_FILE, allowed
from .positions import Path as Way
from .positions import find, locate
from .quoting import plain, quoted
from .strict_yaml import Document, read_yaml
from .text_file import read_text

#: How many bytes one file of a map may have.
MAX_FILE: Final = 40_000_000


class MapFile(NamedTuple):
    """A file of a map that could be read as YAML: its name, what faults call it, its text, what it says."""

    name: str
    shown: str
    text: str
    document: Document


class Mistake(NamedTuple):
    """Something wrong in a file that is YAML; the place is found out later, when all mistakes are known."""

    file: MapFile
    way: Way
    message: str
    is_key: bool = False


class Folder(NamedTuple):
    """What was found in a folder.

    `sections` says for each section in which file it stands, `faults` what could not be read as YAML,
    `mistakes` which sections are unknown, misplaced or repeated, and `unread` which sections may stand in a
    file that could not be read.
    """

    sections: Mapping[str, MapFile]
    faults: tuple[Fault, ...]
    mistakes: tuple[Mistake, ...]
    unread: frozenset[str]

    def raw(self, section: str) -> Any:
        """Return what the file says in a section that was found."""
        return self.sections[section].document.value[section]


def read_folder(root: Path) -> Folder:
    """Return the sections of all files of a map's folder, and everything wrong with the files themselves.

    Raises
    ------
    MapError
        When there is no such folder.

    >>> read_folder(Path("no-such-map"))
    Traceback (most recent call last):
    audit_lib.errors.MapError: no-such-map There is no such folder.
    """
    _refuse_no_folder(root)
    faults = list(_foreign_files(root))
    files: list[MapFile] = []
    unread = set[str]()
    for name in FILES:
        path = root / name
        if name != MAP_FILE and not path.exists() and not path.is_symlink():
            continue
        try:
            files.append(_read_file(root, path))
        except MapError as error:
            faults.extend(error.faults)
            unread.update(allowed(name))
    sections, mistakes = _sections(files)
    return Folder(sections, tuple(faults), tuple(mistakes), frozenset(unread - sections.keys()))


def _refuse_no_folder(root: Path) -> None:
    try:
        if not root.is_dir():
            what = "This is a file; a folder is wanted." if root.exists() else "There is no such folder."
            raise MapError([Fault(Place(plain(str(root))), what)])
        next(root.iterdir(), None)
    except (OSError, ValueError) as failure:
        reason = (getattr(failure, "strerror", None) or str(failure)).lower()
        raise MapError([Fault(Place(plain(str(root))), f"The folder cannot be read: {reason}.")]) from failure


def _foreign_files(root: Path) -> Iterator[Fault]:
    known = (*FILES, EVIDENCE_FILE)
    for path in sorted(root.iterdir()):
        if path.suffix.lower() in {".yaml", ".yml"} and path.name not in known and path.name[0] != ".":
            hint = did_you_mean(f"{path.stem}.yaml", known) or f" Known are {', '.join(known)}."
            shown = str(path.with_name(plain(path.name)))
            yield Fault(Place(shown), f"No file of a map has this name, so it would not be read.{hint}")


def _read_file(root: Path, path: Path) -> MapFile:
    text = read_text(path, MAX_FILE, MapError, inside=root)
    document = read_yaml(text, str(path))
    if document.value is None:
        what = f"The file is empty; it holds sections such as {allowed(path.name)[0]}."
        raise MapError([Fault(Place(str(path)), what)])
    if not isinstance(document.value, dict):
        what = f"{quoted(document.value)} stands here; sections are wanted, such as {allowed(path.name)[0]}."
        raise MapError([Fault(Place(str(path), 1, 1), what)])
    return MapFile(path.name, str(path), text, document)


def _sections(files: list[MapFile]) -> tuple[dict[str, MapFile], list[Mistake]]:
    found: dict[str, MapFile] = {}
    mistakes: list[Mistake] = []
    for file in files:
        for name in file.document.value:
            message = _misplaced(name, file, found)
            if message:
                mistakes.append(Mistake(file, (name,), message, is_key=True))
            else:
                found[name] = file
    return found, mistakes


def _misplaced(name: str, file: MapFile, found: Mapping[str, MapFile]) -> str | None:
    if name not in HOME:
        held = allowed(file.name)
        hint = did_you_mean(name, held) or f" {file.name} holds {', '.join(held)}."
        return f"{plain(name)} is not a known section.{hint}"
    if name not in allowed(file.name):
        either = "" if HOME[name] == MAP_FILE else f" or {MAP_FILE}"
        return f"{name} is not a section of {file.name}: move it to {HOME[name]}{either}."
    if name in found:
        other = found[name]
        line, _ = find(locate(other.text, [(name,)]), (name,), key=True)
        return f"The section {name} also stands in {other.name}, line {line}: keep one of them."
    return None


def place_mistakes(mistakes: list[Mistake]) -> list[Fault]:
    """Return mistakes as faults with lines and columns; each file is gone through once more for that."""
    by_file: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        by_file.setdefault(mistake.file.name, []).append(mistake)
    faults: list[Fault] = []
    for meant in by_file.values():
        spots = locate(meant[0].file.text, [mistake.way for mistake in meant])
        for file, way, message, is_key in meant:
            faults.append(Fault(Place(file.shown, *find(spots, way, key=is_key)), message))
    return faults
