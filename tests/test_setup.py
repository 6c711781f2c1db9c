"""The set-up: one list of dependencies behind every door, a lock that names no host."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")

#: What may stand at the top of the repository.
TOP = {
    *("audit_lib", "notebooks", "data_maps", "reports", "tests", "benchmarks"),
    *("pyproject.toml", "environment.yml", "requirements.txt", "Makefile", "LICENSE"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md"),
    *(".ci", ".github", ".gitignore", ".gitattributes", ".pre-commit-config.yaml"),
}


#: What conda calls otherwise.
ON_CONDA = {"python-duckdb": "duckdb"}


def name_of(requirement):
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def floor_of(requirement):
    return requirement.partition(">=")[2]


def tracked_files():
    """Every file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git clone, so there is no list of its files")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def locked():
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", LOCK, re.MULTILINE))


def test_the_lock_has_every_dependency():
    groups = PROJECT["dependency-groups"]
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["lab"],
        *groups["test"],
        *groups["build"],
        *PROJECT["build-system"]["requires"],
    ]
    assert {name_of(requirement) for requirement in wanted} <= {name_of(name) for name in locked()}


def test_the_lock_names_no_host():
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_every_locked_package_has_hashes():
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > 100
    assert not [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry]


def test_conda_and_pip_agree_on_the_dependencies():
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    plain = {ON_CONDA.get(name_of(one), name_of(one)): floor_of(one) for one in conda if isinstance(one, str)}
    nbval = [one for one in PROJECT["dependency-groups"]["test"] if name_of(one) == "nbval"]
    lab = PROJECT["project"]["optional-dependencies"]["lab"]
    wanted = {name_of(one): floor_of(one) for one in [*PROJECT["project"]["dependencies"], *lab, *nbval]}
    python = floor_of("python" + PROJECT["project"]["requires-python"])
    assert plain == {**wanted, "python": python, "pip": ""}


def test_conda_installs_the_clone_itself():
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert {"pip": ["-e ."]} in conda


def test_the_version_is_the_same_everywhere():
    package = (ROOT / "audit_lib" / "__init__.py").read_text(encoding="utf-8")
    version = PROJECT["project"]["version"]
    assert f'__version__ = "{version}"' in package
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_else_stands_at_the_top():
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} <= TOP


def test_no_file_holds_a_path_of_a_machine():
    here = re.compile(r"(?<![\w.:/-])/(?:" + "|".join(["work", "root", "home", "Users"]) + r")/[\w.-]+/")
    assert not [path for path in tracked_files() if here.search(read(path))]


def test_no_file_names_a_package_index():
    hosts = ["pypi" + ".org", "python" + "hosted.org", "conda" + ".anaconda.org"]
    assert not [path for path in tracked_files() if any(host in read(path) for host in hosts)]


def test_locks_full_of_hosts_are_ignored():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"uv.lock", "pylock.toml", ".venv/"} <= set(ignored)


def test_jupyterlab_asks_for_no_news_and_no_updates():
    """The file is installed where JupyterLab looks, also by an editable installation."""
    installed = Path(sys.prefix) / "share/jupyter/lab/settings/overrides.d/privacy_audit.json"
    shipped = ROOT / "audit_lib/jupyter/overrides.d/privacy_audit.json"
    settings = json.loads(shipped.read_text(encoding="utf-8"))["@jupyterlab/apputils-extension:notification"]
    assert settings["fetchNews"] == "false"
    assert settings["checkForUpdates"] is False
    assert installed.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")


def test_the_workflow_may_only_read_and_its_actions_are_pinned():
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


def read(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
