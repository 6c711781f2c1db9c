"""`check`: what an auditor would report, for people and for programs, with an honest exit status."""

import json
import re

import pytest

DECISION = """\
decisions:
  - {{finding: {finding}, status: accepted, owner: Ada, reason: "Known\\nand 50%", expires: 2026-06-30}}
"""
DAY = ["--as-of", "2026-03-31"]


def findings(run, *arguments):
    return json.loads(run("check", "kiosk", "--format", "json", *DAY, *arguments).out)["findings"]


def test_each_finding_says_what_where_why_and_what_to_do(run, kiosk):
    out = run("check", "kiosk", *DAY).out
    for finding in findings(run):
        assert finding["title"] in out
        assert finding["message"] in out
        assert finding["remedy"] in out
        assert finding["id"] in out
        place = finding["places"][0]
        assert f"{place['file']}:{place['line']}" in out


def test_the_last_line_counts(run, kiosk):
    counts = json.loads(run("check", "kiosk", "--format", "json", *DAY).out)["counts"]
    total = counts["high"] + counts["medium"] + counts["low"]
    told = ", ".join(f"{counts[severity]} {severity}" for severity in ("high", "medium", "low"))
    last = run("check", "kiosk", *DAY).out.splitlines()[-1]
    assert last == f"{total} findings to deal with: {told}."


def test_json_is_one_object_with_the_agreed_fields(run, kiosk):
    answer = json.loads(run("check", "kiosk", "--format", "json", *DAY).out)
    assert set(answer) == {"map", "as_of", "findings", "skipped", "transparency", "counts"}
    assert set(answer["map"]) == {"id", "version", "sha256"}
    assert answer["as_of"] == "2026-03-31"
    wanted = {"id", "rule", "title", "severity", "confidence", "status", "law", "about", "clauses", "places"}
    for finding in answer["findings"]:
        assert wanted | {"message", "remedy"} <= set(finding)
        assert set(finding["places"][0]) == {"file", "line"}


def test_the_exit_status_follows_fail_on(run, kiosk):
    severities = {finding["severity"] for finding in findings(run)}
    assert "high" in severities
    for fail_on, status in {"high": 1, "medium": 1, "low": 1, "never": 0}.items():
        assert run("check", "kiosk", "--fail-on", fail_on, *DAY).status == status


def test_below_fail_on_the_status_is_clean(run, kiosk):
    high = [finding["id"] for finding in findings(run) if finding["severity"] == "high"]
    entries = "".join(DECISION.partition("\n")[2].format(finding=finding) for finding in high)
    (kiosk / "decisions.yaml").write_text("decisions:\n" + entries, encoding="utf-8")
    assert run("check", "kiosk", "--fail-on", "high", *DAY).status == 0
    assert run("check", "kiosk", "--fail-on", "low", *DAY).status == 1


@pytest.fixture
def accepted(run, kiosk):
    """The first finding, accepted until 30 June 2026."""
    finding = findings(run)[0]["id"]
    (kiosk / "decisions.yaml").write_text(DECISION.format(finding=finding), encoding="utf-8")
    return finding


def test_an_accepted_finding_stays_with_owner_reason_and_expiry(run, accepted):
    out = run("check", "kiosk", *DAY).out
    kept = next(line for line in out.splitlines() if accepted in line)
    assert "accepted, until 2026-06-30" in kept
    assert "Known and 50% (Ada)" in kept


def test_an_acceptance_that_has_run_out_counts_again(run, accepted):
    out = run("check", "kiosk", "--as-of", "2026-07-01").out
    assert "decision expired" in out


def test_a_program_is_told_of_open_findings_as_annotations(run, kiosk, accepted):
    lines = run("check", "kiosk", "--format", "github", *DAY).out.splitlines()
    assert len(lines) == len(findings(run)) - 1
    assert all(
        re.match(r"::(error|warning|notice) file=kiosk/\w+\.yaml,line=\d+,title=[^:,]+::", line)
        for line in lines
    )
    assert not [line for line in lines if accepted in line]


def test_sarif_describes_every_rule_and_suppresses_what_is_accepted(run, kiosk, accepted):
    log = json.loads(run("check", "kiosk", "--format", "sarif", *DAY).out)
    assert log["version"] == "2.1.0"
    (done,) = log["runs"]
    rules = done["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) >= 25
    for result in done["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"].startswith("kiosk/")
        assert location["region"]["startLine"] >= 1
    by_id = {result["partialFingerprints"]["findingId/v1"]: result for result in done["results"]}
    assert by_id[accepted]["suppressions"][0]["status"] == "accepted"
    assert sum("suppressions" in result for result in done["results"]) == 1


def test_a_notice_is_accounted_for_sentence_by_sentence(run, kiosk):
    (kiosk.parent / "notice.txt").write_text("We keep your passport. We sell nothing.", encoding="utf-8")
    out = run("check", "kiosk", "--notice", "notice.txt", *DAY).out
    assert "0 of 2 sentences accounted for" in out
    assert "1.1  added since the map was made: We keep your passport." in out


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00bad", None])
def test_a_notice_that_cannot_be_read_is_told(run, kiosk, content):
    if content is not None:
        (kiosk.parent / "notice.txt").write_bytes(content)
    answer = run("check", "kiosk", "--notice", "notice.txt")
    assert answer.status == 2
    assert answer.err.startswith("notice.txt")
