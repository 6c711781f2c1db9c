"""Where a run stands, whole or failed, and where it may stand."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ..errors import OutputError
from .runs import RUN_FILE, Run, sha256_of

#: A run that failed is kept under its name with this ending, beside the one that an earlier run left.
FAILED: str = ".failed"


def failed_beside(final: Path) -> Path:
    """Return where a run is kept that failed.

    >>> failed_beside(Path("reports/btr/risk")).as_posix()
    'reports/btr/risk.failed'
    """
    return final.with_name(f"{final.name}{FAILED}")


def whole_run(folder: Path) -> Run | None:
    """Return the run that stands in a folder, if it finished and every file is as it left it; else None.

    >>> whole_run(Path("no-such-folder"))
    """
    with suppress(OSError, ValueError):
        run = Run.model_validate_json((folder / RUN_FILE).read_text(encoding="utf-8"))
        as_left = all(
            (folder / made.name).stat().st_size == made.bytes and sha256_of(folder / made.name) == made.sha256
            for made in run.files
        )
        return run if as_left and run.outcome == "finished" else None
    return None


def place_in(root: Path, folder: Path) -> str:
    """Return where a folder lies in a root, as "2026-11/risk"; links and ".." lead out and are refused.

    Raises
    ------
    OutputError
        If it lies elsewhere, or is the root itself.

    >>> place_in(Path("reports/btr"), Path("reports/btr/risk"))
    'risk'
    >>> place_in(Path("reports/btr"), Path("reports/btr/../other"))
    Traceback (most recent call last):
    audit_lib.errors.OutputError: reports/btr/../other: this leads out of reports/btr; ...
    """
    lexical, base = (folder, root) if folder.is_relative_to(root) else (folder.absolute(), root.absolute())
    inside = lexical.is_relative_to(base)
    parts = lexical.relative_to(base).parts if inside else ()
    ways = [base.joinpath(*parts[: count + 1]) for count in range(len(parts))]
    if not parts or ".." in parts or any(way.is_symlink() for way in ways):
        raise OutputError(f"{folder}: this leads out of {root}; runs are kept inside it, without links.")
    return "/".join(parts)
