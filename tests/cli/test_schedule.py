"""`schedule`: what is due is made once, what is asked is told, whoever calls it and however it ends."""

import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from rich.console import Console

PARAMETERS = 'map: str = ""\nas_of = "2026-01-01"\nout: str | None = None\nparty: str | None = None\ntop = 10'

SCHEDULE = """\
out: runs
jobs:
  - id: weekly
    title: Every Monday
    reports: ropa
    map: kiosk
    when: {cron: "0 7 * * 1", zone: Europe/London}
    starts: 2026-03-01
  - id: many
    title: Each value
    reports: broken
    map: kiosk
    sweep: {top: [1, 0, 2]}
    when: "30 7 * * 1"
    starts: 2026-03-01
  - {id: asked, title: When asked, reports: ropa, map: kiosk}
"""

MONDAY = ("--now", "2026-03-30T07:05Z")


@pytest.fixture
def project(kiosk, tmp_path):
    folder = tmp_path / "notebooks" / "reports"
    folder.mkdir(parents=True)
    code = {"ropa": "print(map, as_of, top)", "broken": "1 / top", "slow": "import time; time.sleep(2)"}
    for name, source in code.items():
        parameters = new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
        cells = [new_markdown_cell(f"# {name}"), parameters, new_code_cell(source)]
        nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "schedule.yaml").write_text(SCHEDULE, encoding="utf-8")
    return tmp_path


def only(project, *names):
    """Leave only some jobs in the schedule."""
    head, *jobs = SCHEDULE.split("  - ")
    kept = [job for job in jobs if any(f"id: {name}" in job for name in names)]
    (project / "reports" / "schedule.yaml").write_text("  - ".join([head, *kept]), encoding="utf-8")


def test_a_program_reads_the_answer_whatever_the_machine_writes_letters_in(run, project):
    titled = SCHEDULE.replace("When asked", "When Zoë asks")
    (project / "reports" / "schedule.yaml").write_text(titled, encoding="utf-8")
    answer = run("schedule", "list", *MONDAY, "--format", "json").out
    assert answer.isascii()
    assert json.loads(answer)["jobs"][-1]["title"] == "When Zoë asks"


def test_the_jobs_are_listed(run, project):
    answer = run("schedule", "list", *MONDAY)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        "weekly  Every Monday\n"
        "  when     At 07:00 on Monday (Europe/London): 0 7 * * 1\n"
        "  reports  ropa\n"
        "  last     never\n"
        "  next     Mon 2026-04-06 07:00\n"
        "many  Each value\n"
        "  when     At 07:30 on Monday (Europe/London): 30 7 * * 1\n"
        "  reports  broken\n"
        "  last     never\n"
        "  next     Mon 2026-04-06 07:30\n"
        "asked  When asked\n"
        "  when     by hand\n"
        "  reports  ropa\n"
        "  last     never\n"
    )


def test_what_comes_next_is_told_with_its_runs(run, project):
    answer = run("schedule", "next", "--days", "8", "--now", "2026-03-22T12:00Z")
    assert answer.out == (
        "Mon 2026-03-23 07:00 Europe/London  weekly       1 run  Every Monday\n"
        "Mon 2026-03-23 07:30 Europe/London  many        3 runs  Each value\n"
        "Mon 2026-03-30 07:00 Europe/London  weekly       1 run  Every Monday\n"
        "Mon 2026-03-30 07:30 Europe/London  many        3 runs  Each value\n"
    )


def test_a_week_in_which_nothing_is_due_says_so(run, project):
    only(project, "asked")
    assert run("schedule", "next").out == "Nothing is due in the next 7 days.\n"


def test_for_a_program_each_command_answers_one_object(run, project):
    assert [job["id"] for job in json.loads(run("schedule", "list", "--format", "json").out)["jobs"]] == [
        *("weekly", "many", "asked")
    ]
    found = json.loads(run("schedule", "next", "--format", "json", "--now", "2026-03-24T00:00Z").out)
    assert found["occasions"][0] == {
        "job": "weekly",
        "title": "Every Monday",
        "at": "2026-03-30T06:00:00+00:00",
        "zone": "Europe/London",
        "runs": 1,
    }
    assert json.loads(run("schedule", "validate", "--format", "json").out) == {
        "valid": True,
        "jobs": [{"id": "weekly", "runs": 1}, {"id": "many", "runs": 3}, {"id": "asked", "runs": 1}],
        "faults": [],
    }


