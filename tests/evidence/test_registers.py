"""What is told of a register of restrictions: nothing that gives few people away."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from audit_lib.evidence.registers import Registers
from audit_lib.files.register import Draft, open_register
from audit_lib.graph.example import example_map
from audit_lib.model.evidence_source import Evidence, Source

MAP = example_map()
DAY = dt.date(2026, 6, 10)
AT = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def told(tmp_path: Path):
    """Say what a comparison tells of a register that holds restrictions of these people, T-1 in the log."""

    def telling(*people: str, **given: int) -> list[str]:
        with open_register(tmp_path / "register.db", create=True) as register:
            for number, name in enumerate(people, start=1):
                person = register.pseudonym(name)
                body = {"person": person, "request": f"R-2026-{number:04}", "ground": "accuracy"}
                body |= {"since": DAY.isoformat()}
                register.add(
                    "restriction",
                    DAY,
                    AT,
                    lambda _, who=person, what=body: Draft(opened=DAY, person=who, body=what),
                )
        source = {"id": "list", "kind": "restrictions", "name": "List", "format": "register"}
        evidence = Evidence(sources=(Source.model_validate({**source, "files": ["register.db"]}),))
        _, skipped = Registers(evidence, tmp_path, **given).bars(MAP, ["T-1"])
        return [one.why for one in skipped]

    return telling


def test_of_few_people_whom_no_log_names_only_that_they_are_few_is_told(told) -> None:
    (why,) = told("T-1", "T-2", "T-3")
    assert why == (
        "Some of its restrictions are of people, fewer than 10, who stand in no log under the same name."
    )


def test_many_restrictions_of_few_people_are_not_counted_either(told) -> None:
    (why,) = told(*["T-2"] * 15)
    assert "15" not in why


def test_many_people_are_counted_by_their_restrictions(told) -> None:
    (why,) = told(*(f"T-{number}" for number in range(2, 14)))
    assert why == "12 of its restrictions are of people who stand in no log under the same name."


def test_the_threshold_is_that_of_the_comparison(told) -> None:
    assert told("T-1", "T-2", "T-3", threshold=2)[0].startswith("2 of its restrictions")


def test_nothing_is_told_where_everybody_stands_in_a_log(told) -> None:
    assert told("T-1") == []
