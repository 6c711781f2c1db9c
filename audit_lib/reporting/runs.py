"""What has been run: from which map, with which parameters and packages, when, and what came of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import ParameterError
from ..exports.whole_file import write_text
from ..files.text_file import read_text

#: The file that tells of a run, in the folder of its report.
RUN_FILE: Final = "run.json"

#: Whose versions can change what a report says or looks like.
PACKAGES: Final = (
    "privacy-audit-workbench",
    "duckdb",
    "holidays",
    "ipykernel",
    "matplotlib",
    "nbconvert",
    "networkx",
    "numpy",
    "pandas",
    "papermill",
    "pydantic",
    "python-docx",
    "pyyaml",
    "weasyprint",
    "xlsxwriter",
)


#: How many bytes a `run.json` may have.
MAX_RUN: Final = 20_000_000


class _Noun(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Made(_Noun):
    """A file that a run has made: its name, its size in bytes and its hash."""

    name: str
    bytes: int
    sha256: str


class MapUsed(_Noun):
    """The map that a run was made from, as it was when it was read."""

    id: str
    version: str
    sha256: str
    folder: str


class Revision(_Noun):
    """The git commit that a folder stood at, and whether its files said something else than the commit."""

    commit: str
    changed: bool


class Read(_Noun):
    """A file or folder that a parameter named, as it was before the run; no hash where it is too large."""

    parameter: str
    bytes: int
    sha256: str | None


class Run(_Noun):
    """One run of a report; `run.json` holds it. Times are UTC.

    `inputs` is one SHA-256 over all that decides what the run says: two runs of the same inputs have the
    same. `cell_seconds` has one number for each cell of the notebook. What is missing in a file from an
    earlier version is None or empty.
    """

    report: str
    outcome: Literal["finished", "failed"]
    data_map: MapUsed
    as_of: dt.date
    parameters: Mapping[str, Any]
    notebook: str
    notebook_sha256: str
    started: dt.datetime
    ended: dt.datetime
    python: str
    packages: Mapping[str, str]
    files: tuple[Made, ...] = ()
    failure: str | None = None
    inputs: str | None = None
    read: tuple[Read, ...] = ()
    map_revision: Revision | None = None
    project_revision: Revision | None = None
    seed: int | None = None
    case: str | None = None
    cell_seconds: tuple[float, ...] = ()
    figures: Mapping[str, int | float] = {}

    def file(self, suffix: str) -> str | None:
        """Return the name of the file with that ending, such as ``".html"``, if the run made one."""
        return next((made.name for made in self.files if made.name.endswith(suffix)), None)


def files_in(folder: Path) -> tuple[Made, ...]:
    """Return what a run has left in its folder, by name; `run.json` cannot hold its own hash.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.txt").write_bytes(b"123")
    ...     [(made.name, made.bytes) for made in files_in(Path(folder))]
    [('a.txt', 3)]
    """
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / RUN_FILE)
    return tuple(
        Made(name=path.relative_to(folder).as_posix(), bytes=path.stat().st_size, sha256=sha256_of(path))
        for path in found
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, as 64 hexadecimal digits.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as file:
    ...     sha256_of(Path(file.name))[:12]
    'e3b0c44298fc'
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(names: Iterable[str] = PACKAGES) -> dict[str, str]:
    """Return which version of each package is installed.

    >>> versions(["no-such-package"])
    {'no-such-package': 'not installed'}
    """
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def python_version() -> str:
    """Return the interpreter and the system, such as "CPython 3.12.1 on Linux".

    >>> python_version().count(" on ")
    1
    """
    return f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"


def example_run() -> Run:
    """Return a small run of a made-up map, for examples and tests.

    >>> example_run().report
    'risk'
    """
    moment = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
    return Run(
        report="risk",
        outcome="finished",
        data_map=MapUsed(id="kiosk", version="3", sha256="0" * 64, folder="kiosk"),
        as_of=moment.date(),
        parameters={},
        notebook="risk.ipynb",
        notebook_sha256="0" * 64,
        started=moment,
        ended=moment,
        python=python_version(),
        packages={},
    )


def write_run(run: Run, folder: Path) -> Path:
    """Write `run.json` into the folder of the report and return its path."""
    text = json.dumps(run.model_dump(mode="json"), indent=2, ensure_ascii=False)
    return write_text(folder / RUN_FILE, text + "\n")


def read_run(folder: Path) -> Run:
    """Return the run whose folder this is; files from earlier versions are read too.

    Raises
    ------
    ParameterError
        If there is no `run.json`, or it tells of no run.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "run.json").write_text("[]")
    ...     read_run(Path(folder))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: run.json This tells of no run: ...
    """
    path = folder / RUN_FILE
    if folder.is_dir() and not path.exists():
        raise ParameterError.at(str(folder), "No run has left its run.json here; name the folder of a run.")
    text = read_text(path, MAX_RUN, ParameterError)
    try:
        return Run.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        message = f"This tells of no run: {where}: {first['msg'].lower()}."
        raise ParameterError.at(str(path), message) from error
