"""All that decides what a run says, each part and the whole as a SHA-256, taken before the run."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from .parameters import Parameter
from .revisions import revision_of_folders
from .runs import Read, Revision, Run, sha256_of
from .secret import is_reference, is_secret, without_secrets

#: Parameters that say where a report writes, and the map, whose hash is its own.
_NOT_READ: Final = ("out", "store", "map")

#: Parameters that are told otherwise: by the hash of the map, on their own, or not at all.
_TOLD_OTHERWISE: Final = ("map", "as_of", "out", "store")

#: How much of a folder is hashed at most.
_MOST_FILES: Final = 5_000
_MOST_BYTES: Final = 2_000_000_000

_PACKAGE: Final = Path(__file__).parents[1]


class Origin(NamedTuple):
    """Where a run comes from, as it was before the run: files that parameters name, revisions, the seed."""

    read: tuple[Read, ...]
    map_revision: Revision | None
    project_revision: Revision | None
    seed: int | None


def origin_of(
    notebook: Path, map_folder: Path, parameters: Mapping[str, Any], known: Mapping[str, Parameter]
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

    >>> origin_of(Path("none.ipynb"), Path("none"), {"seed": 7}, {}).seed
    7
    """
    whole = {**{name: one.default for name, one in known.items()}, **parameters}
    seed = whole.get("seed")
    return Origin(
        read=tuple(files_read(whole)),
        map_revision=revision_of_folders(map_folder),
        project_revision=_project_revision(notebook.parent.absolute()),
        seed=seed if type(seed) is int else None,
    )


def files_read(parameters: Mapping[str, Any]) -> Iterator[Read]:
    """Yield the files and folders that parameters name, with size and hash; secrets are not opened.

    >>> list(files_read({"party": "agency", "top": 5}))
    []
    """
    for name, value in parameters.items():
        if name in _NOT_READ or is_secret(name) or is_reference(value) or not _names_a_path(value):
            continue
        path = Path(value)
        if path.is_file():
            yield Read(parameter=name, bytes=path.stat().st_size, sha256=sha256_of(path))
        elif path.is_dir():
            yield _folder_read(name, path)


def inputs_of(run: Run) -> str:
    """Return one SHA-256 over all that decides what a run says; two runs of the same inputs have the same.

    It is over the hashes of map and notebook, the day, the parameters (a file by what is in it, wherever it
    lies; the notice too), and the versions of packages. Times, places and the commit do not count.

    >>> from audit_lib.reporting.runs import example_run
    >>> inputs_of(example_run()) == inputs_of(example_run().model_copy(update={"failure": "late"}))
    True
    """
    read = {one.parameter: one.sha256 for one in run.read if one.sha256}
    parameters = {
        name: {"sha256": read[name]} if name in read else value
        for name, value in without_secrets(run.parameters).items()
        if name not in _TOLD_OTHERWISE and value is not None
    }
    said = {
        "report": run.report,
        "map": run.data_map.sha256,
        "notebook": run.notebook_sha256,
        "as_of": run.as_of.isoformat(),
        "parameters": parameters,
        "read": read,
        "packages": dict(run.packages),
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


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


def _folder_read(name: str, folder: Path) -> Read:
    """Return the hash of a folder: over the names and hashes of its files; none where it is too large."""
    files = []
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            files.append((path.relative_to(folder).as_posix(), path))
        if len(files) > _MOST_FILES:
            break
    size = sum(path.stat().st_size for _, path in files)
    if len(files) > _MOST_FILES or size > _MOST_BYTES:
        return Read(parameter=name, bytes=size, sha256=None)
    whole = hashlib.sha256()
    for said, path in sorted(files):
        whole.update(f"{said}\0{sha256_of(path)}\n".encode("utf-8", "surrogateescape"))
    return Read(parameter=name, bytes=size, sha256=whole.hexdigest())
