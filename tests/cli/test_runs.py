"""`privacy-audit runs`: what a person and a program are told of what has been run."""

import json
import shutil

import pytest
from published_runs import put

from audit_lib.reporting.publishing import remove
from audit_lib.reporting.runs import Revision, read_run, write_run


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Two output roots in `reports`, with three runs, one of which failed."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "reports"
    put(folder / "kiosk", "risk")
    put(folder / "kiosk", "risk.failed", outcome="failed")
    put(folder / "stall", "risk", **{"notes.txt": "x"})
    return folder


def head_of(answer, root):
    return next(one["head"] for one in json.loads(answer.out)["roots"] if one["root"] == root)


def test_list_has_a_line_for_each_run_and_each_chain(reports, run):
    answer = run("runs", "list")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("reports/kiosk: 2 lines, unbroken, head ")
    assert lines[1] == "  finished  risk  kiosk  as of 2026-11-22  2026-11-22 08:00:00 UTC  17 B"
    assert lines[2].startswith("  failed    risk.failed (risk)  kiosk")


def test_list_is_json_for_a_program(reports, run):
    answer = json.loads(run("runs", "list", "reports", "--format", "json").out)
    assert [one["root"] for one in answer["roots"]] == ["reports/kiosk", "reports/stall"]
    assert [one["unbroken"] for one in answer["roots"]] == [True, True]
    assert answer["roots"][0]["runs"][0]["folder"] == "reports/kiosk/risk"


def test_list_says_where_a_chain_is_broken(reports, run):
    ledger = reports / "kiosk/runs.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"risk.failed", b"risk.mended"))
    assert "1 line, broken in 1 place: see `runs verify`" in run("runs", "list").out


def test_list_tells_of_runs_that_no_ledger_holds(reports, run):
    shutil.copytree(reports / "stall/risk", reports.parent / "sent/risk")
    answer = run("runs", "list", "sent")
    assert "no ledger" in answer.out
    assert "finished  risk  kiosk" in answer.out


def test_list_of_an_empty_folder_says_so(tmp_path, run):
    assert run("runs", "list", str(tmp_path)).out == "No report has been run here.\n"


def test_a_run_that_cannot_be_read_is_told_and_the_others_are_listed(reports, run):
    (reports / "kiosk/risk/run.json").write_text("{}")
    answer = run("runs", "list")
    assert answer.status == 2
    assert "reports/kiosk/risk/run.json This tells of no run" in answer.err
    assert "risk.failed" in answer.out


def test_show_tells_all_of_one_run(reports, run):
    folder = reports / "kiosk/risk"
    told = {
        "map_revision": Revision(commit="c" * 40, changed=True),
        "cell_seconds": (0.0, 2.5),
        "figures": {"findings_high": 3},
        "parameters": {"party": None, "token": "env:TOKEN"},
        "case": "east",
        "seed": 7,
    }
    write_run(read_run(folder).model_copy(update=told), folder)
    out = run("runs", "show", "reports/kiosk/risk").out
    for part in (
        f"{'c' * 40}, with changes since",
        "commit of the project in no repository",
        "2 cells in 2.5 s; slowest: cell 2 2.5 s",
        "findings_high  3",
        "token  env:TOKEN",
        "party  none",
        "case                  east",
        "seed                  7",
        "published by line 1 of reports/kiosk/runs.jsonl",
        "tables/rows.csv  ",
    ):
        assert part in out


def test_show_is_json_for_a_program(reports, run):
    answer = json.loads(run("runs", "show", "reports/kiosk/risk", "--format", "json").out)
    assert answer["report"] == "risk"
    assert answer["recorded"]["number"] == 1


def test_show_reads_a_run_from_an_earlier_version(reports, run):
    file = reports / "kiosk/risk/run.json"
    said = json.loads(file.read_text())
    for later in (
        "inputs",
        "read",
        "map_revision",
        "project_revision",
        "seed",
        "case",
        "cell_seconds",
        "figures",
    ):
        del said[later]
    file.write_text(json.dumps(said))
    answer = run("runs", "show", "reports/kiosk/risk")
    assert answer.status == 0
    assert "not kept (a run from an earlier version)" in answer.out


