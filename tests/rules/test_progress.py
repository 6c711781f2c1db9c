"""What has become of findings since an earlier run."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.finding import Decision, Finding
from audit_lib.model.progress import EarlierRun, Known
from audit_lib.rules.progress import progress
from audit_lib.rules.run import finding_id

THEN = dt.date(2026, 6, 30)


def finding(rule="gap", about=("flow:a",), severity="medium", status="open"):
    decided = Decision(finding="x", status="accepted", owner="Ada", reason="Known")
    return Finding(
        id=finding_id(rule, about),
        rule=rule,
        theme="sharing",
        title="Gap",
        severity=severity,
        confidence="certain",
        status=status,
        law=(),
        about=about,
        message="A gap.",
        remedy="Close it.",
        decision=None if status == "open" else decided,
    )


def known(one):
    return Known(
        id=one.id, rule=one.rule, title=one.title, severity=one.severity, status=one.status, about=one.about
    )


def since(now, then):
    earlier = EarlierRun(map_id="m", as_of=THEN, findings=tuple(map(known, then)))
    return progress(now, earlier)


def test_what_was_not_there_is_new_and_what_is_not_there_is_closed():
    one, other = finding("gap"), finding("leak")
    found = since([one], [other])
    assert (found.new, found.closed, found.unchanged) == ((one,), (known(other),), ())
    assert found.fresh == {one.id}


def test_what_is_as_it_was_is_unchanged():
    found = since([finding()], [finding()])
    assert found.unchanged == (finding(),)
    assert not found.fresh


def test_what_has_become_graver_is_worse():
    (change,) = since([finding(severity="high")], [finding()]).changed
    assert change.worse
    assert change.how == "was medium, now high"


def test_what_has_become_milder_is_changed_and_no_worse():
    found = since([finding(severity="low")], [finding()])
    assert [change.worse for change in found.changed] == [False]
    assert not found.fresh


def test_what_was_dealt_with_and_counts_again_is_worse():
    (change,) = since([finding(status="expired")], [finding(status="accepted")]).changed
    assert change.worse
    assert change.how == "was accepted, now expired"


def test_what_has_been_accepted_since_is_changed_and_no_worse():
    (change,) = since([finding(status="accepted")], [finding()]).changed
    assert not change.worse


def test_a_finding_about_more_than_before_is_the_same_and_worse():
    now, then = finding(about=("flow:a", "flow:b", "flow:c")), finding(about=("flow:a",))
    found = since([now], [then])
    assert [change.how for change in found.changed] == ["about 2 more entries"]
    assert found.fresh == {now.id}
    assert not found.closed


def test_a_finding_about_less_than_before_is_the_same_and_no_worse():
    found = since([finding(about=("flow:a",))], [finding(about=("flow:a", "flow:b"))])
    assert [change.how for change in found.changed] == ["about 1 fewer entry"]
    assert not found.fresh


def test_of_several_the_ones_that_share_most_are_paired():
    now = [finding(about=("flow:a", "flow:b", "flow:z")), finding(about=("flow:c", "flow:z"))]
    then = [finding(about=("flow:c", "flow:b")), finding(about=("flow:a", "flow:b"))]
    pairs = {change.now.about: change.before.about for change in since(now, then).changed}
    assert pairs == {now[0].about: then[1].about, now[1].about: then[0].about}


def test_nothing_in_common_is_another_finding():
    found = since([finding(about=("flow:a",))], [finding(about=("flow:b",))])
    assert len(found.new) == len(found.closed) == 1


FINDINGS = st.lists(
    st.builds(
        finding,
        rule=st.sampled_from(["gap", "leak"]),
        about=st.lists(st.sampled_from(["flow:a", "flow:b", "flow:c"]), min_size=1, unique=True).map(tuple),
        severity=st.sampled_from(["high", "medium", "low"]),
        status=st.sampled_from(["open", "accepted", "expired"]),
    ),
    unique_by=lambda one: one.id,
)


@given(FINDINGS, FINDINGS)
def test_each_finding_of_now_and_of_then_comes_exactly_once(now, then):
    found = since(now, then)
    told = [*found.new, *(change.now for change in found.changed), *found.unchanged]
    assert sorted(one.id for one in told) == sorted(one.id for one in now)
    before = [one.id for one in found.closed] + [change.before.id for change in found.changed]
    before += [one.id for one in found.unchanged]
    assert sorted(before) == sorted(one.id for one in then)


@given(FINDINGS)
def test_nothing_is_fresh_since_the_same_run(now):
    assert since(now, now).unchanged == tuple(now)
