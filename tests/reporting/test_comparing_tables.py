"""Comparing the tables of two pages: which heading, which row, which column."""

import json

from audit_lib.reporting.comparing_tables import compare_tables, page_of, tables_of


def page(*rows, heading="Flows", columns=("Id", "To", "Why")):
    head = "".join(f"<th>{name}</th>" for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{heading}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def differences(before, after):
    return list(compare_tables(tables_of(before), tables_of(after)))


FIRST = ("f1", "Yardi", "to keep the accounts of the tenancy")
SECOND = ("f2", "Agent", "to show the home to those who ask")


def test_the_same_page_has_no_difference():
    assert differences(page(FIRST, SECOND), page(FIRST, SECOND)) == []


def test_a_row_that_came_is_told_under_its_heading():
    (found,) = differences(page(FIRST), page(FIRST, SECOND))
    assert (found.name, found.came, found.went, found.changed) == ("Flows", (SECOND,), (), ())


def test_a_row_that_went_is_told():
    (found,) = differences(page(FIRST, SECOND), page(SECOND))
    assert (found.came, found.went) == ((), (FIRST,))


def test_a_changed_cell_is_told_with_its_column():
    later = ("f1", "Yardi", "to keep the accounts of the lease")
    (found,) = differences(page(FIRST, SECOND), page(later, SECOND))
    assert found.changed[0].row == "f1"
    assert found.changed[0].cells == (("Why", FIRST[2], later[2]),)
    assert (found.came, found.went) == ((), ())


def test_a_row_is_named_by_a_cell_that_no_other_row_has():
    old = [("high", "Sale of data", "place 1"), ("high", "No deadline", "place 2")]
    new = [("high", "Sale of data", "place 9"), ("high", "No deadline", "place 2")]
    (found,) = differences(page(*old), page(*new))
    assert found.changed[0].row == "Sale of data"


def test_rows_in_another_order_are_told_as_such():
    (found,) = differences(page(FIRST, SECOND), page(SECOND, FIRST))
    assert found.note == "The rows are the same, in another order."


def test_the_same_row_twice_is_not_the_same_as_once():
    (found,) = differences(page(FIRST), page(FIRST, FIRST))
    assert found.came == (FIRST,)


def test_other_columns_are_told():
    (found,) = differences(page(FIRST), page(FIRST, columns=("Id", "From", "Why")))
    assert "The columns were Id, To, Why" in found.note


def test_a_table_that_came_or_went_is_told():
    found = differences(page(FIRST), page(FIRST, heading="Others"))
    assert [(one.name, one.note) for one in found] == [
        ("Others", "The table is new."),
        ("Flows", "The table is gone."),
    ]


def test_each_table_under_a_heading_has_its_name():
    table = page(FIRST).removeprefix("<h2>Flows</h2>")
    found = tables_of(f"{table}<h2>Flows</h2>{table}{table}<h2>Flows</h2>{table}")
    assert list(found) == ["The page", "Flows", "Flows, table 2", "Flows (again)"]


def test_a_table_within_a_table_is_part_of_a_cell():
    found = tables_of(page(("f1", "Yardi", page(SECOND, heading="Within"))))
    assert list(found) == ["Flows"]
    assert len(found["Flows"].rows) == 1


def test_a_notebook_is_read_as_its_page_would_be(tmp_path):
    output = {"data": {"text/html": [page(FIRST).removeprefix("<h2>Flows</h2>")]}}
    cells = [
        {"cell_type": "markdown", "source": ["# Risk\n", "\n", "## Flows < all"]},
        {"cell_type": "code", "source": ["# no heading"], "outputs": [output]},
    ]
    (tmp_path / "x.ipynb").write_text(json.dumps({"cells": cells}))
    assert tables_of(page_of(tmp_path / "x.ipynb"))["Flows < all"].rows == (FIRST,)
