"""What an average year costs, worked out without chance."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.quantified import State
from .expected import expected
from .figures import figures, spreads
from .stakes import stakes


def average_year(data_map: DataMap, findings: Iterable[Finding]) -> float:
    """Return the loss to expect in a year in GBP, with the measures that are in place.

    It is what `quantify` simulates around, in closed form: the expected number of events of each scenario,
    times the mean of what one costs.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> simulated = quantify(example_map(), [], years=1).current.expected
    >>> abs(average_year(example_map(), []) - simulated) < 0.01
    True
    """
    found = stakes(data_map, sorted(findings, key=lambda finding: finding.id))
    known = spreads(figures(data_map, [stake.id for stake in found]))
    return sum(sum(expected(stake, known, State.CURRENT).values()) for stake in found)
