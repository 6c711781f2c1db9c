"""`open`: JupyterLab, on this machine alone."""

import importlib.util

from audit_lib.cli import open as open_lab


def test_it_is_bound_to_this_machine_and_opens_the_first_notebook():
    command = open_lab.lab_command()
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--LabApp.default_url=/doc/tree/notebooks/00_start_here.ipynb" in command


def test_the_map_is_handed_on(kiosk):
    assert open_lab.lab_environment(kiosk)[open_lab.VARIABLE] == str(kiosk.resolve())


def test_without_jupyterlab_it_says_what_to_install(run, kiosk, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    answer = run("open", "kiosk")
    assert answer.status == 2
    assert "JupyterLab is not installed" in answer.err


def test_elsewhere_than_in_the_project_it_says_so(run, kiosk):
    answer = run("open", "kiosk")
    assert answer.status == 2
    assert "notebooks/00_start_here.ipynb" in answer.err
