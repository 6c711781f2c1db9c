"""How grave a breach is, as a range over what is not known."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incident_maps import SETTLED, breach, hostel, without

from audit_lib.incidents.blast_radius import blast_radius
from audit_lib.incidents.context import context_of, identification_of
from audit_lib.incidents.severity import breach_severity, known_people
from audit_lib.model.circumstances import Availability, Circumstances, Confidentiality, Integrity

DATA = ("identity", "name", "passport", "diet", "mood", "card")


def severity(data_map=None, **known):
    data_map = data_map or hostel()
    given = breach(**known)
    radius = blast_radius(
        data_map, party=given.party, system=given.system, data=given.data, subjects=given.subjects
    )
    return breach_severity(data_map, radius, given)


def span(found):
    return found.lowest, found.highest


def step(found, part):
    return next(one for one in found.steps if one.part == part)


def test_it_is_context_times_identification_plus_circumstances():
    known = {**SETTLED, "confidentiality": "unknown-recipients", "malicious": "yes"}
    found = severity(
        data=["passport"], adjustments=[{"factor": "people", "by": 1, "reason": "Hiding."}], **known
    )
    assert span(found) == (4 * 1 + 0.5 + 0.5, 4 * 1 + 0.5 + 0.5)
    assert found.level.value == "very-high"
    assert found.decided


def test_what_is_not_known_makes_a_range_and_asks():
    found = severity(party="insurer", data=["name"])
    assert span(found) == (1 * 0.75, 2 * 0.75 + 4 * 0.5)
    asked = {one.part for one in found.steps if one.question}
    assert asked == {"context", "confidentiality", "integrity", "availability", "malice"}


def test_what_is_known_asks_nothing():
    adult = without("parties", "guests", vulnerability=[])
    found = severity(adult, party="insurer", data=["name"], **SETTLED)
    assert span(found) == (0.75, 0.75)
    assert not [one for one in found.steps if one.question]


def test_the_gravest_and_the_most_telling_category_count():
    found = severity(party="hostel", subjects=["guests"], **SETTLED)
    assert step(found, "context").about == ("data:diet",)
    assert step(found, "identification").about == ("data:identity", "data:passport")
    assert span(found) == (4, 4)


def test_a_category_takes_what_its_parent_says():
    assert context_of(hostel(), "name")[1:] == (1, 1, True)
    assert identification_of(hostel(), "passport")[1:] == (1, 1, True)


@pytest.mark.parametrize(
    ("sensitivity", "low", "high"),
    [("special-category", 4, 4), ("criminal-offence", 4, 4), ("high-risk", 2, 3), ("ordinary", 1, 3)],
)
def test_without_a_context_the_sensitivity_stands_in(sensitivity, low, high):
    bare = without("data", "mood", sensitivity=sensitivity)
    assert context_of(bare, "mood")[1:] == (low, high, False)


def test_a_stand_in_is_an_assumption_and_a_question():
    found = severity(party="hostel", data=["mood"], subjects=["staff"], **SETTLED)
    part = step(found, "context")
    assert part.authority.value == "assumption"
    assert part.question == "What does Mood tell about people? Say it under context in the map."
    assert (part.lowest, part.highest) == (1, 3)


def test_an_unstated_category_asks_nothing_where_another_decides():
    found = severity(party="hostel", data=["mood", "passport"], **SETTLED)
    assert step(found, "identification").question is None


def test_nothing_shown_leaves_everything_open():
    found = severity(party="ico", **SETTLED)
    assert span(found) == (0.25, 4)
    assert step(found, "context").question == "Which data was there?"


def test_children_among_them_may_raise_the_context_by_one_class():
    found = step(severity(party="insurer", **SETTLED), "context")
    assert (found.lowest, found.highest) == (1, 2)
    assert "Guests" in found.question


def test_a_factor_that_a_person_gives_moves_the_context_and_is_told():
    lower = severity(
        data=["passport"], adjustments=[{"factor": "public", "by": -1, "reason": "Printed."}], **SETTLED
    )
    part = step(lower, "context")
    assert part.lowest == 2
    assert "Moved by -1 for public: Printed." in part.says


def test_the_context_stays_between_one_and_four():
    up = [
        {"factor": "volume", "by": 3, "reason": "All."},
        {"factor": "controller", "by": 3, "reason": "Clinic."},
    ]
    down = [{"factor": "public", "by": -3, "reason": "Public."}]
    assert step(severity(data=["passport"], adjustments=up), "context").highest == 4
    assert step(severity(data=["passport"], adjustments=down), "context").lowest == 1


def test_more_than_a_hundred_people_are_noted_and_not_scored():
    few, many = severity(people=100, **SETTLED), severity(people=101, **SETTLED)
    assert few.flags == ()
    assert "More than 100 people" in many.flags[0]
    assert span(few) == span(many)


def test_without_a_number_the_map_gives_an_upper_bound():
    assert known_people(blast_radius(hostel(), party="cloud")) == 300
    assert "Up to 300 people" in severity(**SETTLED).flags[0]


def test_unreadable_data_is_noted_and_not_scored():
    found = severity(people=1, **{**SETTLED, "encrypted": "yes"})
    assert "unintelligible" in found.flags[0]
    assert span(found) == span(severity(people=1, **SETTLED))


def test_data_that_the_map_does_not_show_there_counts():
    assert severity(party="insurer", data=["card"], **SETTLED).highest == 3 * 0.5


LOSSES = {"confidentiality": Confidentiality, "integrity": Integrity, "availability": Availability}


@pytest.mark.parametrize(("part", "words"), LOSSES.items())
def test_more_loss_is_never_less_grave(part, words):
    scores = [span(severity(**{**SETTLED, part: word.value})) for word in words if word.value != "not-stated"]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


@pytest.mark.parametrize(("field", "words"), [("context", 4), ("identifies", 4)])
def test_graver_or_more_telling_data_is_never_less_grave(field, words):
    rising = {
        "context": ("simple", "behavioural", "financial", "sensitive"),
        "identifies": ("negligible", "limited", "significant", "maximum"),
    }[field]
    scores = [
        span(severity(without("data", "diet", **{field: w}), party="sister", **SETTLED)) for w in rising
    ]
    assert scores == sorted(scores)
    assert len(set(scores)) == words


@pytest.mark.parametrize("factor", ["volume", "controller", "people", "nature"])
def test_a_larger_step_of_a_factor_is_never_less_grave(factor):
    given = [({"factor": factor, "by": by, "reason": "So it is."},) for by in (1, 2, 3)]
    scores = [span(severity(data=["name"], adjustments=each, **SETTLED)) for each in given]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


def test_malice_is_graver_than_an_accident():
    assert severity(**{**SETTLED, "malicious": "yes"}).lowest == severity(**SETTLED).lowest + 0.5


ANSWERS = ("yes", "no", "not-stated")


def test_knowing_more_never_leaves_the_range():
    keys = [*LOSSES, "malicious"]
    options = [*([word.value for word in words] for words in LOSSES.values()), list(ANSWERS)]
    low, high = span(severity())
    for chosen in itertools.product(*options):
        found = severity(**dict(zip(keys, chosen, strict=True)))
        assert low <= found.lowest <= found.highest <= high


@settings(max_examples=60)
@given(
    fewer=st.lists(st.sampled_from(DATA[:4]), min_size=1, unique=True),
    more=st.lists(st.sampled_from(DATA[:4]), unique=True),
)
def test_narrowing_held_data_never_raises_the_severity(fewer, more):
    data_map = hostel()
    part = severity(data_map, party="hostel", subjects=["guests"], data=fewer)
    whole = severity(data_map, party="hostel", subjects=["guests"], data=[*fewer, *more])
    assert part.lowest <= whole.lowest
    assert part.highest <= whole.highest


def test_circumstances_are_not_changed_by_being_assessed():
    known = breach()
    breach_severity(hostel(), blast_radius(hostel(), party="cloud"), known)
    assert known == Circumstances(**known.model_dump())
