"""What invented logs show of the small example map, for the examples of the pictures and tables."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ..graph.example import example_map
from ..model.reconciliation import (
    Group,
    Meaning,
    Month,
    Read,
    Reconciliation,
    Unresolved,
    Unseen,
    Volume,
)
from ..model.verdict import Verdict

_MARCH: Final = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
_MAY: Final = dt.datetime(2026, 5, 29, 17, 30, tzinfo=dt.UTC)


def example_reconciliation() -> Reconciliation:
    """Return what a year of invented logs shows: of four flows one as declared, one never, one way too many.

    >>> [(group.verdict.value, group.observations) for group in example_reconciliation().groups]
    [('undeclared-recipient', 40)]
    """
    when = {"first": _MARCH, "last": _MAY}
    sold = Meaning(source="log", sender="agent", recipient="insurer", data="arrears")
    counts = {
        (Verdict.UNDECLARED_RECIPIENT, "2026-03"): (25, 20),
        (Verdict.UNDECLARED_RECIPIENT, "2026-05"): (15, 14),
        (Verdict.DECLARED, "2026-03"): (700, None),
        (Verdict.DECLARED, "2026-05"): (500, None),
        (Verdict.UNRESOLVED, "2026-05"): (12, None),
    }
    bad = Group(
        verdict=Verdict.UNDECLARED_RECIPIENT,
        meaning=sold,
        observations=40,
        people=31,
        examples=("log:17", "log:220", "log:9"),
        **when,
    )
    return Reconciliation(
        data_map=example_map(),
        as_of=dt.date(2026, 11, 22),
        engine="duckdb",
        observations=1252,
        people=31,
        reads=(Read(source="log", kind="disclosures", files=("log.csv",), rows=1252, invented=True, **when),),
        verdicts={Verdict.DECLARED: 1200, Verdict.UNDECLARED_RECIPIENT: 40, Verdict.UNRESOLVED: 12},
        groups=(bad,),
        months=tuple(
            Month(verdict=verdict, month=month, observations=seen, people=people)
            for (verdict, month), (seen, people) in counts.items()
        ),
        unresolved=(
            Unresolved(
                source="log", column="recipient", word="Insurer Co", observations=12, likeliest="insurer"
            ),
        ),
        unseen=(
            Unseen(flow="sue", watched=True, days=88),
            Unseen(flow="apply", watched=False),
            Unseen(flow="sell", watched=False),
        ),
        volumes=(Volume(flow="check", observations=1200, last=_MAY),),
    )
