"""Whatever a map says, its assessments can be drafted, rest on the map alone, and keep their order."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from strategies import data_maps

from audit_lib.errors import ParameterError
from audit_lib.model.criterion import Criterion, Operation
from audit_lib.model.screening import Met
from audit_lib.risk.dpia import dpia
from audit_lib.risk.lia import lia, rests_on_interest
from audit_lib.risk.screening import screen_all
from audit_lib.rules.run import run_rules

AS_OF = dt.date(2026, 11, 22)
SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(data_maps())
def test_every_activity_with_a_controller_can_be_assessed_from_the_map_alone(data_map):
    findings = run_rules(data_map, AS_OF).findings
    known = {*data_map.by_reference, "map", f"map:{data_map.info.id}", *(f.id for f in findings)}
    known |= {about for finding in findings for about in finding.about}
    for activity in data_map.activities[:2]:
        drafts = [dpia, lia] if rests_on_interest(activity) else [dpia]
        for draft in drafts:
            try:
                made = draft(data_map, activity.id, AS_OF, findings)
            except ParameterError:
                assert not activity.controllers
                continue
            assert {ref for sentence in made.sentences() for ref in sentence.rests} <= known


@SLOW
@given(data_maps())
def test_an_answered_sign_is_as_answered_and_the_others_are_asked_only_if_unknown(data_map):
    for screening in screen_all(data_map):
        answers = {answer.sign: answer for answer in data_map.activity[screening.activity].dpia.answers}
        assert len(screening.signs) == len(Criterion) + len(Operation) + 3
        for sign in screening.signs:
            assert bool(sign.ask) == (sign.met is Met.NOT_KNOWN)
            if sign.answered:
                assert (sign.met is Met.MET) == (answers[sign.sign].answer == "yes")
