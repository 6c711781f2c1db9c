"""How long runs are kept: whole occasions, through the ledger, nothing that no run left."""

import pytest
from published_runs import put

from audit_lib.errors import OutputError, ParameterError
from audit_lib.reporting.ledger import read_ledger
from audit_lib.reporting.retention import retain
from audit_lib.reporting.verifying import verify


@pytest.fixture
def job(tmp_path):
    """Publish occasions of a job (day: outcome), each of two cases; return root and folder of the job."""

    def publish(**occasions):
        for day, outcome in occasions.items():
            put(tmp_path, f"monthly/{day}/east/risk", outcome="finished" if outcome == "partly" else outcome)
            put(tmp_path, f"monthly/{day}/west/risk", outcome="failed" if outcome == "partly" else outcome)
        return tmp_path, tmp_path / "monthly"

    return publish


def days(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_newest_good_ones_stay(job):
    root, folder = job(d1="finished", d2="finished", d3="finished")
    found = retain(root, folder, 2)
    assert found.removed == ("monthly/d1/east/risk", "monthly/d1/west/risk")
    assert days(folder) == ["d2", "d3"]
    assert [line.event for line in read_ledger(root).lines[-2:]] == ["removed", "removed"]
    assert verify(root).faults == ()


def test_failed_ones_do_not_count_and_go_when_older_than_the_oldest_good_one_kept(job):
    root, folder = job(d1="failed", d2="finished", d3="failed", d4="finished", d5="failed")
    retain(root, folder, 2)
    assert days(folder) == ["d2", "d3", "d4", "d5"]
    retain(root, folder, 1)
    assert days(folder) == ["d4", "d5"]


def test_an_occasion_counts_as_good_when_one_run_of_it_finished(job):
    root, folder = job(d1="finished", d2="partly")
    retain(root, folder, 1)
    assert days(folder) == ["d2"]


def test_nothing_goes_as_long_as_there_are_too_few_good_ones(job):
    root, folder = job(d1="failed", d2="failed", d3="finished")
    assert retain(root, folder, 2).removed == ()
    assert days(folder) == ["d1", "d2", "d3"]


def test_what_no_run_left_stays(job):
    root, folder = job(d1="finished", d2="finished")
    (folder / "d0").mkdir()
    (folder / "d0" / "letter.txt").write_text("mine")
    (folder / "d1" / "letter.txt").write_text("mine")
    retain(root, folder, 1)
    assert (folder / "d0/letter.txt").read_text() == (folder / "d1/letter.txt").read_text() == "mine"
    assert days(folder / "d1") == ["letter.txt"]


def test_a_run_that_somebody_has_added_to_is_left_and_told(job):
    root, folder = job(d1="finished", d2="finished")
    (folder / "d1/east/risk/remarks.txt").write_text("mine")
    found = retain(root, folder, 1)
    assert found.removed == ("monthly/d1/west/risk",)
    assert found.left[0][0] == "monthly/d1/east/risk"
    assert "remarks.txt" in found.left[0][1]
    assert (folder / "d1/east/risk/risk.html").is_file()


def test_other_jobs_are_not_touched(job):
    root, folder = job(d1="finished", d2="finished")
    put(root, "monthly-2/d1/risk")
    retain(root, folder, 1)
    assert (root / "monthly-2/d1/risk/run.json").is_file()


def test_nothing_outside_the_root_is_looked_at(job, tmp_path):
    root, folder = job(d1="finished", d2="finished")
    with pytest.raises(OutputError, match="leads out"):
        retain(folder, root / "monthly" / ".." / "other", 1)


def test_a_link_in_the_place_of_an_occasion_is_not_followed(job, tmp_path):
    root, folder = job(d1="finished", d2="finished")
    (folder / "d1").rename(tmp_path / "elsewhere")
    (folder / "d1").symlink_to(tmp_path / "elsewhere")
    put(root, "monthly/d3/east/risk")
    found = retain(root, folder, 1)
    assert found.removed == ("monthly/d2/east/risk", "monthly/d2/west/risk")
    assert all("leads out" in reason for _, reason in found.left)
    assert (tmp_path / "elsewhere/east/risk/run.json").is_file()


def test_one_at_least_is_kept(job):
    root, folder = job(d1="finished")
    with pytest.raises(ParameterError, match="At least one"):
        retain(root, folder, 0)
