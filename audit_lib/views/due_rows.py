"""What was due for deletion and what became of it, in words and names: for tables, pages and workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ..evidence.due_told import due_told
from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.reconciliation import Reconciliation
from ..model.retention import Retention
from ..model.words import lasting
from .evidence_figures import HIDDEN, told
from .evidence_words import called
from .lettering import one_line

#: What stands where nothing that a rule governs was deleted by anybody.
NOBODY: Final = "no deletion logged by anybody"


class DueRow(NamedTuple):
    """A rule of retention, a holder and a category: how many people were due, and what became of the data."""

    rule: str
    period: str
    clauses: str
    holder: str
    data: str
    logs: str
    due: str
    in_time: str
    late: str
    unlogged: str
    longest: str

    @property
    def delay(self) -> str:
        """The longest delay with its unit."""
        if self.longest in ("", HIDDEN):
            return self.longest
        return "1 day" if self.longest == "1" else f"{self.longest} days"


def due_rows(reconciliation: Reconciliation) -> Iterator[DueRow]:
    """Yield what was due for deletion, rule by rule in the order of the map, small figures hidden.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> list(due_rows(example_reconciliation()))
    []
    """
    data_map = reconciliation.data_map
    rules = {rule.id: rule for rule in data_map.retention}
    known = due_told(reconciliation.due, reconciliation.late, reconciliation.threshold)
    for one in known:
        rule, of = rules[one.of.rule], one.of
        longest = "" if one.longest is None else f"{one.longest:,}"
        yield DueRow(
            one_line(rule.name, 120),
            _period(rule),
            _clauses(data_map, rule),
            called(data_map, "party", of.sender) if of.sender else NOBODY,
            called(data_map, "data", of.data) if of.data else _governed(data_map, rule),
            "\n".join(one_line(name, 80) for name in of.sources),
            told(one.due),
            told(one.in_time),
            told(one.late),
            told(one.unlogged),
            HIDDEN if one.late is None else longest,
        )


def _period(rule: Retention) -> str:
    period = lasting(str(rule.period))
    return period if isinstance(rule.starts, Gap) else f"{period} from: {one_line(rule.starts, 160)}"


def _clauses(data_map: DataMap, rule: Retention) -> str:
    """Return which sentences of the notice set the period, by heading and place."""
    found = [data_map.clause[name] for name in rule.clauses if name in data_map.clause]
    lines = [f"clause {one.place}: {one_line(one.heading, 120)}" for one in found]
    return "\n".join(lines) or f"no clause of the notice ({rule.stance.value})"


def _governed(data_map: DataMap, rule: Retention) -> str:
    return ", ".join(called(data_map, "data", name) for name in rule.data) or "everything in the map"
