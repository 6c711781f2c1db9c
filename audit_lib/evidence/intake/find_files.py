"""The files of a source, found by the patterns that the map gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from ...errors import Fault, Place
from ...files.quoting import plain, quoted
from ...model.evidence_source import Source
from ...model.finding import Skipped

#: How many files a source may have.
MOST_FILES: Final = 10_000


class Found(NamedTuple):
    """A file of a source, how messages name it, and what its rows without an id are called by."""

    path: Path
    shown: str
    stem: str


def find_files(
    source: Source, root: Path, replaced: Sequence[Path] | None = None
) -> tuple[list[Found], list[Fault]]:
    """Return the files of a source in the order of their names, and what is wrong with them.

    Without `replaced`, the patterns of the source are looked for within the folder of the map and never
    outside it. No file at all is no fault here.

    >>> source = Source(id="log", kind="ends", name="Log", format="csv", files=("../*.csv",))
    >>> _, faults = find_files(source, Path("."))
    >>> print(faults[0].message)
    The source log looks for "../*.csv" outside the folder of the map: name files outside on the command line.
    """
    if replaced is not None:
        paths, faults = _stated(source, replaced)
    else:
        paths, faults = _matched(source, root)
    if len(paths) > MOST_FILES:
        what = (
            f"The source {source.id} has {len(paths):,} files; {MOST_FILES:,} can be read. Join some of them."
        )
        return [], [*faults, Fault(Place(source.id), what)]
    stems = [path.stem for path in paths]
    unique = len(set(stems)) == len(stems)
    found = []
    for path in paths:
        shown = _shown(path, root)
        stem = path.stem if unique else str(PurePosixPath(shown).with_suffix(""))
        found.append(Found(path, plain_path(shown), stem))
    return found, faults


def no_file(source: Source) -> Skipped:
    """Return what is told of a source whose patterns find nothing.

    >>> no_file(Source(id="log", kind="ends", name="Log", format="csv", files=("a/*.csv",))).why
    'No file matches "a/*.csv".'
    """
    why = f"No file matches {', '.join(quoted(pattern) for pattern in source.files) or 'it'}."
    return Skipped(what=f"source {source.id}", why=why)


def plain_path(shown: str) -> str:
    r"""Return a path as a message shows it, each part short and harmless.

    >>> plain_path("logs/a\x1b.csv")
    'logs/a\\x1b.csv'
    """
    return "/".join(plain(part) for part in shown.split("/"))


def _shown(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _stated(source: Source, paths: Sequence[Path]) -> tuple[list[Path], list[Fault]]:
    found, faults = [], []
    for path in paths:
        if path.is_file():
            found.append(path)
        else:
            what = "This is not a file." if path.exists() else "There is no such file."
            faults.append(
                Fault(Place(plain_path(str(path))), f"{what} It was given for the source {source.id}.")
            )
    return sorted(set(found)), faults


def _matched(source: Source, root: Path) -> tuple[list[Path], list[Fault]]:
    found: set[Path] = set()
    faults = []
    inside = root.resolve()
    for pattern in source.files:
        if PurePosixPath(pattern).is_absolute() or ".." in PurePosixPath(pattern).parts:
            what = f"The source {source.id} looks for {quoted(pattern)} outside the folder of the map:"
            faults.append(Fault(Place(source.id), f"{what} name files outside on the command line."))
            continue
        try:
            matches = [path for path in root.glob(pattern) if path.is_file()]
        except (ValueError, NotImplementedError, OSError):
            what = f"The source {source.id} has files: {quoted(pattern)}, which is no pattern."
            faults.append(Fault(Place(source.id), f'{what} Write one such as "logs/*.csv".'))
            continue
        for path in matches:
            if path.resolve().is_relative_to(inside):
                found.add(path)
            else:
                what = "This leads outside the folder of the map: name files outside on the command line."
                faults.append(Fault(Place(plain_path(_shown(path, root))), what))
    return sorted(found), faults
