"""A map at a git revision, read without touching the work tree or running what a repository holds."""

import os
import subprocess

import pytest

from audit_lib.errors import MapError
from audit_lib.files.git_revision import Revision, read_revision, revision_of

MAP = """\
map: {id: shop, title: TITLE, jurisdiction: UK, controller: shop-ltd}
parties:
  - {id: shop-ltd, name: Shop, kind: organisation, stance: recorded}
"""


@pytest.fixture
def git(tmp_path, monkeypatch):
    """A repository with a map in the folder `maps/shop`, in two versions; the current folder is its top."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    top = tmp_path / "repository"
    (top / "maps" / "shop").mkdir(parents=True)
    monkeypatch.chdir(top)

    def call(*arguments):
        who = ["-c", "user.name=T", "-c", "user.email=t@example.invalid", "-c", "init.defaultBranch=main"]
        done = subprocess.run(["git", *who, *arguments], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    call("init", "-q")
    for title in ("First", "Second"):
        write(top, MAP.replace("TITLE", title))
        call("add", ".")
        call("commit", "-qm", title)
    return call


def write(top, text, name="map.yaml"):
    (top / "maps" / "shop" / name).write_text(text, encoding="utf-8")


def read(text, at="."):
    return read_revision(revision_of(text), at)


def why(text, at="."):
    with pytest.raises(MapError) as raised:
        read(text, at)
    return str(raised.value)


def test_each_revision_has_the_map_as_it_was(git):
    assert read("HEAD~1:maps/shop").info.title == "First"
    assert read("HEAD:maps/shop").info.title == "Second"


def test_a_branch_and_a_tag_are_revisions(git):
    git("tag", "v1", "HEAD~1")
    assert read("v1:maps/shop").info.title == "First"
    assert read("main:maps/shop/").info.title == "Second"


def test_a_path_can_count_from_a_folder(git, tmp_path):
    folder = tmp_path / "repository" / "maps" / "shop"
    assert read_revision(Revision("HEAD~1", "./"), folder).info.title == "First"


def test_places_name_the_revision(git, tmp_path):
    assert str(read("HEAD:maps/shop").place("party:shop-ltd")) == "HEAD:maps/shop/map.yaml:3:5"
    found = read_revision(Revision("HEAD", "./"), tmp_path / "repository" / "maps" / "shop")
    assert str(found.place("party:shop-ltd")) == "HEAD:maps/shop/map.yaml:3:5"


def test_faults_name_the_revision(git, tmp_path):
    write(tmp_path / "repository", MAP.replace("kind:", "knd:"))
    git("commit", "-qam", "Broken")
    assert why("HEAD:maps/shop").startswith("HEAD:maps/shop/map.yaml:3:5 parties.shop-ltd lacks the field")


def test_the_work_tree_and_the_index_stay_as_they_are(git, tmp_path):
    write(tmp_path / "repository", MAP.replace("TITLE", "Not committed"))
    before = git("status", "--porcelain")
    read("HEAD~1:maps/shop")
    assert git("status", "--porcelain") == before
    assert "Not committed" in (tmp_path / "repository" / "maps" / "shop" / "map.yaml").read_text()


def test_nothing_is_left_in_the_temporary_folder(git, tmp_path, monkeypatch):
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    read("HEAD:maps/shop")
    assert not list(aside.iterdir())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nowhere:maps/shop", 'has no revision "nowhere"'),
        ("HEAD:nowhere", 'No folder "nowhere" stands there'),
        ("HEAD:maps/shop/map.yaml", "stands there at this revision"),
        ("--output=x:maps/shop", "no name of a revision"),
        ("HEAD:../maps", "no path in a repository"),
        ("HEAD\n:maps", "no name of a revision"),
        ("HEAD:maps", "maps/map.yaml There is no such file"),
    ],
)
def test_what_cannot_be_read_is_said(git, text, said):
    assert said in why(text)


def test_outside_a_repository_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    assert "not a git repository" in why("HEAD:maps", tmp_path / "plain")


def test_without_git_it_is_said(git, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "Git is not installed" in why("HEAD:maps/shop")


def test_a_link_in_the_folder_is_refused(git, tmp_path):
    (tmp_path / "repository" / "maps" / "shop" / "flows.yaml").symlink_to("/etc/passwd")
    git("add", ".")
    git("commit", "-qm", "Link")
    assert "flows.yaml is a link" in why("HEAD:maps/shop")


def test_no_hook_filter_or_pager_of_the_repository_runs(git, tmp_path):
    top, trace = tmp_path / "repository", tmp_path / "ran"
    script = f"#!/bin/sh\necho ran >> {trace}\ncat\n"
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        hook = top / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(script)
        hook.chmod(0o755)
    runner = tmp_path / "runner"
    runner.write_text(script)
    runner.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "filter.x.smudge", "diff.x.textconv", "core.sshCommand"):
        git("config", setting, str(runner))
    trace.unlink(missing_ok=True)
    (top / ".git" / "info" / "attributes").write_text("*.yaml filter=x diff=x\n")
    assert read("HEAD:maps/shop").info.title == "Second"
    assert not trace.exists()


def test_variables_of_git_do_not_lead_elsewhere(git, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_PAGER", "false")
    assert read("HEAD:maps/shop").info.title == "Second"


def test_files_that_are_too_large_are_refused(git, monkeypatch):
    monkeypatch.setattr("audit_lib.files.git_revision.MAX_FILE", 20)
    assert "bytes; at most 20 are read" in why("HEAD:maps/shop") or "more than 20 bytes" in why(
        "HEAD:maps/shop"
    )


def test_subfolders_are_read_with_the_map(git, tmp_path):
    folder = tmp_path / "repository" / "maps" / "shop" / "changes"
    folder.mkdir()
    (folder / "c.yaml").write_text("id: c\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "Changes")
    assert read("HEAD:maps/shop").info.title == "Second"
