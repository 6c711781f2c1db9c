"""The letter that tells people of a change."""

import datetime as dt

from difference.conftest import after, flow

from audit_lib.difference.tell import tell

TELL = {"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address", activity="ads")]}


def test_nothing_to_tell_gives_no_letter():
    assert tell(after({"kind": "stop-flows", "flows": ["carry"]})) is None


def test_the_day_is_said_and_is_a_gap_where_it_is_not_known():
    found = after(TELL)
    assert "From 4 January 2027" in tell(found, dt.date(2027, 1, 4)).text()
    assert "[the day on which it takes effect]" in tell(found).text()


def test_it_says_who_gets_what_and_for_what():
    assert "Press will get information about you: address. What for: advertise." in tell(after(TELL)).text()


def test_what_people_can_do_follows_from_the_basis():
    assert "Withdraw your consent" in tell(after(TELL)).text()
    step = {
        "kind": "change",
        "entry": "activity:ads",
        "fields": {"bases": [{"basis": "legitimate-interests"}]},
    }
    said = tell(after(step)).text()
    assert "- Object: tell us" in said
    assert "[the interest that we pursue]" in said


def test_an_unknown_basis_is_a_gap():
    step = {"kind": "change", "entry": "activity:ads", "fields": {"bases": []}}
    assert "[Whether people can object" in tell(after(step, TELL)).text()


def test_people_learn_where_to_complain():
    assert "complain to us, or to [the regulator]" in tell(after(TELL)).text()


def test_gaps_are_counted():
    letter = tell(after(TELL))
    assert letter.gaps == letter.text().count("[")
