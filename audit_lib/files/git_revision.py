"""A data map as it stood at a git revision, read without touching the work tree.

Git is asked for objects alone: no hook, filter, pager or prompt of a repository can run, nothing is fetched,
and what it answers is bounded.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from ..errors import Fault, MapError, Place
from ..model.data_map import DataMap
from .folder import MAX_FILE
from .quoting import plain
from .read_map import read_map

#: How long git may take for one answer, in seconds.
PATIENCE: Final = 60

#: How many files a map may have at a revision, and how many bytes all together.
MAX_FILES: Final = 2_000
MAX_WHOLE: Final = 200_000_000

#: Settings that keep git from running or fetching anything.
QUIET: Final = (
    "--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never", "-c", "credential.helper=",
)  # fmt: skip

HASH: Final = re.compile(r"[0-9a-f]{40,64}")
REGULAR: Final = ("100644", "100755")
LINK: Final = "120000"
LISTED: Final = re.compile(rb"(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)", re.DOTALL)


class Revision(NamedTuple):
    """A folder at a revision, as "HEAD~1:data_maps/btr" names it; a path "./map" counts from `at`."""

    name: str
    path: str

    def __str__(self) -> str:
        return f"{self.name}:{self.path}"


def revision_of(text: str) -> Revision | None:
    """Return the revision and path that a text names, or None if it names none.

    >>> revision_of("HEAD~1:data_maps/btr")
    Revision(name='HEAD~1', path='data_maps/btr')
    >>> revision_of("data_maps/btr") is None
    True
    """
    name, colon, path = text.partition(":")
    return Revision(name, path) if colon and name else None


def read_revision(revision: Revision, at: str | Path = ".") -> DataMap:
    """Return the data map that a folder held at a revision; faults and places name "REV:path/file".

    Parameters
    ----------
    revision
        The revision, as git names it, and the folder: from the top of the repository, or from `at` where it
        starts with "./".
    at
        A folder in the repository.

    Raises
    ------
    MapError
        When there is no git, no repository, revision or folder, or when the map has faults.

    >>> read_revision(Revision("--upload-pack=x", "map"))
    Traceback (most recent call last):
    audit_lib.errors.MapError: --upload-pack=x:map This is no name of a revision.
    """
    _refuse_names(revision)
    asked = _Git(revision, Path(at))
    commit = asked.line("rev-parse", "--verify", "--quiet", f"{revision.name}^{{commit}}")
    if not HASH.fullmatch(commit):
        raise asked.refused(f'The repository has no revision "{plain(revision.name)}".')
    folder = _from_top(asked)
    named = Revision(revision.name, folder)
    with tempfile.TemporaryDirectory(prefix="privacy-audit-") as made:
        root = Path(made) / "map"
        root.mkdir()
        _unpack(asked, f"{commit}:{folder}" if folder else f"{commit}:", root)
        try:
            found = read_map(root)
        except MapError as error:
            faults = [Fault(_shown(fault.place, root, named), fault.message) for fault in error.faults]
            raise MapError(faults) from None
    places = {reference: _shown(place, root, named) for reference, place in found.places.items()}
    return found.model_copy(update={"places": places})


def read_version(given: str | Path) -> DataMap:
    """Return the data map of a folder, or of a git revision where a text names one and no folder.

    Raises
    ------
    MapError
        As `read_map` and `read_revision` do.

    >>> read_version("HEAD~1:data_maps/no-such-map")
    Traceback (most recent call last):
    audit_lib.errors.MapError: HEAD~1:data_maps/no-such-map ...
    """
    revision = None if Path(given).exists() else revision_of(str(given))
    return read_map(given) if revision is None else read_revision(revision)


def _refuse_names(revision: Revision) -> None:
    odd = not revision.name.isprintable() or len(revision.name) > 300
    if odd or not revision.name or revision.name.startswith("-"):
        raise MapError([Fault(Place(plain(str(revision))), "This is no name of a revision.")])
    if "\0" in revision.path or "\n" in revision.path or ".." in PurePosixPath(revision.path).parts:
        raise MapError([Fault(Place(plain(str(revision))), "This is no path in a repository.")])


def _shown(place: Place, root: Path, revision: Revision) -> Place:
    """Return a place in the temporary folder as one at the revision."""
    path = Path(place.file)
    if not path.is_relative_to(root):
        return place
    rest = path.relative_to(root).as_posix()
    stem = str(revision).rstrip("/")
    joint = "" if stem.endswith(":") else "/"
    return place._replace(file=stem if rest == "." else f"{stem}{joint}{rest}")


class _Git:
    """The git command line, asked about one revision."""

    def __init__(self, revision: Revision, at: Path) -> None:
        self.revision = revision
        self.at = at
        program = shutil.which("git")
        if program is None:
            raise self.refused("Git is not installed here: give two folders instead.")
        self.program = program
        if not at.is_dir():
            raise self.refused(f"{plain(str(at))} is no folder.")
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "SSH_", "LC_", "LANG"))
        } | {
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "LC_ALL": "C",
        }

    def refused(self, why: str) -> MapError:
        """Return the error for something that cannot be read at the revision."""
        here = self.revision.path in (".", "./")
        shown = self.revision._replace(path=str(self.at)) if here else self.revision
        return MapError([Fault(Place(plain_long(str(shown))), why)])

    def ask(self, *arguments: str, most: int = MAX_FILE) -> tuple[int, bytes, str]:
        """Return exit status, answer and complaint of git; an answer is cut off above a number of bytes."""
        command = [self.program, *QUIET, *arguments]
        try:
            with tempfile.TemporaryFile() as complaint:
                process = subprocess.Popen(  # noqa: S603  a fixed program, arguments as a list, no shell
                    command, cwd=self.at, env=self.environment, stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE, stderr=complaint,
                )  # fmt: skip
                answer = _read(process, most)
                complaint.seek(0)
                said = complaint.read(2_000).decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError) as failure:
            raise self.refused(f"Git cannot be run: {plain(str(failure))}.") from failure
        if len(answer) > most:
            raise self.refused(f"Git gives more than {most:,} bytes; no map is that large.")
        return process.returncode, answer, said

    def line(self, *arguments: str) -> str:
        """Return the one line that git answers, or nothing if it has no answer."""
        status, answer, complaint = self.ask(*arguments, most=100_000)
        if status and complaint.strip():
            raise self.refused(f"Git says: {_first(complaint)}")
        return "" if status else answer.decode("utf-8", "surrogateescape").rstrip("\n")


def _read(process: subprocess.Popen[bytes], most: int) -> bytes:
    late = threading.Timer(PATIENCE, process.kill)
    late.start()
    try:
        if process.stdout is None:
            return b""
        answer = process.stdout.read(most + 1)
        if len(answer) > most:
            process.kill()
        process.wait()
        return answer
    finally:
        late.cancel()
        if process.stdout is not None:
            process.stdout.close()
        if process.poll() is None:
            process.kill()
            process.wait()


def _first(complaint: str) -> str:
    """Return the first line of a complaint, without its "fatal: "."""
    first = next((line for line in complaint.splitlines() if line.strip()), "")
    return plain_long(first.removeprefix("fatal: ").removeprefix("error: "))


def plain_long(text: str) -> str:
    r"""Return a line harmless to a terminal, at most 300 characters of it.

    >>> plain_long("red \x1b[31m")
    'red \\x1b[31m'
    """
    return "".join(plain(text[at : at + 50]) for at in range(0, min(len(text), 300), 50))


def _from_top(asked: _Git) -> str:
    """Return the path from the top of the repository, without a slash at the end."""
    path = asked.revision.path
    if path == "." or path.startswith("./"):
        path = asked.line("rev-parse", "--show-prefix") + path.removeprefix(".").removeprefix("/")
    parts = [part for part in PurePosixPath(path).parts if part not in (".", "/")]
    return "/".join(parts)


def _unpack(asked: _Git, tree: str, root: Path) -> None:
    """Write the YAML files of a tree into a folder."""
    status, answer, complaint = asked.ask("ls-tree", "--full-tree", "-r", "-z", "-l", tree)
    if status:
        folder = plain(asked.revision.path)
        gone = "Not a valid object name" in complaint or "not a tree object" in complaint
        why = (
            f'No folder "{folder}" stands there at this revision.'
            if gone
            else f"Git says: {_first(complaint)}"
        )
        raise asked.refused(why)
    left, count = MAX_WHOLE, 0
    for entry in filter(None, answer.split(b"\0")):
        found = LISTED.fullmatch(entry)
        if found is None:
            raise asked.refused("Git answers in a way that is not understood.")
        mode, kind, blob, size, name = (part.decode("utf-8", "surrogateescape") for part in found.groups())
        if not name.lower().endswith((".yaml", ".yml")):
            continue
        _refuse_entry(asked, mode, kind, name)
        count += 1
        left -= int(size)
        if count > MAX_FILES or left < 0:
            most = f"more than {MAX_FILES:,} files or {MAX_WHOLE:,} bytes of YAML"
            raise asked.refused(f"The folder holds {most}; no map is that large.")
        if int(size) > MAX_FILE:
            raise asked.refused(f"{plain(name)} has {int(size):,} bytes; at most {MAX_FILE:,} are read.")
        _write(asked, blob, root, name)


def _refuse_entry(asked: _Git, mode: str, kind: str, name: str) -> None:
    if mode == LINK:
        raise asked.refused(f"{plain(name)} is a link; a map at a revision is read from files alone.")
    parts = PurePosixPath(name).parts
    if kind != "blob" or mode not in REGULAR or ".." in parts or name.startswith("/") or "\\" in name:
        raise asked.refused(f"{plain(name)} is no regular file.")


def _write(asked: _Git, blob: str, root: Path, name: str) -> None:
    status, answer, complaint = asked.ask("cat-file", "blob", blob)
    if status:
        raise asked.refused(f"{plain(name)} cannot be read: {_first(complaint)}")
    path = root.joinpath(*PurePosixPath(name).parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer)
    except (OSError, ValueError) as failure:
        raise asked.refused(f"{plain(name)} cannot be put aside: {plain(str(failure))}.") from failure
