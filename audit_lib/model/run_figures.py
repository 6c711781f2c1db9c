"""What a run leaves to be counted: the names of its files, of its figures, and what a reader calls these."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

#: What a run found, as ``privacy-audit check --format json`` prints it; what that was
#: set against, if anything; and figures of its own, as one object of names and numbers.
FINDINGS_FILE: Final = "findings.json"
EARLIER_FILE: Final = "earlier.json"
FIGURES_FILE: Final = "figures.json"


class RunFigure(NamedTuple):
    """A figure: what a reader calls it, and whether more of it is worse."""

    words: str
    more_is_worse: bool = True


#: The figures that reports write to `figures.json`, by name. Others may stand there; nobody counts on them.
FIGURES: Final[Mapping[str, RunFigure]] = MappingProxyType(
    {
        "requests_overdue": RunFigure("overdue requests"),
        "requests_open": RunFigure("open requests"),
        "requests_late": RunFigure("answered late"),
        "requests_in_time": RunFigure("answered in time", more_is_worse=False),
        "disclosures_undeclared": RunFigure("undeclared disclosures"),
        "disclosures_unsettled": RunFigure("disclosures that cannot be settled"),
        "disclosures_declared": RunFigure("declared disclosures", more_is_worse=False),
    }
)

#: What a run's findings are counted as, from its `findings.json`.
FINDINGS: Final[Mapping[str, RunFigure]] = MappingProxyType(
    {
        "findings_high": RunFigure("high findings"),
        "findings_medium": RunFigure("medium findings"),
        "findings_low": RunFigure("low findings"),
    }
)
