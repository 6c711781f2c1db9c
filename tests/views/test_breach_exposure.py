"""The picture of exposure ranks places, and never shows an unknown number of people as none."""

from __future__ import annotations

import pytest
from matplotlib.patches import Rectangle

from audit_lib.model.incident import Exposed, Level
from audit_lib.views.breach_exposure import GRAVE, breach_exposure
from audit_lib.views.colours import COUNTS, INK, contrast


def row(rank=1, **fields):
    given = {
        "rank": rank,
        "hit": "party:ledger",
        "name": "Ledgerline",
        "role": "processor",
        "people": 1200,
        "subjects": ("tenants",),
        "uncounted": (),
        "data": ("contact", "passport"),
        "worst": ("passport",),
        "context": 3.0,
        "identification": 1.0,
        "severity": 3.5,
        "level": Level.HIGH,
        "exposure": 4200.0,
        "weight": 4200.0,
        "special_category": False,
        "criminal_offence": False,
        "children": False,
        "assumed": False,
        "expected": False,
    }
    return Exposed(**{**given, **fields})


def people_bars(picture):
    ground = tuple(int(COUNTS[2][0][at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [bar for bar in picture.figure.findobj(Rectangle) if bar.get_facecolor()[:3] == ground]


def test_the_title_names_the_worst_and_counts_the_gravest():
    ranking = [row(1, level=Level.VERY_HIGH), row(2, level=Level.VERY_HIGH), row(3, level=Level.LOW)]
    said = breach_exposure(ranking).title
    assert said == "A breach of Ledgerline would expose most; 2 of 3 would be of very high severity"


def test_an_unknown_number_of_people_is_said_to_be_unknown(words):
    picture = breach_exposure([row(people=None, exposure=None, uncounted=("tenants", "guests"))])
    assert "2 kinds not counted" in words(picture)
    assert "0" not in words(picture)
    assert people_bars(picture) == []


def test_a_number_that_is_known_in_part_says_so(words):
    said = words(breach_exposure([row(uncounted=("guests",))]))
    assert "1,200 and 1 kind not counted" in said


def test_nobody_at_all_is_not_the_same_as_not_known(words):
    assert "0" in words(breach_exposure([row(people=0)]))


def test_bars_are_as_long_as_people_are_many():
    wide = [bar.get_width() for bar in people_bars(breach_exposure([row(people=1000), row(2, people=250)]))]
    assert wide[0] == pytest.approx(4 * wide[1])


def test_each_level_has_its_word_beside_its_colour(words):
    said = words(breach_exposure([row(at + 1, level=level) for at, level in enumerate(Level)]))
    assert {"low", "medium", "high", "very high"} <= set(said)


def test_words_can_be_read_on_every_ground():
    assert all(contrast(INK, ground) >= 4.5 for ground in GRAVE.values())


def test_role_and_signs_stand_beneath_the_name(words):
    said = words(breach_exposure([row(hit="system:s", special_category=True, children=True)]))
    assert "system · processor · 2 categories · special category · children" in said


def test_an_assumed_class_is_marked_and_explained(words):
    said = words(breach_exposure([row(assumed=True)]))
    assert "≈3.5" in said
    assert any("the class of the data is assumed" in text for text in said)


def test_what_is_not_drawn_is_counted(words):
    assert "155 more rows below these." in words(breach_exposure([row(at) for at in range(1, 201)], most=45))


@pytest.mark.parametrize("rows", [0, 1, 3, 200])
def test_every_size_lies_on_the_sheet_and_over_nothing(clipped, overlapping, rows):
    picture = breach_exposure([row(at + 1, uncounted=("guests",) * (at % 12)) for at in range(rows)])
    assert clipped(picture) == []
    assert overlapping(picture) == []


@pytest.mark.parametrize("text", ["x" * 3_000, "word " * 800, "שלום \u202e $x_1$", "a\nb"])
def test_no_name_runs_off_the_sheet_or_over_another(clipped, overlapping, text):
    picture = breach_exposure([row(name=text, role=text, people=10**10, uncounted=("a",) * 30)])
    assert clipped(picture) == []
    assert overlapping(picture) == []


def test_the_same_ranking_gives_the_same_picture():
    assert breach_exposure([row()]).data() == breach_exposure([row()]).data()


def test_the_smallest_letters_have_seven_points(least_letter):
    assert least_letter(breach_exposure([row(uncounted=("a",))])) >= 7


def test_the_alternative_text_says_where_it_is_worst():
    assert "The worst: Ledgerline (high, 1,200 people)." in breach_exposure([row()]).alt
