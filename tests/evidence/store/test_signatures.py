"""Signatures tell sets of rows apart, however these are divided."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.engine.hits import CONTRADICTING
from audit_lib.evidence.engine.local_days import Spans
from audit_lib.evidence.engine.sessions import keeping_session
from audit_lib.evidence.store.signatures import sign

#: Which days of a month a flow begins or ends on, and on how many days rows of two patterns lie.
STARTS = st.sets(st.integers(1, 30), max_size=4)
DAYS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 31), st.integers(1, 3)), max_size=20)
#: The days of each pattern on which it contradicts the map: from one day until before another.
BARRED = st.tuples(st.integers(0, 31), st.integers(0, 31))


def signature(days: list[tuple[int, int, int]], barred: list[tuple[int, int]], starts: set[int]) -> int:
    """Return the signature of all rows that lie in the days that are barred, divided at some days more."""
    spans = Spans(tuple(sorted({*starts, *(day for limits in barred for day in limits)})))
    verdicts = [
        (CONTRADICTING[0], k, span)
        for k, (since, until) in enumerate(barred)
        for span, first in enumerate((-1, *spans.starts))
        if since <= first < until
    ]
    with tempfile.TemporaryDirectory() as folder, keeping_session(Path(folder)) as session:
        session.table("days", {"k": "int", "day": "int", "observations": "int"}, days)
        session.table("pattern", {"k": "int", "m": "int"}, [(0, 0), (1, 1)])
        session.table("verdict", {"verdict": "int", "m": "int", "span": "int"}, verdicts)
        session.table("cells", dict.fromkeys(("verdict", "k", "day", "signature"), "int"), [])
        sign(session, spans)
        return int(session.rows("select coalesce(sum(signature), 0) from signed")[0][0])


@settings(max_examples=40, deadline=None)
@given(DAYS, st.tuples(BARRED, BARRED), STARTS, STARTS)
def test_a_signature_does_not_depend_on_where_other_flows_begin_or_end(
    days: list[tuple[int, int, int]], barred: tuple[tuple[int, int], ...], one: set[int], other: set[int]
) -> None:
    assert signature(days, list(barred), one) == signature(days, list(barred), other)


@settings(max_examples=40, deadline=None)
@given(DAYS, st.tuples(BARRED, BARRED), st.tuples(BARRED, BARRED))
def test_two_sets_of_rows_have_the_same_signature_only_if_they_are_the_same(
    days: list[tuple[int, int, int]],
    one: tuple[tuple[int, int], ...],
    other: tuple[tuple[int, int], ...],
) -> None:
    def rows(barred: tuple[tuple[int, int], ...]) -> set[tuple[int, int]]:
        return {(k, day) for k, day, _ in days if barred[k][0] <= day < barred[k][1]}

    same = rows(one) == rows(other)
    assert (signature(days, list(one), set()) == signature(days, list(other), set())) is same
