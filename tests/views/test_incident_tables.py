"""The tables of incidents: scores with reasons, duties with times, unknown numbers as unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from audit_lib.law.breach_clock import breach_clock
from audit_lib.model.authority import Authority
from audit_lib.model.blast_radius import BlastRadius, ExposedPeople, Reached
from audit_lib.model.breach import BreachRecord, Judged, Told
from audit_lib.model.circumstances import Circumstances, DutyKind, Verdict
from audit_lib.model.incident import BreachSeverity, Duty, Exposed, IncidentAssessment, Level, SeverityStep
from audit_lib.views.incident_tables import (
    breaches_table,
    downstream_table,
    duties_table,
    exposed_table,
    ranking_table,
    severity_table,
)
from audit_lib.views.table import Mark

AWARE = dt.datetime(2026, 11, 20, 14, 35, tzinfo=dt.UTC)
DUE = AWARE + dt.timedelta(hours=72)


def severity(*steps, lowest=3.0, highest=5.0, level=Level.HIGH, highest_level=Level.VERY_HIGH):
    return BreachSeverity(
        lowest=lowest,
        highest=highest,
        level=level,
        highest_level=highest_level,
        steps=steps,
        flags=("More than 100 people.",),
        formula="context x identification + circumstances",
        source="ENISA",
    )


def step(lowest, highest, **fields):
    given = {"part": "context", "title": "What the data tells", "says": "Money.", "source": "ENISA"}
    return SeverityStep(lowest=lowest, highest=highest, authority=Authority.GUIDANCE, **{**given, **fields})


def duty(kind, verdict, **fields):
    given = {"title": f"Tell the {kind.value}", "why": "Because.", "provision": "Art. 33(1)"}
    return Duty(duty=kind, verdict=verdict, authority=Authority.LAW, **{**given, **fields})


def assessment(*duties):
    return IncidentAssessment(
        map_id="harbour",
        map_sha256="0" * 64,
        organisation="Harbour Lettings",
        regulator="Information Commissioner",
        as_of=dt.date(2026, 11, 22),
        circumstances=Circumstances(party="ledger", aware=AWARE),
        radius=BlastRadius(hit="party:ledger", name="Ledgerline", operator="ledger"),
        severity=severity(),
        duties=duties,
        clock=breach_clock(AWARE),
        ours=True,
    )


def record(number=1, **fields):
    given = {
        "circumstances": Circumstances(party="ledger", aware=AWARE, people=1200),
        "judged": (Judged(duty=DutyKind.PEOPLE, verdict=Verdict.ASK, why="Not decided."),),
        "due": DUE,
    }
    return BreachRecord(
        id=f"B-2026-{number:04}",
        map_id="harbour",
        map_sha256="0" * 64,
        name="Ledgerline",
        data=("contact",),
        subjects=("tenants",),
        assessed_on=dt.date(2026, 11, 22),
        lowest=3.0,
        highest=3.0,
        level=Level.HIGH,
        highest_level=Level.HIGH,
        ours=True,
        **{**given, **fields},
    )


def exposed(rank, level, **fields):
    given = {
        "hit": "party:ledger",
        "name": "Ledgerline",
        "role": "processor",
        "people": None,
        "subjects": ("tenants",),
        "uncounted": ("tenants",),
        "data": ("contact",),
        "worst": ("contact",),
        "context": 1.0,
        "identification": 1.0,
        "severity": 1.5,
        "exposure": None,
        "weight": 1.5,
    }
    flags = ("special_category", "criminal_offence", "children", "assumed", "expected")
    return Exposed(rank=rank, level=level, **{**given, **dict.fromkeys(flags, False), **fields})


def test_a_score_that_is_open_is_a_range_and_says_what_would_narrow_it():
    table = severity_table(severity(step(3, 3), step(0, 0.5, question="Was it an accident?")))
    assert table.title == "Severity high to very high: 3 to 5"
    assert [row[1].text for row in table.rows] == ["3", "0 to 0.5"]
    assert [row[1].mark for row in table.rows] == [Mark.STRONG, Mark.GAP]
    assert table.rows[1][3].text == "Was it an accident?"


def test_a_score_that_is_decided_is_one_number():
    sure = severity(step(3, 3), lowest=3, highest=3, highest_level=Level.HIGH)
    assert severity_table(sure).title == "Severity high: 3"


def test_the_method_is_named_once_beneath_and_not_in_each_row():
    table = severity_table(severity(step(3, 3), step(0, 0.5, source="The map")))
    assert [row[2].tail for row in table.rows] == ["guidance", "The map (guidance)"]


def test_the_method_and_what_it_notes_stand_beneath():
    note = severity_table(severity(step(3, 3))).note
    assert note == ("Context x identification + circumstances. More than 100 people. Source: ENISA.")


def test_what_must_be_done_stands_before_what_need_not(letting):
    need_not = duty(DutyKind.PEOPLE, Verdict.NEED_NOT)
    ask, must = duty(DutyKind.RECIPIENTS, Verdict.ASK), duty(DutyKind.REGULATOR, Verdict.MUST)
    table = duties_table(assessment(need_not, ask, must), letting)
    assert [row[1].text for row in table.rows] == ["must", "to be asked", "need not"]
    assert table.title == "1 duty of 3 holds on what is known"


def test_a_duty_says_its_moment_and_who_is_told(letting):
    told = duty(DutyKind.RECIPIENTS, Verdict.MUST, by=breach_clock(AWARE).first, parties=("owner",))
    (row,) = duties_table(assessment(told), letting).rows
    assert row[2].text == "Monday 23 November 2026, 14:35 (GMT)"
    assert row[0].tail == "Owner of the building"


def test_a_persons_decision_stands_beside_the_answer_of_the_workbench(letting):
    against = duty(DutyKind.REGULATOR, Verdict.NEED_NOT, decided="Key was safe.", answered=Verdict.PRESUMABLY)
    (row,) = duties_table(assessment(against), letting).rows
    assert "Decided: Key was safe." in row[3].text
    assert row[1].tail == "decided by a person; the workbench: presumably"


def test_a_question_stands_once_though_two_duties_hang_on_it(letting):
    first = duty(DutyKind.REGULATOR, Verdict.PRESUMABLY, questions=("Was it encrypted?",))
    second = duty(DutyKind.PEOPLE, Verdict.PRESUMABLY, questions=("Was it encrypted?", "Recalled?"))
    table = duties_table(assessment(first, second), letting)
    assert [row[3].tail.split("\n")[1:] for row in table.rows] == [
        ["To find out: Was it encrypted?"],
        ["To find out: as above.", "To find out: Recalled?"],
    ]


def test_who_is_easier_to_harm_is_said_and_none_is_not_a_kind_of_people(letting):
    people = (
        ExposedPeople(subject="tenants", data=("contact",), vulnerability=("child", "worker")),
        ExposedPeople(subject="tenants", data=("contact",), vulnerability=("none",)),
    )
    radius = BlastRadius(hit="party:ledger", name="Ledgerline", operator="ledger", exposed=people)
    said = [row[0].tail for row in exposed_table(radius, letting).rows]
    assert said == ["children and workers among them", "merely expected" * people[1].expected]


def test_people_whom_nobody_has_counted_are_not_none(letting):
    people = (
        ExposedPeople(subject="tenants", data=("contact",)),
        ExposedPeople(subject="tenants", data=("contact",), number=0),
    )
    radius = BlastRadius(hit="party:ledger", name="Ledgerline", operator="ledger", exposed=people)
    table = exposed_table(radius, letting)
    assert [row[1].text for row in table.rows] == ["not counted", "about 0"]
    assert table.title == "A breach of Ledgerline exposes 1 category about 2 kinds of people"


def test_data_that_the_map_does_not_show_there_is_said(letting):
    radius = BlastRadius(hit="party:ledger", name="Ledgerline", operator="ledger", unseen=("passport",))
    assert exposed_table(radius, letting).note == "Named, and not seen there by the map: Passport copy."


def test_downstream_the_nearest_stand_first(letting):
    def reached(party, steps):
        return Reached(
            party=party, steps=steps, data=("contact",), subjects=("tenants",), flows=(), role="controller"
        )

    radius = BlastRadius(
        hit="party:ledger",
        name="Ledgerline",
        operator="ledger",
        downstream=(reached("police", 2), reached("owner", 1)),
    )
    table = downstream_table(radius, letting)
    assert [row[0].text for row in table.rows] == ["Owner of the building", "Police"]
    assert table.title == "2 parties downstream of Ledgerline"


def test_the_ranking_counts_the_grave_and_knows_what_it_does_not_know(letting):
    table = ranking_table([exposed(1, Level.VERY_HIGH), exposed(2, Level.LOW, people=10)], letting)
    assert table.title == "A breach of 1 of 2 parties and systems would be of high or very high severity"
    assert [row[3].text for row in table.rows] == ["not counted", "10"]
    assert table.rows[0][3].tail == "Tenants"


def test_breaches_whose_clock_runs_stand_first():
    told = record(2, told=Told(regulator=AWARE + dt.timedelta(hours=5)))
    table = breaches_table([told, record(1)], AWARE + dt.timedelta(hours=10))
    assert [row[0].text for row in table.rows] == ["B-2026-0001", "B-2026-0002"]
    assert table.title == "2 breaches on record; the clock runs for 1"


@pytest.mark.parametrize(
    ("hours", "said", "tail"), [(10, "due", "the clock runs"), (73, "was due", "overdue")]
)
def test_a_breach_says_when_the_regulator_is_due(hours, said, tail):
    (row,) = breaches_table([record()], AWARE + dt.timedelta(hours=hours)).rows
    assert row[3].text == f"{said} Monday 23 November 2026, 14:35 (GMT)"
    assert row[3].tail == tail


def test_a_breach_told_late_says_why():
    late = record(told=Told(regulator=DUE + dt.timedelta(hours=1), late=("processor-late",)))
    (row,) = breaches_table([late], DUE + dt.timedelta(hours=2)).rows
    assert row[3].tail == "late: the processor told us late"


def test_empty_tables_have_a_sentence(letting):
    radius = BlastRadius(hit="party:ledger", name="Ledgerline", operator="ledger")
    for table in (exposed_table(radius, letting), downstream_table(radius, letting)):
        assert table.rows == ()
        assert "Ledgerline" in table.title
    assert duties_table(assessment(), letting).title == "Nobody has to be told"
    assert breaches_table([], AWARE).title == "No breach is on record"
    assert ranking_table([], letting).rows == ()


def test_names_are_escaped(renamed):
    hostile = renamed("<b>x</b>")
    assert "<b>x" not in ranking_table([exposed(1, Level.LOW, name="<b>x</b>")], hostile)._repr_html_()
