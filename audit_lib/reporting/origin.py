"""Where a run comes from, taken before it: the files it reads, commits, the seed; and how long cells take."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from .parameters import Parameter
from .revisions import revision_of_folders
from .runs import Read, Revision, sha256_of
from .secret import is_reference, is_secret

#: The parameters that name a folder in which a report keeps something for its next run.
KEPT_BY_REPORTS: Final = ("store",)

#: Parameters that say where a report writes, and the map, whose hash is its own.
_NOT_READ: Final = ("out", *KEPT_BY_REPORTS, "map")

#: How much of a folder is hashed at most.
_MOST_FILES: Final = 5_000
_MOST_BYTES: Final = 2_000_000_000

_PACKAGE: Final = Path(__file__).parents[1]

#: Tells the size and the hash of what is in a file or folder.
Content = Callable[[Path], tuple[int, str | None]]


class Origin(NamedTuple):
    """Where a run comes from, as it was before the run: files that parameters name, revisions, the seed."""

    read: tuple[Read, ...]
    map_revision: Revision | None
    project_revision: Revision | None
    seed: int | None


class Revisions(NamedTuple):
    """The commits that a map, and notebooks and package, stood at; None where there is no repository."""

    of_map: Revision | None
    of_project: Revision | None


def revisions_of(notebooks: Path, map_folder: Path) -> Revisions:
    """Return the commits that the folder of notebooks and a map stand at, as git on this machine has them.

    >>> revisions_of(Path("none"), Path("none")).of_map is None
    True
    """
    return Revisions(revision_of_folders(map_folder), _project_revision(notebooks.absolute()))


def origin_of(
    notebook: Path,
    map_folder: Path,
    parameters: Mapping[str, Any],
    known: Mapping[str, Parameter],
    revisions: Revisions | None = None,
) -> Origin:
    """Return where a run is about to come from.

    Parameters
    ----------
    notebook, map_folder
        What is run, and on which map.
    parameters
        What is given to the notebook.
    known
        What the notebook declares; what it reads unless told is read too.
    revisions
        The commits, if they were found already: what was sent to another machine is in no repository there.

    >>> origin_of(Path("none.ipynb"), Path("none"), {"seed": 7}, {}).seed
    7
    """
    whole = {**{name: one.default for name, one in known.items()}, **parameters}
    seed, revisions = whole.get("seed"), revisions or revisions_of(notebook.parent, map_folder)
    return Origin(
        read=tuple(files_read(whole)),
        map_revision=revisions.of_map,
        project_revision=revisions.of_project,
        seed=seed if type(seed) is int else None,
    )


def files_read(parameters: Mapping[str, Any], content: Content | None = None) -> Iterator[Read]:
    """Yield the files and folders that parameters name, with size and hash; secrets are not opened.

    Parameters
    ----------
    parameters
        Names and values.
    content
        What tells the size and the hash, if it is not `content_of`.

    >>> list(files_read({"party": "agency", "top": 5}))
    []
    """
    content = content or content_of
    for name, value in parameters.items():
        if name in _NOT_READ or is_secret(name) or is_reference(value) or not _names_a_path(value):
            continue
        if Path(value).exists():
            size, sha256 = content(Path(value))
            yield Read(parameter=name, bytes=size, sha256=sha256)


class CellClock:
    """How long each cell takes: given to the engine in place of who wants to know how far a run is.

    >>> clock = CellClock()
    >>> for done in range(3):
    ...     clock(done, 2)
    >>> len(clock.seconds)
    2
    """

    def __init__(self) -> None:
        self._taken: dict[int, float] = {}
        self._begun: float | None = None
        self._cell = 0
        self._of = 0

    def __call__(self, done: int, of: int) -> None:
        """Hear that so many cells are done."""
        now = time.monotonic()
        if self._begun is not None:
            self._taken[self._cell] = self._taken.get(self._cell, 0.0) + now - self._begun
        self._begun, self._cell, self._of = now, done, of

    @property
    def seconds(self) -> tuple[float, ...]:
        """Seconds a cell, as far as the run came; a cell that does nothing has 0."""
        reached = min(self._of, max(self._taken, default=-1) + 1)
        return tuple(round(self._taken.get(cell, 0.0), 3) for cell in range(reached))


@lru_cache(maxsize=32)
def _project_revision(notebooks: Path) -> Revision | None:
    """Return the commit of notebooks and package, asked once a process: its code was loaded once too."""
    return revision_of_folders(notebooks, _PACKAGE)


def _names_a_path(value: object) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value and ("/" in value or "." in value)


def content_of(path: Path) -> tuple[int, str | None]:
    """Return the size of a file or folder and the hash of what is in it; no hash where it is too large.

    That of a folder is over the names and hashes of its files, but for those whose names begin with a dot.

    >>> content_of(Path("no-such-file"))
    (0, None)
    """
    if path.is_file():
        return path.stat().st_size, sha256_of(path)
    if not path.is_dir():
        return 0, None
    files = []
    for found in path.rglob("*"):
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts):
            files.append((found.relative_to(path).as_posix(), found))
        if len(files) > _MOST_FILES:
            break
    size = sum(found.stat().st_size for _, found in files)
    if len(files) > _MOST_FILES or size > _MOST_BYTES:
        return size, None
    whole = hashlib.sha256()
    for said, found in sorted(files):
        whole.update(f"{said}\0{sha256_of(found)}\n".encode("utf-8", "surrogateescape"))
    return size, whole.hexdigest()
