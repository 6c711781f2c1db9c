"""The careful reader of CSV: what is written by a CSV writer is read, and no line is ever lost."""

from __future__ import annotations

import csv
import tempfile
from io import StringIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.intake import take
from audit_lib.evidence.intake.csv_rows import Header, csv_rows
from audit_lib.model.evidence_source import Column, Evidence

from .conftest import COLUMNS, rows, source

HEADER = Header(("a", "b", "c"), ",")
NASTY = st.text(st.sampled_from('ab,;"\n\r \té\u2028\x1c|'), max_size=6)


def read(text: str, header: Header = HEADER) -> list:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(text.encode())
        return list(csv_rows(path, "utf-8", header, header.names))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NASTY, NASTY, NASTY), max_size=8))
def test_what_a_csv_writer_wrote_is_read_cell_by_cell(written) -> None:
    text = StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("a", "b", "c"), *written])
    found = [row.cells for row in read(text.getvalue())]
    plain = [tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row) for row in written]
    assert found == plain


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.sampled_from('ab,"\n'), max_size=12), max_size=8))
def test_each_line_that_is_not_empty_is_part_of_a_row_or_refused(lines) -> None:
    text = "a,b,c\n" + "\n".join(lines)
    kept = "\n".join(row.text for row in read(text))
    assert sorted(line for line in kept.split("\n") if line) == sorted(
        line for line in text.split("\n")[1:] if line
    )


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.sampled_from("ab '\t é\u00a0;"), max_size=4), min_size=3, max_size=6), max_size=6
    )
)
def test_the_quick_way_gives_what_the_careful_way_gives(lines) -> None:
    text = "nr,when,to,what\n" + "".join(
        f"{number},2026-03-0{1 + number},{','.join(cells)}\n" for number, cells in enumerate(lines)
    )
    columns = {name: COLUMNS[name] for name in ("id", "at", "recipient", "data")}
    taken = []
    for also in ("", '"9","2026-03-09",x,y\n'):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "logs").mkdir()
            (root / "logs" / "a.csv").write_text(text + also, "utf-8")
            (table,) = take(Evidence(sources=(source(columns=columns),)), root, root / "work").tables
            assert Column.PERSON not in table.columns
            found = [row for row in rows(table) if row[0] != "9"]
            taken.append((found, table.refused.count, table.refused.reasons))
    assert taken[0] == taken[1]
