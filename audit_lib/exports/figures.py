"""What a report leaves for the next ones beside its page: figures to follow from run to run, and findings."""

from __future__ import annotations

import json
from pathlib import Path

from ..evidence.suppression import is_small
from ..model.reconciliation import Reconciliation
from ..model.request_figures import Figures
from ..model.run_figures import FIGURES_FILE, FINDINGS_FILE
from ..model.verdict import COVERED, Verdict
from ..views.evidence_figures import figures as shown
from .whole_file import write_text


def write_figures(answer: Figures | Reconciliation, folder: str | Path) -> Path:
    """Write the figures of an answer to `figures.json` in the folder of a report, and return the file.

    Of requests: `requests_overdue`, `requests_open`, `requests_late`, `requests_in_time`. Of evidence:
    `disclosures_undeclared`, `disclosures_declared`, `disclosures_unsettled`, as far as they may be told;
    and `findings.json` with what an auditor would report, in the form of ``check --format json``.

    Raises
    ------
    OutputError
        If a file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = write_figures(example_reconciliation(), folder)
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['figures.json', 'findings.json']
    """
    if isinstance(answer, Reconciliation):
        _write(Path(folder) / FINDINGS_FILE, _findings(answer))
        return _write(Path(folder) / FIGURES_FILE, _of_evidence(answer))
    return _write(Path(folder) / FIGURES_FILE, _of_requests(answer))


def _write(file: Path, said: object) -> Path:
    return write_text(file, json.dumps(said, indent=2, ensure_ascii=True) + "\n")


def _of_requests(figures: Figures) -> dict[str, int]:
    whole = figures.total
    return {
        "requests_overdue": whole.overdue,
        "requests_open": whole.open,
        "requests_late": whole.late,
        "requests_in_time": whole.in_time,
    }


def _of_evidence(found: Reconciliation) -> dict[str, int]:
    """Return what may be told: left out is a figure about few people, and one that would give it away."""
    totals = shown(found).totals
    declared = [totals.get(verdict, 0) for verdict in COVERED]
    unsettled = totals.get(Verdict.UNRESOLVED, 0)
    told: dict[str, int] = {}
    if None not in declared:
        told["disclosures_declared"] = sum(number or 0 for number in declared)
    if unsettled is not None:
        told["disclosures_unsettled"] = unsettled
    undeclared = found.observations - sum(told.values())
    if len(told) == 2 and not is_small(undeclared, None, found.threshold):
        told["disclosures_undeclared"] = undeclared
    return told


def _findings(found: Reconciliation) -> dict[str, object]:
    return {
        "map": found.data_map.stamp,
        "as_of": found.as_of.isoformat(),
        "findings": [finding.as_json() for finding in found.findings],
        "skipped": [skipped.model_dump() for skipped in found.skipped],
    }
