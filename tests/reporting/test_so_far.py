"""A run that did not live to tell: its notebook as far as it ran, and the cell that was running, by name."""

import asyncio
import datetime as dt
import stat
import subprocess
import sys
import time
from pathlib import Path
from textwrap import indent

import nbformat
import pytest

from audit_lib.errors import ReportError
from audit_lib.reporting.order import Order
from audit_lib.reporting.report import run_report
from audit_lib.reporting.runs import read_run
from audit_lib.reporting.so_far import SoFar, left_in
from audit_lib.reporting.sweep import run_sweep
from audit_lib.reporting.verifying import verify
from audit_lib.reporting.warm.linux import hindrance

DAY = dt.date(2026, 3, 31)
ENGINES = ["stock", *([] if hindrance() else ["warm"])]

SHOWS = "from pathlib import Path\nprint('shown before', out)"
SLEEPS = "import time\nprint('shown while it ran', flush=True)\ntime.sleep(300)"
LAST = "print('never shown')"
KILLS = """\
import os, signal, time
print('shown while it ran', flush=True)
time.sleep({seconds})
for process in Path('/proc').glob('[0-9]*'):
    try:
        line = (process / 'cmdline').read_bytes()
    except OSError:
        continue
    if b'reporting.worker' in line and out.split('/kept-')[0].encode() in line:
        os.kill(int(process.name), signal.SIGKILL)
time.sleep(60)
"""
CRASHES = "import ctypes, time\nprint('shown while it ran', flush=True)\ntime.sleep(2)\nctypes.string_at(0)"


@pytest.fixture
def notebook(notebooks):
    return notebooks("kept", "x = 1", "print('two')", "y = 3") / "kept.ipynb"


@pytest.fixture
def ran(notebook, tmp_path):
    """A notebook of which so many cells have begun, and all but the last are done."""

    def run(many):
        so_far = SoFar(notebook, tmp_path / "kept", tmp_path / "out-1.part")
        for index, cell in list(enumerate(nbformat.read(notebook, as_version=4).cells))[:many]:
            so_far.begun(index, index + 1, cell)
            if cell.cell_type == "code":
                path = str(tmp_path / "out-1.part" / "a.csv")
                cell.outputs = [nbformat.v4.new_output("stream", text=f"cell {index} wrote {path}")]
                if index < many - 1:
                    so_far.done(index)
        return so_far

    return run


def text_of(node):
    outputs = [output for cell in node.cells if cell.cell_type == "code" for output in cell.outputs]
    return [output.text for output in outputs if output.output_type == "stream"]


def test_what_was_done_is_there_and_the_cell_that_was_running_is_named(ran, tmp_path):
    ran(4)
    left = left_in(tmp_path / "kept", Path("reports/kiosk/out"))
    assert (left.cell, left.source, left.after) == (4, "print('two')", 0)
    shown = "wrote reports/kiosk/out/a.csv"
    assert text_of(left.notebook) == [f"cell 1 {shown}", f"cell 2 {shown}"]
    nbformat.validate(left.notebook)


def test_between_two_cells_none_is_named(ran, tmp_path):
    ran(4).done(3)
    left = left_in(tmp_path / "kept", Path("out"))
    assert (left.cell, left.after) == (0, 4)


def test_what_the_author_left_in_the_cells_is_not_taken_for_the_run(notebook, tmp_path):
    node = nbformat.read(notebook, as_version=4)
    node.cells[3].outputs = [nbformat.v4.new_output("stream", text="of the author")]
    nbformat.write(node, notebook)
    assert text_of(SoFar(notebook).notebook()) == []
    SoFar(notebook, tmp_path / "kept")
    assert text_of(left_in(tmp_path / "kept", Path("out")).notebook) == []


def test_what_is_kept_is_for_its_owner_alone(ran, tmp_path):
    ran(4)
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    kept = list((tmp_path / "kept").iterdir())
    assert kept
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}


def test_a_file_that_is_half_written_is_left_out(ran, tmp_path):
    ran(4)
    (tmp_path / "kept" / "00003.json").write_text('{"number": 4, "do')
    left = left_in(tmp_path / "kept", Path("out"))
    assert (left.cell, left.after) == (0, 3) or (left.cell, left.source) == (3, "x = 1")


def test_the_next_run_finds_nothing_of_the_one_before(ran, notebook, tmp_path):
    ran(4)
    SoFar(notebook, tmp_path / "kept")
    assert text_of(left_in(tmp_path / "kept", Path("out")).notebook) == []


def test_a_run_does_not_fail_where_nothing_can_be_kept(notebook, tmp_path):
    (tmp_path / "file").write_text("")
    so_far = SoFar(notebook, tmp_path / "file" / "kept")
    cell = nbformat.read(notebook, as_version=4).cells[1]
    so_far.begun(1, 2, cell)
    so_far.done(1)
    assert so_far.notebook().cells[1].source == cell.source


def test_what_a_long_cell_has_shown_is_kept_while_it_runs(notebook, tmp_path, monkeypatch):
    monkeypatch.setattr("audit_lib.reporting.so_far._LONG", 0.02)
    cell = nbformat.read(notebook, as_version=4).cells[1]

    async def run():
        SoFar(notebook, tmp_path / "kept").begun(1, 2, cell)
        for number in range(3):
            cell.outputs.append(nbformat.v4.new_output("stream", text=f"{number}"))
            await asyncio.sleep(0.2)
            assert len(text_of(left_in(tmp_path / "kept", Path("out")).notebook)) == number + 1

    asyncio.run(run())


