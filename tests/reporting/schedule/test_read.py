"""The schedule as it is read: nothing is guessed, and everything that is wrong is told at once."""

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.schedule.read import output_root, read_schedule
from audit_lib.reporting.schedule.schedule import Schedule

WHOLE = """\
out: runs
jobs:
  - id: weekly
    title: Weekly
    reports: [plain, other]
    map: kiosk
    parameters: {top: 17}
    when: {cron: "0 7 * * 1"}
"""


@pytest.fixture
def read(project):
    def call(text):
        (project / "schedule.yaml").write_text(text, encoding="utf-8")
        return read_schedule("schedule.yaml", project / "notebooks")

    return call


@pytest.fixture
def faults(read):
    def call(text):
        with pytest.raises(ParameterError) as wrong:
            read(text)
        return [str(fault) for fault in wrong.value.faults]

    return call


def one(line):
    return f"jobs:\n  - {{id: weekly, title: Weekly, reports: plain, map: kiosk, {line}}}\n"


def test_a_schedule_is_read(read):
    job = read(WHOLE).jobs[0]
    assert job.reports == ("plain", "other")
    assert (job.when.cron, job.when.zone) == ("0 7 * * 1", "Europe/London")
    assert job.parameters == {"top": "17"}


def test_digits_stay_text_where_text_is_wanted_and_are_no_number_if_none_is_written_so(read, faults):
    text = WHOLE.replace("{top: 17}", "{top: 007}")
    assert read(text.replace("[plain, other]", "other")).jobs[0].parameters == {"top": "007"}
    assert faults(text) == [
        "schedule.yaml:7:23 jobs.weekly.parameters.top: top (a whole number) in the report plain "
        'cannot be "007".'
    ]


def test_all_faults_are_told_at_once_each_with_its_place(faults):
    found = faults(
        """\
out: ../elsewhere
jobs:
  - id: weekly
    title: Weekly
    reports: [plain, plian]
    map: kiosk
    parametres: {top: 5}
    parameters: {tpo: 5}
    when: {cron: "0 25 * * 1", zone: Europe/Londn}
    formats: [htlm]
    keep: 0
  - id: weekly
    title: Again
    reports: plain
    starts: 2026-02-30
"""
    )
    assert [fault.partition(" ")[0] for fault in found] == [
        "schedule.yaml:1:6",
        "schedule.yaml:5:22",
        "schedule.yaml:7:5",
        "schedule.yaml:8:23",
        "schedule.yaml:9:18",
        "schedule.yaml:9:38",
        "schedule.yaml:10:15",
        "schedule.yaml:11:11",
        "schedule.yaml:12:5",
        "schedule.yaml:12:9",
        "schedule.yaml:15:5",
        "schedule.yaml:15:13",
    ]
    hints = ('"plain"', '"parameters"', '"top"', '"Europe/London"', '"html"')
    assert all(any(f"Did you mean {hint}?" in fault for fault in found) for hint in hints)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("parameters: {top: five}", 'top (a whole number) in the report plain cannot be "five"'),
        ("parameters: {top: 5.0}", "a whole number"),
        ("parameters: {top: [1, 2]}", "Several go under sweep"),
        ("parameters: {top: }", "is empty"),
        ("parameters: {map: kiosk}", "stands beside parameters"),
        ("parameters: {out: x}", "is given by the schedule itself"),
        ("parameters: {nothing: 1}", "has no such parameter"),
        ("sweep: {top: 5}", "a list of values is wanted"),
        ("sweep: {top: []}", "a list of values is wanted"),
        ("sweep: {top: [1, 1]}", "stands here twice"),
        ("sweep: {top: [1, x]}", "a whole number"),
        ("sweep: {party: every}", "or all or controllers is wanted"),
        ("sweep: {as_of: {months: 0}}", "write a whole number from 1 to 120"),
        ("sweep: {as_of: {years: 1}}", "{months: 12}"),
        ("sweep: {as_of: [2026-02-30]}", "is not a day"),
        ("sweep: {map: kiosk}", "also stands under sweep"),
        ("sweep: {notice: [a]}", "is nothing to sweep over"),
        ("sweep: {top: [1]}, parameters: {top: 2}", "also stands under parameters"),
        ("sweep: {as_of: [9999-12-31]}", "is not a day"),
        ("notice: notice.txt, reports: other", "has no such parameter"),
        ("as_of: yesterday", "or write occasion"),
        ("starts: 2026-03-01", "is of no use without when"),
        ("when: {cron: '0 7 * * 1', zone: Mars/Olympus}", "no time zone has this name"),
        ("when: {cron: '0 0 31 2 *'}", "its day of month is none"),
        ("keep: ten", "write a whole number from 1 to 10,000"),
        ("formats: []", "is empty"),
        ("'<<': x", "merge key"),
    ],
)
def test_what_is_wrong_with_a_job_is_told(faults, line, told):
    found = faults(one(line) if "reports:" not in line else one(line).replace("reports: plain, ", ""))
    assert told in "\n".join(found)
    assert all(fault.startswith("schedule.yaml:2:") for fault in found)


def test_a_value_must_fit_each_report_of_the_job(faults):
    text = WHOLE.replace("{top: 17}", "{unit: 007}")
    assert faults(text) == [
        'schedule.yaml:7:24 jobs.weekly.parameters.unit: The report "plain" has no such parameter. '
        "It has: party, top."
    ]


def test_a_question_ends_the_sentence(faults):
    found = faults(one("when: {cron: '0 7 * * 1', zone: Europe/Lodnon}"))
    assert found[0].endswith('no time zone has this name. Did you mean "Europe/London"?')


@pytest.mark.parametrize("maps", ["'**'", "'sites/**'", "[a, 'sites/**/x']"])
def test_a_pattern_is_followed_one_level_at_a_time(faults, maps):
    found = faults(one(f"sweep: {{map: {maps}}}").replace("map: kiosk, ", ""))
    assert "write one * for each level" in found[0]


def test_a_sweep_that_is_far_too_large_is_told_before_it_is_made(faults):
    days = ", ".join(str(number) for number in range(200))
    found = faults(one(f"sweep: {{top: [{days}], as_of: {{months: 120}}}}"))
    assert "would make 24,000 runs (200 of top x 120 of as_of x 1 report); at most 10,000" in found[0]


@pytest.mark.parametrize("text", ["", "jobs: []", "jobs: weekly", "[]", "jobs:\n  - weekly", "x: 1"])
def test_what_is_no_schedule_is_told(faults, text):
    assert faults(text)


@pytest.mark.parametrize("out", ["/tmp/x", "../x", "a/../../x", "~/x", "C:/x", "C:x", r"..\x", ".", "''"])
def test_runs_stay_in_the_project(faults, out):
    assert faults(f"out: {out}\n{one('keep: 1')}")[0].startswith("schedule.yaml:1:")


def test_a_link_that_leads_out_of_the_project_is_refused(project, tmp_path_factory):
    (project / "runs").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    job = {"id": "r", "title": "R", "reports": ["plain"], "map": "kiosk"}
    with pytest.raises(ParameterError, match="leads out of the project"):
        output_root(Schedule(out="runs/deep", jobs=[job]), project)


def test_a_file_that_is_too_large_is_not_read(faults):
    assert "at most 1,000,000 are read" in faults("#" * 1_000_001)[0]
