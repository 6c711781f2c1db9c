"""Publishing a run: told to the ledger first, whole or not at all, wherever a process is killed."""

import multiprocessing
import os
import signal
import stat
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_runs import put

from audit_lib.errors import OutputError
from audit_lib.reporting.folders import aside
from audit_lib.reporting.ledger import LEDGER_FILE, read_ledger
from audit_lib.reporting.locking import locked
from audit_lib.reporting.publishing import publish, remove
from audit_lib.reporting.runs import example_run, read_run, sha256_of
from audit_lib.reporting.unfinished import NOTE_FILE
from audit_lib.reporting.verifying import runs_under, verify


def events(root):
    return [line.event for line in read_ledger(root).lines]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_run_gets_its_name_and_a_line_that_holds_its_hash(tmp_path):
    line = put(tmp_path)
    assert read_ledger(tmp_path).lines == (line,)
    assert line.event == "published"
    assert line.run_sha256 == sha256_of(tmp_path / "risk" / "run.json")
    assert read_run(tmp_path / "risk").report == "risk"
    assert names(tmp_path) == ["risk", LEDGER_FILE]


def test_a_second_run_takes_the_place_of_the_first(tmp_path):
    put(tmp_path, content="one")
    put(tmp_path, content="two")
    assert (tmp_path / "risk/risk.html").read_text() == "two"
    assert events(tmp_path) == ["published", "replaced"]
    assert names(tmp_path) == ["risk", LEDGER_FILE]
    assert verify(tmp_path).faults == ()


def test_what_is_removed_is_told(tmp_path):
    put(tmp_path, "risk.failed")
    remove(tmp_path / "risk.failed", tmp_path)
    assert events(tmp_path) == ["published", "removed"]
    assert names(tmp_path) == [LEDGER_FILE]
    assert verify(tmp_path).faults == ()


def test_each_line_is_sealed_to_the_one_before(tmp_path):
    for content in "abc":
        put(tmp_path, content=content)
    lines = read_ledger(tmp_path).lines
    assert [line.previous for line in lines[1:]] == [line.seal for line in lines[:-1]]
    assert read_ledger(tmp_path).head == lines[-1].seal


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
def test_only_the_owner_can_read_runs_and_ledger(tmp_path):
    root = tmp_path / "reports" / "kiosk"
    put(root)
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "reports").rglob("*")}
    found[tmp_path / "reports"] = stat.S_IMODE((tmp_path / "reports").stat().st_mode)
    assert {mode for path, mode in found.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in found.items() if path.is_file()} == {0o600}


def test_a_folder_that_no_run_left_is_never_replaced(tmp_path):
    (tmp_path / "risk").mkdir()
    (tmp_path / "risk" / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="no report has made"):
        put(tmp_path)
    assert (tmp_path / "risk/letter.txt").read_text() == "mine"
    assert not (tmp_path / LEDGER_FILE).exists()


def test_a_folder_that_no_run_left_is_never_removed(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="no report has made"):
        remove(tmp_path / "letters", tmp_path)
    assert (tmp_path / "letters/letter.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["../risk", "a/../../risk", "."])
def test_nothing_is_published_outside_the_root(tmp_path, name):
    root = tmp_path / "root"
    root.mkdir()
    (root / "a").mkdir()
    with pytest.raises(OutputError, match="leads out"):
        put(root, name)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "root"]


def test_no_link_is_followed_out_of_the_root(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="leads out"):
        put(tmp_path / "root", "link/risk")
    assert names(tmp_path / "elsewhere") == []


def test_a_link_among_the_files_of_a_run_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("not yours")
    final = tmp_path / "root" / "risk"
    with aside(final) as folder:
        (folder / "page.html").symlink_to(tmp_path / "secret.txt")
        with pytest.raises(OutputError, match="neither"):
            publish(folder, final, tmp_path / "root", example_run())
    assert not final.exists()


