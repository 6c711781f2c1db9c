"""What an occasion is set against: the findings of the same case at the last good occasion of its job."""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path, PurePosixPath

from ...errors import InputError
from ...files.read_findings import read_findings
from ...files.read_map import read_map
from ..earlier import FINDINGS_FILE, PARAMETER
from ..runs import RUN_FILE
from .records import occasions
from .wanted import Wanted


def last_good(folder: Path, before: str) -> str | None:
    """Return the name of the last occasion of a job, with all its cases, that ended well before another.

    >>> last_good(Path("no-such-job"), "2026-03-30T060000Z")
    """
    good = (one.occasion for one in occasions(folder) if one.outcome == "finished" and not one.cases)
    return next((name for name in good if name < before), None)


def set_against(wanted: Wanted, root: Path, before: str | None, known: Container[str]) -> Wanted:
    """Give a run the findings of the same case at an earlier occasion, if its report asks for them.

    Those of another map, or that somebody has changed since, are left.

    Parameters
    ----------
    wanted
        The run.
    root
        The output root.
    before
        The name of the earlier occasion, if there is one.
    known
        The parameters that the report declares.
    """
    if before is None or PARAMETER not in known:
        return wanted
    job, _, case, report = wanted.folder.parts
    folder = root / PurePosixPath(job, before, case, report)
    try:
        run = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
        if run["data_map"]["folder"] != wanted.map_folder.as_posix():
            return wanted
        read_findings(folder / FINDINGS_FILE, read_map(wanted.map_folder).info.id)
    except (InputError, OSError, ValueError, KeyError, TypeError):
        return wanted
    given = {**wanted.parameters, PARAMETER: (folder / FINDINGS_FILE).as_posix()}
    return wanted._replace(parameters=given)
