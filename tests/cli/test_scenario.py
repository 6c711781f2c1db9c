"""`privacy-audit scenario`."""

import json

import pytest

from audit_lib.files.read_map import read_map

CHANGE = """\
id: stop-printing
title: Badges are printed in the house
takes_effect: 2027-01-04
steps:
  - kind: remove
    entries: [party:printer]
    hanging: drop
"""
MORE = """\
id: more
title: A newspaper gets the names
steps:
  - kind: add
    parties: [{id: press, name: "Press @all [bold]x[/]", kind: organisation}]
    flows:
      - {id: tell, from: kiosk-ltd, to: press, activity: badges, data: [identity], subjects: [guests],
         role: controller}
"""


@pytest.fixture
def change(kiosk):
    (kiosk.parent / "stop.yaml").write_text(CHANGE, encoding="utf-8")
    (kiosk.parent / "more.yaml").write_text(MORE, encoding="utf-8")
    return kiosk


def test_it_says_what_would_be_different(run, change):
    answer = run("scenario", "kiosk", "stop.yaml", "--as-of", "2026-11-22")
    assert answer.status == 0
    assert answer.out.startswith("If this were done: Badges are printed in the house\n")
    assert "The end with Printer [bold]x[/]" in answer.out
    assert "Nobody has to be told." in answer.out
    assert "What remains" in answer.out


def test_json_is_one_object(run, change):
    answer = run("scenario", "kiosk", "stop.yaml", "--format", "json", "--as-of", "2026-11-22")
    found = json.loads(answer.out)
    assert found["change"]["takes_effect"] == "2027-01-04"
    assert "flow:send-out" in found["entries"]["removed"]


def test_the_letter_is_whole_when_it_is_asked_for(run, change):
    answer = run("scenario", "kiosk", "more.yaml", "--whole", "--as-of", "2026-11-22")
    assert "will get information about you: identity" in answer.out


def test_markdown_calls_nobody(run, change):
    answer = run("scenario", "kiosk", "more.yaml", "--format", "markdown", "--as-of", "2026-11-22")
    assert "@all" not in answer.out
    assert answer.out.startswith("## If this were done: A newspaper gets the names\n")


def test_the_changed_map_is_written_and_reads_back(run, change):
    answer = run("scenario", "kiosk", "stop.yaml", "--out", "after", "--as-of", "2026-11-22")
    assert answer.out.endswith("The changed map stands in after.\n")
    assert "send-out" not in read_map(change.parent / "after").flow
    assert "send-out" in read_map(change).flow


def test_a_folder_that_holds_a_map_is_not_written_over(run, change):
    answer = run("scenario", "kiosk", "stop.yaml", "--out", "kiosk", "--as-of", "2026-11-22")
    assert answer.status == 2
    assert "already holds map.yaml" in answer.err


def test_faults_of_the_change_are_told_with_their_places(run, change):
    (change.parent / "bad.yaml").write_text(CHANGE.replace("printer", "printr"), encoding="utf-8")
    answer = run("scenario", "kiosk", "bad.yaml")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(
        'bad.yaml:6:15 steps.1.entries.1: No party has the id "printr". Did you mean'
    )


def test_a_step_that_cannot_be_made_is_told_with_its_place(run, change):
    (change.parent / "bad.yaml").write_text(
        CHANGE.replace("hanging: drop", "hanging: refuse"), encoding="utf-8"
    )
    answer = run("scenario", "kiosk", "bad.yaml")
    assert answer.status == 2
    assert answer.err.startswith("bad.yaml:5:5 remove: These cannot stand without it: flow:send-out.")
