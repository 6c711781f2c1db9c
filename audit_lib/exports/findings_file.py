"""The findings of a report as a file: its page counts them, and the next report is set against them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..model.audit import Audit
from ..model.finding import Finding
from ..model.run_figures import EARLIER_FILE, FINDINGS_FILE
from .whole_file import write_text


def write_findings(
    audit: Audit,
    folder: str | Path,
    findings: Sequence[Finding] | None = None,
    *,
    before: Audit | None = None,
) -> Path:
    """Write findings to `findings.json` in the folder of a report, and return the file.

    The page of the report counts them, and leads from each to what it rests on. The form is that of
    ``check --format json``.

    Parameters
    ----------
    audit
        What the report is about.
    folder
        The folder of the report.
    findings
        Those of its findings that the report shows; without it, all.
    before
        The audit of an earlier version that this one is set against, kept as `earlier.json`: the page then
        counts what is new and what is closed. Both files then carry the entries that findings rest on, for
        the map that the page is of holds those of one version at most.

    Raises
    ------
    OutputError
        If a file cannot be written.

    Examples
    --------
    >>> import datetime as dt, tempfile
    >>> from audit_lib import read_findings, run_audit
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     len(read_findings(write_findings(audit, folder, audit.findings[:2])).findings)
    2
    """
    shown = audit if findings is None else audit.model_copy(update={"findings": tuple(findings)})
    if before is not None:
        _write(before, Path(folder) / EARLIER_FILE, entries=True)
    return _write(shown, Path(folder) / FINDINGS_FILE, entries=before is not None)


def _write(audit: Audit, file: Path, *, entries: bool) -> Path:
    said = audit.as_json()
    if entries:
        from .page_told import entries_of  # noqa: PLC0415 - what draws comes with it, and few reports need it

        said["entries"] = entries_of(said["findings"], audit.data_map)
    return write_text(file, f"{json.dumps(said, indent=2, ensure_ascii=True)}\n")
