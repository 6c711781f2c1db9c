"""What `evidence check --format json` says to a program: one object, without a figure about few people."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from audit_lib.cli.evidence.check_json import reconciliation_json
from audit_lib.model.reconciliation import Group, Meaning, Month, Unresolved
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_example import example_reconciliation

MARCH = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
MAY = dt.datetime(2026, 5, 29, tzinfo=dt.UTC)


def answer(**changed: Any) -> dict[str, Any]:
    return json.loads(json.dumps(reconciliation_json(example_reconciliation().model_copy(update=changed))))


def group(observations: int, people: int, data: str) -> Group:
    meaning = Meaning(source="log", sender="agent", recipient="court", data=data)
    rows = tuple(f"log:{data}-{at}" for at in range(min(3, observations)))
    return Group(
        verdict=Verdict.NO_CONSENT,
        meaning=meaning,
        observations=observations,
        people=people,
        first=MARCH,
        last=MAY,
        examples=rows,
    )


def few() -> dict[str, Any]:
    months = (
        Month(verdict=Verdict.NO_CONSENT, month="2026-03", observations=4, people=4),
        Month(verdict=Verdict.NO_CONSENT, month="2026-04", observations=100, people=60),
        Month(verdict=Verdict.NO_CONSENT, month="2026-05", observations=900, people=500),
    )
    groups = (group(970, 530, "identity"), group(30, 30, "name"), group(4, 4, "arrears"))
    return answer(groups=groups, months=months, verdicts={Verdict.NO_CONSENT: 1004})


def test_it_has_the_parts_that_it_promises() -> None:
    assert list(answer()) == [
        "map", "as_of", "engine", "invented", "threshold", "sources", "verdicts", "findings", "patterns",
        "months", "unresolved", "ends", "due", "unseen", "skipped", "counts",
    ]  # fmt: skip


def test_the_map_is_named_as_in_every_answer() -> None:
    assert answer()["map"] == example_reconciliation().data_map.stamp


def test_what_may_be_told_is_told() -> None:
    said = answer()
    assert said["verdicts"][0] == {
        "verdict": "declared",
        "observations": 1200,
        "people": None,
        "excused": 0,
    }
    assert said["patterns"][0]["observations"] == 40
    assert said["patterns"][0]["suppressed"] is False
    assert said["counts"]["observations"] == 1252


def test_no_pattern_of_few_people_can_be_worked_out_of_the_rest() -> None:
    said = few()
    shown = [one["observations"] for one in said["patterns"]]
    assert shown == [970, None, None]
    assert [one["observations"] for one in said["months"]].count(None) >= 2


def test_of_a_hidden_pattern_days_and_further_rows_are_left_out() -> None:
    hidden = few()["patterns"][2]
    assert (hidden["people"], hidden["first"], hidden["last"]) == (None, "2026-03", "2026-05")
    assert hidden["examples"] == ["log:name-0"]


def test_a_hidden_pattern_looks_the_same_whether_it_is_small_or_not() -> None:
    small, other = few()["patterns"][2], few()["patterns"][1]
    own = ("meaning", "examples")
    assert {key: small[key] for key in small if key not in own} == {
        key: other[key] for key in other if key not in own
    }
    assert len(small["examples"]) == len(other["examples"])


def test_months_are_in_order() -> None:
    assert [one["month"] for one in few()["months"]] == ["2026-03", "2026-04", "2026-05"]


def test_a_word_of_few_rows_hides_another() -> None:
    words = tuple(
        Unresolved(source="log", column="data", word=word, observations=rows)
        for word, rows in (("A", 900), ("B", 40), ("C", 2))
    )
    assert [one["observations"] for one in answer(unresolved=words)["unresolved"]] == [900, None, None]


def test_words_that_are_only_counted_come_last_with_their_number_and_rows() -> None:
    words = (
        Unresolved(source="log", column="data", word="", observations=500, more=120),
        Unresolved(source="log", column="data", word="A", observations=40),
    )
    said = answer(unresolved=words)
    assert [(one["word"], one["more"], one["observations"]) for one in said["unresolved"]] == [
        ("A", 0, 40),
        ("(120 more words)", 120, 500),
    ]
    assert said["counts"]["unresolved"] == 121


def test_how_many_people_are_touched_is_hidden_below_the_threshold() -> None:
    assert answer(people=9)["counts"]["people"] is None
    assert answer(people=10)["counts"]["people"] == 10


def test_a_lower_threshold_tells_more() -> None:
    said = answer(groups=(group(4, 4, "name"),), months=(), verdicts={Verdict.NO_CONSENT: 4}, threshold=3)
    assert said["patterns"][0]["observations"] == 4


def test_the_order_of_hidden_patterns_does_not_tell_which_is_larger() -> None:
    sizes = {"identity": 970, "arrears": 3, "name": 8, "contact": 5}
    ranked = sorted(sizes, key=lambda data: -sizes[data])
    groups = tuple(group(sizes[data], sizes[data], data) for data in ranked)
    said = answer(groups=groups, months=(), verdicts={Verdict.NO_CONSENT: sum(sizes.values())})
    hidden = [one["meaning"]["data"] for one in said["patterns"] if one["suppressed"]]
    assert hidden == sorted(hidden)
