"""A sweep: every run whole and made once, whatever is killed, and nothing half-made under a final name."""

import datetime as dt
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from audit_lib.errors import InputError, OutputError, ParameterError
from audit_lib.reporting.final import whole_run
from audit_lib.reporting.order import Order
from audit_lib.reporting.runs import Run
from audit_lib.reporting.sweep import run_sweep
from audit_lib.reporting.swept import Step

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 3, 31)
ROOT = Path(__file__).parents[2]

WRITES = """\
from pathlib import Path
_ = (Path(out) / 'record.txt').write_text(as_of)
print(map, as_of, party, out)
"""

#: Notes each time that a run is begun, in a file that is named by the party of the run.
COUNTS = """\
import os, time
from pathlib import Path
with open(Path(map).parent / 'begun.txt', 'a') as begun:
    _ = begun.write(as_of + '\\n')
time.sleep(0.1)
_ = (Path(out) / 'record.txt').write_text(as_of)
"""


@pytest.fixture(scope="module", autouse=True)
def own_temporary_folder(tmp_path_factory):
    """What is temporary goes where nothing else that runs on this machine puts it; its path is short."""
    tmp_path_factory.getbasetemp()  # that of the tests themselves is made now, and outlives this module
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="s-") as folder:
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", None)
        yield
        patch.setattr(tempfile, "tempdir", None)


@pytest.fixture
def wanted(notebooks, map_folder, tmp_path, monkeypatch):
    """Orders for reports whose code is given, one a day; in the folder of the test."""
    monkeypatch.chdir(tmp_path)

    def orders(*code, many=1, name="kept", **given):
        folder = notebooks(name, *code)
        return [
            Order(
                name,
                "kiosk",
                DAY + dt.timedelta(days=number),
                notebooks=folder.relative_to(tmp_path).as_posix(),
                **{"folder": f"{number:02}/{name}", **given},
            )
            for number in range(many)
        ]

    return orders


def left_in(root):
    return sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())


def temporary_in(root):
    beside = [path for path in Path(root).rglob("*") if path.name.endswith((".part", ".old"))]
    return beside + list(Path(tempfile.gettempdir()).glob("privacy-audit-sweep-*"))


def test_every_run_stands_whole_in_its_folder(wanted):
    told = run_sweep(wanted(WRITES, many=3), "out", workers=2)
    assert [made.folder for made in told.made] == ["00/kept", "01/kept", "02/kept"]
    assert (told.skipped, told.failed) == ((), ())
    for made in told.made:
        folder = Path("out") / made.folder
        assert Run.model_validate_json((folder / "run.json").read_text()) == made.run
        assert (folder / "record.txt").read_text() == made.run.as_of.isoformat()
        assert f"out/{made.folder}" in (folder / "kept.html").read_text(encoding="utf-8")


def test_what_is_made_is_for_its_owner_alone(wanted):
    before = os.umask(0o022)
    try:
        run_sweep(wanted(WRITES, "from pathlib import Path\n(Path(out) / 'below').mkdir()"), "new/out")
    finally:
        os.umask(before)
    for path in [Path("new"), *Path("new").rglob("*")]:
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_what_is_whole_from_the_same_inputs_is_left_as_it_is(wanted):
    orders = wanted(WRITES, many=2)
    run_sweep(orders[:1], "out")
    state = Path("out/00/kept/run.json").stat().st_ino
    told = run_sweep(orders, "out")
    assert [made.folder for made in told.skipped] == ["00/kept"]
    assert [made.folder for made in told.made] == ["01/kept"]
    assert Path("out/00/kept/run.json").stat().st_ino == state


@pytest.mark.parametrize("what", ["map", "notebook", "file"])
def test_what_has_changed_is_made_again(wanted, what):
    orders = wanted(WRITES)
    run_sweep(orders, "out")
    if what == "map":
        path = Path("kiosk/map.yaml")
        path.write_text(path.read_text().replace("Kiosk Ltd", "Kiosk Limited"))
    elif what == "notebook":
        orders = wanted(WRITES, "1")
    else:
        Path("out/00/kept/record.txt").write_text("somebody's")
    assert len(run_sweep(orders, "out").made) == 1
    assert len(run_sweep(orders, "out").skipped) == 1


