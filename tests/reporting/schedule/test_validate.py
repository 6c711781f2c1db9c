"""What can be wrong before anything is run: every fault, of every job."""

import pytest

from audit_lib.reporting.schedule.schedule import Schedule
from audit_lib.reporting.schedule.validate import examine

from .conftest import job, utc

NOW = utc("2026-03-30T06:00")


@pytest.fixture
def told(project):
    def call(*jobs, out="runs"):
        schedule = Schedule(out=out, jobs=jobs)
        return [str(fault) for fault in examine(schedule, NOW, project, project / "notebooks").faults]

    return call


def test_what_can_be_run_has_no_fault(told, project):
    assert told(job(), job(id="other", sweep={"party": "all"})) == []
    schedule = Schedule(out="runs", jobs=[job(sweep={"as_of": {"months": "12"}}), job(id="one")])
    assert examine(schedule, NOW, project, project / "notebooks").runs == {"weekly": 12, "one": 1}


def test_every_fault_of_every_job_is_told(told, project):
    (project / "broken").mkdir()
    (project / "broken" / "map.yaml").write_text("map: {id: broken}\nextra: 1", encoding="utf-8")
    found = told(
        job(map="absent"),
        job(id="broken", map="broken"),
        job(id="party", parameters={"party": "kiosk-ldt"}),
        job(id="pattern", map=None, sweep={"map": "sites/*"}),
        job(id="notice", notice="absent.txt"),
    )
    assert [fault.partition(" ")[0] for fault in found if not fault.startswith("broken")] == [
        *("weekly", "party", "pattern", "notice")
    ]
    assert len([fault for fault in found if fault.startswith("broken")]) > 1
    assert 'Did you mean "kiosk-ltd"?' in "\n".join(found)


def test_a_map_that_many_runs_need_is_told_once(told):
    assert len(told(job(map="absent", sweep={"top": ["1", "2", "3"]}))) == 1


def test_a_folder_for_runs_outside_the_project_is_told(told, project, tmp_path_factory):
    (project / "runs").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert "leads out of the project" in told(job())[0]


def test_a_report_that_would_write_outside_the_folder_for_runs_is_told(told, notebooks):
    notebooks("keeps", "1", parameters='map = ""\nas_of = "2026-01-01"\nstore = ""')
    keeps = job(reports=["keeps"], parameters={"store": "elsewhere"})
    assert "such as runs/.evidence" in told(keeps)[0]
    assert told(job(reports=["keeps"], parameters={"store": "runs/.evidence"})) == []


def test_nothing_is_written(told, project):
    told(job())
    assert not (project / "runs").exists()
