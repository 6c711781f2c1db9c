"""Which figures of a comparison may be shown, where the tables of months and patterns do not say."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ...model.reconciliation import Group, Reconciliation, Unresolved
    from ...views.evidence_figures import Figures


class Overall(NamedTuple):
    """How many observations there are, and how many people the contradictions touch; None where hidden."""

    observations: int | None
    people: int | None


def overall(reconciliation: Reconciliation, known: Figures) -> Overall:
    """Return the figures over all verdicts, as far as they may be shown.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Reconciliation
    >>> few = Reconciliation(data_map=example_map(), as_of=dt.date(2026, 11, 22), engine="duckdb",
    ...     observations=500, people=3, reads=(), groups=(), months=(), unresolved=(), unseen=(), volumes=())
    >>> from audit_lib.views.evidence_figures import figures
    >>> overall(few, figures(few))
    Overall(observations=500, people=None)
    """
    from ...evidence.suppression import is_small
    from ...views.evidence_people import all_people

    seen = reconciliation.observations
    return Overall(
        None if is_small(seen, None, reconciliation.threshold) else seen,
        all_people(reconciliation, known.people, known.hidden),
    )


def unresolved_counts(reconciliation: Reconciliation) -> Iterable[tuple[Unresolved, int | None]]:
    """Return each unresolved word with how many rows have it, the most frequent first; None where hidden.

    The order of those that are hidden does not tell which of them has more rows. Words that are only counted
    come last.
    """
    from ...evidence.withheld import rows_told

    words = reconciliation.unresolved
    known = zip(words, rows_told(words, reconciliation.threshold), strict=True)
    return sorted(
        known,
        key=lambda each: (each[0].more > 0, -(each[1] or 0), each[0].source, each[0].column, each[0].word),
    )


def ranked(groups: Iterable[Group], hidden: Collection[Group]) -> list[Group]:
    """Return patterns, those of most observations first; the order of hidden ones does not tell their size.

    >>> ranked((), ())
    []
    """
    return sorted(
        groups,
        key=lambda group: (
            group in hidden,
            0 if group in hidden else -group.observations,
            group.verdict,
            group.examples,
            group.meaning.model_dump_json(),
        ),
    )
