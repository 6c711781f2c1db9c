"""A sweep on a dask cluster: the same folders as here, whatever dies, and nothing sent that cannot go."""

import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from audit_lib.errors import ParameterError, ReportError
from audit_lib.reporting import dask_workers, parcel
from audit_lib.reporting.checking import check
from audit_lib.reporting.order import Order
from audit_lib.reporting.parcel import Parcel, files_of, made_with, pack
from audit_lib.reporting.runs import Revision
from audit_lib.reporting.sweep import run_sweep
from audit_lib.reporting.worker import Task

pytestmark = pytest.mark.slow
distributed = pytest.importorskip("distributed")

DAY = dt.date(2026, 3, 31)
WRITES = """\
from pathlib import Path
_ = (Path(out) / 'record.txt').write_text(Path(map, 'map.yaml').read_text())
print(map, as_of, out)
"""


@pytest.fixture
def wanted(notebooks, map_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def orders(*code, many=1, **given):
        notebooks("kept", *code)
        return [
            Order(
                "kept",
                "kiosk",
                DAY + dt.timedelta(days=number),
                notebooks="notebooks",
                **{"folder": f"{number:02}/kept", **given},
            )
            for number in range(many)
        ]

    return orders


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made


#: What differs from run to run, and the list of all runs, which tells of them by their hashes.
OF_THE_MOMENT = {"started", "ended", "cell_seconds"}


def told_by(root):
    """The files of every run, without what differs from run to run."""
    found = {name: text for name, text in files_of(Path(root)).items() if name != "runs.jsonl"}
    for name in [name for name in found if name.endswith("run.json")]:
        run = json.loads(found[name])
        said = {key: value for key, value in run.items() if key not in OF_THE_MOMENT}
        found[name] = json.dumps(said).encode()
    return found


def test_folders_are_those_that_are_made_here(wanted, cluster, tmp_path):
    orders = wanted(WRITES, many=3)
    told = run_sweep(orders, "out", on="dask", scheduler=cluster.scheduler_address)
    assert len(told.made) == 3
    made = told_by("out")
    Path("out").rename("dask")
    run_sweep(orders, "out", workers=1)
    assert told_by("out") == made
    assert str(tmp_path).encode() not in b"".join(made.values())


def test_a_cluster_is_made_where_none_is_named(wanted):
    assert len(run_sweep(wanted("1", many=2), "out", on="dask", workers=1).made) == 2


LISTENING = """\
import datetime as dt
import psutil
from audit_lib.reporting.order import Order
from audit_lib.reporting.sweep import run_sweep
found = set()
def look(step):
    here = psutil.Process()
    for process in (here, *here.children(recursive=True)):
        found.update(c.laddr for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN)
day = dt.date(2026, 3, 31)
orders = [Order("kept", "kiosk", day, notebooks="notebooks", folder=f"{n}/kept") for n in range(2)]
told = run_sweep(orders, "out", on="dask", workers=1, progress=look)
print(len(told.made), sorted(found))
"""

JOINS = """\
import sys
from distributed import Client
try:
    Client(sys.argv[1], timeout=3)
except ValueError as error:
    print(error)
"""


def said_by(program, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )
    return (done.stdout + done.stderr).strip()


def test_a_cluster_that_is_made_here_listens_nowhere_and_says_nothing(wanted):
    wanted("1")
    assert said_by(LISTENING) == "2 []"


def test_another_process_cannot_join_a_cluster_that_is_made_here():
    with dask_workers._cluster_here(1) as made, distributed.Client(made, set_as_default=False) as client:
        assert client.submit(os.getpid).result(timeout=30) == os.getpid()
        assert re.search(r"does not match host .* or pid", said_by(JOINS, made.scheduler_address))


def test_nothing_is_left_of_a_cluster_that_is_made_here(wanted, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    for day in ("out", "again"):
        assert len(run_sweep(wanted("1"), day, on="dask", workers=1).made) == 1
        assert list((tmp_path / "t").glob("privacy-audit-sweep-*")) == []
    assert dask_workers._workers == []


def test_a_run_that_takes_too_long_keeps_its_notebook(wanted, cluster):
    orders = wanted("print('before')", "import time\ntime.sleep(300)")
    told = run_sweep(orders, "out", on="dask", scheduler=cluster.scheduler_address, limit=30)
    (failed,) = told.failed
    assert failed.why == "cell 4 (`import time`) failed: it took longer than 30 seconds, and was ended"
    assert "before" in (failed.kept / "kept.ipynb").read_text(encoding="utf-8")


def test_the_commits_are_those_of_the_machine_on_which_the_run_is_wanted(wanted, cluster, tmp_path):
    def git(*arguments):
        own = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *own, *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    (order,) = wanted("1")
    git("init", "-q")
    git("add", "kiosk", "notebooks")
    git("commit", "-qm", "A map")
    commit = git("rev-parse", "HEAD")
    there = run_sweep([order], "out", on="dask", scheduler=cluster.scheduler_address).made[0].run
    assert there.map_revision == Revision(commit=commit, changed=False)
    assert there.project_revision.commit == commit
    with Path("kiosk/map.yaml").open("a") as edited:
        edited.write("# not committed\n")
    there = run_sweep([order], "dask", on="dask", scheduler=cluster.scheduler_address).made[0].run
    here = run_sweep([order], "here", workers=1, engine="stock").made[0].run
    assert there.map_revision == Revision(commit=commit, changed=True)
    assert (there.map_revision, there.project_revision) == (here.map_revision, here.project_revision)


def test_a_machine_that_dies_loses_no_run(wanted, cluster):
    orders = wanted("import time\ntime.sleep(0.5)", many=8)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        first = next(iter(client.run(os.getpid).values()))
    made, killed = [], threading.Event()

    def kill(step):
        made.append(step)
        if not killed.is_set():
            os.kill(first, signal.SIGKILL)
            killed.set()

    told = run_sweep(orders, "out", on="dask", scheduler=cluster.scheduler_address, progress=kill)
    assert killed.is_set()
    assert [len(kind) for kind in told] == [8, 0, 0]


def test_a_report_that_fails_comes_back_as_it_failed(wanted, cluster):
    told = run_sweep(wanted("1 / 0"), "out", on="dask", scheduler=cluster.scheduler_address)
    assert "ZeroDivisionError" in told.failed[0].why
    assert (told.failed[0].kept / "kept.ipynb").is_file()


def test_findings_of_the_run_before_go_along(wanted, tmp_path):
    (tmp_path / "before").mkdir()
    for name in ("run.json", "findings.json", "letter.txt"):
        (tmp_path / "before" / name).write_text("{}")
    order = wanted("1")[0]._replace(previous="before")
    sent = pack(check(order), Path("out/kept")).files
    assert {"before/run.json", "before/findings.json", "kiosk/map.yaml", "notebooks/kept.ipynb"} == set(sent)


def test_what_is_too_large_is_not_sent_and_nothing_is_made(wanted, monkeypatch):
    monkeypatch.setattr(parcel, "MOST", 100)
    with pytest.raises(ParameterError, match=r"00/kept .* can go to another machine; make it here"):
        run_sweep(wanted("1"), "out", on="dask")
    assert not Path("out").exists()


def test_what_lies_elsewhere_is_not_sent(wanted, tmp_path_factory, map_folder):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "map.yaml").write_text((map_folder / "map.yaml").read_text())
    order = wanted("1")[0]._replace(map_folder=str(elsewhere))
    with pytest.raises(ParameterError, match="not below the current folder"):
        run_sweep([order], "out", on="dask")


def test_nobody_at_the_address_is_an_error_that_says_so(wanted, monkeypatch):
    monkeypatch.setattr(dask_workers, "_ANSWERING", 1)
    started = time.monotonic()
    with pytest.raises(ReportError, match="no cluster answers"):
        run_sweep(wanted("1"), "out", on="dask", scheduler="tcp://127.0.0.1:9")
    assert time.monotonic() - started < 30


def test_a_machine_with_other_versions_makes_nothing(wanted):
    order = wanted("1")[0]
    other = Parcel(order, {}, {**made_with(), "pandas": "0.1"})
    answer = dask_workers.carry_out(other, Task(order, "out/kept", "", "stock"), 60)
    assert answer.files == {}
    assert "pandas: 0.1 where the run is wanted" in answer.failure.cause