def test_a_run_that_fails_keeps_no_other_from_being_made(wanted):
    code = "1 / (as_of != '2026-03-31')"
    told = run_sweep(wanted(code, many=2), "out", workers=2)
    assert [made.folder for made in told.made] == ["01/kept"]
    (failed,) = told.failed
    assert failed.folder == "00/kept"
    assert "ZeroDivisionError" in failed.why
    assert "ZeroDivisionError" in (failed.kept / "traceback.txt").read_text()
    assert json.loads((failed.kept / "run.json").read_text())["outcome"] == "failed"
    assert not Path("out/00/kept").exists()


@pytest.mark.parametrize("odd", ["symlink('/etc/hostname'", "symlink('/etc'", "mkfifo("])
def test_a_run_that_leaves_what_is_no_file_fails_and_says_so(wanted, odd):
    comma = ", " if "/" in odd else ""
    told = run_sweep(wanted(f"import os; os.{odd}{comma}out + '/odd')"), "out")
    why = "odd: a report may leave files and folders, and this is neither, after cell 3"
    assert told.failed[0].why == why
    assert (told.failed[0].kept / "kept.ipynb").is_file()


def test_a_run_that_works_again_takes_its_failure_away(wanted):
    run_sweep(wanted("1 / 0"), "out")
    run_sweep(wanted("1"), "out")
    assert sorted(path.name for path in Path("out/00").iterdir()) == ["kept"]


def test_a_process_that_is_killed_fails_its_run_and_is_replaced(wanted):
    # The grandparent of a warm notebook is no worker, so the worker is found by what it was started with.
    code = """\
import os, signal
from pathlib import Path
if as_of == '2026-03-31':
    for process in Path('/proc').glob('[0-9]*'):
        try:
            line = (process / 'cmdline').read_bytes()
        except OSError:
            continue
        if b'reporting.worker' in line and out.split('/kept-')[0].encode() in line:
            os.kill(int(process.name), signal.SIGKILL)
"""
    told = run_sweep(wanted(code, many=3), "out", workers=1, engine="stock")
    assert [failed.folder for failed in told.failed] == ["00/kept"]
    assert "ended by SIGKILL (out of memory, or stopped from outside)" in told.failed[0].why
    assert "SIGKILL" in (told.failed[0].kept / "traceback.txt").read_text()
    assert [made.folder for made in told.made] == ["01/kept", "02/kept"]
    assert temporary_in("out") == []


def test_a_run_that_takes_too_long_is_ended_and_said_to_be(wanted):
    code = "import time\nif as_of == '2026-03-31':\n    time.sleep(300)"
    told = run_sweep(wanted(code, many=2), "out", workers=1, limit=40, engine="stock")
    assert "took longer than 40 seconds" in told.failed[0].why
    assert [made.folder for made in told.made] == ["01/kept"]


def test_an_edit_while_a_run_is_made_fails_it(wanted):
    code = (
        "from pathlib import Path\nwith (Path(map) / 'map.yaml').open('a') as m:\n    _ = m.write('\\n# x')"
    )
    assert "edited while it was made" in run_sweep(wanted(code), "out").failed[0].why


def test_progress_is_told_run_by_run(wanted):
    told = []
    orders = wanted("1", many=2)
    run_sweep(orders[:1], "out")
    run_sweep(orders, "out", progress=told.append)
    assert told == [Step("00/kept", "skipped", 1, 2), Step("01/kept", "made", 2, 2)]


