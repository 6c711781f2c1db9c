"""`open`: JupyterLab, on this machine alone. What a browser shows of it stands in `tests/browser`."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from audit_lib.cli import open as open_lab

SHIPPED = Path(open_lab.__file__).parents[1] / "jupyter" / "jupyter_server_config.json"


@pytest.fixture
def project(kiosk, monkeypatch):
    """A project with one notebook, whose JupyterLab is never started: what it would be told is returned."""
    (kiosk.parent / "notebooks").mkdir()
    (kiosk.parent / open_lab.FIRST).touch()
    told = {}

    def start(arguments):
        told.update({"arguments": arguments, "environment": dict(open_lab.os.environ)})

    monkeypatch.setattr(open_lab, "start_lab", start)
    monkeypatch.setattr(open_lab.os, "environ", {"HOME": "home", "JUPYTER_TOKEN": ""})
    return told


def test_it_is_bound_to_this_machine_and_opens_the_first_notebook(run, project):
    assert run("open").status == 0
    assert "--ServerApp.ip=127.0.0.1" in project["arguments"]
    assert "--LabApp.default_url=/doc/tree/notebooks/00_start_here.ipynb" in project["arguments"]


def test_the_server_asks_nobody_for_news_updates_or_extensions(run, project):
    run("open")
    for told in ("news_url=None", "extension_manager=readonly", "check_for_updates_class=jupyterlab.Never"):
        assert any(argument.startswith(f"--LabApp.{told}") for argument in project["arguments"])


def test_the_same_holds_for_jupyter_lab_in_the_project():
    """The file is installed where Jupyter looks, also by an editable installation."""
    installed = Path(sys.prefix) / "etc" / "jupyter" / SHIPPED.name
    assert json.loads(installed.read_text(encoding="utf-8")) == json.loads(SHIPPED.read_text("utf-8"))


def test_a_token_that_the_environment_fixes_does_not_count(run, project):
    run("open")
    assert "JUPYTER_TOKEN" not in project["environment"]
    assert project["environment"]["HOME"] == "home"


def test_what_it_keeps_is_for_its_owner_alone_and_no_business_of_git(run, project, kiosk):
    run("open")
    kept = kiosk.parent / ".jupyter"
    assert kept.stat().st_mode & 0o077 == 0
    assert (kept / ".gitignore").read_text() == "*\n"
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        assert Path(project["environment"][name]).is_relative_to(kept)


def test_on_a_server_no_browser_is_opened_and_the_port_can_be_chosen(run, project):
    run("open", "--no-browser", "--port", "9123")
    assert {"--ServerApp.open_browser=False", "--ServerApp.port=9123"} <= set(project["arguments"])


def test_it_says_what_to_write_for_another_map_which_must_be_readable(run, kiosk, project):
    assert 'first cell of a notebook, write: map = "../kiosk"' in run("open", str(kiosk)).out
    (kiosk / "map.yaml").write_text("map: nothing\n")
    assert run("open", str(kiosk)).status == 2


def test_it_says_nothing_of_the_map_that_the_first_cell_names_already(run, kiosk, project):
    (kiosk.parent / "data_maps").mkdir()
    kiosk.rename(kiosk.parent / "data_maps" / "btr")
    assert run("open", "data_maps/btr").out == "JupyterLab starts; Ctrl-C ends it.\n"


def test_where_nothing_can_be_kept_it_says_so(run, kiosk, project):
    (kiosk.parent / ".jupyter").touch()
    answer = run("open")
    assert answer.status == 2
    assert answer.err.startswith(".jupyter JupyterLab can keep nothing here: ")


def test_all_that_is_missing_is_said_at_once(run, kiosk, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    answer = run("open", "--port", "80")
    assert answer.status == 2
    assert "JupyterLab is not installed" in answer.err
    assert "notebooks/00_start_here.ipynb The notebooks are not here." in answer.err
    assert "--port 80 is no port to choose. Name one from 1024 to 65535." in answer.err
