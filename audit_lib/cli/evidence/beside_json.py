"""What two ends say of each other and what was due for deletion, for programs: small figures suppressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ...model.reconciliation import Reconciliation


def ends_json(reconciliation: Reconciliation) -> list[dict[str, Any]]:
    """Return the pairs of logs: what each end says, what both say, and what one end alone says.

    What is withheld is null; its days are told as months then, and of its examples one.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> ends_json(example_reconciliation())
    []
    """
    from ...evidence.ends_told import ends_told

    found = []
    for one in reconciliation.ends:
        told = ends_told(one, reconciliation.threshold)
        sent = _Alone(told.sent_only, told.people_sent, one.first_sent_only, one.last_sent_only)
        received = _Alone(
            told.received_only, told.people_received, one.first_received_only, one.last_received_only
        )
        about = one.model_dump(include={"disclosures", "receipts", "sender", "recipient", "data"})
        counts = {"sent": told.sent, "received": told.received, "matched": told.matched}
        alone = {
            "sent_only": _alone(sent, one.examples_sent),
            "received_only": _alone(received, one.examples_received),
        }
        found.append(
            about | {"first": _when(one.first), "last": _when(one.last)} | counts | alone
            | {"suppressed": None in (*counts.values(), told.sent_only, told.received_only)}
        )  # fmt: skip
    return found


class _Alone(NamedTuple):
    entries: int | None
    people: int | None
    first: dt.datetime | None
    last: dt.datetime | None


def _alone(alone: _Alone, examples: Sequence[str]) -> dict[str, Any]:
    hidden = alone.entries is None
    return {
        "entries": alone.entries,
        "people": alone.people,
        "first": _when(alone.first, months=hidden),
        "last": _when(alone.last, months=hidden),
        "examples": list(examples[:1] if hidden else examples),
    }


def _when(moment: dt.datetime | None, *, months: bool = False) -> str | None:
    """Return the local day of a moment, or its month."""
    from ...views.evidence_words import local_day

    return local_day(moment).isoformat()[: 7 if months else 10] if moment else None


def due_json(reconciliation: Reconciliation) -> list[dict[str, Any]]:
    """Return what was due for deletion under each rule, by holder and category, and what became of it.

    All figures are people but `longest_delay`, which is in days; what is withheld is null.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> due_json(example_reconciliation())
    []
    """
    from ...evidence.due_told import due_told

    rules = {rule.id: rule for rule in reconciliation.data_map.retention}
    return [
        {
            "retention": one.of.rule,
            "period": rules[one.of.rule].period,
            "clauses": list(rules[one.of.rule].clauses),
            "sender": one.of.sender,
            "data": one.of.data,
            "sources": list(one.of.sources),
            "due": one.due,
            "in_time": one.in_time,
            "late": one.late,
            "not_logged": one.unlogged,
            "longest_delay": one.longest,
            "suppressed": None in one[1:],
        }
        for one in due_told(reconciliation.due, reconciliation.late, reconciliation.threshold)
    ]
