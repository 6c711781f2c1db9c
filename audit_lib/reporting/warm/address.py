"""Where the server of this code is: a socket in a folder of its owner alone, named after the code."""

from __future__ import annotations

import hashlib
import os
import site
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from ...errors import ReportError

#: What keeps the libraries from starting a thread when they are imported: after a fork it would be missing.
_ONE_THREAD: Final = {
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}

#: Settings that a library may read when it is imported: a server is only for callers that have the same.
_READ_AT_IMPORT: Final = (
    "ARROW_",
    "HOME",
    "IPYTHON",
    "JUPYTER",
    "LANG",
    "LC_",
    "LD_",
    "MATPLOTLIB",
    "MPL",
    "NETWORKX",
    "NO_COLOR",
    "NUMEXPR",
    "NX_",
    "PANDAS",
    "PYTHON",
    "TZ",
    "VIRTUAL_ENV",
    "XDG_",
)

#: The longest path of a folder whose sockets have paths that the system takes: 107 bytes in all.
_LONGEST: Final = 75

_PROJECT: Final = Path(__file__).parents[2]


def private_folder() -> Path:
    """Return the folder of the sockets, which nobody but its owner can enter; it is made if it is missing.

    Raises
    ------
    ReportError
        If something stands there that is of another user or open to others, or if its path is too long.
    """
    place = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    folder = Path(place) / f"privacy-audit-warm-{os.getuid()}"
    if len(os.fsencode(folder)) > _LONGEST:
        raise ReportError(f"{folder}: this path is too long for the path of a socket in it.")
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077:
        raise ReportError(f"{folder}: this is not private to its owner, so no socket is put there.")
    return folder


def environment() -> dict[str, str]:
    """Return the environment that a server for this process is started in.

    It is that of this process, with one thread a library, with folders that do not depend on where we are,
    and with the order of sets the same in every run unless this process has said otherwise: what a report
    says shall not depend on it, and two runs shall give the same bytes.

    >>> environment()["OPENBLAS_NUM_THREADS"]
    '1'
    """
    given = {"PYTHONHASHSEED": "0", **os.environ, **_ONE_THREAD}
    if path := given.get("PYTHONPATH"):
        given["PYTHONPATH"] = os.pathsep.join(str(Path(place).absolute()) for place in path.split(os.pathsep))
    return given


def fingerprint(settings: Mapping[str, str]) -> str:
    """Return what the server of this interpreter, this code and these settings is known by.

    It changes when a file of the project is edited, when a package is installed or taken away, and with the
    settings that libraries read when they are imported. Code that has changed is never run from memory.

    Parameters
    ----------
    settings
        The environment of the server.

    Examples
    --------
    >>> fingerprint(environment()) == fingerprint(environment())
    True
    """
    told = hashlib.sha256()
    for part in (*_interpreter(), *_settings(settings), *_code()):
        told.update(part.encode("utf-8", "surrogateescape") + b"\0")
    return told.hexdigest()[:16]


def _interpreter() -> Iterator[str]:
    yield from (sys.executable, sys.version, str(_PROJECT))


def _settings(environment: Mapping[str, str]) -> Iterator[str]:
    for name, value in sorted(environment.items()):
        if name.startswith(_READ_AT_IMPORT):
            yield f"{name}={value}"


def _code() -> Iterator[str]:
    """Return the state of every file of the project and of every folder that packages are installed in."""
    yield from _states(str(_PROJECT))
    for place in site.getsitepackages():
        with suppress(FileNotFoundError):
            yield f"{place} {Path(place).stat().st_mtime_ns}"


def _states(folder: str) -> Iterator[str]:
    """Return name, time, size and number of every file in a folder; a thousand in 5 ms, so no `Path`."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _states(entry.path)
        else:
            with suppress(FileNotFoundError):  # taken away while we were looking
                state = entry.stat()
                yield f"{entry.path} {state.st_mtime_ns} {state.st_size} {state.st_ino}"
