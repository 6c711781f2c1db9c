"""No number that a finding tells lets a number about few people be worked out."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.evidence.withheld import withheld
from audit_lib.model.reconciliation import Group, Meaning
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
