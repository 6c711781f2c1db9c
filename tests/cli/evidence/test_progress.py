"""How far a long comparison is: on standard error, now and then, and nowhere else."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from audit_lib.cli.evidence.progress import BarReport, Lines, reporting, time_left, told


class Clock:
    """A clock that goes by as many seconds as it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_line_comes_every_ten_seconds_at_most() -> None:
    clock, said = Clock(), []
    report = Lines(said.append, clock)
    for seconds in range(1, 31):
        clock.now = float(seconds)
        report(seconds * 1_000, 60_000)
    assert said == [
        "10,000 of 60,000 rows, about 50 s left\n",
        "20,000 of 60,000 rows, about 40 s left\n",
        "30,000 of 60,000 rows, about 30 s left\n",
    ]


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (0, 10, "0 of 10 rows"),
        (5, None, "5 rows"),
        (12, 10, "12 rows"),
        (10, 10, "10 of 10 rows, about 1 s left"),
    ],
)
def test_nothing_is_foretold_without_a_ground(done: int, total: int | None, said: str) -> None:
    assert told(done, total, 30) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "1 s"), (59.4, "59 s"), (60, "1 min"), (3_599, "1 h 0 min")]
)
def test_time_is_told_in_words(seconds: float, said: str) -> None:
    assert time_left(seconds) == said


def test_nothing_is_told_without_a_terminal_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting(asked=False) as report:
        assert report is None
    with reporting(asked=True) as report:
        assert isinstance(report, Lines)
    assert capsys.readouterr() == ("", "")


def test_lines_go_to_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_lib.cli.evidence.progress.EVERY", 0.0)
    with reporting(asked=True) as report:
        report._every = 0.0
        report(3, 4)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("3 of 4 rows")


def test_a_bar_shows_rows_and_how_many_there_are() -> None:
    page = io.StringIO()
    with Progress(console=Console(file=page, force_terminal=True)) as bar:
        BarReport(bar)(250, 1_000)
        assert (bar.tasks[0].completed, bar.tasks[0].total) == (250, 1_000)
