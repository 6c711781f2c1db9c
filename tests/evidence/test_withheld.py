"""No number that a finding tells lets a number about few people be worked out."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.suppression import feasible
from audit_lib.evidence.withheld import rows_told, withheld, word_told
from audit_lib.model.reconciliation import Group, Meaning, Unresolved
from audit_lib.model.verdict import Verdict

from .lido_map import lido

DAY = dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
MAP = lido()


def group(recipient: str, data: str, observations: int, verdict: Verdict = Verdict.AFTER_RETENTION) -> Group:
    meaning = Meaning(source="", recipient=recipient, data=data)
    return Group(
        verdict=verdict, meaning=meaning, observations=observations, people=observations, first=DAY, last=DAY
    )


GROUPS = st.dictionaries(
    st.tuples(st.sampled_from(["mailer", "host", "council"]), st.sampled_from(["email", "card", "name"])),
    st.integers(1, 40),
    max_size=9,
).map(lambda found: [group(*key, observations) for key, observations in found.items()])


@settings(deadline=None)
@given(GROUPS)
def test_every_number_about_few_people_is_withheld(groups: list[Group]) -> None:
    hidden = withheld(MAP, groups)
    assert all(place in hidden for place, one in enumerate(groups) if one.observations < 10)


@settings(deadline=None)
@given(GROUPS)
def test_numbers_withheld_for_a_recipient_are_all_or_enough_to_hide_each_other(groups: list[Group]) -> None:
    """Who knows the sum of a recipient learns that of what is withheld, and that each of it is 1 at least."""
    hidden = withheld(MAP, groups)
    for recipient in {one.meaning.recipient for one in groups}:
        mine = [place for place, one in enumerate(groups) if one.meaning.recipient == recipient]
        back = [groups[place].observations for place in mine if place in hidden]
        if back and len(back) < len(mine):
            assert sum(back) - (len(back) - 1) >= 10


@settings(deadline=None)
@given(GROUPS, st.randoms(use_true_random=False))
def test_the_order_of_the_groups_does_not_change_what_is_withheld(
    groups: list[Group], random: Random
) -> None:
    shuffled = list(groups)
    random.shuffle(shuffled)
    before = {groups[place] for place in withheld(MAP, groups)}
    assert {shuffled[place] for place in withheld(MAP, shuffled)} == before


def test_nothing_is_withheld_where_all_numbers_are_large() -> None:
    assert withheld(MAP, [group("mailer", "email", 40), group("host", "card", 90)]) == frozenset()


def test_what_is_no_contradiction_is_passed_over() -> None:
    assert withheld(MAP, [group("mailer", "email", 4, Verdict.UNRESOLVED)]) == frozenset()


def test_without_groups_nothing_is_withheld() -> None:
    assert withheld(MAP, []) == frozenset()


def words(*rows: int) -> list[Unresolved]:
    return [
        Unresolved(source="log", column="data", word=f"w{at}", observations=number)
        for at, number in enumerate(rows)
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(1, 12))
def test_no_small_number_of_rows_can_be_worked_out_from_their_sum(rows: list[int], threshold: int) -> None:
    """A reader knows all numbers that are shown, and the sum, as long as that is no small one itself."""
    told = rows_told(words(*rows), threshold)
    table = {(str(at), "rows"): number for at, number in enumerate(rows)}
    places = [str(at) for at, number in enumerate(told) if number is None]
    hidden = [(place, column) for place in places for column in ("rows", None)]
    few = [str(at) for at, number in enumerate(rows) if number < threshold]
    assert set(few) <= set(places)
    for place in few if max(rows) >= threshold else ():
        least, most = feasible(table, hidden, (place, "rows"))
        assert least == 1
        assert most is not None
        assert most >= threshold


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(1, 12))
def test_no_more_numbers_of_rows_are_withheld_than_it_takes(rows: list[int], threshold: int) -> None:
    told = rows_told(words(*rows), threshold)
    withheld_large = [rows[at] for at, number in enumerate(told) if number is None and rows[at] >= threshold]
    assert len(withheld_large) <= (min(rows) < threshold)
    assert withheld_large in ([], [min((one for one in rows if one >= threshold), default=0)])


def test_ten_thousand_words_are_no_trouble() -> None:
    """A column of names has as many words as people: what is withheld is settled without a search."""
    told = rows_told(words(*(1 + at % 3 for at in range(10_000)), 50))
    assert told.count(None) == 10_000
    assert told[-1] == 50


def test_words_that_are_only_counted_are_withheld_like_a_word() -> None:
    rest = Unresolved(source="log", column="data", word="", observations=4, more=3)
    assert rows_told([*words(90, 40), rest]) == (90, None, None)
    assert word_told(rest, 10) == "(3 more words)"
    assert word_told(rest.model_copy(update={"more": 1}), 10) == "(1 more word)"
