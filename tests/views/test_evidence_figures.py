"""Which figures of an answer are shown: no small one, and none from which a small one can be worked out."""

from __future__ import annotations

from evidence_answer import answer, group, month
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.evidence.grounds import LEVELS
from audit_lib.evidence.hiding import Count, hide, is_enough
from audit_lib.evidence.suppression import is_small
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_figures import declared_share, figures, group_words

BAD = Verdict.UNDECLARED_RECIPIENT
LEAST = 10


def bad(data, seen, people, recipient="insurer"):
    return group(BAD, "agent", recipient, data, seen=seen, people=people)


@given(
    st.dictionaries(st.integers(0, 9), st.builds(Count, st.integers(1, 60), st.integers(0, 60)), max_size=8)
)
def test_whoever_knows_the_sum_of_a_list_cannot_tell_that_a_hidden_figure_is_small(counts):
    gone, safe = hide(counts, LEAST)
    small = {key for key, one in counts.items() if is_small(one.observations, one.people or None, LEAST)}
    assert small <= gone
    hidden = sum(counts[key].observations for key in gone)
    for _key in gone if safe else ():
        spare = hidden - len(gone)  # one could be so much more than 1, for all that the reader knows
        assert len(gone) > 1
        assert spare + 1 >= LEAST or (len(gone) >= LEAST and spare > 1)


def test_many_small_figures_protect_each_other_unless_all_are_one():
    assert is_enough([Count(1)] * 20 + [Count(3)], LEAST)
    assert not is_enough([Count(1)] * 20, LEAST)
    assert not is_enough([Count(1), Count(1), Count(3)], LEAST)


def test_nothing_is_hidden_where_nothing_is_small():
    assert hide({"May": Count(10, 10), "June": Count(80)}, LEAST) == (set(), True)


def test_no_more_is_hidden_than_it_takes():
    gone, _ = hide({"a": Count(3), "b": Count(9), "c": Count(40), "d": Count(50)}, LEAST)
    assert gone == {"a", "b"}


@st.composite
def answers(draw):
    """Answers of some contradictions in a few patterns, whose months add up to their totals."""
    seen = draw(st.lists(st.integers(1, 40), min_size=1, max_size=6))
    where = draw(st.lists(st.sampled_from(["insurer", "court"]), min_size=len(seen), max_size=len(seen)))
    names = ("identity", "name", "passport-copy", "arrears", None, "name")
    groups = [
        bad(names[at], number, draw(st.integers(1, number)), recipient=where[at]).model_copy(
            update={"examples": (f"log:{at}",)}
        )
        for at, number in enumerate(seen)
    ]
    total, months = sum(seen), []
    for number in range(1, 13):
        part = total if number == 12 else draw(st.integers(0, total))
        total -= part
        months += [month(BAD, number, part, part)] if part else []
    return answer(*groups, months=(*months, month(Verdict.DECLARED, 3, 1000)))


@given(answers())
def test_a_hidden_pattern_cannot_be_worked_out_of_its_finding(reconciliation):
    known = figures(reconciliation)
    findings = {}
    for one in reconciliation.groups:
        key = tuple(getattr(one.meaning, field) for field in LEVELS[one.verdict])
        findings.setdefault(key, []).append(one)
    for groups in findings.values():
        gone = [Count(one.observations, one.people) for one in groups if one in known.hidden]
        all_hidden = len(gone) == len(groups)
        assert not gone or is_enough(gone, LEAST) or all_hidden


@given(answers())
def test_a_hidden_month_cannot_be_worked_out_of_the_total(reconciliation):
    known = figures(reconciliation)
    parts = [one for one in reconciliation.months if one.verdict is BAD]
    gone = [Count(one.observations) for one in parts if known.months[BAD, one.month] is None]
    if known.totals[BAD] is not None:
        assert not gone or is_enough(gone, LEAST)
    else:
        assert gone  # else the months would add up to the total


@given(answers())
def test_no_small_figure_is_shown(reconciliation):
    known = figures(reconciliation)
    for one in reconciliation.groups:
        assert one in known.hidden or not is_small(one.observations, one.people, LEAST)
    for number in (*known.totals.values(), *known.months.values()):
        assert number is None or number >= LEAST


def test_a_contradiction_that_is_small_alone_hides_what_it_could_be_subtracted_from():
    known = figures(answer(bad("name", 3, 3), verdicts={Verdict.DECLARED: 997, BAD: 3}))
    assert known.totals == {Verdict.DECLARED: None, BAD: None}


def test_many_observations_about_few_people_are_hidden():
    one = bad("name", 500, 3)
    assert group_words(figures(answer(one)), [one]) == "withheld"


def test_of_some_patterns_the_hidden_ones_are_not_added():
    groups = [bad("name", 500, 300), bad("identity", 40, 40), bad("arrears", 4, 4)]
    assert group_words(figures(answer(*groups)), groups) == "at least 500 observed, 300 people"


def test_people_of_several_patterns_are_at_least_those_of_the_largest():
    one, other = bad("name", 500, 300), bad("arrears", 40, 30)
    assert group_words(figures(answer(one, other)), [one, other]) == "540 observed, at least 300 people"


def test_people_whom_nobody_recorded_are_not_none():
    one = bad("name", 500, 0)
    assert group_words(figures(answer(one)), [one]) == "500 observed, people not recorded"


def test_the_threshold_is_the_answers_own():
    one = bad("name", 4, 4)
    assert figures(answer(one, threshold=1)).hidden == frozenset()


def test_the_part_that_is_declared_is_rough_where_it_would_tell_the_rest():
    small = answer(bad("name", 3, 3), verdicts={Verdict.DECLARED: 997, BAD: 3}, observations=1000)
    assert declared_share(small, figures(small)) == "over 90 %"
    large = answer(bad("name", 30, 30), verdicts={Verdict.DECLARED: 970, BAD: 30}, observations=1000)
    assert declared_share(large, figures(large)) == "97.0 %"


def test_not_quite_all_is_never_all():
    nearly = answer(bad("name", 30, 30), verdicts={Verdict.DECLARED: 10**6, BAD: 30}, observations=10**6 + 30)
    assert declared_share(nearly, figures(nearly)) == "99.9 %"


def test_what_depends_on_the_person_leaves_what_is_declared_as_it_is():
    late = group(Verdict.NO_CONSENT, "agent", "insurer", "name", seen=3, people=3)
    known = figures(answer(late, verdicts={Verdict.DECLARED: 1000, Verdict.NO_CONSENT: 3}))
    assert known.totals == {Verdict.DECLARED: 1000, Verdict.NO_CONSENT: None}
