"""A project of its own: maps, report notebooks that do little, and a schedule that can be rewritten."""

import datetime as dt
from pathlib import PurePosixPath

import pytest

from audit_lib.reporting.runs import example_run
from audit_lib.reporting.schedule.carrying import Means
from audit_lib.reporting.schedule.schedule import ScheduledJob
from audit_lib.reporting.swept import Failed, Made, Step, Swept


def utc(text):
    """A moment as tests write it: 2026-03-30T06:00."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def job(**fields):
    return ScheduledJob.model_validate(
        {"id": "weekly", "title": "Weekly", "reports": ["plain"], "map": "kiosk"} | fields
    )


class Recorder:
    """Stands for what runs notebooks: makes a folder a run, and fails or is stopped where it is told to."""

    def __init__(self):
        self.calls = []
        self.failing = set()
        self.stops_at = None

    def __call__(self, orders, root, *, workers, on, progress):
        self.calls.append([order.folder for order in orders])
        made, skipped, failed = [], [], []
        for number, order in enumerate(orders, start=1):
            case = PurePosixPath(order.folder).parent.name
            if case == self.stops_at:
                raise KeyboardInterrupt
            if case in self.failing:
                failed.append(Failed(order.folder, "cell 3 failed: no such thing"))
            elif (root / order.folder).exists():
                skipped.append(Made(order.folder, example_run()))
            else:
                (root / order.folder).mkdir(parents=True)
                made.append(Made(order.folder, example_run()))
            progress(Step(order.folder, "made", number, len(orders)))
        return Swept(tuple(made), tuple(skipped), tuple(failed))


@pytest.fixture
def project(tmp_path, monkeypatch, map_folder, notebooks):
    """The current folder, with the map `kiosk` and the reports `plain` and `other`."""
    monkeypatch.chdir(tmp_path)
    notebooks("plain", "print(top)")
    notebooks("other", "1", parameters='map = ""\nas_of = "2026-01-01"\nunit = "1"\ntop = "a"')
    return tmp_path


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def means(project, recorder):
    return Means(project / "runs", recorder, notebooks=project / "notebooks")
