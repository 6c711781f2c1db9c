"""The assessment as a whole: what it asks, what it takes for granted, and what it refuses."""

import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_maps import HOSTEL, SETTLED, TODAY, breach, hostel
from strategies import data_maps

from audit_lib.errors import ParameterError
from audit_lib.files.read_map import read_map
from audit_lib.incidents.assess import assess_incident
from audit_lib.incidents.context import context_of
from audit_lib.incidents.exposed import holders
from audit_lib.incidents.ranking import rank_exposure
from audit_lib.model.circumstances import Circumstances, DutyKind
from audit_lib.model.data_map import DataMap
from audit_lib.model.incident import IncidentAssessment


def test_what_decides_the_duties_is_asked_first():
    found = assess_incident(hostel(), breach(), TODAY)
    regulator = found.duty(DutyKind.REGULATOR).questions
    assert found.questions[: len(regulator)] == regulator
    assert len(set(found.questions)) == len(found.questions)


def test_every_question_of_a_duty_is_among_the_questions():
    found = assess_incident(hostel(), breach(), TODAY)
    assert {each for duty in found.duties for each in duty.questions} <= set(found.questions)


def test_how_many_people_is_asked_with_what_the_map_knows():
    found = assess_incident(hostel(), breach(), TODAY)
    assert "How many people are concerned? The map knows of 300 at most." in found.questions
    more = assess_incident(hostel(), breach(people=301), TODAY)
    assert any("301 people are named; the map knows of 300" in each for each in more.questions)
    assert not any(
        "people are named" in each for each in assess_incident(hostel(), breach(people=300), TODAY).questions
    )


@pytest.mark.parametrize(
    ("known", "option", "message"),
    [
        ({"happened": dt.datetime(2026, 11, 21)}, "happened", "after the breach became known"),
        (
            {"happened": dt.datetime(2026, 11, 19), "ended": dt.datetime(2026, 11, 18)},
            "ended",
            "before the breach began",
        ),
        ({"aware": dt.datetime(2026, 11, 23, 9)}, "aware", "after the day of the assessment"),
        ({"aware": dt.datetime(2017, 1, 1)}, "aware", "out of range"),
        ({"aware": dt.datetime(2026, 3, 29, 1, 30)}, "aware", "never was"),
        ({"happened": dt.datetime(2026, 3, 29, 1, 30)}, "happened", "never was"),
        (
            {"confidentiality": "none", "integrity": "none", "availability": "none"},
            "lost",
            "no personal data breach",
        ),
    ],
)
def test_what_cannot_be_is_refused(known, option, message):
    with pytest.raises(ParameterError) as raised:
        assess_incident(hostel(), breach(**known), TODAY)
    assert [fault.place.file for fault in raised.value.faults] == [option]
    assert message in raised.value.faults[0].message


def test_all_faults_come_at_once():
    known = breach(party="clowd", data=["nme"], happened=dt.datetime(2026, 11, 21))
    with pytest.raises(ParameterError) as raised:
        assess_incident(hostel(), known, TODAY)
    assert [fault.place.file for fault in raised.value.faults] == ["happened", "party", "data"]


def test_an_assessment_survives_being_written_and_read():
    found = assess_incident(hostel(), breach(people=3, **SETTLED), TODAY)
    assert IncidentAssessment.model_validate_json(found.model_dump_json()) == found


def test_the_same_input_gives_the_same_answer_whatever_the_order_of_entries():
    shuffled = {
        section: random.Random(7).sample(entries, len(entries)) if isinstance(entries, list) else entries
        for section, entries in HOSTEL.items()
    }
    turned = DataMap.model_validate(shuffled)
    for hit in ("cloud", "hostel", "insurer"):
        one, other = (assess_incident(data_map, breach(party=hit), TODAY) for data_map in (hostel(), turned))
        assert (one.severity.lowest, one.severity.highest) == (other.severity.lowest, other.severity.highest)
        assert [(d.duty, d.verdict) for d in one.duties] == [(d.duty, d.verdict) for d in other.duties]
        assert {(r.party, r.steps) for r in one.radius.downstream} == {
            (r.party, r.steps) for r in other.radius.downstream
        }


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data_map=data_maps(), number=st.integers(0, 99))
def test_any_map_can_be_assessed_and_ranked(data_map, number):
    rank_exposure(data_map)
    able = holders(data_map)
    hits = [{"party": name} for name in able] + [{"system": one.id} for one in data_map.systems]
    if hits:
        known = Circumstances(aware=dt.datetime(2026, 11, 20, 14, 35), **hits[number % len(hits)])
        found = assess_incident(data_map, known, TODAY)
        assert found.severity.lowest <= found.severity.highest
        assert found.duty(DutyKind.RECORD)


@pytest.mark.parametrize("folder", ["btr", "small_agency"])
def test_every_category_of_a_shipped_map_says_what_it_tells(folder):
    data_map = read_map(f"data_maps/{folder}")
    assert not [name for name in data_map.category if not context_of(data_map, name).stated]


def test_passports_at_the_platform_are_a_high_risk_for_the_operator():
    data_map = read_map("data_maps/btr")
    known = Circumstances(
        party="yardi", data=["passport-copy"], people=1200, aware=dt.datetime(2026, 11, 20, 14, 35)
    )
    found = assess_incident(data_map, known, TODAY)
    assert found.severity.level.value == "high"
    assert found.duty(DutyKind.REGULATOR).by.moment.isoformat() == "2026-11-23T14:35:00+00:00"
    assert [(one.party, one.role.value) for one in found.radius.answerable] == [
        ("btr-operating", "processor")
    ]
