"""The list of requests, for a person, a program or a spreadsheet."""

import csv
import io
import json

from .conftest import ADA


def test_the_list_can_be_cut_and_comes_as_an_object(asked, access):
    asked("add", "--right", "erasure", "--received", "2026-11-02")
    asked("close", access, "--outcome", "granted", "--on", "2026-10-20")

    def ids(*arguments):
        found = json.loads(asked("list", "--format", "json", *arguments).out)
        return [request["id"] for request in found["requests"]]

    assert ids() == [access, "R-2026-0002"]
    assert ids("--open") == ids("--right", "erasure") == ids("--since", "2026-11-01") == ["R-2026-0002"]
    assert ids("--right", "erasure", "--right", "access") == ids()


def test_the_list_as_a_table_goes_into_another_register(run, asked, access, made):
    asked("add", "--right", "objection", "--marketing", "--received", "2026-11-02", "--person", ADA)
    text = asked("list", "--format", "csv").out
    (made / "table.csv").write_text(text, encoding="utf-8")
    run("request", "init", "--register", "second.db")
    assert asked("import", "table.csv", "--register", "second.db").status == 0
    first, second = (
        [row | {"reference": ""} for row in csv.DictReader(io.StringIO(table))]
        for table in (text, asked("list", "--format", "csv", "--register", "second.db").out)
    )
    assert first == second


def test_nothing_in_a_table_is_a_formula(asked, access):
    rows = csv.reader(io.StringIO(asked("list", "--format", "csv").out))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