def test_all_faults_of_all_orders_are_told_before_anything_is_made(wanted):
    good = wanted("1")[0]
    orders = [
        good,
        good._replace(folder="a", parameters={"parti": "x"}),
        good._replace(folder="b", parameters={"top": "ten"}),
        good._replace(folder="c", map_folder="absent"),
        good._replace(folder="../d"),
        good._replace(folder="e", formats=("htm",)),
        good._replace(folder="f"),
        good._replace(folder="f/g"),
    ]
    with pytest.raises(InputError) as caught:
        run_sweep(orders, "out")
    for said in ('Did you mean "party"', "a whole number", "absent", "'../d'", 'mean "html"', "f/g Two runs"):
        assert said in str(caught.value)
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "place", ["/x", "a/../b", "a//b", ".hidden", "a/.b", "a\\b", "c:", "a\n", "x.failed"]
)
def test_a_run_goes_nowhere_but_below_the_root(wanted, place):
    with pytest.raises(ParameterError):
        run_sweep([wanted("1")[0]._replace(folder=place)], "out")
    assert not Path("out").exists()


@pytest.mark.parametrize("how", [{"workers": 0}, {"on": "moon"}, {"limit": 0}, {"scheduler": "tcp://x"}])
def test_how_a_sweep_is_made_is_checked(wanted, how):
    with pytest.raises(ParameterError, match=next(iter(how))):
        run_sweep(wanted("1"), "out", **how)


def test_a_folder_that_a_person_filled_is_not_replaced(wanted):
    Path("out/00/kept").mkdir(parents=True)
    Path("out/00/kept/letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="no report has made"):
        run_sweep(wanted("1"), "out")
    assert left_in("out") == ["00/kept/letter.txt"]


SCRIPT = """\
import datetime as dt, sys
from audit_lib.reporting.final import whole_run
from audit_lib.reporting.order import Order
from audit_lib.reporting.sweep import run_sweep
if __name__ == "__main__":
    day = dt.date(2026, 3, 31)
    orders = [
        Order("kept", "kiosk", day + dt.timedelta(days=n), notebooks="notebooks", folder=f"{n:02}/kept")
        for n in range(int(sys.argv[1]))
    ]
    told = run_sweep(orders, "out", workers=2)
    print(len(told.made), len(told.skipped), len(told.failed))
"""


def started(many):
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(many)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def until(happened, seconds=120.0):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)


def whole():
    return {path.parent.parent.name: path.stat().st_ino for path in Path("out").glob("*/kept/run.json")}


def killed_after(one_more, seconds, many):
    """Start a sweep and kill all of it so long after one more run is whole."""
    sweep, before = started(many), len(whole())
    until(lambda: len(whole()) >= before + one_more or sweep.poll() is not None)
    time.sleep(seconds)
    os.killpg(sweep.pid, signal.SIGKILL)
    sweep.wait()


def test_a_sweep_that_is_killed_again_and_again_loses_nothing_and_makes_nothing_twice(wanted):
    wanted(COUNTS)
    many, kept = 24, {}
    for moment in range(4):
        killed_after(1, 0.037 * moment, many)
        assert kept.items() <= whole().items()  # the very files: none was made again
        kept = whole()
        for place in kept:
            assert whole_run(Path("out") / place / "kept"), place
    assert 4 <= len(kept) < many
    answer, _ = started(many).communicate(timeout=240)
    assert answer.split() == [str(many - len(kept)), str(len(kept)), "0"]
    assert kept.items() <= whole().items()
    assert len(whole()) == many
    until(lambda: temporary_in("out") == [], 10)


def test_two_sweeps_of_the_same_orders_share_the_work(wanted, tmp_path):
    wanted(COUNTS)
    sweeps = [started(12), started(12)]
    told = [[int(number) for number in sweep.communicate(timeout=240)[0].split()] for sweep in sweeps]
    assert sum(made for made, _, _ in told) == 12
    assert all(made + skipped == 12 and failed == 0 for made, skipped, failed in told)
    begun = (tmp_path / "begun.txt").read_text().split()
    assert len(begun) == len(set(begun)) == 12


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, -signal.SIGINT)])
def test_a_sweep_that_is_asked_to_stop_ends_cleanly(wanted, number, status):
    wanted(COUNTS)
    sweep = started(60)
    until(lambda: len(whole()) >= 2)
    sweep.send_signal(number)
    assert sweep.wait(30) in (status, 130)
    assert 2 <= len(whole()) < 60
    assert temporary_in("out") == []
    processes = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert f"{tempfile.gettempdir()}/privacy-audit-sweep-" not in processes
