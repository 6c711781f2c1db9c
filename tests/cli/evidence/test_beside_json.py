"""What two ends say of each other and what was due for deletion, as programs get it."""

from __future__ import annotations

from evidence_answer import MARCH, MAY, answer, due, ends, map_with_retention

from audit_lib.cli.evidence.beside_json import due_json, ends_json
from audit_lib.model.reconciliation import LateDeletion

LATE = LateDeletion(sender="agent", data="name", deletions=30, people=30, first=MARCH, last=MAY)


def test_a_pair_of_logs_tells_what_each_end_has_and_what_one_alone_has() -> None:
    alone = {"first_sent_only": MARCH, "last_sent_only": MAY, "examples_sent": ("out:1", "out:2")}
    (one,) = ends_json(answer(ends=(ends(120, 100, 90, people_sent=30, **alone),)))
    assert (one["sent"], one["received"], one["matched"], one["suppressed"]) == (120, 100, 90, False)
    assert one["sent_only"] == {
        "entries": 30,
        "people": 30,
        "first": "2026-03-02",
        "last": "2026-05-29",
        "examples": ["out:1", "out:2"],
    }


def test_a_small_rest_is_null_with_months_for_days_and_one_example() -> None:
    alone = {"first_sent_only": MARCH, "last_sent_only": MAY, "examples_sent": ("out:1", "out:2")}
    (one,) = ends_json(answer(ends=(ends(95, 90, 90, **alone),)))
    assert (one["sent"], one["received"], one["matched"], one["suppressed"]) == (None, None, None, True)
    assert one["sent_only"] == {
        "entries": None,
        "people": None,
        "first": "2026-03",
        "last": "2026-05",
        "examples": ["out:1"],
    }


def test_what_was_due_names_the_rule_its_period_and_its_clauses() -> None:
    (one,) = due_json(answer(data_map=map_with_retention(), due=(due(200, 30, 40),), late=(LATE,)))
    assert one == {
        "retention": "keep", "period": "P6Y", "clauses": [], "sender": "agent", "data": "name",
        "sources": ["gone"], "due": 270, "in_time": 200, "late": 30, "not_logged": 40, "longest_delay": 40,
        "suppressed": False,
    }  # fmt: skip


def test_few_late_ones_are_null_with_their_delay() -> None:
    (one,) = due_json(answer(data_map=map_with_retention(), due=(due(200, 3, 40),)))
    assert (one["due"], one["late"], one["not_logged"], one["longest_delay"]) == (243, None, None, None)
    assert one["suppressed"]
