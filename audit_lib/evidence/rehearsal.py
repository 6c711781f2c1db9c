"""A comparison with a made-up year, for who has no logs at hand yet."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ..files.read_evidence import read_evidence
from ..model.data_map import DataMap
from ..model.reconciliation import Reconciliation
from ..model.verdict import Verdict
from .check import check_evidence
from .generate import generate
from .suppression import THRESHOLD

#: How long a made-up year is, in days.
YEAR: Final = 365

#: How often each fault happens in it: as in an organisation that is mostly, and not wholly, in order.
MISTAKES: Final[Mapping[Verdict, int]] = {
    Verdict.UNDECLARED_RECIPIENT: 260,
    Verdict.UNDECLARED_SENDER: 40,
    Verdict.UNDECLARED_CATEGORY: 220,
    Verdict.UNDECLARED_PURPOSE: 150,
    Verdict.PURPOSE_DIFFERS: 90,
    Verdict.ROLE_DIFFERS: 30,
    Verdict.BASIS_DIFFERS: 120,
    Verdict.UNDECLARED_COUNTRY: 240,
    Verdict.OUTSIDE_TIME: 60,
    Verdict.AFTER_RESTRICTION: 25,
    Verdict.AFTER_OBJECTION: 120,
    Verdict.AFTER_DELETION: 15,
    Verdict.NO_CONSENT: 240,
    Verdict.NO_REQUEST: 40,
    Verdict.AFTER_RETENTION: 180,
    Verdict.UNRESOLVED: 90,
}


def rehearse_evidence(  # noqa: PLR0913  what a year can be like
    data_map: DataMap,
    as_of: dt.date,
    *,
    seed: int = 1,
    observations: int = 120_000,
    people: int = 3_000,
    faults: Mapping[Verdict, int] | int = MISTAKES,
    ways: int = 1,
    threshold: int = THRESHOLD,
) -> Reconciliation:
    """Compare a map with a year that is made up from it, with faults put in, and say so in the answer.

    Nothing of it is about anybody, and nothing of it stays on the disk. The same arguments give the same
    answer.

    Parameters
    ----------
    as_of
        The last day of the year, and the day of the report.
    observations, people
        How many disclosures are made up, and how many people they are about.
    faults, ways
        How often each fault happens, as far as the map allows for it, and in how many ways at most.
    threshold
        Below how many people a figure is to be kept back wherever it is shown.

    >>> from audit_lib.graph.example import example_map
    >>> found = rehearse_evidence(example_map(), dt.date(2026, 11, 22), observations=500, people=60, faults=5)
    >>> found.observations, found.invented
    (500, True)
    """
    with tempfile.TemporaryDirectory(prefix="privacy-audit-") as private:
        folder = Path(private) / "year"
        start = as_of - dt.timedelta(days=YEAR - 1)
        generate(
            data_map,
            folder,
            seed=seed,
            events=observations,
            people=people,
            start=start,
            days=YEAR,
            faults=faults,
            ways=ways,
        )
        return check_evidence(data_map, read_evidence(folder, data_map), folder, as_of, threshold=threshold)
