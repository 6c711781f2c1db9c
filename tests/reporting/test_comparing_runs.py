"""Comparing two runs: what went in, figures, findings, files."""

import json

import pytest
from published_runs import put

from audit_lib.errors import ParameterError
from audit_lib.reporting.comparing_runs import compare_runs
from audit_lib.reporting.runs import MapUsed, Revision, read_run, write_run


def change(folder, **changes):
    write_run(read_run(folder).model_copy(update=changes), folder)


def findings(*ids, **about):
    said = [
        {"id": one, "rule": "r", "title": f"Title {one}", "severity": about.get(one, "low"), "status": "open"}
        for one in ids
    ]
    return json.dumps({"map": {"id": "kiosk"}, "as_of": "2026-11-22", "findings": said})


@pytest.fixture
def two(tmp_path):
    """Two runs that are alike, with files added to the one or the other; call it for their folders."""

    def make(first=None, second=None):
        put(tmp_path / "a", **(first or {}))
        put(tmp_path / "b", **(second or {}))
        return tmp_path / "a/risk", tmp_path / "b/risk"

    return make


def test_runs_that_say_the_same_do_not_differ(two):
    before, after = two()
    change(after, started=read_run(after).started.replace(year=2030), cell_seconds=(3.0,))
    assert not compare_runs(before, after)


def test_what_went_in_otherwise_is_told(two):
    before, after = two()
    change(
        after,
        data_map=MapUsed(id="kiosk", version="4", sha256="0" * 64, folder="kiosk"),
        parameters={"party": "agency"},
        packages={"pandas": "3"},
        map_revision=Revision(commit="c" * 40, changed=True),
    )
    found = {one.what: (one.before, one.after) for one in compare_runs(before, after).inputs}
    assert found == {
        "version of the map": ("3", "4"),
        "parameter party": (None, "agency"),
        "package pandas": (None, "3"),
        "commit of the map": (None, f"{'c' * 40} and changes"),
    }


def test_figures_that_differ_are_told(two):
    before, after = two()
    change(before, figures={"flows": 3, "same": 1, "gone": 2})
    change(after, figures={"flows": 4, "same": 1})
    found = compare_runs(before, after).figures
    assert [tuple(one) for one in found] == [("flows", 3, 4), ("gone", 2, None)]


def test_findings_come_go_and_change(two):
    before, after = two(
        {"findings.json": findings("a", "b", b="low")}, {"findings.json": findings("b", "c", b="high")}
    )
    found = compare_runs(before, after).findings
    assert [one.id for one in found.came] == ["c"]
    assert [one.id for one in found.went] == ["a"]
    assert [(one.finding.id, one.how) for one in found.changed] == [("b", "severity was low, is high")]


def test_findings_of_one_run_alone_are_said_not_to_be_compared(two):
    before, after = two({"findings.json": findings("a")})
    found = compare_runs(before, after)
    assert not any(found.findings)
    assert found.notes == (f"Findings are not compared: {after}/findings.json is missing.",)


def test_files_that_differ_are_told(two):
    before, after = two({"content": "one", "gone.txt": ""}, {"content": "two", "new.txt": ""})
    found = {one.what: (one.before is None, one.after is None) for one in compare_runs(before, after).files}
    assert found == {"risk.html": (False, False), "gone.txt": (False, True), "new.txt": (True, False)}


def test_the_notebook_is_read_where_there_is_no_page(two):
    cell = {"cell_type": "code", "outputs": [{"data": {"text/html": "<table><tr><td>1</td></tr></table>"}}]}
    notebook = json.dumps({"cells": [cell]})
    before, after = two({"risk.ipynb": notebook}, {"risk.ipynb": notebook.replace("1", "2")})
    for folder in (before, after):
        (folder / "risk.html").unlink()
    (table,) = compare_runs(before, after).tables
    assert (table.came, table.went) == ((("2",),), (("1",),))


def test_runs_of_two_reports_are_refused(two):
    before, after = two()
    change(after, report="ropa")
    with pytest.raises(ParameterError, match="name two of one report"):
        compare_runs(before, after)
