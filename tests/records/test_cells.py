"""How a cell is made."""

from __future__ import annotations

from audit_lib.model.noun import Gap, Stance
from audit_lib.records.cells import Part, cell, firmest, marked


def test_parts_stand_one_a_line_and_each_once(content, build):
    made = cell(build(content), [Part("a"), Part("b"), Part("a")], Gap.NONE)
    assert made.value == "a;\nb"


def test_a_gap_that_must_be_filled_shows_through_the_words(content, build):
    made = cell(build(content), [Part("a"), Part("b: [unclear]", (), Gap.UNCLEAR)], Gap.NONE)
    assert (made.value, made.gap) == ("a;\nb: [unclear]", Gap.UNCLEAR)


def test_a_settled_gap_among_words_is_none_of_the_cell(content, build):
    assert cell(build(content), [Part("a", (), Gap.NOT_APPLICABLE)], Gap.NONE).gap is None


def test_without_parts_the_cell_is_the_gap_and_keeps_its_sources(content, build):
    made = cell(build(content), [], Gap.UNCLEAR, ["party:owner"])
    assert (made.value, made.gap, made.sources) == (None, Gap.UNCLEAR, ("party:owner",))


def test_only_what_is_not_sure_is_marked():
    assert [marked("x", stance) for stance in Stance] == [
        "x",
        "x (inferred)",
        "x (unclear)",
        "x",
        "x (expected, not confirmed)",
    ]


def test_the_firmest_stance_counts():
    assert firmest([Stance.EXPECTED, Stance.UNCLEAR, Stance.RECORDED]) is Stance.RECORDED
