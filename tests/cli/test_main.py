"""`privacy-audit` as a program of its own: what it loads, what it prints to a pipe, how it ends."""

import os
import subprocess
import sys

import pytest

from audit_lib.cli import main

PROGRAM = "import sys; from audit_lib.cli import main\ntry:\n    main({arguments!r})\nfinally:\n    {last}"
HEAVY = ("papermill", "matplotlib", "pandas", "jupyter_client", "nbformat", "nbconvert")


def python(program, **given):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, **given
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "kiosk"], ["trace", "kiosk", "--data", "passport"], ["--version"]]
)
def test_what_is_asked_often_loads_nothing_heavy(kiosk, arguments):
    last = f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    done = python(PROGRAM.format(arguments=arguments, last=last))
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["check", "kiosk"], ["nonsense"]])
def test_to_a_pipe_everything_is_plain(kiosk, arguments):
    done = python(
        PROGRAM.format(arguments=arguments, last="None"),
        env={**os.environ, "FORCE_COLOR": "", "COLUMNS": "40"},
    )
    for text in (done.stdout, done.stderr):
        assert "\x1b" not in text
        assert not set("─│╭╮╰╯━┃") & set(text)


def test_a_line_of_a_finding_is_not_broken_in_a_pipe(kiosk):
    done = python(
        PROGRAM.format(arguments=["check", "kiosk"], last="None"), env={**os.environ, "COLUMNS": "30"}
    )
    places = [line for line in done.stdout.splitlines() if "See: " in line]
    assert places
    assert all("kiosk/map.yaml:" in line for line in places)


def test_each_command_says_what_it_does(run):
    text = run("--help").out
    for command in ("check", "report", "record", "trace", "draw", "open"):
        assert command in text


def test_the_version_is_printed(run):
    assert run("--version").out == "privacy-audit 0.1.0\n"


def test_a_reader_who_stops_reading_is_no_failure_to_report(kiosk):
    program = PROGRAM.format(arguments=["check", "kiosk", "--format", "json"], last="None")
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
    assert process.returncode == 141


def test_ctrl_c_ends_without_a_traceback(run, kiosk, monkeypatch):
    def interrupted(_folder):
        raise KeyboardInterrupt

    monkeypatch.setattr("audit_lib.files.read_map.read_map", interrupted)
    answer = run("trace", "kiosk", "--data", "passport")
    assert answer.status == 130
    assert answer.err == "Stopped.\n"


def test_a_bug_keeps_its_traceback(kiosk, capsys, monkeypatch):
    def buggy(_folder):
        raise ZeroDivisionError

    monkeypatch.setattr("audit_lib.files.read_map.read_map", buggy)
    with pytest.raises(ZeroDivisionError):
        main(["trace", "kiosk", "--data", "passport"])
