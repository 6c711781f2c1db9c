"""`privacy-audit incident assess`: the verdict first, and every fault at once."""

import json

import pytest

FRIDAY = ("--aware", "2026-11-20T14:35", "--as-of", "2026-11-22")


@pytest.fixture
def assess(run, kiosk):
    return lambda *options: run("incident", "assess", "--map", str(kiosk), *options, *FRIDAY)


def test_the_verdict_stands_before_the_reasons(assess):
    told = assess("--party", "kiosk-ltd", "--data", "passport").out.splitlines()
    assert told[0] == "Breach at Kiosk Ltd, known since Friday 20 November 2026, 14:35 (GMT)"
    assert [row.split()[0] for row in told[3:6]] == ["REGULATOR", "PEOPLE", "SEVERITY"]
    assert "by Monday 23 November 2026, 14:35 (GMT)" in told[3]
    assert (
        told.index("Why")
        < told.index("What is exposed")
        < told.index("Questions, those that decide most first")
    )


def test_numbers_of_questions_are_those_of_the_list(assess):
    known = ("--lost", "confidentiality:unknown-recipients", "--malicious")
    told = assess("--party", "kiosk-ltd", *known).out
    assert "unless questions 1 to 3 below show otherwise" in told
    asked = told[told.index("Questions, those") :].splitlines()[1:]
    numbered = [row.split(".")[0].strip() for row in asked if row[:4].strip().isdigit()]
    assert numbered == [str(number) for number in range(1, len(numbered) + 1)]


def test_json_is_one_object_and_the_whole_assessment(assess):
    answer = assess("--party", "printer", "--people", "5", "--format", "json")
    told = json.loads(answer.out)
    assert set(told["map"]) == {"id", "version", "sha256"}
    assert answer.err == ""
    assert told["circumstances"]["people"] == 5
    assert told["radius"]["exposed"][0]["data"] == ["passport"]
    assert {duty["duty"] for duty in told["duties"]} >= {"regulator", "people", "processor", "record"}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ("not-stated", "not-stated", "not-stated")),
        (["--lost", "availability:temporary"], ("none", "none", "temporary")),
        (["--lost", "confidentiality,integrity"], ("not-stated", "not-stated", "none")),
        (
            ["--lost", "confidentiality:at-risk", "--lost", "integrity:altered"],
            ("at-risk", "altered", "none"),
        ),
    ],
)
def test_what_is_not_named_as_lost_was_not_lost(assess, options, expected):
    told = json.loads(assess("--party", "printer", *options, "--format", "json").out)["circumstances"]
    assert (told["confidentiality"], told["integrity"], told["availability"]) == expected


def test_a_flag_that_is_not_given_is_not_known(assess):
    told = json.loads(assess("--party", "printer", "--accidental", "--format", "json").out)["circumstances"]
    assert (told["malicious"], told["encrypted"]) == ("no", "not-stated")


def test_a_person_decides_with_a_reason(assess):
    told = assess("--party", "printer", "--decide", "people=need-not: All were called.").out
    assert "NO NEED to tell the people concerned, as a person has decided" in told
    assert "A person decided so: All were called." in told


def test_a_factor_is_given_with_a_reason(assess):
    told = assess("--party", "printer", "--context-adjust", "public=-1: It was in the window.").out
    assert "Moved by -1 for public: It was in the window." in " ".join(told.split())


def test_all_faults_are_told_at_once_and_nothing_else(run, kiosk):
    wrong = [
        "--lost",
        "trust",
        "--decide",
        "people",
        "--context-adjust",
        "people=-1: x",
        "--happened",
        "noon",
    ]
    answer = run("incident", "assess", "--map", str(kiosk), "--aware", "now", *wrong)
    assert answer.status == 2
    assert answer.out == ""
    told = [line.split()[0] for line in answer.err.splitlines()]
    assert told == ["--aware", "--context-adjust", "--decide", "--happened", "--lost", "--party"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--party", "printr"], '--party The map has no party "printr". Did you mean "printer"?'),
        (["--party", "guests"], '--party "guests" is people'),
        (["--party", "printer", "--system", "x"], "--party Name what was hit"),
        (["--party", "printer", "--data", "pasport"], 'Did you mean "passport"?'),
        (
            ["--party", "printer", "--subject", "printer"],
            '--subject The map has no kind of people "printer".',
        ),
        (["--party", "printer", "--lost", "integrity:gone"], '--lost "gone" is no extent of integrity'),
        (["--party", "printer", "--lost", "integrity,integrity"], "--lost integrity is given twice"),
        (["--party", "printer", "--what", "a\x07"], "--what cannot be used"),
        (
            ["--party", "printer", "--context-adjust", "public=9: x"],
            '--context-adjust "9" is no number of steps',
        ),
        (["--party", "printer", "--decide", "nobody=must: x"], '--decide "nobody" is no duty'),
    ],
)
def test_what_cannot_be_used_is_told_with_what_to_do(assess, options, message):
    answer = assess(*options)
    assert answer.status == 2
    assert message in answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err


def test_names_from_a_map_cannot_format_or_command_a_terminal(assess):
    told = assess("--party", "printer", "--what", "[red]x[/]").out
    assert "Printer [bold]x[/]" in told
    assert "\x1b" not in told


def test_the_day_after_the_end_of_the_time_says_so(run, kiosk):
    told = run(
        "incident", "assess", "--map", str(kiosk), "--party", "kiosk-ltd", "--aware", "2026-11-20T14:35",
        "--as-of", "2026-11-24",
    )  # fmt: skip
    assert "now: the time ended on Monday 23 November 2026, 14:35 (GMT)" in told.out
    assert "72 hours are over" in " ".join(told.out.split())


def test_a_reason_that_steers_a_terminal_is_refused_in_words(assess):
    answer = assess("--party", "printer", "--decide", "people=must: \x1b[2J")
    assert answer.status == 2
    assert "it holds characters that do not belong there" in answer.err
    assert "\x1b" not in answer.err
