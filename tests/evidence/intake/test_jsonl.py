"""Files with one JSON object on each line."""

from __future__ import annotations

import json

import pytest

from audit_lib.errors import InputError

GOOD = {"nr": 1, "when": "2026-03-01T14:05:06Z", "who": "p1", "to": "yardi", "what": "name"}
MOMENT = 1_772_373_906_000_000


def table(folder, *lines, **fields):
    folder.write(
        "a.jsonl", "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    )
    return folder.table(format="jsonl", **fields)


def test_an_object_becomes_a_row(folder, rows_of) -> None:
    assert rows_of(table(folder, GOOD)) == [("1", MOMENT, "p1", "yardi", "name")]


def test_dots_lead_into_objects(folder, rows_of) -> None:
    columns = {"at": "meta.when", "person": "user.id", "recipient": "to", "data": "a.b"}
    line = {"meta": {"when": 1772373906.25}, "user": {"id": 7}, "to": True, "a.b": "name"}
    found = table(folder, line, columns=columns)
    assert rows_of(found) == [("a:1", MOMENT + 250_000, "7", "true", "name")]


def test_a_key_that_is_missing_or_null_is_none(folder, rows_of) -> None:
    found = table(folder, GOOD, {"nr": 2, "when": GOOD["when"], "to": None})
    assert rows_of(found, "id", "person", "recipient") == [("1", "p1", "yardi"), ("2", None, None)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[1]", "it is not a JSON object"),
        ('{"nr": ' + "9" * 5000 + "}", "it is not JSON"),
        ({**GOOD, "what": ["a"]}, "the column what holds a list where one value is wanted"),
        ({**GOOD, "what": {"a": 1}}, "the column what holds an object where one value is wanted"),
        ({**GOOD, "who": "\ud800"}, "the column who holds half a character"),
        ({**GOOD, "who": "a\0"}, "the column who holds a NUL character"),
        ({**GOOD, "when": "soon"}, "the column when holds no moment that can be read"),
        ({"nr": 3}, "the column when is empty"),
        ('{"x": "' + "x" * 1_000_000 + '"}', "the line is longer than 1,000,000 characters"),
    ],
)
def test_a_bad_line_is_kept_and_counted(folder, rows_of, line, why) -> None:
    found = table(folder, GOOD, line, "", GOOD)
    assert found.rows == 2
    assert found.refused.reasons == (("logs/a.jsonl", 2, why),)
    assert len(found.refused.file.read_text().splitlines()) == 2


def test_a_list_in_a_column_with_a_separator_makes_a_row_of_each(folder, rows_of) -> None:
    found = table(folder, {**GOOD, "what": ["name", "address", "name"]}, separators={"data": ";"})
    assert rows_of(found, "id", "data") == [("1", "address"), ("1", "name")]


def test_a_key_that_is_nowhere_is_a_fault_with_the_nearest(folder) -> None:
    with pytest.raises(
        InputError, match=r'The column "user.idd" \(person\) is not here. Did you mean "user.id"\?'
    ):
        table(folder, {**GOOD, "user": {"id": 1}}, columns={"at": "when", "person": "user.idd"})


def test_utf_16_is_read(folder, rows_of) -> None:
    folder.write("a.jsonl", (json.dumps({**GOOD, "to": "Café"}, ensure_ascii=False) + "\n").encode("utf-16"))
    assert rows_of(folder.table(format="jsonl"), "recipient") == [("Café",)]
