"""SARIF that other programs take: valid by the standard, fit for code scanning, honest about a baseline."""

import datetime as dt
import json
import os
from pathlib import Path

import jsonschema
import pytest
import strategies
from hypothesis import given, settings
from sarif_profile import PROFILE

from audit_lib.audit import run_audit
from audit_lib.cli.sarif import sarif_log
from audit_lib.files.read_map import read_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.progress import EarlierRun, Known
from audit_lib.rules.progress import progress

MAPS = Path(__file__).parents[2] / "data_maps"
DAY = dt.date(2026, 11, 22)

CHECKER = jsonschema.Draft7Validator(PROFILE)


def faults(log, checker=CHECKER):
    return [f"{'/'.join(map(str, fault.path))}: {fault.message[:200]}" for fault in checker.iter_errors(log)]


def results(log):
    return {result["partialFingerprints"]["findingId/v1"]: result for result in log["runs"][0]["results"]}


@pytest.fixture(scope="module", params=["btr", "small_agency"])
def shipped(request):
    return run_audit(read_map(MAPS / request.param), DAY)


@pytest.fixture
def kiosk_log(run, kiosk):
    """What `check --format sarif` prints of the kiosk, with further arguments."""

    def call(*arguments):
        answer = run("check", "kiosk", "--format", "sarif", "--as-of", "2026-03-31", *arguments)
        assert answer.err == ""
        return json.loads(answer.out)

    return call


@pytest.fixture(scope="module")
def published():
    """The schema as it is published; it is its publisher's text and not in this repository."""
    path = os.environ.get("SARIF_SCHEMA")
    if not path:
        pytest.skip("name the file sarif-schema-2.1.0.json of OASIS in SARIF_SCHEMA to have it looked at")
    schema = json.loads(Path(path).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def since(audit, kept):
    """The progress since a run that had some of the findings, one graver than now, and one that is gone."""
    then = [
        Known(id=one.id, rule=one.rule, title=one.title, severity="low", about=one.about)
        for one in audit.findings[:kept]
    ]
    gone = Known(
        id="old-rule-00000000", rule="old-rule", title="An old one", severity="high", message="Gone."
    )
    return progress(audit.findings, EarlierRun(map_id="m", as_of="2026-01-01", findings=[*then, gone]))


def test_the_shipped_maps_are_valid(shipped):
    assert faults(sarif_log(shipped)) == []
    assert faults(sarif_log(shipped, since(shipped, 3))) == []


def test_the_shipped_maps_are_valid_by_the_published_schema(shipped, published):
    assert faults(sarif_log(shipped), published) == []
    assert faults(sarif_log(shipped, since(shipped, 3)), published) == []


@settings(max_examples=25)
@given(strategies.data_maps())
def test_any_map_is_valid(data_map):
    audit = run_audit(data_map, DAY)
    assert faults(sarif_log(audit)) == []
    json.dumps(sarif_log(audit), ensure_ascii=True).encode("ascii")


def test_the_profile_refuses_what_the_standard_does_not_have(shipped):
    """A check that lets everything through would prove nothing."""
    log = sarif_log(shipped)
    for change in (
        {"version": "2.2"},
        {"runs": []},
        {"runs": [{**log["runs"][0], "outcome": "good"}]},
        {"runs": [{**log["runs"][0], "results": [{**log["runs"][0]["results"][0], "level": "high"}]}]},
        {"runs": [{**log["runs"][0], "results": [{**log["runs"][0]["results"][0], "locations": []}]}]},
    ):
        assert faults(log | change), change


def test_rules_of_the_organisations_own_are_described_too():
    own = {
        "id": "own-court",
        "title": "Anything to a court",
        "looks_at": "parties",
        "severity": "low",
        "where": {"kind": "organisation"},
        "message": "{count}.",
    }
    data_map = DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "k", "own_rules": "rules"},
            "parties": [{"id": "k", "name": "K", "kind": "organisation", "stance": "recorded"}],
            "own_rules": [own],
        }
    )
    log = sarif_log(run_audit(data_map, DAY))
    assert faults(log) == []
    (result,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "own-court"]
    described = log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert described["id"] == "own-court"
    assert described["shortDescription"]["text"] == "Anything to a court"


def test_an_odd_folder_name_becomes_an_address(run, kiosk, tmp_path):
    kiosk.rename(tmp_path / "ki osk [ü]%41#")
    answer = run("check", "ki osk [ü]%41#", "--format", "sarif", "--as-of", "2026-03-31")
    log = json.loads(answer.out)
    assert faults(log) == []
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "ki%20osk%20%5B%C3%BC%5D%2541%23/map.yaml"


def test_code_scanning_knows_a_finding_again_wherever_its_line_goes(kiosk_log, kiosk):
    before = results(kiosk_log())
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    (kiosk / "map.yaml").write_text(f"# moved\n# down\n{text}", encoding="utf-8")
    after = results(kiosk_log())
    hashes = [one["partialFingerprints"]["primaryLocationLineHash"] for one in before.values()]
    assert len(set(hashes)) == len(hashes)
    assert [one["partialFingerprints"] for one in after.values()] == [
        one["partialFingerprints"] for one in before.values()
    ]
    assert after != before


def test_what_is_in_hand_is_under_review_and_what_has_run_out_is_a_result_like_any_other(
    run, kiosk, kiosk_log
):
    first, second = list(results(kiosk_log()))[:2]
    who = ["--owner", "Ada", "--reason", "Soon", "--map", "kiosk", "--as-of", "2026-03-01"]
    run("findings", "assign", first, *who, "--until", "2026-12-31")
    run("findings", "accept", second, *who, "--until", "2026-03-30")
    log = kiosk_log()
    assert faults(log) == []
    assert results(log)[first]["suppressions"] == [
        {"kind": "external", "status": "underReview", "justification": "Soon (Ada)"}
    ]
    assert "suppressions" not in results(log)[second]


def test_each_result_says_how_it_stands_to_the_baseline(shipped):
    log = sarif_log(shipped, since(shipped, 3))
    states = {key: result["baselineState"] for key, result in results(log).items()}
    assert states.pop("old-rule-00000000") == "absent"
    for number, finding in enumerate(shipped.findings):
        graver = finding.severity != "low" or finding.status != "open"
        assert states[finding.id] == ("new" if number >= 3 else "updated" if graver else "unchanged")


def test_without_a_baseline_no_result_speaks_of_one(shipped):
    assert not [one for one in sarif_log(shipped)["runs"][0]["results"] if "baselineState" in one]
