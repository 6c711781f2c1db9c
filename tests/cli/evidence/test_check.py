"""`privacy-audit evidence check` as a user meets it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from .conftest import log_rows, with_register

DAY = ("--as-of", "2026-11-22")


def test_it_finds_what_the_map_does_not_declare(logged: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY)
    assert answer.status == 1
    assert "  undeclared-recipient             30    7.5 %  about 30 people" in answer.out.splitlines()
    assert 'log, recipient: "Bank Ltd"; likeliest bank  (20 rows)' in answer.out
    assert "evidence-undeclared-recipient" in answer.out
    assert answer.err == ""


def test_no_person_stands_in_any_answer(logged: Path, run, tmp_path: Path) -> None:
    for form in ("text", "json", "sarif", "github"):
        answer = run("evidence", "check", "kiosk", *DAY, "--format", form, "--threshold", "1")
        assert "G-6" not in answer.out + answer.err


def test_json_is_one_object_and_nothing_else(logged: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY, "--format", "json", "--progress")
    said = json.loads(answer.out)
    assert said["as_of"] == "2026-11-22"
    assert {one["verdict"]: one["observations"] for one in said["verdicts"]}["undeclared-recipient"] == 30
    assert said["counts"]["high"] >= 1
    assert answer.err == ""


def test_sarif_describes_the_kinds_of_findings_of_evidence(logged: Path, run) -> None:
    said = json.loads(run("evidence", "check", "kiosk", *DAY, "--format", "sarif").out)["runs"][0]
    assert said["automationDetails"]["id"] == "privacy-audit/kiosk/evidence/"
    rules = said["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in said["results"])
    assert "evidence-undeclared-recipient" in {result["ruleId"] for result in said["results"]}


def test_github_gets_an_annotation_a_finding(logged: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY, "--format", "github")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in answer.out.splitlines())
    assert "evidence-undeclared-recipient" in answer.out


def test_what_a_baseline_knows_is_not_told_again(logged: Path, run) -> None:
    first = run("evidence", "check", "kiosk", *DAY, "--format", "json")
    Path("earlier.json").write_text(first.out, encoding="utf-8")
    again = run("evidence", "check", "kiosk", *DAY, "--baseline", "earlier.json", "--format", "json")
    said = json.loads(again.out)
    assert said["findings"] == []
    assert len(said["baseline"]["known"]) == len(json.loads(first.out)["findings"])
    assert again.status == 0


def test_findings_of_check_in_a_baseline_are_not_told_as_closed(logged: Path, run) -> None:
    Path("earlier.json").write_text(run("check", "kiosk", *DAY, "--format", "json").out, encoding="utf-8")
    said = run("evidence", "check", "kiosk", *DAY, "--baseline", "earlier.json", "--format", "json").out
    assert json.loads(said)["baseline"]["closed"] == []


@pytest.mark.parametrize(("fail_on", "status"), [("high", 1), ("never", 0)])
def test_the_exit_status_follows_fail_on(logged: Path, run, fail_on: str, status: int) -> None:
    assert run("evidence", "check", "kiosk", *DAY, "--fail-on", fail_on).status == status


def test_the_same_input_gives_the_same_bytes(logged: Path, run) -> None:
    once, twice = (run("evidence", "check", "kiosk", *DAY, "--format", "json").out for _ in range(2))
    assert once == twice


def test_another_file_can_stand_in_for_a_source(logged: Path, run) -> None:
    rows = [line.split(",") for line in log_rows(60).splitlines()]
    with Path("other.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(dict(zip(rows[0], row, strict=True))) + "\n" for row in rows[1:])
    said = json.loads(
        run("evidence", "check", "kiosk", *DAY, "--source", "log=other.jsonl", "--format", "json").out
    )
    assert said["sources"][0]["rows"] == 60


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--source", "lgo=log.csv"), '--source No source has the id "lgo". Did you mean "log"?'),
        (("--source", "log"), '--source "log" is to be written as ID=FILE.'),
        (("--source", "log=gone.csv"), "--source gone.csv: there is no such file."),
        (("--only", "lsit"), '--only No source has the id "lsit". Did you mean "list"?'),
        (("--as-of", "22.11.2026"), '--as-of "22.11.2026" is no date'),
        (("--out", "answer.pdf"), '--out "answer.pdf" must end in .xlsx, .html.'),
        (("--baseline", "gone.json"), "gone.json There is no such file."),
        (("--memory", "much"), '--memory "much" is no amount of memory: write it as 1GB or 800MB.'),
    ],
)
def test_what_cannot_be_used_is_told(logged: Path, run, options: tuple[str, ...], said: str) -> None:
    answer = run("evidence", "check", "kiosk", *options)
    assert answer.status == 2
    assert said in answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err


def test_a_map_without_evidence_says_what_is_wanted(kiosk: Path, run) -> None:
    answer = run("evidence", "check", "kiosk")
    assert (answer.status, answer.out) == (2, "")
    assert "kiosk/evidence.yaml There is no such file." in answer.err


def test_a_changed_column_is_told_and_nothing_is_written(logged: Path, run) -> None:
    (logged / "log.csv").write_text(log_rows().replace("when", "moment", 1), encoding="utf-8")
    answer = run("evidence", "check", "kiosk", *DAY, "--out", "answer.html")
    assert (answer.status, answer.out) == (2, "")
    assert "when" in answer.err
    assert not Path("answer.html").exists()


def test_rows_that_cannot_be_read_are_counted_with_file_and_line_and_without_what_they_hold(
    logged: Path, run
) -> None:
    (logged / "log.csv").write_text(
        log_rows() + "400,no day,G-99,kiosk-ltd,printer,passport\n", encoding="utf-8"
    )
    said = run("evidence", "check", "kiosk", *DAY).out
    assert "Refused: 1 row could not be read" in said
    assert "log.csv:402 " in said
    assert "G-99" not in said


def test_a_truncated_parquet_file_is_told(logged: Path, run) -> None:
    Path("cut.parquet").write_bytes(b"PAR1" + b"\0" * 200)
    answer = run("evidence", "check", "kiosk", *DAY, "--source", "log=cut.parquet")
    assert (answer.status, answer.out) == (2, "")
    assert "cut.parquet" in answer.err


def test_a_workbook_can_be_written_beside_the_answer(logged: Path, run) -> None:
    answer = run("evidence", "check", "kiosk", *DAY, "--out", "answer.xlsx")
    assert "Written: answer.xlsx" in answer.out
    assert zipfile.is_zipfile("answer.xlsx")


def test_a_page_can_be_written_beside_the_answer(logged: Path, run) -> None:
    run("evidence", "check", "kiosk", *DAY, "--out", "answer.html")
    page = Path("answer.html").read_text(encoding="utf-8")
    assert "Declared and observed: Kiosk" in page
    assert "Bank Ltd" in page
    assert "<script" not in page


def test_nothing_is_left_in_the_folder_for_temporary_files(
    logged: Path, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    run("evidence", "check", "kiosk", *DAY)
    run("evidence", "explain", "kiosk", "log:1")
    assert list((tmp_path / "scratch").iterdir()) == []


def verdicts(answer) -> dict[str, int]:
    return {one["verdict"]: one["observations"] for one in json.loads(answer.out)["verdicts"]}


def test_a_store_gives_the_same_answer_twice_and_the_one_without(logged: Path, run) -> None:
    asked = ("evidence", "check", "kiosk", *DAY, "--format", "json")
    plain = run(*asked)
    first, second = run(*asked, "--store", "kept"), run(*asked, "--store", "kept")
    assert verdicts(first) == verdicts(second) == verdicts(plain)


def test_a_register_is_asked_too(logged: Path, run) -> None:
    asked = ("evidence", "check", "kiosk", *DAY, "--format", "json", "--threshold", "1")
    before = verdicts(run(*asked))["after-objection"]
    with_register(logged)
    assert verdicts(run(*asked))["after-objection"] > before
