"""The register of breaches: every breach, what is owed, and nothing changed by what is wrong."""

import datetime as dt
from datetime import UTC

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_cases import AFTER, AT, AWARE, breach

from audit_lib.errors import InputError, ParameterError
from audit_lib.files.register import open_register
from audit_lib.incidents.breaches import (
    close_breach,
    read_breach,
    read_breaches,
    record_breach,
    update_breach,
)
from audit_lib.incidents.register.changes import BreachChange, untold
from audit_lib.model.breach import LateReason

DUE = dt.datetime(2026, 11, 23, 14, 35, tzinfo=UTC)
DAY = dt.date(2026, 11, 24)


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "r.db", create=True) as store:
        yield store


def recorded(register, more=None, at=AT, **facts):
    return record_breach(register, breach(**facts)[1], at=at, more=more)


def faults(change):
    with pytest.raises(ParameterError) as raised:
        change()
    return [fault.place.file for fault in raised.value.faults]


def untouched(register, number, change):
    """Try something that is refused, and see that entry and history are as they were."""
    before, history = register.get(number), register.history(number)
    places = faults(change)
    assert (register.get(number), register.history(number)) == (before, history)
    assert register.verify().sound
    return places


def test_a_breach_gets_a_number_of_the_year_in_which_it_became_known(register):
    assert [recorded(register).id, recorded(register).id] == ["B-2026-0001", "B-2026-0002"]


def test_the_moment_of_72_hours_is_kept_and_its_day_in_london_is_the_day_it_is_due(register):
    made = recorded(register)
    assert made.due == DUE
    assert register.get(made.id).due == dt.date(2026, 11, 23)


