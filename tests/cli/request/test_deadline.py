"""`request deadline`, `request complaint` and `incident clock`: an answer that can be put on file."""

import json

import pytest


@pytest.fixture
def scots(kiosk):
    """The map of the kiosk, in Scotland, with a regulator whose name it gives itself."""
    path = kiosk / "map.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "jurisdiction: UK,", "jurisdiction: Scotland, regulator: printer,"
    )
    path.write_text(text, encoding="utf-8")
    return kiosk


def test_the_answer_says_when_and_why(run):
    answer = run("request", "deadline", "--right", "access", "--received", "2026-10-01")
    assert (answer.status, answer.err) == (0, "")
    assert "A person used the right of access on Thursday 1 October 2026." in answer.out
    assert "latest:   end of Monday 2 November 2026" in answer.out
    assert "safe:     Sunday 1 November 2026" in answer.out
    assert "[law] UK GDPR Art. 4A; Regulation 1182/71 Art. 3" in answer.out
    assert "Tell the person if two further months are needed, and why" in answer.out


def test_lines_stay_narrow_enough_for_a_page(run):
    answer = run("request", "deadline", "--right", "objection", "--marketing", "--received", "2025-10-01")
    assert max(len(row) for row in answer.out.splitlines()) <= 110


def test_several_questions_are_paired_in_the_order_in_which_they_are_typed(run):
    answer = run(
        "request", "deadline", "--right", "access", "--received", "2026-10-01",
        "--clarification-asked", "2026-10-05", "--clarification-answered", "2026-10-14",
        "--clarification-asked", "2026-10-20",
    )  # fmt: skip
    assert answer.status == 0
    assert "latest:   not known yet" in answer.out
    assert "stood still since Tuesday 20 October 2026" in answer.out


def test_identity_fee_and_extension_reach_the_clock(run):
    answer = run(
        "request", "deadline", "--right", "erasure", "--received", "2026-10-01",
        "--identity-asked", "2026-10-02",
        "--identity-received", "2026-10-12", "--fee-asked", "2026-10-02", "--fee-paid", "2026-10-13",
        "--extended-on", "2026-10-20", "--format", "json",
    )  # fmt: skip
    reply, telling = json.loads(answer.out)["deadlines"]
    assert (reply["latest"], telling["latest"]) == ("2027-01-13", "2026-11-13")
    assert {step["authority"] for step in reply["steps"]} == {"law", "guidance", "assumption"}


@pytest.mark.parametrize(
    ("more", "latest"),
    [
        ([], "2026-04-06"),
        (["--nation", "england-and-wales"], "2026-04-07"),
        (["--nation", "northern-ireland"], "2026-04-07"),
        (["--map", "kiosk"], "2026-04-06"),
        (["--map", "kiosk", "--nation", "england-and-wales"], "2026-04-07"),
    ],
)
def test_the_nation_is_the_option_else_that_of_the_map_else_the_earliest(run, scots, more, latest):
    answer = run(
        "request", "deadline", "--right", "access", "--received", "2026-03-06", "--format", "json", *more
    )
    assert json.loads(answer.out)["deadlines"][0]["latest"] == latest


def test_everything_that_cannot_be_read_is_told_at_once(run):
    answer = run(
        "request", "deadline", "--right", "acess", "--received", "1.10.2026", "--fee-paid", "20261001",
        "--clarification-asked", "soon", "--nation", "scotlnd",
    )  # fmt: skip
    assert (answer.status, answer.out) == (2, "")
    told = [line.split()[0] for line in answer.err.splitlines()]
    assert sorted(told) == ["--clarification-asked", "--fee-paid", "--nation", "--received", "--right"]
    assert 'Did you mean "access"?' in answer.err
    assert 'Did you mean "scotland"?' in answer.err


def test_contradictions_are_told_under_the_options_that_were_typed(run):
    answer = run(
        "request", "deadline", "--right", "erasure", "--received", "2026-10-01",
        "--identity-received", "2026-10-02",
        "--clarification-asked", "2026-10-05", "--extended-on", "2026-12-05",
    )  # fmt: skip
    assert (answer.status, answer.out) == (2, "")
    told = [line.split()[0] for line in answer.err.splitlines()]
    assert sorted(told) == ["--clarification-asked", "--identity-received"]


def test_complaints(run):
    answer = run("request", "complaint", "--received", "2026-06-19")
    assert "latest:   end of Monday 20 July 2026" in answer.out
    assert "no such duty" in run("request", "complaint", "--received", "2026-06-18").out
    refused = run("request", "complaint", "--received", "2029-06-18")
    assert (refused.status, refused.err.split()[0]) == (2, "--received")


def test_a_breach_names_the_regulator_of_the_map_as_text(run, scots):
    answer = run("incident", "clock", "--aware", "2026-11-20T14:35", "--map", "kiosk")
    assert "latest:   Monday 23 November 2026, 14:35 (GMT)" in answer.out
    assert "Regulator: Printer [bold]x[/]" in answer.out
    assert "Tell the people concerned, if the risk to them is likely to be high" in answer.out


def test_a_processor_tells_its_controller_alone(run):
    answer = run("incident", "clock", "--aware", "2026-11-20T14:35", "--processor", "--format", "json")
    (duty,) = json.loads(answer.out)["deadlines"]
    assert (duty["duty"], duty["moment"], duty["latest"]) == ("Tell the controller", None, None)


@pytest.mark.parametrize(
    "aware",
    [
        "2026-11-20",
        "yesterday",
        "2026-11-20T25:00",
        "2026-03-29T01:30",
        "9999-12-31T23:59",
        "0001-01-01T00:00Z",
    ],
)
def test_a_moment_that_cannot_be_is_refused(run, aware):
    answer = run("incident", "clock", "--aware", aware)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("--aware ")
    assert len(answer.err.splitlines()) == 1


def test_the_groups_say_what_they_hold(run):
    assert "complaint" in run("request", "--help").out
    assert "clock" in run("incident", "--help").out
