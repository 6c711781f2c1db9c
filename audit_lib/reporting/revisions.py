"""Which git commit a folder stood at when a run was made, asked of git's objects alone; nothing is fetched.

No filter, hook or monitor of a repository can run: git lists what the commit holds, and the files are hashed
here. Where there is no git, no repository or no commit, there is no revision, and that is no error.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..files.git_revision import HASH, LINK, LISTED, QUIET, REGULAR
from .runs import Revision

#: How long git may take for one answer, in seconds.
_PATIENCE: Final = 20

#: What belongs to a map or to a project though no commit holds it yet.
_OURS: Final = (".yaml", ".yml", ".ipynb", ".py")


def revision_of_folders(*folders: Path) -> Revision | None:
    """Return the commit that folders of one repository stand at, and whether files in them have changed.

    Changed is a file that the commit holds and that is gone or other now, and a YAML, notebook or Python file
    that the commit does not hold. Folders outside the repository of the first are left out.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     revision_of_folders(Path(folder)) is None
    True
    """
    first, *others = folders
    answer = _ask(first, "rev-parse", "--show-toplevel", "HEAD^{commit}") or b""
    top, _, commit = answer.decode("utf-8", "surrogateescape").rstrip("\n").rpartition("\n")
    if not top or not HASH.fullmatch(commit):
        return None
    root = Path(top).resolve()
    inside = [folder.resolve() for folder in (first, *others) if folder.resolve().is_relative_to(root)]
    changed = any(_changed(root, folder, commit) for folder in inside)
    return Revision(commit=commit, changed=changed)


def _changed(root: Path, folder: Path, commit: str) -> bool:
    prefix = folder.relative_to(root).as_posix()
    scope = [] if prefix == "." else ["--", f"{prefix}/"]
    listed = _ask(root, "ls-tree", "--full-tree", "-r", "-z", "-l", commit, *scope)
    held: dict[str, tuple[str, str]] = {}
    for entry in filter(None, (listed or b"").split(b"\0")):
        found = LISTED.fullmatch(entry)
        if found is None:
            return True
        mode, _, blob, _, name = (part.decode("utf-8", "surrogateescape") for part in found.groups())
        held[name] = mode, blob
    if any(not _is_as_held(root / name, mode, blob) for name, (mode, blob) in held.items()):
        return True
    ours = (path for path in folder.rglob("*") if path.suffix in _OURS and path.is_file())
    return any(
        path.relative_to(root).as_posix() not in held
        for path in ours
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _is_as_held(path: Path, mode: str, blob: str) -> bool:
    """Whether a file is what the commit holds; what is itself a repository is not looked into."""
    try:
        if mode == LINK:
            content = os.fsencode(path.readlink())
        elif mode in REGULAR and not path.is_symlink():
            content = path.read_bytes()
        else:
            return mode not in REGULAR
    except OSError:
        return False
    kind = "sha1" if len(blob) == 40 else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == blob


def _ask(at: Path, *asked: str) -> bytes | None:
    """Return what git answers in a folder, or None where it has no answer."""
    program = shutil.which("git")
    if program is None or not at.is_dir():
        return None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    command: Sequence[str] = [program, *QUIET, *asked]
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, arguments as a list, no shell
            command, cwd=at, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
