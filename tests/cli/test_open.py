"""`open`: JupyterLab, on this machine alone."""

import importlib.util

from audit_lib.cli import open as open_lab


def test_it_is_bound_to_this_machine_and_opens_the_first_notebook():
    command = open_lab.lab_command()
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--LabApp.default_url=/doc/tree/notebooks/00_start_here.ipynb" in command


def test_it_says_what_to_write_for_another_map_which_must_be_readable(run, kiosk, monkeypatch, tmp_path):
    monkeypatch.setattr(open_lab, "FIRST", tmp_path / "first.ipynb")
    open_lab.FIRST.touch()
    monkeypatch.setattr(open_lab.subprocess, "call", lambda _command: 0)
    assert "first cell of a notebook, write: map = " in run("open", str(kiosk)).out
    (kiosk / "map.yaml").write_text("map: nothing\n")
    assert run("open", str(kiosk)).status == 2


def test_without_jupyterlab_it_says_what_to_install(run, kiosk, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    answer = run("open", "kiosk")
    assert answer.status == 2
    assert "JupyterLab is not installed" in answer.err


def test_elsewhere_than_in_the_project_it_says_so(run, kiosk):
    answer = run("open", "kiosk")
    assert answer.status == 2
    assert "notebooks/00_start_here.ipynb" in answer.err
