"""How many people something is about: told only where it tells nothing of a hidden pattern."""

from __future__ import annotations

from evidence_answer import answer, group

from audit_lib.model.finding import Decision, Status
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_figures import figures
from audit_lib.views.evidence_people import all_people

BAD = Verdict.NO_CONSENT
MANY = group(BAD, "agent", "court", "name", seen=100, people=80)
FEW = group(BAD, "agent", "insurer", "name", seen=4, people=4)
SOME = group(BAD, "agent", "insurer", "arrears", seen=60, people=50)


def test_the_people_of_a_verdict_are_those_that_were_counted() -> None:
    given = answer(MANY, SOME, people_by_verdict={BAD: 110})
    assert figures(given).people == {BAD: 110}


def test_a_verdict_about_few_people_is_hidden_however_often_it_was_earned() -> None:
    often = group(BAD, "agent", "court", "name", seen=400, people=3)
    known = figures(answer(often, people_by_verdict={BAD: 3}))
    assert (known.totals[BAD], known.people[BAD]) == (None, None)


def test_people_that_would_tell_of_a_hidden_pattern_are_hidden() -> None:
    """Of 130 people, 80 are in what is shown: the two hidden patterns would have 41 and 9 at the most."""
    known = figures(answer(MANY, FEW, SOME, people_by_verdict={BAD: 130}))
    assert FEW in known.hidden
    assert known.people[BAD] is None


def test_all_people_are_told_where_nothing_is_hidden() -> None:
    given = answer(MANY, SOME, people=110, people_by_verdict={BAD: 110})
    known = figures(given)
    assert all_people(given, known.people, known.hidden) == 110


def test_all_people_are_hidden_where_they_would_tell_of_a_hidden_pattern() -> None:
    given = answer(MANY, FEW, SOME, people=130)
    known = figures(given)
    assert all_people(given, known.people, known.hidden) is None


def excusing(*groups, excused):
    """An answer in which the findings of some groups are accepted."""
    import datetime as dt  # noqa: PLC0415

    from audit_lib.evidence.findings import finding_of_group, findings_of  # noqa: PLC0415

    given = answer(*groups)
    found = findings_of(given.data_map, dt.date(2026, 11, 22), groups).findings
    meant = {finding_of_group(given.data_map, one) for one in excused}
    put = []
    for one in found:
        decision = Decision(finding=one.id, status=Status.ACCEPTED, owner="Ada", reason="Known")
        changed = {"status": Status.ACCEPTED, "decision": decision} if one.id in meant else {}
        put.append(one.model_copy(update=changed))
    return given.model_copy(update={"findings": tuple(put)})


WIDE = [
    group(Verdict.AFTER_OBJECTION, "agent", to, "name", seen=90, people=70) for to in ("court", "insurer")
]
NARROW = group(Verdict.AFTER_OBJECTION, "agent", "referencer", "name", seen=3, people=3)


def test_excused_is_what_the_accepted_findings_tell() -> None:
    known = figures(excusing(*WIDE, excused=WIDE[:1]))
    assert known.excused == {Verdict.AFTER_OBJECTION: 90}


def test_excused_is_all_of_a_verdict_where_all_of_it_is_accepted() -> None:
    assert figures(excusing(*WIDE, excused=WIDE)).excused == {Verdict.AFTER_OBJECTION: 180}


def test_excused_is_hidden_where_it_would_tell_a_finding_that_is_withheld() -> None:
    known = figures(excusing(*WIDE, NARROW, excused=[WIDE[0], NARROW]))
    assert known.excused == {Verdict.AFTER_OBJECTION: None}


def test_without_an_accepted_finding_nothing_is_excused() -> None:
    assert figures(answer(*WIDE)).excused == {}
