"""One request with its clock, its restrictions and its history."""

import json


def test_show_has_the_clock_the_restrictions_and_the_history(asked, access):
    asked("update", access, "--identity-asked", "2026-10-02")
    asked("restrict", access, "--ground", "claims")
    answer = asked("show", access)
    assert answer.status == 0
    for words in (
        "Answer the request",
        "RES-2026-0001  claims",
        "added; due 2026-11-02",
        "changed: identity asked",
    ):
        assert words in answer.out
    found = json.loads(asked("show", access, "--format", "json").out)
    assert [event["what"] for event in found["history"]] == ["added", "changed: identity asked"]
    assert found["clock"]["deadlines"][0]["latest"] is None


def test_lines_of_a_register_cannot_move_the_cursor(asked, access):
    answer = asked("show", "R-\x1b[2J")
    assert answer.status == 2
    assert "\x1b" not in answer.err


def test_an_id_that_is_no_text_is_unknown_and_no_bug(asked, access):
    answer = asked("show", "\udcff")
    assert answer.status == 2
    assert 'There is no entry "\\udcff" in the register.' in answer.err
