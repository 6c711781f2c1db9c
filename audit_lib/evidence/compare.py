"""The door for notebooks: a map against the evidence in a folder, or against a made-up year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ..files.read_evidence import read_evidence
from ..model.data_map import DataMap
from ..model.reconciliation import Reconciliation
from .check import check_evidence
from .rehearsal import rehearse_evidence
from .suppression import THRESHOLD


def compare_with_evidence(
    data_map: DataMap,
    evidence: str | Path | None,
    as_of: dt.date,
    *,
    store: str | Path | None = None,
    threshold: int = THRESHOLD,
) -> Reconciliation:
    """Compare a map with the sources that ``evidence.yaml`` in a folder names.

    Parameters
    ----------
    evidence
        The folder of the map, in which ``evidence.yaml`` stands. Without one, a year is made up, and the
        answer says so.
    as_of
        The day of the report.
    store
        A folder that keeps what is read, so that the next comparison reads only what is new.
    threshold
        Below how many people a figure is to be kept back wherever it is shown.

    Raises
    ------
    InputError
        Everything that is wrong with the sources.

    >>> from audit_lib.graph.example import example_map
    >>> found = compare_with_evidence(example_map(), None, dt.date(2026, 11, 22))
    >>> found.invented, sum(found.verdicts.values()) >= found.observations
    (True, True)
    """
    if evidence is None:
        return rehearse_evidence(data_map, as_of, threshold=threshold)
    folder = Path(evidence)
    return check_evidence(
        data_map,
        read_evidence(folder, data_map),
        folder,
        as_of,
        store=None if store is None else Path(store),
        threshold=threshold,
    )
