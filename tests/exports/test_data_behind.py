"""The data behind a notebook's pictures and tables: all of it, harmless, and the same each time."""

from __future__ import annotations

import csv
import io
import json

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from audit_lib.errors import OutputError
from audit_lib.exports.data_behind import data_behind, write_data
from audit_lib.views.picture import MIME
from audit_lib.views.table import Cell, Mark, tabulate


def notebook(*shown):
    outputs = [new_output("display_data", data) for data in shown]
    return new_notebook(cells=[new_markdown_cell("# A"), new_code_cell("", outputs=outputs)])


def table(*rows, columns=("Party", "Gets"), title="Who gets what", **more):
    view = tabulate(title, columns, rows, **more)
    return {"text/html": view._repr_html_(), "text/plain": str(view)}


def rows_of(file):
    return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


def test_a_table_is_a_csv_with_all_its_rows():
    made = data_behind(notebook(table(("Agency", "5"), ("Court", "1"))))
    assert made[1].name == "01-who-gets-what.csv"
    assert rows_of(made[1]) == [["Party", "Gets"], ["Agency", "5"], ["Court", "1"]]
    assert (made[1].kind, made[1].title, made[1].cell, made[1].rows) == ("table", "Who gets what", 2, 2)


def test_all_that_a_cell_says_is_kept_line_by_line():
    cell = Cell("it < that\nand more", Mark.STRONG, lead="First", tail="Art. 30")
    assert (
        rows_of(data_behind(notebook(table((cell, "1"))))[1])[1][0] == "First\nit < that\nand more\nArt. 30"
    )


@pytest.mark.parametrize("evil", ["=1+1", "@SUM(A1)", "+44", "-2+3", "\t=1"])
def test_no_cell_is_a_formula(evil):
    read = rows_of(data_behind(notebook(table((evil, "1"), title=evil)))[1])
    assert not read[1][0].startswith(("=", "@", "+", "-"))


def test_what_is_not_shown_is_said_in_the_list():
    made = data_behind(notebook(table(("A", "1"), ("B", "2"), most=1)))
    assert rows_of(made[0])[1] == [
        "01-who-gets-what.csv",
        "table",
        "Who gets what",
        "2",
        "1",
        "1 more row is not shown.",
    ]


def test_a_picture_is_a_json_with_its_values():
    behind = {"title": "Risks", "alt": "Two.", "geometry": "ab", "values": {"columns": ["a"], "rows": [[1]]}}
    made = data_behind(notebook({"image/png": "iVBO", MIME: behind}))[1]
    assert (made.name, made.kind, made.rows) == ("01-risks.json", "picture", 1)
    assert json.loads(made.content) == behind


def test_a_picture_of_another_origin_has_its_words_and_the_hash_of_its_pixels():
    made = data_behind(notebook({"image/png": "iVBO", "text/plain": "A curve."}))[1]
    assert set(json.loads(made.content)) == {"title", "alt", "png"}


def test_a_table_of_pandas_is_read_too():
    markup = '<div><table border="1" class="dataframe"><thead><tr><th></th><th>n</th></tr></thead>'
    markup += "<tbody><tr><th>x</th><td>3</td></tr></tbody></table></div>"
    assert rows_of(data_behind(notebook({"text/html": markup}))[1]) == [["", "n"], ["x", "3"]]


def test_several_outputs_are_numbered_in_their_order():
    made = data_behind(
        notebook(table(("A", "1")), {"image/png": "iVBO", "text/plain": "x"}, table(("B", "1")))
    )
    assert [file.name[:3] for file in made] == ["00-", "01-", "02-", "03-"]


def test_no_title_leads_out_of_the_folder(tmp_path):
    made = write_data(notebook(table(("A", "1"), title="../../etc/passwd\\..\0")), tmp_path)
    assert {path.parent for path in made} == {tmp_path / "data"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_notebook_without_either_gives_nothing(tmp_path):
    assert data_behind(notebook({"text/plain": "x"})) == ()
    assert write_data(notebook(), tmp_path) == ()
    assert not list(tmp_path.iterdir())


def test_the_same_notebook_gives_the_same_bytes():
    node = notebook(table(("A", "1")), {"image/png": "iVBO", MIME: {"title": "x", "alt": "y"}})
    turned = notebook(table(("A", "1")), {MIME: {"alt": "y", "title": "x"}, "image/png": "iVBO"})
    assert data_behind(node) == data_behind(turned)


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(OutputError, match="folder cannot be made"):
        write_data(notebook(table(("A", "1"))), tmp_path)


def test_the_folder_is_for_its_owner_alone(tmp_path):
    write_data(notebook(table(("A", "1"))), tmp_path)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
