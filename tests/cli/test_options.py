"""What all commands share: where the map is, what day it is, and how mistakes are told."""

import pytest


@pytest.mark.parametrize(
    "command", [["check"], ["trace", "--data", "x"], ["draw", "--out", "x.png"], ["report"]]
)
def test_without_a_map_one_must_be_named(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    answer = run(*command)
    assert answer.status == 2
    assert "Name the folder of one" in answer.err


def test_every_fault_of_a_broken_map_is_printed_with_its_place(run, kiosk):
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    broken = text.replace("purpose: badge", "purpos: badge").replace("to: printer", "to: prnter")
    (kiosk / "map.yaml").write_text(broken, encoding="utf-8")
    answer = run("check", "kiosk")
    assert answer.status == 2
    assert answer.out == ""
    lines = answer.err.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("kiosk/map.yaml:") for line in lines)
    assert 'Did you mean "printer"?' in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("day", ["31.3.2026", "2026-02-30", "20260331", "today"])
def test_a_day_is_written_in_one_way(run, kiosk, day):
    answer = run("check", "kiosk", "--as-of", day)
    assert answer.status == 2
    assert "--as-of" in answer.err


def test_an_unknown_option_is_a_usage_error(run, kiosk):
    answer = run("check", "kiosk", "--formt", "json")
    assert answer.status == 2
    assert "--format" in answer.err


def test_escape_sequences_in_a_message_are_shown_and_not_obeyed(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("check", "\x1b[2Jgone")
    assert "\x1b" not in answer.err
    assert "\\x1b[2Jgone" in answer.err
