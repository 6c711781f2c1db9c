"""A plan and letters for a request of the register: nothing that the register says is typed again."""

import json

import pytest


@pytest.fixture
def erasure(asked):
    """A request of erasure with proof of identity, under the agency's own reference."""
    given = ["--right", "erasure", "--received", "2026-11-09", "--subject", "guests", "--reference", "CR-22"]
    asked("add", *given, "--nation", "scotland", "--person", "Ada Lovelace")
    asked("update", "R-2026-0001", "--identity-asked", "2026-11-10", "--identity-received", "2026-11-13")
    return "R-2026-0001"


def test_a_letter_takes_right_people_dates_and_reference_from_the_register(asked, made, erasure):
    answer = asked("letter", "--id", erasure, "--kind", "acknowledgement", "--map", "kiosk", "--out", "a.md")
    assert (answer.status, answer.err) == (0, "")
    text = (made / "a.md").read_text("utf-8")
    assert "Our reference: CR-22 (R-2026-0001)" in text
    assert "On 9 November 2026 you asked us to delete" in text
    assert "by Monday 14 December 2026 at the latest" in text
    assert "Ada" not in text


def test_the_same_letters_come_as_if_all_had_been_typed(asked, made, erasure):
    typed = [
        "--received",
        "2026-11-09",
        "--identity-asked",
        "2026-11-10",
        "--identity-received",
        "2026-11-13",
    ]
    typed += ["--right", "erasure", "--subject", "guests", "--nation", "scotland"]
    for folder, given in (("one", ["--id", erasure]), ("two", typed)):
        out = asked("letter", "--all", *given, "--map", "kiosk", "--format", "md", "--out", folder)
        assert out.status == 0, out.err
    one, two = (
        {path.name: path.read_text("utf-8") for path in (made / each).iterdir()} for each in ("one", "two")
    )
    assert len(one) > 3
    assert two == {
        name: text.replace("CR-22 (R-2026-0001)", "[number of the request]") for name, text in one.items()
    }


def test_a_plan_takes_right_people_and_the_whole_clock_from_the_register(asked, erasure):
    found = json.loads(asked("plan", "--id", erasure, "--map", "kiosk", "--format", "json").out)
    shown = json.loads(asked("show", erasure, "--format", "json").out)
    assert (found["right"], found["subject"]) == ("erasure", "guests")
    assert found["clock"] == shown["clock"]
    assert found["clock"]["deadlines"][0]["latest"] == "2026-12-14"


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--right", "erasure"], "--right"),
        (["--received", "2026-11-09"], "--received"),
        (["--nation", "scotland"], "--nation"),
        (["--marketing"], "--marketing"),
        (["--subject", "printer"], "--subject"),
    ],
)
@pytest.mark.parametrize("verb", [["plan"], ["letter", "--kind", "answer", "--out", "a.md"]])
def test_what_the_register_says_is_not_said_again(asked, made, erasure, verb, given, option):
    answer = asked(*verb, "--id", erasure, "--map", "kiosk", *given)
    assert answer.status == 2
    assert [row.split()[0] for row in answer.err.splitlines()] == [option]
    assert not (made / "a.md").exists()


def test_people_that_the_register_does_not_know_may_be_added(asked, access):
    assert asked("plan", "--id", access, "--map", "kiosk").err.startswith(
        "--subject The register does not say"
    )
    assert asked("plan", "--id", access, "--map", "kiosk", "--subject", "guests").status == 0


def test_without_an_id_the_right_is_asked_for(asked, made):
    out = asked("letter", "--kind", "answer", "--map", "kiosk", "--out", "a.md")
    assert (out.status, out.err.split()[0]) == (2, "--right")
    plan = asked("plan", "--map", "kiosk")
    assert [row.split()[0] for row in plan.err.splitlines()] == ["--right", "--subject"]


def test_an_unknown_id_writes_nothing_and_changes_nothing(asked, made, head):
    before = head()
    out = asked("letter", "--id", "R-2026-0009", "--kind", "answer", "--map", "kiosk", "--out", "a.md")
    assert (out.status, out.err.split()[0]) == (2, "register.db")
    assert not (made / "a.md").exists()
    assert head() == before
