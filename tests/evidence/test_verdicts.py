"""The judgement, case by case: what is logged at the lido, and what it earns.

`cases` and `cases_of_people` hold them, worked out by hand. The plain reference and the engine must both say
the same.
"""

from __future__ import annotations

from collections import Counter

import pytest

from audit_lib.model.verdict import Verdict

from .cases import Case
from .lido_world import CASES, log_of

NUMBERED = [pytest.param(number, one, id=one.name) for number, one in enumerate(CASES)]


@pytest.mark.parametrize(("number", "one"), NUMBERED)
def test_the_reference_gives_each_case_its_verdicts(number: int, one: Case, lido_judged: object) -> None:
    rows = lido_judged[lido_judged["id"] == str(number)]
    assert set(rows["verdict"]) == one.verdicts


@pytest.mark.parametrize(("number", "one"), NUMBERED)
def test_the_engine_gives_each_case_its_verdicts(number: int, one: Case, lido_checked: object) -> None:
    found = {group.verdict for group in lido_checked.groups if group.meaning.system == log_of(number)}
    assert found == {verdict for verdict in one.verdicts if verdict.is_violation}


def test_the_engine_counts_every_verdict(lido_checked: object) -> None:
    earned = Counter(verdict for one in CASES for verdict in one.verdicts)
    assert dict(lido_checked.verdicts) == dict(earned)


def test_every_verdict_has_two_cases_for_it_and_two_against() -> None:
    earned = Counter(verdict for one in CASES for verdict in one.verdicts)
    assert [verdict for verdict in Verdict if earned[verdict] < 2] == []
    assert max(earned.values()) <= len(CASES) - 2


def test_cases_have_names_of_their_own() -> None:
    assert len({one.name for one in CASES}) == len(CASES)


def test_a_late_deletion_is_counted_apart(lido_reference: object) -> None:
    assert lido_reference.late_deletions() == 1