def test_a_file_that_the_run_does_not_tell_of_is_refused(tmp_path):
    final = tmp_path / "risk"
    with aside(final) as folder:
        (folder / "late.pdf").write_text("written after the files were counted")
        with pytest.raises(OutputError, match=r"do not agree about late\.pdf"):
            publish(folder, final, tmp_path, example_run())
    assert names(tmp_path) == []


def test_runs_from_before_the_ledger_are_its_first_lines(tmp_path):
    for name in ("ropa", "risk"):
        put(tmp_path / "made", name)
    (tmp_path / "made" / LEDGER_FILE).unlink()
    put(tmp_path / "made", "notice")
    assert [line.folder for line in read_ledger(tmp_path / "made").lines] == ["risk", "ropa", "notice"]
    assert verify(tmp_path / "made").faults == ()


def test_a_damaged_end_stops_what_would_be_added(tmp_path):
    put(tmp_path)
    ledger = tmp_path / LEDGER_FILE
    ledger.write_bytes(ledger.read_bytes().replace(b'"number":1', b'"number":7'))
    with pytest.raises(OutputError, match="runs verify"):
        put(tmp_path, "ropa")
    assert names(tmp_path) == ["risk", LEDGER_FILE]


def test_a_lock_that_is_held_is_waited_for_and_then_told(tmp_path):
    put(tmp_path)
    final = tmp_path / "ropa"
    told = pytest.raises(OutputError, match="another process has been writing here")
    with locked(tmp_path), aside(final) as folder, told:
        publish(folder, final, tmp_path, example_run(), patience=0.1)
    assert names(tmp_path) == ["risk", LEDGER_FILE]


def test_a_disk_that_refuses_leaves_the_earlier_run_and_a_voided_line(tmp_path, monkeypatch):
    put(tmp_path, content="one")
    rename = Path.replace

    def refuse(self, target):
        if self.suffix == ".part" and Path(target).name == "risk":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="No space left"):
        put(tmp_path, content="two")
    assert events(tmp_path) == ["published", "replaced", "voided"]
    assert (tmp_path / "risk/risk.html").read_text() == "one"
    assert verify(tmp_path).faults == ()


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(st.tuples(st.sampled_from(["a", "b", "c/d"]), st.booleans()), max_size=8))
def test_whatever_happens_the_ledger_tells_of_what_stands_there(tmp_path, happened):
    root = Path(tempfile.mkdtemp(dir=tmp_path))
    for number, (name, here) in enumerate(happened):
        if here:
            put(root, name, content=str(number))
        else:
            remove(root / name, root)
    if happened:
        standing = read_ledger(root).standing() if (root / LEDGER_FILE).exists() else {}
        assert set(standing) == {folder.relative_to(root).as_posix() for folder in runs_under(root)}
        assert all(line.run_sha256 == sha256_of(root / name / "run.json") for name, line in standing.items())


def published_by(root, name, times):
    for number in range(times):
        put(root, f"{name}-{number}")
        put(root, "shared", content=f"{name} {number}")


