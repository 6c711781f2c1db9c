"""The figures of a run, so that a trend can be drawn without opening its files again."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any, Final

from ..errors import ParameterError
from ..files.read_findings import read_findings
from ..files.text_file import read_text
from ..model.run_figures import FIGURES_FILE, FINDINGS_FILE

_MOST_BYTES: Final = 1_000_000


def figures_in(folder: Path) -> dict[str, int | float]:
    """Return the figures that a run has left: its own, and counts of findings where it kept them.

    Counts are of findings still to be dealt with: ``findings`` and, by severity, those of
    `run_figures.FINDINGS`; ``findings_accepted`` and ``findings_in_hand`` are those decided about.

    Raises
    ------
    ParameterError
        If the report wrote something else than names and numbers.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "figures.json").write_text('{"late": 2}')
    ...     figures_in(Path(folder))
    {'late': 2}
    """
    own = folder / FIGURES_FILE
    found = _own_figures(own) if own.is_file() else {}
    kept = folder / FINDINGS_FILE
    return {**(_counted(kept) if kept.is_file() else {}), **found}


def _counted(file: Path) -> dict[str, int | float]:
    findings = read_findings(file).findings
    grave = Counter(finding.severity.value for finding in findings if finding.counts)
    decided = Counter(finding.status.value for finding in findings if not finding.counts)
    counts: dict[str, int | float] = {"findings": sum(grave.values())}
    counts |= {f"findings_{name}": grave[name] for name in ("high", "medium", "low")}
    return counts | {f"findings_{name.replace('-', '_')}": decided[name] for name in ("accepted", "in-hand")}


def _own_figures(file: Path) -> dict[str, int | float]:
    try:
        said = json.loads(read_text(file, _MOST_BYTES, ParameterError))
    except (ValueError, RecursionError) as error:
        raise ParameterError.at(file.name, "The report wrote figures that are not JSON.") from error
    if not isinstance(said, dict):
        raise ParameterError.at(
            file.name, "The report wrote figures that are no object of names and numbers."
        )
    wrong = [name for name, value in said.items() if not name.strip() or not _is_figure(value)]
    if wrong:
        message = f"The report wrote figures that are no numbers: {', '.join(map(repr, wrong))}."
        raise ParameterError.at(file.name, message)
    return dict(said)


def _is_figure(value: Any) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))
