"""The impact assessment: what the map says stands there, what it does not say is a gap, and nothing else."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.files.read_map import read_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Decision, Status
from audit_lib.model.risk import Level
from audit_lib.risk.dpia import dpia
from audit_lib.rules.run import run_rules

AS_OF = dt.date(2026, 11, 22)

#: Fields of the map, each with the words of the gap that it closes.
CLOSES = {
    "necessity": "why nothing less would do",
    "expectations": "whether people would expect this",
    "requirement": "whether people must give the data",
    "source": "where the data comes from",
}
CLOSES_IN_DPIA = {"views": "what the people or their representatives said", "advice": "the advice given"}


@pytest.fixture
def drafted(content):
    def draft(activity="let", decide=None):
        data_map = DataMap.model_validate(content)
        findings = run_rules(data_map, AS_OF).findings
        return dpia(data_map, activity, AS_OF, decide(findings) if decide else findings)

    return draft


def words(document):
    return [sentence.text for sentence in document.sentences()]


def gaps(document):
    return [sentence.text for sentence in document.sentences() if sentence.gap]


def section(document, start):
    return next(each for each in document.sections if each.heading.startswith(start))


def test_it_has_the_seven_steps_in_their_order(drafted):
    numbers = [s.heading.split(".")[0] for s in drafted().sections if s.heading.startswith("Step")]
    assert numbers == [f"Step {number}" for number in range(1, 8)]


def test_the_head_says_whose_it_is_of_what_and_from_which_map(drafted):
    made = drafted()
    head = {row[0][0].text: row[1][0].text for row in made.sections[0].blocks[0].rows}
    assert head["Controller"] == "Agency"
    assert head["As of"] == "22 November 2026"
    assert made.map_sha256[:12] in made.foot


def test_every_gap_says_who_fills_it_in(drafted):
    said = "What is to be decided here is for"
    assert any(said in text for text in words(drafted()))
    assert all(text.startswith(("[To be filled in by ", "[To be decided: ")) for text in gaps(drafted()))


def test_the_number_of_gaps_at_the_head_is_right(drafted):
    made = drafted()
    assert f"{made.gaps} places in square brackets, each with who fills it in." in words(made)


def test_it_bears_the_findings_that_it_names(drafted):
    made = drafted()
    named = {finding.id for finding in made.findings}
    assert named
    assert {text.split(";")[0] for text in words(made) if text.split(";")[0] in named} == named


@pytest.mark.parametrize("field", CLOSES)
def test_what_the_map_says_is_no_gap(drafted, content, field):
    assert any(CLOSES[field] in gap for gap in gaps(drafted())) or field == "source"
    content["activities"][0][field] = "Because of the ninth paragraph"
    assert not any(CLOSES[field] in gap for gap in gaps(drafted()))
    assert "Because of the ninth paragraph" in words(drafted())


@settings(max_examples=20)
@given(st.sets(st.sampled_from(sorted({**CLOSES, **CLOSES_IN_DPIA}))))
def test_each_field_closes_its_own_gap_and_no_other(given_fields):
    activity = {
        "id": "let",
        "name": "Let",
        "stance": "recorded",
        "function": "Lettings",
        "purpose": "letting",
    }
    activity |= {"controllers": ["agency"], "subjects": ["tenants"], "data": ["name"]}
    activity |= dict.fromkeys(given_fields & set(CLOSES), "Told")
    activity["dpia"] = dict.fromkeys(given_fields & set(CLOSES_IN_DPIA), "Told")
    parties = [("agency", "organisation"), ("tenants", "individuals")]
    data_map = DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "agency"},
            "parties": [{"id": i, "name": i, "kind": k, "stance": "recorded"} for i, k in parties],
            "data": [{"id": "name", "name": "Name", "stance": "recorded"}],
            "purposes": [{"id": "letting", "name": "Letting", "stance": "recorded"}],
            "activities": [activity],
        }
    )
    found = gaps(dpia(data_map, "let", AS_OF, []))
    for field, phrase in {**CLOSES, **CLOSES_IN_DPIA}.items():
        assert any(phrase in gap for gap in found) == (field not in given_fields)


@pytest.mark.parametrize("name", ["btr", "small_agency"])
def test_all_that_a_document_rests_on_is_in_the_map(name):
    data_map = read_map(f"data_maps/{name}")
    findings = run_rules(data_map, AS_OF).findings
    known = {*data_map.by_reference, "map", f"map:{data_map.info.id}", *(f.id for f in findings)}
    known |= {about for finding in findings for about in finding.about}
    for activity in data_map.activities:
        made = dpia(data_map, activity.id, AS_OF, findings)
        assert {ref for sentence in made.sentences() for ref in sentence.rests} <= known


def test_every_flow_of_the_activity_is_listed_and_no_other(drafted, content):
    content["purposes"].append({"id": "other", "name": "Other", "stance": "recorded"})
    content["activities"].append(
        {**content["activities"][0], "id": "else", "name": "Else", "purpose": "other"}
    )
    content["flows"][2]["activity"] = "else"
    grids = [block for block in section(drafted(), "Nature").blocks if block.kind == "grid"]
    assert [row[0][0].rests for row in grids[1].rows] == [("flow:apply",), ("flow:host",)]


def test_what_nobody_has_confirmed_says_so(drafted, content):
    content["flows"][2]["stance"] = "expected"
    grid = section(drafted(), "Nature").blocks[-1]
    assert grid.rows[2][0][0].text == "Agency (expected, not confirmed)"


def test_the_risks_are_those_of_this_activity_alone(drafted, content, entry):
    content["activities"].append(
        {**content["activities"][0], "id": "ask", "name": "Ask", "data": ["address"]}
    )
    content["flows"] = [{**flow, "activity": "let"} for flow in content["flows"]]
    about = {ref for risk in drafted("ask").risks.risks for ref in risk.about}
    assert not about & {"flow:apply", "flow:host", "flow:share", "activity:let"}


def test_each_risk_has_its_row_in_both_steps(drafted):
    made = drafted()
    assert made.risks.risks
    for step in ("Step 5", "Step 6"):
        grid = next(block for block in section(made, step).blocks if block.kind == "grid")
        titles = [row[0][0].text.split(". ", 1)[1] for row in grid.rows]
        assert titles == [risk.title for risk in made.risks.risks]


def test_a_high_risk_that_remains_calls_for_the_regulator(drafted):
    made = drafted()
    high = [risk for risk in made.risks.risks if risk.residual.level is Level.HIGH]
    assert made.consult_regulator is bool(high)
    assert any(s.heading.startswith("A high risk remains") and s.set_apart for s in made.sections)


def test_where_no_high_risk_remains_it_does_not(drafted, content):
    content["risk_scale"] = {
        "table": {one: dict.fromkeys(("minimal", "significant", "severe"), "low") for one in
                  ("remote", "possible", "probable")}
    }  # fmt: skip
    made = drafted()
    assert made.consult_regulator is False
    assert not any(s.set_apart for s in made.sections)


def test_a_measure_that_lowers_a_risk_is_named_and_called_reducing(drafted, content, entry):
    kinds = ("encryption-at-rest", "access-control", "encryption-in-transit")
    content["safeguards"] = [
        entry(kind, measure=kind, parties=["agency", "cloud", "owner", "tenants"]) for kind in kinds
    ]
    rows = next(b for b in section(drafted(), "Step 6").blocks if b.kind == "grid").rows
    reduced = [row for row in rows if row[2][0].text == "Reduced."]
    assert reduced
    assert reduced[0][1][0].text.startswith("In place: ")


def test_what_has_been_accepted_says_by_whom_and_until_when(drafted):
    def accept(findings):
        until = dt.date(2027, 3, 1)
        return [
            f.model_copy(
                update={
                    "status": Status.ACCEPTED,
                    "decision": Decision(
                        finding=f.id,
                        status="accepted",
                        owner="Head of lettings",
                        reason="Agreed",
                        expires=until,
                    ),
                }
            )
            for f in findings
        ]

    text = " ".join(words(drafted(decide=accept)))
    assert "Accepted by Head of lettings until 1 March 2027: Agreed" in text


def test_approval_is_shown_with_its_day(drafted, content):
    content["activities"][0]["dpia"] = {"approved_by": "Jo Fell, director", "approved_on": "2026-11-20"}
    made = drafted()
    assert "Jo Fell, director" in words(made)
    assert "20 November 2026" in words(made)
    assert not any("yes or no" in gap for gap in gaps(made))


def test_that_none_is_needed_against_the_signs_has_to_be_explained(drafted, content):
    content["purposes"][0]["kind"] = "right-to-rent"
    content["activities"][0]["dpia"] = {"required": "no"}
    assert any("the map records that it is not required" in gap for gap in gaps(drafted()))


def test_a_question_is_asked_once(drafted):
    found = [gap for gap in gaps(drafted()) if "To be decided" not in gap and "name, position" not in gap]
    assert len(found) == len(set(found))


def test_an_activity_without_a_controller_has_nobody_to_sign(drafted, content):
    content["activities"][0]["controllers"] = []
    with pytest.raises(ParameterError, match="nobody can sign"):
        drafted()


def test_an_unknown_activity_is_told_with_the_nearest(drafted):
    with pytest.raises(ParameterError, match='Did you mean "let"'):
        drafted("lett")


def test_the_same_map_gives_the_same_document(drafted):
    assert drafted() == drafted()