@pytest.fixture
def wanted(notebooks, map_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def orders(*code, many=1):
        notebooks("kept", *code)
        return [
            Order("kept", "kiosk", DAY + dt.timedelta(days=n), notebooks="notebooks", folder=f"{n}/kept")
            for n in range(many)
        ]

    return orders


def is_kept(failed, cell, cause, *shown):
    """The failure names its cell and cause in one line; the notebook holds what was shown, and no more."""
    assert failed.why.startswith(cell)
    assert cause in failed.why
    assert "\n" not in failed.why
    node = nbformat.read(failed.kept / "kept.ipynb", as_version=4)
    nbformat.validate(node)
    said = "".join(text_of(node))
    for text in shown:
        assert text in said
    assert "never shown" not in said
    assert ".part" not in (failed.kept / "kept.ipynb").read_text(encoding="utf-8")
    assert any("injected-parameters" in cell.metadata.get("tags", []) for cell in node.cells)
    assert not any("papermill" in cell.metadata for cell in node.cells)
    run = read_run(failed.kept)
    assert run.outcome == "failed"
    assert cause in run.failure
    assert "kept.ipynb" in [made.name for made in run.files]
    assert {stat.S_IMODE(path.stat().st_mode) for path in failed.kept.iterdir()} == {0o600}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_run_that_takes_too_long(wanted, engine):
    orders = wanted(SHOWS, f"if as_of == '{DAY}':\n{indent(SLEEPS, '    ')}", LAST, many=2)
    before = time.time()
    told = run_sweep(orders, "out", workers=1, limit=40, engine=engine)
    assert [made.folder for made in told.made] == ["1/kept"]
    (failed,) = told.failed
    why = "cell 4 (`if as_of == '2026-03-31':`) failed: it took longer than 40 seconds, and was ended"
    is_kept(failed, why, "took longer than 40 seconds", "shown before out/0/kept", "shown while it ran")
    run = read_run(failed.kept)
    assert before - 1 <= run.started.timestamp()
    assert (run.ended - run.started).total_seconds() >= 39
    assert verify(Path("out")).faults == ()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the process is found by what /proc tells")
@pytest.mark.parametrize("engine", ENGINES)
def test_a_process_that_is_killed(wanted, engine):
    told = run_sweep(wanted(SHOWS, KILLS.format(seconds=2), LAST), "out", workers=1, engine=engine)
    shown = ("shown before out/0/kept", "shown while it ran")
    is_kept(told.failed[0], "cell 4 (`import os, signal, time`) failed: ", "ended by SIGKILL", *shown)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the process is found by what /proc tells")
def test_a_process_that_is_killed_at_once_has_kept_every_cell_that_was_done(wanted):
    told = run_sweep(wanted(SHOWS, KILLS.format(seconds=0), LAST), "out", workers=1, engine="stock")
    is_kept(told.failed[0], "cell 4 (", "ended by SIGKILL", "shown before out/0/kept")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_kernel_that_crashes(wanted, engine):
    wanted(SHOWS, CRASHES, LAST)
    with pytest.raises(
        ReportError, match=r"cell 4 \(`import ctypes, time`\) failed: the kernel died"
    ) as caught:
        run_report(
            "kept", map_folder="kiosk", as_of=DAY, out="out", notebooks=Path("notebooks"), engine=engine
        )
    assert "The notebook as far as it ran and the traceback are in out/kept.failed" in str(caught.value)
    said = "".join(text_of(nbformat.read("out/kept.failed/kept.ipynb", as_version=4)))
    assert "shown before out/kept" in said
    assert "shown while it ran" in said
    assert "never shown" not in said
    assert read_run(Path("out/kept.failed")).parameters["as_of"] == "2026-03-31"


@pytest.mark.slow
def test_a_kernel_that_crashes_in_a_sweep_keeps_the_same(wanted):
    told = run_sweep(wanted(SHOWS, CRASHES, LAST), "out", workers=1, engine="stock")
    is_kept(
        told.failed[0],
        "cell 4 (`import ctypes, time`) failed: ",
        "the kernel died",
        "shown before out/0/kept",
    )


@pytest.mark.slow
def test_what_fails_after_the_last_cell_keeps_what_it_has_shown(wanted, tmp_path):
    # A folder in the place of the page keeps the page from being written.
    code = "Path(out, 'kept.html').mkdir()\nPath(out, 'kept.html', 'x').write_text('')"
    told = run_sweep(wanted(SHOWS, code), "out", workers=1, engine="stock")
    (failed,) = told.failed
    assert "after cell 4" in failed.why
    node = nbformat.read(failed.kept / "kept.ipynb", as_version=4)
    assert "shown before out/0/kept" in "".join(text_of(node))


@pytest.mark.slow
def test_nothing_is_left_of_it_when_the_sweep_has_ended(wanted, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    program = (
        "import datetime as dt\n"
        "from audit_lib.reporting.order import Order\n"
        "from audit_lib.reporting.sweep import run_sweep\n"
        "order = Order('kept', 'kiosk', dt.date(2026, 3, 31), notebooks='notebooks')\n"
        "print(run_sweep([order], 'out', workers=1, limit=10, engine='stock').failed[0].why)\n"
    )
    wanted(SLEEPS)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "took longer than 10 seconds" in done.stdout
    assert list((tmp_path / "t").glob("privacy-audit-sweep-*")) == []
