"""The numbers of the lane map are explained, grouped by finding."""

from __future__ import annotations

from audit_lib.views.drawing import figure_of, sheet
from audit_lib.views.lane_legend import MOST, Entry, _columns, legend
from audit_lib.views.picture import Picture


def _entries(count: int, groups: int = 2) -> list[Entry]:
    share = -(-count // groups)
    return [Entry(n + 1, n, f"Finding {n // share}", "A → B", "Names", 0) for n in range(count)]


def _drawn(entries: list[Entry], words) -> list[str]:
    axes = sheet(900, 900)
    legend(entries, 850).draw(axes, 24, 24)
    return words(Picture(figure_of(axes), "", ""))


def test_flows_with_one_finding_stand_beneath_one_heading():
    rows = _columns(_entries(4, groups=1), 1)[0]
    assert [row.heading for row in rows if row.entry is None] == ["Finding 0"]


def test_two_columns_are_nearly_as_long():
    left, right = _columns(_entries(20), 2)
    assert abs(len(left) - len(right)) <= 2


def test_a_heading_is_repeated_where_its_entries_go_on():
    _, right = _columns(_entries(9, groups=1), 2)
    assert right[0].heading == "Finding 0 (continued)"


def test_no_column_ends_with_a_heading():
    for count in range(2, 30):
        left, _ = _columns(_entries(count, groups=3), 2)
        assert left[-1].entry is not None


def test_every_entry_is_drawn(words):
    said = _drawn(_entries(12), words)
    assert {str(n) for n in range(1, 13)} <= set(said)


def test_entries_beyond_the_most_are_counted(words):
    said = _drawn(_entries(MOST + 5), words)
    assert "5 more red lines are numbered in the picture and not listed here." in said


def test_other_findings_of_a_line_are_counted(words):
    said = _drawn([Entry(1, 0, "F", "A → B", "Names", 2)], words)
    assert any("(and 2 other findings)" in text for text in said)
