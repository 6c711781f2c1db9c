"""`check --baseline`: only what is new or worse since is told and counted; nothing is forgotten."""

import json
from pathlib import Path

import pytest

DAY = ["--as-of", "2026-03-31"]


@pytest.fixture
def check(run, kiosk):
    def call(*arguments):
        return run("check", "kiosk", *DAY, *arguments)

    return call


@pytest.fixture
def change(kiosk):
    """Put one text of the map in place of another."""

    def call(old, new):
        text = (kiosk / "map.yaml").read_text(encoding="utf-8")
        assert old in text
        (kiosk / "map.yaml").write_text(text.replace(old, new), encoding="utf-8")

    return call


#: Without its contract on record a processor is a finding of its own.
WITH, WITHOUT = "role: processor, contract: signed", "role: processor"


@pytest.fixture(params=["json", "sarif"])
def baseline(check, change, tmp_path, request):
    """What check printed when the contract was still there."""
    change(WITHOUT, WITH)
    file = tmp_path / f"baseline.{request.param}"
    file.write_text(check("--format", request.param).out, encoding="utf-8")
    return str(file)


def ids(answer):
    return {finding["id"] for finding in json.loads(answer.out)["findings"]}


def test_nothing_has_changed_and_nothing_is_told(check, baseline):
    answer = check("--baseline", baseline)
    assert answer.status == 0
    assert "HIGH" not in answer.out
    assert answer.out.splitlines()[-1].startswith("Nothing new to report (")


def test_what_is_new_is_told_alone(check, baseline, change):
    before = ids(check("--format", "json"))
    change(WITH, WITHOUT)
    after = ids(check("--format", "json"))
    new = after - before
    assert len(new) == 1
    answer = check("--baseline", baseline, "--format", "json")
    assert ids(answer) == new
    said = json.loads(answer.out)["baseline"]
    assert said["as_of"] == "2026-03-31"
    assert said["counts"] == {
        "new": 1,
        "worse": 0,
        "known": len(before & after),
        "closed": len(before - after),
    }
    text = check("--baseline", baseline).out
    assert new.pop() in text
    assert not [known for known in before & after if known in text]
    assert text.splitlines()[-1].endswith(f"; {len(before & after)} known.")


def test_only_what_is_new_makes_the_status_1(check, baseline, change):
    assert check("--fail-on", "low").status == 1
    assert check("--fail-on", "low", "--baseline", baseline).status == 0
    change(WITH, WITHOUT)
    assert check("--fail-on", "low", "--baseline", baseline).status == 1
    assert check("--fail-on", "high", "--baseline", baseline).status == 0


def test_what_is_closed_since_is_named(check, baseline, change):
    change(WITH, WITHOUT)
    before = check("--format", baseline.rpartition(".")[2]).out
    Path(baseline).write_text(before, encoding="utf-8")
    change(WITHOUT, WITH)
    closed = json.loads(check("--baseline", baseline, "--format", "json").out)["baseline"]["closed"]
    assert closed
    text = check("--baseline", baseline).out
    assert "Closed since 2026-03-31:" in text
    assert all(one["id"] in text and one["title"] in text for one in closed)


def test_an_acceptance_that_has_run_out_since_is_worse(run, check, kiosk, tmp_path):
    finding = json.loads(check("--format", "json").out)["findings"][0]["id"]
    who = ["--owner", "Ada", "--reason", "Known", "--map", "kiosk", "--as-of", "2026-03-31"]
    run("findings", "accept", finding, *who, "--until", "2026-04-30")
    file = tmp_path / "baseline.json"
    file.write_text(check("--format", "json").out, encoding="utf-8")
    later = ["check", "kiosk", "--as-of", "2026-05-01", "--baseline", str(file)]
    assert ids(run(*later, "--format", "json")) == {finding}
    assert "was accepted, now expired" in run(*later).out
    assert "decision expired: accepted by Ada until 2026-04-30" in run(*later).out


def test_annotations_are_of_what_is_new(check, baseline, change):
    assert check("--baseline", baseline, "--format", "github").out == ""
    change(WITH, WITHOUT)
    assert len(check("--baseline", baseline, "--format", "github").out.splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_an_answer_with_a_baseline_can_be_the_next_baseline(check, baseline, change, tmp_path, form):
    change(WITH, WITHOUT)
    file = tmp_path / "next"
    file.write_text(check("--baseline", baseline, "--format", form).out, encoding="utf-8")
    said = json.loads(check("--baseline", str(file), "--format", "json").out)["baseline"]
    assert said["counts"]["new"] == said["counts"]["closed"] == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "This is not JSON"),
        ('{"map": ', ":1:9 This is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "no findings of a map"),
        ("null", "no findings of a map"),
        ("{}", 'it lacks "findings"'),
        ('{"map": {"id": "kiosk"}, "findings": []}', 'it lacks "as_of"'),
        ('{"map": {"id": "kiosk"}, "as_of": "soon", "findings": []}', "no findings of a map"),
        ('{"map": {"id": "kiosk"}, "as_of": "2026-01-01", "findings": [1]}', "no findings of a map"),
        (
            '{"map": {"id": "other"}, "as_of": "2026-01-01", "findings": []}',
            'of the map "other", not of "kiosk"',
        ),
        ('{"version": "2.1.0", "runs": []}', "no findings of a map"),
        ('{"runs": [{"tool": {"driver": {"name": "another"}}}]}', "no findings of a map"),
        (b"\xff\xfe\x00", "UTF-16"),
        (None, "There is no such file"),
    ],
)
def test_a_damaged_or_foreign_baseline_is_told_and_nothing_else(check, tmp_path, content, message):
    file = tmp_path / "b.json"
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    answer = check("--baseline", "b.json")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("b.json")
    assert message in answer.err
    assert len(answer.err.splitlines()) == 1
