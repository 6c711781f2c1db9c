"""`privacy-audit evidence explain` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import with_register


def explained(run, name: str, *options: str) -> dict:
    answer = run("evidence", "explain", "kiosk", name, "--as-of", "2026-11-22", "--format", "json", *options)
    assert (answer.status, answer.err) == (0, "")
    return json.loads(answer.out)


def outcomes(observation: dict) -> dict[str, str]:
    return {test["test"]: test["outcome"] for test in observation["tests"]}


def test_what_is_declared_passes_its_tests_by_a_flow(logged: Path, run) -> None:
    (one,) = explained(run, "log:100")["observations"]
    assert (one["flow"], one["verdicts"]) == ("send-out", ["declared"])
    tested = outcomes(one)
    assert {tested[name] for name in ("words", "sender", "recipient", "data", "time")} == {"passed"}
    recipient = next(test for test in one["tests"] if test["test"] == "recipient")
    assert recipient["rests_on"][0]["reference"] == "flow:send-out"


def test_what_is_not_declared_fails_one_and_is_not_tested_further(logged: Path, run) -> None:
    (one,) = explained(run, "log:3")["observations"]
    assert one["verdicts"] == ["undeclared-recipient"]
    tested = outcomes(one)
    assert (tested["recipient"], tested["purpose"], tested["country"]) == (
        "failed",
        "not-tested",
        "not-tested",
    )


def test_a_word_that_stands_for_nothing_ends_the_judgement(logged: Path, run) -> None:
    (one,) = explained(run, "log:35")["observations"]
    assert one["verdicts"] == ["unresolved"]
    word = next(word for word in one["words"] if word["column"] == "recipient")
    assert (word["word"], word["stands_for"], word["likeliest"]) == ("Bank Ltd", None, "bank")
    assert set(outcomes(one).values()) == {"failed", "not-tested"}


def test_a_restriction_is_told_with_its_ground_and_dates_and_without_the_person(logged: Path, run) -> None:
    (one,) = explained(run, "log:60")["observations"]
    assert one["verdicts"] == ["declared", "after-objection"]
    failed = next(test for test in one["tests"] if test["outcome"] == "failed")
    assert failed["rests_on"][0]["words"].startswith(
        "objection, from 2026-01-02T00:00:00+00:00 without an end"
    )
    assert "G-60" not in json.dumps(one)


def test_the_text_says_each_test_and_the_verdict(logged: Path, run) -> None:
    answer = run("evidence", "explain", "kiosk", "log:60")
    assert answer.status == 0
    assert "Verdicts: declared, after-objection" in answer.out
    assert "FAILED     restriction" in answer.out
    assert "G-60" not in answer.out
    assert "recorded, not shown" in answer.out


def test_with_the_key_of_a_register_the_person_is_shown_by_its_pseudonym(logged: Path, run) -> None:
    from audit_lib.files.register.key_file import make_key_file, read_keys  # noqa: PLC0415
    from audit_lib.files.register.pseudonym import pseudonym_of  # noqa: PLC0415

    make_key_file(Path("own.key"))
    (one,) = explained(run, "log:60", "--key-file", "own.key")["observations"]
    assert one["person"] == pseudonym_of(read_keys(Path("own.key")).names, "G-60")


def test_it_agrees_with_check(logged: Path, run) -> None:
    said = json.loads(
        run("evidence", "check", "kiosk", "--as-of", "2026-11-22", "--format", "json", "--threshold", "1").out
    )
    for pattern in said["patterns"]:
        for name in pattern["examples"]:
            verdicts = {v for one in explained(run, name)["observations"] for v in one["verdicts"]}
            assert pattern["verdict"] in verdicts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "log:9999",
            "log:9999 The source log has no row with this id. It has 400 rows; ids are such as log:0",
        ),
        ("lgo:1", 'lgo:1 No source has the id "lgo". Did you mean "log"? Sources of disclosures: log.'),
        ("list:1", 'list:1 "list" is a source of restrictions, and only disclosures are judged.'),
        ("nonsense", "nonsense An evidence id is written source:id."),
    ],
)
def test_an_unknown_observation_is_told(logged: Path, run, name: str, said: str) -> None:
    answer = run("evidence", "explain", "kiosk", name)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err


def test_a_restriction_stands_in_a_register_too(logged: Path, run) -> None:
    with_register(logged)
    (one,) = explained(run, "log:62")["observations"]
    assert one["verdicts"] == ["declared", "after-objection"]
    (failed,) = [test for test in one["tests"] if test["outcome"] == "failed"]
    assert failed["rests_on"][0]["reference"] == "source:register"


def test_a_register_without_its_key_is_told(logged: Path, run) -> None:
    with_register(logged)
    (logged / "register.db.key").unlink()
    answer = run("evidence", "explain", "kiosk", "log:62")
    assert (answer.status, answer.out) == (2, "")
    assert "key" in answer.err


def test_the_text_tells_the_verdict_first_and_on_which_law_it_rests(logged: Path, run) -> None:
    said = run("evidence", "explain", "kiosk", "log:60").out
    assert "after-objection: Data was given out after people had objected  UK GDPR Art. 21(1), 21(3)" in said
    assert said.index("Verdicts: ") < said.index("passed     words")


def test_tests_that_were_not_made_for_one_reason_stand_in_one_line(logged: Path, run) -> None:
    said = run("evidence", "explain", "kiosk", "log:3").out
    assert "not tested purpose, role, basis, country, time No flow covers sender" in said
