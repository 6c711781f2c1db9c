"""What a report keeps for the next one: its findings, and which earlier findings it was set against."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ..audit import run_audit
from ..errors import ParameterError
from ..exports.findings_file import write_findings
from ..exports.whole_file import write_bytes
from ..files.read_findings import read_findings
from ..model.data_map import DataMap
from ..model.run_figures import EARLIER_FILE, FINDINGS_FILE
from .runs import RUN_FILE

#: The parameter by which a report notebook asks for the findings of an earlier run.
PARAMETER: Final = "earlier"


def keep_findings(
    data_map: DataMap, as_of: dt.date, notice: str | None, activity: str | None, folder: Path
) -> Path:
    """Write `findings.json` into the folder of a report and return its path.

    >>> import tempfile
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kept = keep_findings(example_map(), dt.date(2026, 11, 22), None, None, Path(folder))
    ...     read_findings(kept).map_id == example_map().info.id
    True
    """
    return write_findings(run_audit(data_map, as_of, notice, activity=activity), folder)


def bring_earlier(
    previous: Path, data_map: DataMap, as_of: dt.date, parameters: Mapping[str, Any], folder: Path
) -> Path | None:
    """Copy the findings that a new report is set against into its folder, and return the copy.

    They are those of the run that stands in `previous`, if it was of the same map and activity. A run that
    is repeated (same content of the map, same day) is set against what the first was set against, so that it
    says the same again.

    >>> import tempfile
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     bring_earlier(Path(folder) / "none", example_map(), dt.date(2026, 11, 22), {}, Path(folder))
    """
    run = _run_in(previous)
    if run is None or run["data_map"]["id"] != data_map.info.id:
        return None
    if run["parameters"].get("activity") != parameters.get("activity"):
        return None
    again = run["data_map"]["sha256"] == data_map.sha256 and run["as_of"] == as_of.isoformat()
    kept = previous / (EARLIER_FILE if again else FINDINGS_FILE)
    try:
        read_findings(kept, data_map.info.id)
    except ParameterError:
        return None  # a run from before findings were kept, or a file that somebody has changed since
    return write_bytes(folder / EARLIER_FILE, kept.read_bytes())


def _run_in(folder: Path) -> dict[str, Any] | None:
    """Return what `run.json` says, if it is one that can be used."""
    try:
        run = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
        found: dict[str, Any] = {name: run[name] for name in ("data_map", "parameters", "as_of")}
        return found if {"id", "sha256"} <= found["data_map"].keys() else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
