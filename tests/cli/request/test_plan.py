"""`request plan`: what one person who uses one right sets going, to be worked through from the top."""

import json

import pytest


def test_the_plan_says_whom_to_ask_first_and_whom_to_tell(run, kiosk):
    answer = run("request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk")
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Right to erasure: Guests"
    assert "    1. Kiosk Ltd: Identity." in lines
    assert "    2. Printer [bold]x[/]: Passport. For: Badges." in lines
    headings = [row for row in lines if row[:1].isdigit()]
    assert headings == [
        "1. Whom to ask",
        "2. Whom to tell",
        "3. How far the right reaches",
        "4. What stays",
        "5. What the map cannot tell: ask",
        "6. Also",
    ]


def test_one_activity_is_no_activities(run, kiosk):
    answer = run("request", "plan", "--right", "access", "--subject", "guests", "--map", "kiosk")
    assert "of 1 activity it reaches" in answer.out


def test_what_is_only_advised_or_assumed_says_so(run, kiosk):
    answer = run("request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk")
    assert "assumption]" in answer.out
    assert "[regulator's guidance on erasure and backups; guidance]" in answer.out


def test_lines_stay_narrow_enough_for_a_page(run, kiosk):
    for right in ("access", "erasure", "portability"):
        answer = run("request", "plan", "--right", right, "--subject", "guests", "--map", "kiosk")
        assert max(len(row) for row in answer.out.splitlines()) <= 100


def test_a_program_gets_one_object(run, kiosk):
    answer = run(
        "request", "plan", "--right", "access", "--subject", "guests", "--map", "kiosk",
        "--data", "passport", "--as-of", "2026-11-22", "--format", "json",
    )  # fmt: skip
    shown = json.loads(answer.out)
    assert set(shown["map"]) == {"id", "version", "sha256"}
    assert (shown["right"], shown["subject"], shown["data"], shown["as_of"]) == (
        "access", "guests", ["passport"], "2026-11-22",
    )  # fmt: skip
    assert [one["party"] for one in shown["sources"]] == ["kiosk-ltd", "printer"]
    assert shown["clock"] is None


def test_the_day_of_receipt_adds_the_time(run, kiosk):
    answer = run(
        "request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk",
        "--received", "2026-10-01", "--nation", "scotland",
    )  # fmt: skip
    assert "latest:   end of Monday 2 November 2026" in answer.out


def test_an_objection_to_marketing_stops_at_once(run, kiosk):
    answer = run(
        "request", "plan", "--right", "objection", "--marketing", "--subject", "guests", "--map", "kiosk"
    )
    assert answer.out.startswith("Right to object to direct marketing: Guests\n")
    assert "Nothing to ask at: Kiosk Ltd, Printer [bold]x[/]." in answer.out


def test_a_plan_goes_into_a_file(run, kiosk):
    answer = run(
        "request", "plan", "--right", "erasure", "--subject", "guests", "--map", "kiosk", "--out", "plan.md"
    )
    assert answer.status == 0
    assert (kiosk.parent / "plan.md").read_text(encoding="utf-8")
    assert "1. Whom to ask" not in answer.out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--subject", "guest"], 'No kind of people of the map has the id "guest". Did you mean "guests"?'),
        (["--subject", "printer"], '--subject "printer" is a party of the map and no kind of people.'),
        (["--data", "pasport"], '--data No data category has the id "pasport". Did you mean "passport"?'),
        (["--right", "erasur"], '--right "erasur" is none of'),
        (["--right", "informed"], '--right "informed" needs no search: use "privacy-audit notice check"'),
        (["--marketing"], "--marketing Only an objection can be to direct marketing"),
        (["--received", "1.10.2026"], '--received "1.10.2026" is no date'),
        (["--nation", "wales"], '--nation "wales" is none of'),
        (["--out", "plan.pdf"], '--out "plan.pdf" must end in'),
        (["--as-of", "soon"], '--as-of "soon" is no date'),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_line_and_status_two(run, kiosk, typed, told):
    usual = {"--right": "erasure", "--subject": "guests"}
    kept = [word for option, value in usual.items() if option not in typed for word in (option, value)]
    answer = run("request", "plan", *kept, *typed, "--map", "kiosk")
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert not list(kiosk.parent.glob("plan.*"))


def test_all_that_is_wrong_with_the_options_is_told_at_once(run, kiosk):
    answer = run(
        "request", "plan", "--right", "erasur", "--subject", "guests", "--map", "kiosk", "--nation", "wales",
        "--out", "plan.pdf", "--as-of", "soon",
    )  # fmt: skip
    for option in ("--right", "--nation", "--out", "--as-of"):
        assert f"{option} " in answer.err


def test_hostile_names_cannot_move_the_cursor(run, kiosk):
    path = kiosk / "map.yaml"
    text = path.read_text(encoding="utf-8").replace("Kiosk Ltd", '"Kiosk \\u202e\\u2028 Ltd"')
    path.write_text(text, encoding="utf-8")
    answer = run("request", "plan", "--right", "access", "--subject", "guests", "--map", "kiosk")
    assert answer.status == 0
    assert "\u202e" not in answer.out
    assert "\u2028" not in answer.out
