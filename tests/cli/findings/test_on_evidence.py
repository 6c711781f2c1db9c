"""Decisions about findings that rest on logs: made from an earlier answer, without comparing anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DAY = ["--as-of", "2026-11-22"]
WHO = ["--owner", "Ada", "--reason", "Being entered"]
EVIDENCE = """\
sources:
  - id: log
    kind: disclosures
    name: Send log
    files: [log.csv]
    columns: {id: no, at: when, person: guest, sender: from, recipient: to, data: what}
"""


@pytest.fixture
def answered(kiosk: Path, run):
    """The file with what `evidence check` printed of a kiosk that sent passports to a bank."""
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    bank = "  - {id: bank, name: Bank, kind: organisation, stance: recorded}\ndata:"
    (kiosk / "map.yaml").write_text(text.replace("data:", bank, 1), encoding="utf-8")
    (kiosk / "evidence.yaml").write_text(EVIDENCE, encoding="utf-8")
    rows = [f"{at},2026-03-1{at % 9} 10:00,G-{at},kiosk-ltd,bank,passport" for at in range(30)]
    (kiosk / "log.csv").write_text("no,when,guest,from,to,what\n" + "\n".join(rows) + "\n", "utf-8")

    def call() -> Path:
        answer = run("evidence", "check", "kiosk", "--format", "json", *DAY)
        Path("answer.json").write_text(answer.out, encoding="utf-8")
        return Path("answer.json")

    return call


@pytest.fixture
def sold(answered) -> str:
    found = json.loads(answered().read_text(encoding="utf-8"))["findings"]
    return next(one["id"] for one in found if one["rule"] == "evidence-undeclared-recipient")


def decide(run, verb: str, *arguments: str):
    return run("findings", verb, *arguments, "--map", "kiosk", *WHO, *DAY)


def listed(run, *arguments: str):
    answer = run("findings", "list", "kiosk", "--format", "json", *DAY, *arguments)
    assert answer.status == 0, answer.err
    return json.loads(answer.out)


@pytest.mark.parametrize(("verb", "status"), [("accept", "accepted"), ("assign", "in-hand")])
def test_a_finding_of_an_earlier_answer_can_be_decided(run, answered, sold, verb, status) -> None:
    answer = decide(run, verb, sold, "--evidence", "answer.json")
    assert answer.status == 0, answer.err
    assert "Data went to a recipient that the map does not declare" in answer.out
    (one,) = [one for one in json.loads(answered().read_text())["findings"] if one["id"] == sold]
    assert (one["status"], one["decision"]["owner"]) == (status, "Ada")


def test_what_is_accepted_counts_as_excused_in_the_verdicts(run, answered, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json")
    said = json.loads(answered().read_text())
    (bad,) = [one for one in said["verdicts"] if one["verdict"] == "undeclared-recipient"]
    assert (bad["observations"], bad["excused"]) == (30, 30)
    text = run("evidence", "check", "kiosk", *DAY).out
    assert "of them excused by a decision: 30" in text
    assert "accepted by Ada until 2027-11-22: Being entered" in text


def test_what_is_in_hand_is_not_excused(run, answered, sold) -> None:
    decide(run, "assign", sold, "--evidence", "answer.json")
    said = json.loads(answered().read_text())["verdicts"]
    assert [one["excused"] for one in said if one["verdict"] == "undeclared-recipient"] == [0]


def test_without_the_file_it_is_told_what_to_give(run, sold) -> None:
    answer = decide(run, "accept", sold)
    assert answer.status == 2
    assert "This one rests on logs: run `privacy-audit evidence check --format json > FILE`" in answer.err
    assert not Path("kiosk/decisions.yaml").exists()


def test_an_id_that_the_file_does_not_hold_is_told(run, sold) -> None:
    answer = decide(run, "accept", f"{sold[:-1]}x", "--evidence", "answer.json")
    assert answer.status == 2
    assert f'Did you mean "{sold}"?' in answer.err


def test_a_file_of_check_holds_none_of_them(run, sold) -> None:
    Path("check.json").write_text(run("check", "kiosk", "--format", "json", *DAY).out, encoding="utf-8")
    answer = decide(run, "accept", sold, "--evidence", "check.json")
    assert answer.status == 2
    assert "No finding here rests on logs" in answer.err


def test_a_file_of_another_map_is_refused(run, sold) -> None:
    said = json.loads(Path("answer.json").read_text(encoding="utf-8"))
    said["map"]["id"] = "other"
    Path("answer.json").write_text(json.dumps(said), encoding="utf-8")
    answer = decide(run, "accept", sold, "--evidence", "answer.json")
    assert answer.status == 2
    assert "other" in answer.err


def test_the_list_shows_what_was_decided_as_what_it_is_and_not_as_closed(run, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json")
    said = listed(run)
    (one,) = said["on_evidence"]
    assert (one["id"], one["status"], one["severity"]) == (sold, "accepted", "high")
    assert one["decision"]["reason"] == "Being entered"
    assert said["closed"] == []
    assert said["counts"]["accepted"] == 1
    text = run("findings", "list", "kiosk", *DAY).out
    assert "Resting on logs:" in text
    assert "CLOSED" not in text


def test_with_the_file_the_list_shows_the_open_ones_too(run, sold) -> None:
    (one,) = [one for one in listed(run, "--evidence", "answer.json")["on_evidence"] if one["id"] == sold]
    assert one["status"] == "open"
    assert one["message"].startswith("Kiosk")


def test_an_acceptance_that_has_run_out_is_told_as_expired(run, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json", "--until", "2026-12-31")
    said = run("findings", "list", "kiosk", "--format", "json", "--as-of", "2027-01-01").out
    assert [one["status"] for one in json.loads(said)["on_evidence"]] == ["expired"]


def test_the_list_is_cut_by_status_and_theme(run, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json")
    assert listed(run, "--status", "open")["on_evidence"] == []
    assert len(listed(run, "--theme", "sharing")["on_evidence"]) == 1
    assert listed(run, "--theme", "retention")["on_evidence"] == []


def test_a_decision_is_taken_back_without_the_file(run, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json")
    assert run("findings", "reopen", sold, "--map", "kiosk").status == 0
    assert listed(run)["on_evidence"] == []


def test_a_decision_about_a_kind_that_there_is_not_is_closed(run, sold) -> None:
    decide(run, "accept", sold, "--evidence", "answer.json")
    file = Path("kiosk/decisions.yaml")
    file.write_text(
        file.read_text(encoding="utf-8").replace(sold, "evidence-gone-12345678"), encoding="utf-8"
    )
    said = listed(run)
    assert said["on_evidence"] == []
    assert [one["finding"] for one in said["closed"]] == ["evidence-gone-12345678"]
