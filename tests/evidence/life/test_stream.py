"""The year in slices: of bounded size, in order, along flows that go on at the time."""

import datetime as dt

import numpy as np
import pytest

from audit_lib.evidence.life import stream
from audit_lib.evidence.life.allowed import may_move
from audit_lib.evidence.life.days import local_day
from audit_lib.evidence.life.declared import judge
from audit_lib.evidence.life.promised import promised
from audit_lib.evidence.life.stage import stage_of
from audit_lib.evidence.life.year import Year

from .ferry import ferry_map

YEAR = Year(seed=5, events=4_000, people=200, start=dt.date(2026, 1, 1))
STAGE = stage_of(ferry_map(), YEAR)


def dealt(year: Year, number: int) -> list[stream.Slice]:
    stage = stage_of(ferry_map(), year)
    return [part for part in stream.slices(stage, stream.calendar(stage, year, number), year) if part.at.size]


def test_as_many_observations_are_dealt_out_as_asked_for() -> None:
    assert sum(part.at.size for part in dealt(YEAR, 4_000)) == 4_000


def test_slices_follow_each_other_in_time() -> None:
    at = np.concatenate([part.at for part in dealt(YEAR, 4_000)])
    assert (np.diff(at) >= 0).all()


def test_no_slice_is_larger_than_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "SLICE", 50)
    parts = dealt(YEAR._replace(days=2), 4_000)
    assert max(part.at.size for part in parts) <= 55
    assert sum(part.at.size for part in parts) == 4_000
    assert (np.diff(np.concatenate([part.at for part in parts])) >= 0).all()


def test_the_map_covers_everything_and_no_promise_is_broken() -> None:
    sheet, life = STAGE.sheet, STAGE.life
    for part in dealt(YEAR, 1_000):
        for at, person, place in zip(
            part.at.tolist(), part.person.tolist(), part.pattern.tolist(), strict=True
        ):
            pattern = sheet.patterns[place]
            assert all(v.is_covered for v in judge(sheet.known, pattern, local_day(at)).verdicts)
            assert person < 0 or not promised(life, pattern, sheet.facts[place], person, at)


def test_few_observations_name_nobody() -> None:
    person = np.concatenate([part.person for part in dealt(YEAR, 4_000)])
    assert 0.01 < (person < 0).mean() < 0.15


def test_what_is_allowed_for_many_at_once_is_allowed_for_each() -> None:
    rng = np.random.default_rng(3)
    sheet, life, number = STAGE.sheet, STAGE.life, 3_000
    place = rng.integers(0, len(sheet.patterns), number)
    person = rng.integers(0, YEAR.people, number)
    at = rng.integers(YEAR.first, YEAR.last, number)
    going = (sheet.begins[place] <= at) & (at < sheet.ends[place]) & ~STAGE.allowed.asked[place]
    seen = stream.Slice(at[going], person[going], place[going])
    fine = may_move(STAGE.allowed, life, seen)
    assert 0.2 < fine.mean() < 0.95
    for when, whom, which in zip(*(each[fine].tolist() for each in seen), strict=True):
        assert not promised(life, sheet.patterns[which], sheet.facts[which], whom, when)
