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

from pydantic import BaseModel, ConfigDict

from ..exports.whole_file import write_text

#: The file that tells of a run, in the folder of its report.
RUN_FILE: Final = "run.json"

#: Whose versions can change what a report says or looks like.
PACKAGES: Final = (
    "privacy-audit-workbench",
    "ipykernel",
    "matplotlib",
    "nbconvert",
    "networkx",
    "numpy",
    "pandas",
    "papermill",
    "pydantic",
    "pyyaml",
    "xlsxwriter",
)


class Made(BaseModel):
    """A file that a run has made: its name, its size in bytes and its hash."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    bytes: int
    sha256: str


class MapUsed(BaseModel):
    """The map that a run was made from, as it was when it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    version: str
    sha256: str
    folder: str


class Run(BaseModel):
    """One run of a report; `run.json` holds it. Times are UTC."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != RUN_FILE)
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


def write_run(run: Run, folder: Path) -> Path:
    """Write `run.json` into the folder of the report and return its path."""
    text = json.dumps(run.model_dump(mode="json"), indent=2, ensure_ascii=False)
    return write_text(folder / RUN_FILE, text + "\n")