@pytest.mark.slow
def test_processes_that_publish_at_once_give_one_good_chain(tmp_path):
    start = multiprocessing.get_context("spawn").Process
    workers = [start(target=published_by, args=(tmp_path, name, 8)) for name in ("a", "b", "c")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    found = verify(tmp_path)
    assert found.faults == ()
    assert (found.lines, found.runs) == (48, 25)


def killed_at(step, work):
    """Do some work in a process of its own that kills itself before its n-th step; tell whether it got there.

    A step is whatever Python tells its audit hooks of (each opening, renaming, deleting, cutting of a file),
    each write into the ledger, of which only a half is done, and each wait for the disk.
    """
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)
    left = [step]

    def passed():
        left[0] -= 1
        return left[0] < 0

    def heard(event, _):
        if event.startswith(("os.", "open", "shutil.")) and event != "os.kill" and passed():
            os.kill(os.getpid(), signal.SIGKILL)

    fsync, write = os.fsync, os.write

    def told_fsync(handle):
        heard("os.fsync", None)
        fsync(handle)

    def told_write(handle, content):
        if passed():
            write(handle, bytes(content)[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return write(handle, content)

    os.fsync, os.write = told_fsync, told_write
    sys.addaudithook(heard)
    try:
        work()
    except BaseException:
        os._exit(9)
    os._exit(0)


def whole(root, was):
    """Check a root in which a publication was killed, before and after the next one comes."""
    assert [str(fault) for fault in verify(root).faults] == []
    assert put(root, "next").folder == "next"
    found = verify(root)
    assert [str(fault) for fault in found.faults] == []
    assert found.notes == ()
    assert not (root / NOTE_FILE).exists()
    seen = (root / "risk/risk.html").read_text() if (root / "risk").exists() else None
    assert seen in was
    left = {name for name in names(root) if name.endswith(".old")}
    assert left == set()
    return seen


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that kills itself at a step")
def test_killed_at_any_step_a_first_run_is_there_or_not(tmp_path):
    seen, step = set(), 0
    while killed_at(step, partial(put, tmp_path / str(step), content="one")):
        (tmp_path / str(step)).mkdir(exist_ok=True)
        if (tmp_path / str(step) / LEDGER_FILE).exists():
            seen.add(whole(tmp_path / str(step), {None, "one"}))
        step += 1
    assert step > 20
    assert seen == {None, "one"}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that kills itself at a step")
def test_killed_at_any_step_the_new_run_or_the_earlier_one_stands_there(tmp_path):
    seen, step, going = set(), 0, True
    while going:
        root = tmp_path / str(step)
        put(root, content="one")
        going = killed_at(step, partial(put, root, content="two"))
        seen.add(whole(root, {"one", "two"}))
        step += 1
    assert step > 20
    assert seen == {"one", "two"}
    assert any("voided" in events(tmp_path / str(number)) for number in range(step))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that kills itself at a step")
def test_killed_at_any_step_of_a_removal_the_run_stands_there_or_is_gone(tmp_path):
    seen, step, going = set(), 0, True
    while going:
        root = tmp_path / str(step)
        put(root, content="one")
        going = killed_at(step, partial(remove, root / "risk", root))
        seen.add(whole(root, {"one", None}))
        step += 1
    assert step > 10
    assert seen == {"one", None}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that kills itself at a step")
def test_killed_again_while_the_next_one_puts_it_right(tmp_path):
    """The first is killed where its line is written and its folder not yet named; the second at any step."""
    first = 0
    while True:
        trial = tmp_path / f"trial-{first}"
        put(trial, content="one")
        killed_at(first, partial(put, trial, content="two"))
        if events(trial)[-1] == "replaced" and not (trial / "risk").exists():
            break
        first += 1
    step, going = 0, True
    while going:
        root = tmp_path / str(step)
        put(root, content="one")
        killed_at(first, partial(put, root, content="two"))
        going = killed_at(step, partial(put, root, "third"))
        assert whole(root, {"one"}) == "one"
        step += 1
    assert step > 20


@pytest.mark.slow
def test_a_killed_process_keeps_nobody_waiting(tmp_path):
    program = (
        "import pathlib, time\nfrom audit_lib.reporting.locking import locked\n"
        f"with locked(pathlib.Path({str(tmp_path)!r})):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert put(tmp_path).number == 1


def test_what_a_dead_process_made_aside_goes_when_it_is_old(tmp_path):
    put(tmp_path)
    dead = tmp_path / ".risk-0123456789ab.part"
    dead.mkdir()
    (dead / "page.html").write_text("half")
    os.utime(dead, (1, 1))
    put(tmp_path)
    assert names(tmp_path) == ["risk", LEDGER_FILE]


def test_what_somebody_else_has_put_aside_stays(tmp_path):
    for name in (".letters-old.part", ".risk-0123456789ab.part.d"):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (1, 1))
    put(tmp_path)
    assert names(tmp_path)[:2] == [".letters-old.part", ".risk-0123456789ab.part.d"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no lock of a folder")
def test_what_a_living_process_makes_aside_stays_however_old(tmp_path):
    with aside(tmp_path / "ropa") as folder:
        os.utime(folder, (1, 1))
        put(tmp_path)
        assert folder.is_dir()
