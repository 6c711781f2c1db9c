"""Tables: whole in an untrusted notebook, and harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.views.table import Cell, Mark, tabulate


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(st.text(max_size=80))
def test_no_text_becomes_markup(text):
    read = _read(tabulate(text, (text,), [(text,)])._repr_html_())
    assert set(read.tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    assert read.attributes <= {"style", "dir", "scope"}


def test_a_long_text_stays_whole():
    assert "x" * 10_000 in tabulate("T", ("A",), [("x" * 10_000,)])._repr_html_()


def test_a_cell_takes_the_direction_of_its_text():
    html = tabulate("T", ("A",), [("שכירות",)])._repr_html_()
    assert 'dir="auto">שכירות</td>' in html


def _least_ems(html: str) -> float:
    return float(re.search(r"min-width:([0-9.]+)em", html)[1])


def test_a_column_has_room_for_its_longest_word_and_grows_with_the_letters():
    widths = [_least_ems(tabulate("T", ("A",), [(text,)])._repr_html_()) for text in ("yes", "significant")]
    assert widths[0] > 0.6 * len("yes") + 1.5
    assert widths[1] > 0.6 * len("significant") + 1.5


def test_a_table_that_shares_out_its_width_keeps_words_whole_but_not_lines():
    line = "UK GDPR Art. 13(1)(a)"
    shared = _least_ems(tabulate("T", ("A",), [(line,)], widths=(100,))._repr_html_())
    free = _least_ems(tabulate("T", ("A",), [(line,)])._repr_html_())
    assert shared < free


@pytest.mark.parametrize("mark", Mark)
def test_each_mark_is_an_inline_style(mark):
    html = tabulate("T", ("A",), [(Cell("gap", mark),)])._repr_html_()
    assert "class=" not in html
    assert "<script" not in html


def test_rows_beyond_the_most_are_counted():
    table = tabulate("T", ("A",), [("a",), ("b",), ("c",)], most=1)
    assert len(table.rows) == 1
    assert table.note == "2 more rows are not shown."


def test_plain_text_has_a_line_a_row():
    assert str(tabulate("T", ("A", "B"), [("one", "two"), ("three\nlines", "x")])).splitlines() == [
        "T",
        "",
        "A            B",
        "-----------  ---",
        "one          two",
        "three lines  x",
    ]


def test_the_same_rows_give_the_same_table():
    assert tabulate("T", ("A",), [("a",)]) == tabulate("T", ("A",), [("a",)])


def test_a_table_without_rows_is_the_sentence_of_its_title():
    table = tabulate("Nobody has to be told", ("Who", "What"), [])
    assert "<table" not in table._repr_html_()
    assert "Nobody has to be told" in table._repr_html_()
    assert str(table) == "Nobody has to be told"
