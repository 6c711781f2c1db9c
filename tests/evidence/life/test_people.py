"""Who was there, and until when data about them may move."""

import datetime as dt

import numpy as np

from audit_lib.evidence.life.days import NEVER, midnight
from audit_lib.evidence.life.declared import declared
from audit_lib.evidence.life.papers import again, consented, draw_papers
from audit_lib.evidence.life.people import ended, endings, first_limits, limit, populate
from audit_lib.evidence.life.sheet import draw_sheet
from audit_lib.evidence.life.year import Year

from .ferry import ferry_map

YEAR = Year(seed=1, events=1_000, people=600, start=dt.date(2026, 1, 1))
LISTS = endings(ferry_map())
PEOPLE = populate(ferry_map(), YEAR, LISTS)
PAPERS = draw_papers(
    draw_sheet(declared(ferry_map()), YEAR, {one for ending in LISTS for one in ending.starts}),
    PEOPLE,
    YEAR,
    asked=20,
)


def test_each_event_that_starts_a_period_has_a_list_of_its_own() -> None:
    assert [(ending.name, ending.starts) for ending in LISTS] == [
        ("The last journey", ("keep-trips", "keep-travel", "keep-all")),
        ("The end of the meal plan", ("keep-meals",)),
    ]


def test_people_are_shared_out_as_the_map_counts_them() -> None:
    assert dict(zip(PEOPLE.categories, PEOPLE.size.tolist(), strict=True)) == {"passengers": 563, "crew": 37}


def test_data_about_people_moves_no_longer_than_the_shortest_period_allows() -> None:
    gone = PEOPLE.end != NEVER
    assert gone.sum() > 50
    assert (PEOPLE.last[gone] <= first_limits(ferry_map(), PEOPLE, LISTS)[gone]).all()


def test_some_still_go_on_and_some_come_in_the_year() -> None:
    assert (PEOPLE.end == NEVER).mean() > 0.3
    assert (PEOPLE.start >= YEAR.first).mean() > 0.1


def test_for_some_a_period_runs_out_in_the_year() -> None:
    limits = first_limits(ferry_map(), PEOPLE, LISTS)
    assert ((limits > YEAR.first) & (limits < YEAR.last)).sum() > 10


def test_the_last_ending_counts_and_an_earlier_one_comes_before() -> None:
    places = [place for place in range(600) if len(ended(PEOPLE, LISTS[0], place)) > 1]
    assert places
    for place in places:
        earlier, later = ended(PEOPLE, LISTS[0], place)
        assert earlier is not None
        assert later is None or earlier < later


def test_a_period_ends_with_the_last_moment_of_its_last_local_day() -> None:
    left = midnight(dt.date(2026, 1, 10)) + 1
    assert limit(left, "P6M") == midnight(dt.date(2026, 7, 11))


def test_nobody_is_both_restricted_and_deleted() -> None:
    assert not ((PAPERS.restricted >= 0) & (PAPERS.deleted >= 0)).any()


def test_what_is_deleted_is_deleted_in_time() -> None:
    deleted = PAPERS.deleted >= 0
    assert deleted.sum() > 5
    assert (PAPERS.deleted_at[deleted] <= PEOPLE.last[deleted]).all()


def test_a_consent_holds_from_its_first_moment_up_to_its_withdrawal() -> None:
    (purpose,) = range(len(PAPERS.purposes))
    withdrawn = np.flatnonzero(PAPERS.until[purpose] != NEVER)
    place = next(int(place) for place in withdrawn if place % 3)
    since, until = int(PAPERS.since[purpose, place]), int(PAPERS.until[purpose, place])
    moments = (since - 1, since, until - 1, until, YEAR.last)
    assert [consented(PAPERS, purpose, place, at) for at in moments] == [False, True, True, False, False]


def test_one_in_three_who_withdrew_agrees_again_later() -> None:
    withdrawn = np.flatnonzero(PAPERS.until[0] != NEVER)
    anew = again(PAPERS.until[0, withdrawn], withdrawn)
    assert 0.1 < (anew != NEVER).mean() < 0.6
    assert (anew > PAPERS.until[0, withdrawn]).all()