def test_the_day_in_london_is_not_that_of_greenwich_in_summer(register):
    made = recorded(register, aware=dt.datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert made.due == dt.datetime(2026, 7, 4, 23, 30, tzinfo=UTC)
    assert register.get(made.id).due == dt.date(2026, 7, 5)


def test_what_is_read_back_is_what_was_recorded(register):
    more = BreachChange(effects="Two people were rung up.", action="Links were withdrawn.")
    made = recorded(register, more, people=40, records=90, confidentiality="known-recipients")
    assert read_breach(register, made.id) == made
    assert (made.effects, made.circumstances.people, made.sorts) == (
        "Two people were rung up.",
        40,
        ("confidentiality", "availability", "integrity")[:1],
    )


def test_severity_and_duties_are_kept_as_they_were_assessed(register):
    _, assessment = breach(people=40)
    made = record_breach(register, assessment, at=AT)
    assert (made.lowest, made.highest, made.level) == (
        assessment.severity.lowest,
        assessment.severity.highest,
        assessment.severity.level,
    )
    assert [each.why for each in made.judged] == [duty.why for duty in assessment.duties]


def test_a_breach_that_nobody_is_told_of_is_on_record_with_the_reason(register):
    facts = {"confidentiality": "at-risk", "integrity": "none", "availability": "brief", "encrypted": "yes"}
    made = recorded(register, BreachChange(not_told="Back within the hour."), **facts)
    assert made.due is None
    assert untold(made) == ()
    assert made.told.none == "Back within the hour."
    assert read_breaches(register) == (made,)


def test_as_a_processor_the_controller_is_owed_and_no_72_hours_run(register):
    made = recorded(register, party="mill-street", data=("log-in",))
    assert made.due is None
    assert untold(made) == ("the controller",)
    told = update_breach(register, made.id, BreachChange(told_controller=AT), at=AT)
    assert untold(told) == ()


def test_the_clock_stops_when_the_regulator_is_told(register):
    made = recorded(register)
    told = update_breach(register, made.id, BreachChange(told_regulator=AT, reference="IC-1"), at=AT)
    assert not told.running()
    assert register.get(made.id).due is None
    assert (told.due, told.late, told.told.reference) == (DUE, False, "IC-1")


@pytest.mark.parametrize(("seconds", "late"), [(0, False), (1, True)])
def test_told_at_the_last_moment_is_in_time(register, seconds, late):
    made = recorded(register)
    moment = DUE + dt.timedelta(seconds=seconds)
    change = BreachChange(told_regulator=moment, late=(LateReason.OVERLOOKED,) if late else ())
    assert update_breach(register, made.id, change, at=AFTER).late is late


def test_told_late_without_reasons_is_refused(register):
    made = recorded(register)
    change = BreachChange(told_regulator=AFTER)
    places = untouched(register, made.id, lambda: update_breach(register, made.id, change, at=AFTER))
    assert places == ["late-reason"]


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (BreachChange(), ["B-2026-0001"]),
        (BreachChange(told_regulator=dt.datetime(2026, 11, 20, 14, 34)), ["told-regulator"]),
        (BreachChange(told_regulator=dt.datetime(2026, 11, 22, 10, 1)), ["told-regulator"]),
        (BreachChange(told_controller=dt.datetime(2027, 1, 1)), ["told-controller"]),
        (BreachChange(told_people=dt.date(2026, 11, 19)), ["told-people"]),
        (BreachChange(told_people=dt.date(2026, 11, 23)), ["told-people"]),
        (BreachChange(reference="IC-1"), ["reference"]),
        (BreachChange(reference="<b>", told_regulator=AT), ["reference"]),
        (BreachChange(late=(LateReason.OTHER,), told_regulator=AT), ["late-reason"]),
        (BreachChange(effects="Ask jo@example.org"), ["effects"]),
        (BreachChange(action="Ring 07700 900123"), ["action"]),
        (BreachChange(effects="x" * 2_001), ["effects"]),
        (BreachChange(effects=" "), ["effects"]),
        (
            BreachChange(told_people=dt.date(2026, 11, 19), effects="a@b.example", reference="IC-1"),
            ["told-people", "reference", "effects"],
        ),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_all_its_faults_and_nothing_changes(register, change, places):
    made = recorded(register)
    assert untouched(register, made.id, lambda: update_breach(register, made.id, change, at=AT)) == places


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over(register):
    seen = recorded(register)
    update_breach(register, seen.id, BreachChange(effects="None."), at=AT)
    late = BreachChange(effects="Many.")
    places = untouched(register, seen.id, lambda: update_breach(register, seen.id, late, at=AT, seen=seen))
    assert places == [seen.id]


def test_new_facts_are_assessed_again_and_the_old_answer_stays_in_the_history(register):
    made = recorded(register)
    _, again = breach(people=40, malicious="yes", confidentiality="unknown-recipients")
    new = update_breach(register, made.id, BreachChange(assessment=again), at=AT)
    assert new.circumstances.people == 40
    assert [event.what for event in register.history(made.id)][1:] == ["assessed again"]
    assert register.history(made.id)[0].draft.body["circumstances"]["people"] is None


def test_the_history_says_what_was_done_and_holds_no_words_of_it(register):
    made = recorded(register)
    update_breach(register, made.id, BreachChange(told_regulator=AT, effects="Somebody cried."), at=AT)
    assert register.history(made.id)[1].what == "told the regulator, effects"


def test_it_is_not_closed_while_the_regulator_has_to_be_told(register):
    made = recorded(register)
    assert untouched(register, made.id, lambda: close_breach(register, made.id, DAY, at=AFTER)) == ["reason"]


def test_a_reason_closes_it_all_the_same_and_is_kept(register):
    made = recorded(register)
    closed = close_breach(register, made.id, DAY, at=AFTER, reason="The map was wrong: no data was there.")
    assert closed.closed_because == "The map was wrong: no data was there."
    assert register.get(made.id).closed == DAY
    assert register.get(made.id).due is None


def test_once_all_are_told_it_is_closed_without_a_reason(register):
    made = recorded(register)
    change = BreachChange(told_regulator=AT, told_people=dt.date(2026, 11, 22))
    update_breach(register, made.id, change, at=AT)
    assert close_breach(register, made.id, DAY, at=AFTER).closed_on == DAY


@pytest.mark.parametrize("day", [dt.date(2026, 11, 19), dt.date(2026, 11, 25)])
def test_it_is_not_closed_before_it_was_known_or_in_time_to_come(register, day):
    made = recorded(register)
    places = untouched(
        register, made.id, lambda: close_breach(register, made.id, day, at=AFTER, reason="None was lost.")
    )
    assert places == ["on"]


def test_a_closed_one_is_neither_closed_nor_changed_again(register):
    made = recorded(register)
    close_breach(register, made.id, DAY, at=AFTER, reason="No data was there.")
    for change in (
        lambda: close_breach(register, made.id, DAY, at=AFTER, reason="Again."),
        lambda: update_breach(register, made.id, BreachChange(effects="None."), at=AFTER),
    ):
        assert untouched(register, made.id, change) == ["B-2026-0001"]


@pytest.mark.parametrize("number", ["B-2026-0009", "R-2026-0001", "nonsense"])
def test_an_unknown_number_is_one_clear_error(register, number):
    recorded(register)
    with pytest.raises(InputError) as raised:
        read_breach(register, number)
    assert len(raised.value.faults) == 1


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"aware": AWARE + dt.timedelta(days=2)}, "aware"),
        ({"what": "Ask jo@example.org"}, "what"),
        ({"measures": ("Rang 020 7946 0000",)}, "measure"),
        ({"ended": dt.datetime(2026, 11, 22, 23)}, "ended"),
    ],
)
def test_a_breach_whose_facts_cannot_be_is_not_recorded(register, facts, place):
    assert faults(lambda: recorded(register, **facts)) == [place]
    assert read_breaches(register) == ()
    assert register.verify().events == 0


def test_running_clocks_come_first_by_their_end_then_what_is_open_then_what_is_closed(register):
    later = recorded(register, aware=AWARE + dt.timedelta(hours=5))
    closed = recorded(register, aware=AWARE - dt.timedelta(days=9), more=BreachChange(not_told="Nothing."))
    close_breach(register, closed.id, DAY, at=AFTER)
    told = recorded(register, aware=AWARE - dt.timedelta(days=1))
    update_breach(register, told.id, BreachChange(told_regulator=AT), at=AT)
    sooner = recorded(register)
    assert [each.id for each in read_breaches(register)] == [sooner.id, later.id, told.id, closed.id]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.integers(0, 60 * 24 * 20))
def test_late_is_exactly_what_was_told_after_the_moment_that_is_kept(register, minutes):
    made = recorded(register)
    moment = made.circumstances.aware + dt.timedelta(minutes=minutes)
    late = moment > made.due
    change = BreachChange(told_regulator=moment, late=(LateReason.OTHER,) if late else ())
    told = update_breach(register, made.id, change, at=AT + dt.timedelta(days=30))
    assert told.late is late is (minutes > 72 * 60)
