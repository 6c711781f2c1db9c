"""The picture of a breach: people at the left, what was hit, and downstream of it by steps."""

from __future__ import annotations

import pytest

from audit_lib.graph.example import example_map
from audit_lib.incidents.blast_radius import blast_radius
from audit_lib.model.blast_radius import BlastRadius
from audit_lib.views.blast_map import blast_map
from audit_lib.views.colours import EXPECTED, INK, LINE


def headings(picture):
    known = ("Whose data is there", "Hit", "Gets it directly", "By way of others", "Further on")
    return [text.get_text() for text in picture.figure.axes[0].texts if text.get_text() in known]


def test_the_title_counts_what_is_exposed_and_who_is_downstream():
    radius = blast_radius(example_map(), party="agent")
    said = blast_map(example_map(), radius).title
    assert f"exposes {len(radius.data)} categories about 1 kind of people" in said
    assert f"{len(radius.downstream)} parties are downstream" in said


def test_columns_follow_the_steps_from_what_was_hit():
    picture = blast_map(example_map(), blast_radius(example_map(), party="agent"))
    assert headings(picture) == ["Whose data is there", "Hit", "Gets it directly", "By way of others"]


def test_who_gets_it_by_way_of_another_has_a_line_from_that_other(lines):
    picture = blast_map(example_map(), blast_radius(example_map(), party="agent"))
    # tenants to agent, agent to referencer and court, referencer to insurer
    assert len(lines(picture, LINE)) == 4


def test_what_was_hit_stands_out_in_white_on_dark():
    picture = blast_map(example_map(), blast_radius(example_map(), party="agent"))
    (name,) = [text for text in picture.figure.axes[0].texts if text.get_text() == "Agent"]
    assert name.get_color() == "#ffffff"
    assert any(
        patch.get_facecolor()[:3] == pytest.approx(rgb(INK)) for patch in picture.figure.axes[0].patches
    )


def rgb(colour):
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def test_people_whom_nobody_has_counted_are_said_not_to_be_counted(words):
    said = words(blast_map(example_map(), blast_radius(example_map(), party="agent")))
    assert any(text.startswith("not counted · ") for text in said)


def test_what_is_merely_expected_is_dashed(letting, lines):
    picture = blast_map(letting, blast_radius(letting, party="ledger"))
    guesses = lines(picture, EXPECTED)
    assert guesses
    assert all(line.get_linestyle() not in ("solid", "-") for line in guesses)


def test_a_place_that_holds_nothing_is_a_picture_too(letting, clipped):
    empty = BlastRadius(hit="party:readers", name="Readers", operator="readers")
    picture = blast_map(letting, empty)
    assert picture.title == "A breach of Readers would expose nothing that the map knows"
    assert clipped(picture) == []


@pytest.mark.parametrize("text", ["x" * 3_000, "word " * 800, "שלום \u202e $x_1$", "a\nb"])
def test_no_name_runs_off_the_sheet_or_over_another(renamed, clipped, overlapping, text):
    hostile = renamed(text)
    picture = blast_map(hostile, blast_radius(hostile, party="agency"))
    assert clipped(picture) == []
    assert overlapping(picture) == []


def test_two_hundred_recipients_are_drawn(crowded, clipped, words):
    crowd = crowded(200)
    picture = blast_map(crowd, blast_radius(crowd, party="agency"))
    assert clipped(picture) == []
    assert {f"Party {at}" for at in range(200)} <= set(words(picture))


def test_many_recipients_stand_in_one_tall_column_that_can_be_read(letting, crowded, words):
    crowd = crowded(25)
    picture = blast_map(crowd, blast_radius(crowd, party="agency"))
    assert headings(picture).count("Gets it directly") == 1
    assert picture.figure.get_figwidth() < 14
    few = blast_map(letting, blast_radius(letting, party="agency"))
    # a crowd says what each gets by number alone
    gets = data_of(few, letting)
    assert gets
    assert data_of(picture, letting) < gets


def data_of(picture, data_map):
    """Return how many boxes right of what was hit name a category."""
    names = {category.name for category in data_map.data}
    return sum(any(name in text.get_text() for name in names) for text in picture.figure.axes[0].texts)


def test_the_same_breach_gives_the_same_picture(letting):
    radius = blast_radius(letting, party="agency")
    assert blast_map(letting, radius).data() == blast_map(letting, radius).data()


def test_the_smallest_letters_have_seven_points(letting, least_letter):
    assert least_letter(blast_map(letting, blast_radius(letting, party="agency"))) >= 7


def test_the_alternative_text_names_who_is_near():
    alt = blast_map(example_map(), blast_radius(example_map(), party="agent")).alt
    assert "The people are Tenants." in alt
    assert "Directly downstream: Referencer and Court." in alt
