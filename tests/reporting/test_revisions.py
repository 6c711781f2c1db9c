"""Which commit a map stood at, and whether its files said something else."""

import subprocess

import pytest

from audit_lib.reporting.revisions import revision_of_folders


@pytest.fixture
def git(tmp_path):
    def call(*arguments):
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return call


@pytest.fixture
def kiosk(tmp_path, git):
    """A map in a repository, all of it committed, and another folder beside it."""
    for name in ("kiosk", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "map.yaml").write_text("map: {}\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    return tmp_path / "kiosk"


def test_a_clean_map_has_its_commit(kiosk, git):
    found = revision_of_folders(kiosk)
    assert found.commit == git("rev-parse", "HEAD")
    assert found.changed is False


def test_a_changed_file_is_told(kiosk):
    (kiosk / "map.yaml").write_text("map: {id: x}\n")
    assert revision_of_folders(kiosk).changed


def test_a_missing_file_is_told(kiosk):
    (kiosk / "map.yaml").unlink()
    assert revision_of_folders(kiosk).changed


def test_a_new_file_of_the_map_is_told_though_no_commit_holds_it(kiosk):
    (kiosk / "flows.yaml").write_text("flows: []\n")
    assert revision_of_folders(kiosk).changed


@pytest.mark.parametrize("name", ["remarks.txt", ".ipynb_checkpoints/x.yaml"])
def test_what_is_no_part_of_a_map_does_not_count(kiosk, name):
    (kiosk / name).parent.mkdir(exist_ok=True)
    (kiosk / name).write_text("mine")
    assert not revision_of_folders(kiosk).changed


def test_what_changed_elsewhere_does_not_count(kiosk):
    (kiosk.parent / "other" / "map.yaml").write_text("map: {id: x}\n")
    assert not revision_of_folders(kiosk).changed
    assert revision_of_folders(kiosk, kiosk.parent / "other").changed


def test_without_repository_there_is_no_revision(tmp_path):
    assert revision_of_folders(tmp_path) is None


def test_without_a_commit_there_is_no_revision(tmp_path, git):
    git("init", "-q")
    assert revision_of_folders(tmp_path) is None


def test_without_git_there_is_no_revision(kiosk, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert revision_of_folders(kiosk) is None


def test_nothing_that_the_repository_names_is_run(kiosk, git, tmp_path):
    (kiosk / ".gitattributes").write_text("*.yaml filter=harm\n")
    git("add", ".")
    git("commit", "-qm", "attributes")
    for setting in ("filter.harm.clean", "filter.harm.smudge", "core.fsmonitor", "core.pager"):
        git("config", setting, f"touch {tmp_path}/harmed; cat")
    (kiosk / "map.yaml").write_text("map: {id: x}\n")
    assert revision_of_folders(kiosk).changed
    assert not (tmp_path / "harmed").exists()