@pytest.mark.parametrize("command", ["list", "show", "verify"])
def test_a_folder_that_is_not_there_is_told(command, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    answer = run("runs", command, "absent")
    assert (answer.status, answer.out, answer.err) == (2, "", "absent There is no such folder.\n")


def test_verify_of_what_is_whole_is_0_and_prints_the_heads(reports, run):
    answer = run("runs", "verify")
    assert answer.status == 0
    assert "reports/kiosk: 2 lines, 2 runs, 4 files: whole" in answer.out
    heads = [line.removeprefix("  head ") for line in answer.out.splitlines() if line.startswith("  head ")]
    assert [len(head) for head in heads] == [64, 64]


def test_verify_tells_each_fault_in_a_line_and_is_1(reports, run):
    (reports / "kiosk/risk/risk.html").write_text("two")
    (reports / "stall/risk/more.txt").write_text("")
    (reports / "stall/risk/notes.txt").unlink()
    answer = run("runs", "verify")
    assert answer.status == 1
    assert [line for line in answer.out.splitlines() if line.startswith("reports/") and ": " not in line] == [
        "reports/kiosk/risk/risk.html This file has been changed since the run.",
        "reports/stall/risk/notes.txt This file is missing.",
        "reports/stall/risk/more.txt This file has been added since the run.",
    ]


def test_verify_with_a_head_proves_that_the_end_was_not_cut_off(reports, run):
    head = head_of(run("runs", "list", "--format", "json"), "reports/kiosk")
    ledger = reports / "kiosk/runs.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    shutil.rmtree(reports / "kiosk/risk.failed")
    ledger.write_bytes(lines[0])
    assert run("runs", "verify", "reports/kiosk").status == 0
    answer = run("runs", "verify", "reports/kiosk", "--head", head)
    assert answer.status == 1
    assert "lines at the end were cut off" in answer.out


def test_a_head_needs_one_ledger(reports, run):
    answer = run("runs", "verify", "--head", "a" * 64)
    assert answer.status == 2
    assert "A head belongs to one ledger, and reports holds 2; name its folder." in answer.err


def test_verify_of_one_run(reports, run):
    (reports / "kiosk/risk.failed/risk.html").write_text("two")
    assert run("runs", "verify", "reports/kiosk/risk").status == 0
    assert run("runs", "verify", "reports/kiosk/risk.failed").status == 1
    shutil.rmtree(reports / "kiosk/risk.failed")
    answer = run("runs", "verify", "reports/kiosk/risk.failed")
    assert answer.status == 1
    assert "This run is missing; line 2 of the ledger put it here" in answer.out


def test_verify_of_a_run_that_was_removed_by_the_rules_is_no_fault(reports, run):
    remove(reports / "kiosk/risk.failed", reports / "kiosk")
    assert run("runs", "verify").status == 0


def test_verify_is_json_for_a_program(reports, run):
    (reports / "kiosk/risk/risk.html").write_text("two")
    answer = json.loads(run("runs", "verify", "reports/kiosk", "--format", "json").out)
    assert answer[0]["whole"] is False
    assert answer[0]["faults"][0]["file"] == "reports/kiosk/risk/risk.html"


def test_what_a_name_says_cannot_move_the_cursor(reports, run):
    (reports / "kiosk/risk/\x1b[2Jx").write_text("")
    answer = run("runs", "verify")
    assert "\x1b" not in answer.out
    assert "\\x1b[2Jx" in answer.out


def test_compare_of_equal_runs_is_0(reports, run):
    put(reports / "market", "risk")
    answer = run("runs", "compare", "reports/kiosk/risk", "reports/market/risk")
    assert answer.status == 0
    assert "Nothing differs but when they were made." in answer.out


def test_compare_tells_what_differs_and_is_1(reports, run):
    page = "<h2>Flows</h2><table><tr><th>Id</th><th>To</th></tr><tr><td>f1</td><td>Yardi</td></tr></table>"
    put(reports / "market", "risk", content=page)
    put(reports / "fair", "risk", content=page.replace("Yardi", "Agent"))
    folder = reports / "fair/risk"
    write_run(
        read_run(folder).model_copy(update={"figures": {"flows": 2}, "notebook_sha256": "b" * 64}), folder
    )
    answer = run("runs", "compare", "reports/market/risk", "reports/fair/risk")
    assert answer.status == 1
    assert f"~ notebook (SHA-256): {'0' * 12} -> {'b' * 12}" in answer.out
    assert "~ flows: none -> 2" in answer.out
    assert "Table under “Flows” (1)" in answer.out
    assert "~ f1: To: Yardi -> Agent" in answer.out
    assert "~ risk.html differs" in answer.out


def test_compare_shows_a_page_and_all_of_it_when_asked(reports, run):
    rows = "".join(f"<tr><td>f{number}</td></tr>" for number in range(30))
    put(reports / "market", "risk", content=f"<h2>Flows</h2><table><tr><th>Id</th></tr>{rows}</table>")
    put(reports / "fair", "risk", content="<h2>Flows</h2><table><tr><th>Id</th></tr></table>")
    two = ("reports/market/risk", "reports/fair/risk")
    assert "and 18 more (all of them with --whole)" in run("runs", "compare", *two).out
    assert "- f29" in run("runs", "compare", *two, "--whole").out


def test_compare_is_json_for_a_program(reports, run):
    answer = run("runs", "compare", "reports/kiosk/risk", "reports/stall/risk", "--format", "json")
    said = json.loads(answer.out)
    assert said["different"] is True
    assert [one["what"] for one in said["files"]] == ["notes.txt"]


def test_compare_of_two_reports_is_2(reports, run):
    folder = reports / "stall/risk"
    write_run(read_run(folder).model_copy(update={"report": "ropa"}), folder)
    answer = run("runs", "compare", "reports/kiosk/risk", "reports/stall/risk")
    assert answer.status == 2
    assert "name two of one report" in answer.err
