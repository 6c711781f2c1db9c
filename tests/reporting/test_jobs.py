"""Finding report notebooks."""

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.jobs import find_job, known_jobs


def test_every_notebook_of_the_folder_is_a_report(notebooks):
    notebooks("risk")
    folder = notebooks("ropa")
    assert [job.name for job in known_jobs(folder)] == ["risk", "ropa"]


def test_without_a_folder_the_current_one_comes_first(notebooks, tmp_path, monkeypatch):
    folder = notebooks("mine")
    (folder / "reports").mkdir()
    (folder / "mine.ipynb").rename(folder / "reports" / "mine.ipynb")
    monkeypatch.chdir(tmp_path)
    assert [job.name for job in known_jobs()] == ["mine"]


def test_an_unknown_report_lists_those_there_are(notebooks):
    folder = notebooks("ropa")
    with pytest.raises(ParameterError, match=r'called "rpoa"\. Did you mean "ropa"\? Known: ropa'):
        find_job("rpoa", folder)


def test_an_empty_folder_says_where_was_looked(tmp_path):
    with pytest.raises(ParameterError, match="No report notebook stands in"):
        known_jobs(tmp_path)
