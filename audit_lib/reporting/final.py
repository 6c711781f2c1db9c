"""Where a run stands, whole or failed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

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