@pytest.mark.slow
def test_what_is_due_is_made_and_a_failed_run_is_one_line(run, project):
    answer = run("schedule", "due", *MONDAY)
    assert answer.status == 2
    (line,) = answer.err.splitlines()
    assert line.startswith("many 0/broken: cell 3 (`1 / top`) failed: ZeroDivisionError")
    assert "weekly  1 run, 1 made, as of 2026-03-30\n" in answer.out
    assert "many  3 runs, 2 made, 1 failed, as of 2026-03-30\n" in answer.out
    assert (project / "runs/weekly/2026-03-30T060000Z/kiosk/ropa/ropa.html").is_file()

    again = run("schedule", "due", *MONDAY)
    assert again == (0, "", "")

    listed = run("schedule", "list", *MONDAY).out
    assert "last     Mon 2026-03-30 07:30  1 of 3 runs failed\n" in listed

    tried = run("schedule", "run", "many", "--case", "0", *MONDAY)
    assert tried.status == 2
    assert "goes on with the occasion 2026-03-30T063000Z" in tried.out
    assert len(list((project / "runs" / "many").glob("2026*"))) == 1


def test_when_nothing_is_due_a_person_and_json_say_why(run, project, capsys, monkeypatch):
    only(project, "asked")
    assert run("schedule", "due") == (0, "", "")
    (job,) = json.loads(run("schedule", "due", "--format", "json").out)["jobs"]
    assert (job["outcome"], job["why"]) == (
        "by hand",
        "it has no when; run it with privacy-audit schedule run asked",
    )
    monkeypatch.setattr("audit_lib.cli.schedule.outcomes.console", lambda: Console(force_terminal=True))
    assert "it has no when" in run("schedule", "due").out


@pytest.mark.slow
def test_by_hand_on_a_day(run, project):
    answer = run("schedule", "run", "asked", "--as-of", "2025-12-31", *MONDAY)
    assert answer.status == 0, answer.err
    page = project / "runs/asked/2026-03-30T070500Z/kiosk/ropa/ropa.html"
    assert "kiosk 2025-12-31 10" in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_scheduler_that_is_killed_is_gone_on_with(project, run):
    text = SCHEDULE.replace("reports: broken", "reports: slow").replace("[1, 0, 2]", "[1, 2, 3]")
    (project / "reports" / "schedule.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", "from audit_lib.cli import main; main()", "schedule", "due", *MONDAY]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder = project / "runs/many/2026-03-30T063000Z"
    until = time.monotonic() + 120
    while not (folder / "1" / "slow" / "run.json").exists() and time.monotonic() < until:
        time.sleep(0.1)
    meanwhile = run("schedule", "due", *MONDAY)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert meanwhile.status == 0
    assert "many  it is running elsewhere\n" in meanwhile.out
    assert not (folder / "occasion.json").exists()

    done = run("schedule", "due", *MONDAY)
    assert done.status == 0, done.err
    assert "goes on with the occasion 2026-03-30T063000Z, which had not ended" in done.out
    record = json.loads((folder / "occasion.json").read_text(encoding="utf-8"))
    assert (record["outcome"], record["runs"]) == ("finished", 3)
    assert record["skipped"] >= 1
    assert not list(folder.rglob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "weakly"], 'Did you mean "weekly"?'),
        (["run", "many", "--case", "3"], 'The job many has no case "3"'),
        (["run", "weekly", "--as-of", "31.3.2026"], "write it as 2026-03-31"),
        (["due", "--now", "2026-03-30"], "write it as 2026-03-30T06:00Z"),
        (["due", "--now", "yesterday"], "write it as 2026-03-30T06:00Z"),
        (["due", "--file", "absent.yaml"], "absent.yaml There is no such file."),
    ],
)
def test_what_cannot_be_used_is_told_before_anything_is_made(run, project, arguments, message):
    answer = run("schedule", *arguments)
    assert answer.status == 2
    assert message in answer.err
    assert not (project / "runs").exists()


@pytest.mark.parametrize("command", [["list"], ["next"], ["due"], ["validate"], ["run", "weekly"]])
def test_every_fault_of_the_schedule_is_told_by_every_command(run, project, command):
    text = SCHEDULE.replace("0 7 * * 1", "0 25 * * 1").replace("reports: broken", "reports: brokn")
    (project / "reports" / "schedule.yaml").write_text(text, encoding="utf-8")
    answer = run("schedule", *command)
    assert (answer.status, answer.out) == (2, "")
    assert [line.partition(" ")[0] for line in answer.err.splitlines()] == [
        "reports/schedule.yaml:7:18",
        "reports/schedule.yaml:11:14",
        "reports/schedule.yaml:14:11",
    ]


def test_a_map_that_is_not_there_is_told_by_validate(run, project):
    text = SCHEDULE.replace("reports: ropa\n    map: kiosk", "reports: ropa\n    map: kisok")
    (project / "reports" / "schedule.yaml").write_text(text, encoding="utf-8")
    answer = run("schedule", "validate")
    assert (answer.status, answer.out, answer.err) == (2, "", "weekly kisok There is no such folder.\n")


def test_what_a_title_says_cannot_move_the_cursor(run, project):
    text = SCHEDULE.replace("Every Monday", '"red \\u202e title"')
    (project / "reports" / "schedule.yaml").write_text(text, encoding="utf-8")
    answer = run("schedule", "list")
    assert "\u202e" not in answer.out
