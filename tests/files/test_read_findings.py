"""What an earlier run found, read back from what it printed."""

import datetime as dt
import json

import pytest

from audit_lib.audit import run_audit
from audit_lib.cli.sarif import sarif_log
from audit_lib.errors import ParameterError, Place
from audit_lib.files.read_findings import read_findings
from audit_lib.graph.example import example_map
from audit_lib.model.finding import Decision, Status

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def audit():
    first, second = (finding.id for finding in run_audit(example_map(), DAY).findings[:2])
    decided = [
        Decision(finding=first, status="accepted", owner="Ada", reason="Known", expires=dt.date(2026, 1, 1)),
        Decision(finding=second, status="in-hand", owner="Ada", reason="Soon"),
    ]
    made = run_audit(example_map().model_copy(update={"decisions": tuple(decided)}), DAY)
    first, *others = made.findings
    return made.model_copy(update={"findings": (first.model_copy(update={"clauses": ("c1-1",)}), *others)})


@pytest.fixture
def kept(audit, tmp_path):
    """The file of an answer of check, as JSON or as SARIF."""

    def write(form, **change):
        said = audit.as_json() if form == "json" else sarif_log(audit)
        file = tmp_path / f"kept.{form}"
        file.write_text(json.dumps(said | change), encoding="utf-8")
        return file

    return write


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_each_finding_is_known_again_with_severity_status_and_extent(audit, kept, form):
    run = read_findings(kept(form), audit.data_map.info.id)
    assert run.as_of == DAY
    told = ("id", "rule", "severity", "status", "about", "clauses", "message")
    expected = [tuple(getattr(one, name) for name in told) for one in audit.findings]
    assert [tuple(getattr(one, name) for name in told) for one in run.findings] == expected
    assert [one.status for one in run.findings[:2]] == [Status.EXPIRED, Status.IN_HAND]


def test_json_tells_the_first_place_too(audit, kept):
    first = audit.findings[0].places[0]
    assert read_findings(kept("json")).findings[0].place == Place(first.file, first.line)


def test_a_finding_of_an_unknown_severity_is_refused(kept, audit):
    wrong = [audit.findings[0].as_json() | {"severity": "grave"}]
    with pytest.raises(ParameterError, match="This holds no findings of a map"):
        read_findings(kept("json", findings=wrong))


def test_findings_of_another_map_are_refused(kept):
    with pytest.raises(ParameterError, match='not of "other"'):
        read_findings(kept("json"), "other")
