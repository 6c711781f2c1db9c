"""The register of breaches from the command line: record, update, list, show, close, and what is refused."""

import csv
import datetime as dt
import io
import json

import pytest
import yaml
from incident_cases import content

from audit_lib.cli import register_options

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)


@pytest.fixture
def dentist(tmp_path, monkeypatch, run):
    """The dentist's map and a new register in the current folder; the clock stands still."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(register_options, "now", lambda: NOW)
    monkeypatch.delenv("PRIVACY_AUDIT_REGISTER", raising=False)
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "map.yaml").write_text(yaml.safe_dump(content()), encoding="utf-8")
    assert run("request", "init").status == 0
    return tmp_path


@pytest.fixture
def record(dentist, run):
    def call(*more):
        aware = ("--aware", "2026-11-20T14:35") if "--aware" not in more else ()
        return run("incident", "record", "--party", "cloud", *aware, "--map", "map", *more)

    return call


@pytest.fixture
def refused(run):
    """Run something that is refused: status 2, one line a fault, nothing changed, a sound register."""

    def call(*arguments):
        before = run("incident", "list", "--format", "json").out
        answer = run(*arguments)
        assert answer.status == 2
        assert answer.out == ""
        assert "Traceback" not in answer.err
        assert run("incident", "list", "--format", "json").out == before
        assert run("request", "verify").status == 0
        return answer.err

    return call


def entries(run, *more):
    return json.loads(run("incident", "list", "--format", "json", *more).out)["breaches"]


def test_a_breach_is_recorded_with_severity_and_the_end_of_72_hours(record, run):
    answer = record("--people", "40", "--effects", "None known so far.")
    assert answer.status == 0
    assert "B-2026-0001  Cloudtooth (party:cloud)" in answer.out
    assert "11 h 35 min left" in answer.out
    (found,) = entries(run)
    assert found["due"] == "2026-11-23T14:35:00Z"
    assert found["circumstances"]["people"] == 40
    assert found["lowest"] <= found["highest"]


def test_that_names_do_not_belong_there_is_said_once_and_only_where_a_text_is_given(record):
    assert record("--effects", "None.", "--action", "None.").err.count("write no names") == 1
    assert record().err == ""


def test_the_list_answers_with_1_while_somebody_waits_to_be_told(record, run):
    assert run("incident", "list").status == 0
    record()
    answer = run("incident", "list")
    assert answer.status == 1
    assert answer.out.startswith("RUNNING B-2026-0001")


def test_when_the_time_is_over_the_list_says_by_how_much(record, run):
    record()
    answer = run("incident", "list", "--now", "2026-11-24T14:35")
    assert "OVERDUE" in answer.out
    assert "24 h 0 min over" in answer.out


def test_telling_the_regulator_stops_the_clock(record, run):
    record()
    answer = run(
        "incident", "update", "B-2026-0001", "--told-regulator", "2026-11-23T02:10", "--reference", "IC-1"
    )
    assert answer.status == 0
    assert "told on Monday 23 November 2026, 02:10 (GMT), IC-1" in answer.out
    assert run("incident", "list").status == 0


def test_a_reason_for_not_telling_stops_no_clock_and_says_what_would(record, run):
    record("--people", "40")
    answer = run("incident", "update", "B-2026-0001", "--not-told", "Sent to a colleague, deleted unread.")
    assert "(why not is on record: close it, or settle the duty with --decide)" in " ".join(
        answer.out.split()
    )


def test_new_facts_are_assessed_again_and_measures_are_added(record, run):
    record("--measure", "Shut the account.")
    answer = run(
        "incident", "update", "B-2026-0001", "--people", "44", "--lost", "confidentiality:known-recipients",
        "--measure", "Had the file deleted.", "--map", "map",
    )  # fmt: skip
    assert answer.status == 0
    (found,) = entries(run)
    assert found["circumstances"]["people"] == 44
    assert found["circumstances"]["measures"] == ["Shut the account.", "Had the file deleted."]
    assert found["lost"] == ["confidentiality"]


def test_a_measure_of_the_facts_has_no_name_that_is_nearly_that_of_the_action_taken(record, refused):
    record()
    assert "No such option: --measures" in refused("incident", "update", "B-2026-0001", "--measures", "Keys.")


def test_what_is_not_given_stays_as_it_was(record, run):
    record("--people", "40", "--malicious", "--what", "A laptop is gone.")
    run("incident", "update", "B-2026-0001", "--records", "90", "--map", "map")
    (found,) = entries(run)
    facts = found["circumstances"]
    assert (facts["people"], facts["malicious"], facts["what"]) == (40, "yes", "A laptop is gone.")


def test_show_gives_the_facts_the_duties_and_the_history(record, run):
    record()
    run("incident", "update", "B-2026-0001", "--action", "All keys were renewed.")
    answer = run("incident", "show", "B-2026-0001")
    assert answer.status == 0
    assert "Who has to be told, as it was assessed" in answer.out
    assert "All keys were renewed" in answer.out
    assert "remedial action" in answer.out.partition("History")[2]
    shown = json.loads(run("incident", "show", "B-2026-0001", "--format", "json").out)
    assert [event["seq"] for event in shown["history"]] == [1, 2]


def test_closing_is_refused_while_the_regulator_has_to_be_told(record, run, refused):
    record()
    assert "--reason the regulator" in refused("incident", "close", "B-2026-0001", "--on", "2026-11-23")
    answer = run("incident", "close", "B-2026-0001", "--on", "2026-11-23", "--reason", "Not ours at all.")
    assert answer.status == 0
    assert "closed:      2026-11-23: Not ours at all." in answer.out
    assert "lacks effects or remedial action" in answer.err
    assert entries(run, "--open") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("update", "B-2026-0009", "--effects", "None."), "There is no entry"),
        (("update", "R-2026-0001", "--effects", "None."), "no number of a breach"),
        (("update", "B-2026-0001"), "Nothing to change"),
        (("update", "B-2026-0001", "--told-regulator", "2026-11-20T14:34"), "--told-regulator"),
        (("update", "B-2026-0001", "--told-regulator", "2026-11-23T03:01"), "still to come"),
        (("update", "B-2026-0001", "--told-regulator", "2026-03-29T01:30"), "--told-regulator"),
        (("update", "B-2026-0001", "--told-people", "yesterday"), "--told-people"),
        (("update", "B-2026-0001", "--late-reason", "lazy"), "--late-reason"),
        (("update", "B-2026-0001", "--effects", "Ring 020 7946 0000"), "--effects"),
        (("update", "B-2026-0001", "--what", "Ask jo@example.org", "--map", "map"), "--what"),
        (("update", "B-2026-0001", "--people", "3", "--lost", "temper", "--map", "map"), "--lost"),
        (("close", "B-2026-0001", "--on", "2026-11-24", "--reason", "No."), "--on"),
        (("close", "B-2026-0001", "--on", "2026-11-31"), "--on"),
        (("close", "B-2026-0002", "--on", "2026-11-23"), "There is no entry"),
        (("show", "B-2026-0002"), "There is no entry"),
        (("record", "--party", "clud", "--aware", "2026-11-20T14:35", "--map", "map"), "--party"),
        (("record", "--party", "cloud", "--aware", "2026-11-23T03:01", "--map", "map"), "--aware"),
        (("record", "--party", "cloud", "--map", "map"), "--aware"),
        (("record", "--aware", "2026-11-20T14:35", "--map", "map"), "--party"),
    ],
)
def test_what_cannot_be_is_one_clear_error_and_changes_nothing(record, refused, arguments, said):
    record()
    assert said in refused("incident", *arguments)


def test_a_closed_one_is_not_closed_again(record, run, refused):
    record()
    run("incident", "close", "B-2026-0001", "--on", "2026-11-23", "--reason", "No data was there.")
    assert "already" in refused("incident", "close", "B-2026-0001", "--on", "2026-11-23")


def test_an_entry_is_not_assessed_with_another_map(record, refused, tmp_path):
    record()
    other = content()
    other["map"]["id"] = "other"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "map.yaml").write_text(yaml.safe_dump(other), encoding="utf-8")
    said = refused("incident", "update", "B-2026-0001", "--people", "3", "--map", "other")
    assert '--map The entry was made with the map "dentist"' in said


def test_the_table_is_harmless_to_a_spreadsheet(record, run):
    record("--effects", "=HYPERLINK(1)", "--what", "@SUM(A1)")
    (row,) = csv.DictReader(io.StringIO(run("incident", "list", "--format", "csv").out))
    assert row["id"] == "B-2026-0001"
    assert not row["effects"].startswith("=")


def test_what_the_map_says_cannot_move_the_cursor(record, run, dentist):
    hostile = content()
    hostile["parties"][5]["name"] = "Cloud\u202etooth"
    (dentist / "map" / "map.yaml").write_text(yaml.safe_dump(hostile), encoding="utf-8")
    answer = record()
    assert answer.status == 0
    assert (
        "\u202e" not in answer.out + run("incident", "list").out + run("incident", "show", "B-2026-0001").out
    )


def test_without_a_register_it_says_how_to_make_one(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    answer = run("incident", "list", "--register", "none.db")
    assert answer.status == 2
    assert "request init" in answer.err
    assert list(tmp_path.iterdir()) == []
