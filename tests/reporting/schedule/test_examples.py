"""The examples beside the schedule: each is read as the program that it is for would read it."""

import ast
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import yaml

from audit_lib.files.strict_yaml import read_yaml
from audit_lib.reporting.schedule.moments import cron_fault
from audit_lib.reporting.schedule.read import read_schedule
from audit_lib.reporting.schedule.schedule import ScheduledJob

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "reports" / "scheduling"
ANALYZE = shutil.which("systemd-analyze")


def text_of(name):
    return (EXAMPLES / name).read_text(encoding="utf-8")


def test_every_example_is_explained_and_every_link_leads_to_one():
    links = set(re.findall(r"\]\(([\w.-]+)\)", text_of("README.md")))
    assert links == {path.name for path in EXAMPLES.iterdir()} - {"README.md"}


def test_the_crontab_is_one_line_that_calls_due():
    lines = [line for line in text_of("crontab").splitlines() if line and not line.startswith("#")]
    setting, line = lines
    assert re.fullmatch(r"MAILTO=\S+@example\.org", setting)
    *times, command = line.split(None, 5)
    assert cron_fault(" ".join(times)) is None
    assert "privacy-audit schedule due >/dev/null" in command
    assert "%" not in command  # cron takes it for the end of the line


@pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not here")
def test_systemd_takes_the_units(tmp_path):
    program = tmp_path / ".venv" / "bin" / "privacy-audit"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    for name in ("privacy-audit-due.service", "privacy-audit-due.timer"):
        text = text_of(name).replace("/srv/privacy-audit", str(tmp_path))
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [ANALYZE, "verify", "--man=no", str(tmp_path / "privacy-audit-due.timer")],
        capture_output=True,
        text=True,
        check=False,
    )
    about_us = [line for line in (done.stdout + done.stderr).splitlines() if "privacy-audit" in line]
    assert (done.returncode, about_us) == (0, [])


def test_the_service_can_write_only_the_folder_for_runs_and_reaches_no_network(monkeypatch):
    monkeypatch.chdir(ROOT)
    settings = re.findall(r"^(\w+)=(.*)$", text_of("privacy-audit-due.service"), re.MULTILINE)
    assert len(settings) == len(dict(settings))
    service = dict(settings)
    assert service["ReadWritePaths"] == f"/srv/privacy-audit/{read_schedule().out}"
    expected = {
        "ExecStart": "/srv/privacy-audit/.venv/bin/privacy-audit schedule due",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateNetwork": "yes",
        "PrivateTmp": "yes",
        "CapabilityBoundingSet": "",
        "UMask": "0077",
    }
    assert {name: service[name] for name in expected} == expected


def test_the_timer_makes_up_for_a_pause():
    assert "Persistent=yes" in text_of("privacy-audit-due.timer").splitlines()


def test_the_workflow_may_only_read_and_its_actions_are_those_of_ci(monkeypatch):
    monkeypatch.chdir(ROOT)
    text = text_of("github-workflow.yml")
    workflow = read_yaml(text).value
    assert set(workflow) == {"name", "on", "permissions", "concurrency", "jobs"}
    assert workflow["permissions"] == {"contents": "read"}
    assert [cron_fault(one["cron"]) for one in workflow["on"]["schedule"]] == [None]
    ((name, job),) = workflow["jobs"].items()
    assert "permissions" not in job
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)
    ci = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert set(used) == {step["uses"] for step in ci["jobs"]["test"]["steps"] if "uses" in step}
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands == ["make setup", f".venv/bin/privacy-audit schedule run {name}"]
    assert read_schedule().job(name) is not None
    assert not re.search(r"\$\{\{", text)


def test_the_dag_calls_due_and_makes_nothing_up_for_itself():
    tree = ast.parse(text_of("airflow_dag.py"))
    compile(tree, "airflow_dag.py", "exec")
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"airflow.sdk", "airflow.providers.standard.operators.bash"}
    called = {
        node.func.id: {word.arg: word.value for word in node.keywords}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    operator, dag = called["BashOperator"], called["DAG"]
    assert operator["bash_command"].value.startswith(".venv/bin/privacy-audit schedule due")
    assert (operator["retries"].value, operator["do_xcom_push"].value) == (0, False)
    assert (dag["catchup"].value, dag["max_active_runs"].value) == (False, 1)
    assert cron_fault(dag["schedule"].value) is None


def test_the_job_of_the_page_can_be_read(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```yaml\n(.*?)```", text_of("README.md"), re.DOTALL)
    (tmp_path / "schedule.yaml").write_text(example, encoding="utf-8")
    assert read_schedule(tmp_path / "schedule.yaml").jobs[0].keep == 12


def test_the_page_tells_every_field_of_a_job():
    told = set(re.findall(r"`(\w+)`", text_of("README.md")))
    assert set(ScheduledJob.model_fields) <= told
