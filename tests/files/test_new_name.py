"""A file gets its name, and nobody else's file is lost by it, on any file system."""

from pathlib import Path

import pytest

from audit_lib.files.new_name import give_name


@pytest.fixture(params=["hard links", "no hard links"])
def aside(request, tmp_path, monkeypatch):
    """A file that waits for its name, on a file system with hard links and on one without."""

    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    if request.param == "no hard links":
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / ".aside"
    path.write_text("new")
    return path


def test_it_gets_its_name(aside, tmp_path):
    give_name(aside, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "new"


def test_a_file_that_stands_there_stays(aside, tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(FileExistsError):
        give_name(aside, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_link_that_leads_nowhere_counts_as_a_file(aside, tmp_path):
    (tmp_path / "a.txt").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        give_name(aside, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").is_symlink()
