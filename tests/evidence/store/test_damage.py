"""A store that is not as it was left: one clear message, and nothing of it is touched."""

from __future__ import annotations

import json
import multiprocessing
import stat
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from audit_lib.errors import InputError, OutputError
from audit_lib.evidence.engine.duckdb_session import DuckSession
from audit_lib.evidence.store import manifest as manifests
from audit_lib.evidence.store.keeping import opened, save
from audit_lib.evidence.store.manifest import Manifest

from .moving_world import MovingWorld, answer

ANEW = "delete the store and let it be made anew"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def overwritten(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:8] + b"\xff" * 200 + whole[208:])


@pytest.mark.parametrize("damage", [Path.unlink, cut], ids=["missing", "cut off"])
def test_a_part_that_is_not_whole_is_named(
    office: MovingWorld, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    store = tmp_path / "store"
    office.kept(store)
    damage(next(store.glob("rows-*.parquet")))
    with pytest.raises(InputError, match=ANEW) as error:
        office.kept(store)
    assert "rows-" in str(error.value)


def test_a_part_that_is_damaged_within_is_named(office: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    office.kept(store)
    overwritten(next(store.glob("days-*.parquet")))
    with pytest.raises(InputError, match=r"days-\d+\.parquet .*Delete the store"):
        office.kept(store)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        '"words"',
        "{}",
        '{"format": 1}',
        '{"format": 999}',
        '{"format": 2, "last": "x"}',
        "[" * 9000,
    ],
    ids=range(10),
)
def test_what_is_no_manifest_is_refused(said: str, tmp_path: Path) -> None:
    (tmp_path / "store.json").write_text(said)
    with pytest.raises(InputError, match=ANEW), opened(tmp_path):
        pass


@pytest.mark.parametrize("column", ["sender; drop table t", "../x", 'at"--'])
def test_columns_of_a_manifest_are_those_of_sources_alone(
    column: str, office: MovingWorld, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    office.kept(store)
    said = json.loads((store / "store.json").read_text())
    next(iter(said["logs"].values()))["recorded"] = [column]
    (store / "store.json").write_text(json.dumps(said))
    with pytest.raises(InputError, match=ANEW):
        office.kept(store)


def test_scopes_of_a_manifest_that_stand_for_nothing_are_refused(office: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    office.kept(store)
    said = json.loads((store / "store.json").read_text())
    said["lists"]["scopes"] = [["x"] * 3]
    (store / "store.json").write_text(json.dumps(said))
    with pytest.raises(InputError, match=ANEW):
        office.kept(store)


def test_file_names_of_a_manifest_lead_nowhere(office: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = office.kept(store)
    beside = tmp_path / "rows-7.parquet"
    beside.write_text("not of the store")
    said = json.loads((store / "store.json").read_text())
    for log in said["logs"].values():
        log["files"].append({"name": "../../rows-7.parquet", "size": 1, "changed_ns": 1, "content": ""})
    (store / "store.json").write_text(json.dumps(said))
    assert answer(office.kept(store)) == answer(first)
    assert beside.read_text() == "not of the store"


@pytest.mark.parametrize("part", [-1, 0, "1/../../x", 1.5])
def test_numbers_of_parts_are_numbers(part: object, office: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    office.kept(store)
    said = json.loads((store / "store.json").read_text())
    next(iter(said["logs"].values()))["parts"] = [part]
    (store / "store.json").write_text(json.dumps(said))
    with pytest.raises(InputError, match=ANEW):
        office.kept(store)


def test_a_folder_that_holds_other_things_is_refused(office: MovingWorld, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear all")
    with pytest.raises(InputError, match="holds no store"):
        office.kept(folder)
    assert [one.name for one in folder.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder_for_a_store(office: MovingWorld, tmp_path: Path) -> None:
    file = tmp_path / "store"
    file.write_text("")
    with pytest.raises(InputError, match="holds no store"):
        office.kept(file)


def test_only_its_owner_can_read_a_store(office: MovingWorld, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir(mode=0o755)
    office.kept(store)
    assert stat.S_IMODE(store.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in store.iterdir()} == {0o600}


def _hold(store: Path, held: Event, over: Event) -> None:
    with opened(store):
        held.set()
        over.wait(60)


def test_a_second_process_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    processes = multiprocessing.get_context("spawn")
    held, over = processes.Event(), processes.Event()
    first = processes.Process(target=_hold, args=(tmp_path / "store", held, over))
    first.start()
    try:
        assert held.wait(60)
        with (
            pytest.raises(InputError, match="Another comparison is using this store"),
            opened(tmp_path / "store"),
        ):
            pass
    finally:
        over.set()
        first.join(60)
    with opened(tmp_path / "store") as manifest:
        assert manifest == Manifest()


def test_a_lock_that_is_none_is_told(tmp_path: Path) -> None:
    save(tmp_path, Manifest())
    (tmp_path / "lock.db").write_bytes(b"no database" * 100)
    with pytest.raises(InputError, match=ANEW), opened(tmp_path):
        pass


def test_what_an_interrupted_run_left_is_swept_and_other_files_stay(
    office: MovingWorld, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    office.kept(store)
    whole = {file.name for file in store.iterdir()}
    for left in ("rows-99.parquet", "found-98.new", "store.json.new"):
        (store / left).write_text("half")
    (store / "notes-2026.parquet").write_text("of somebody")
    with opened(store):
        pass
    assert {file.name for file in store.iterdir()} == whole | {"notes-2026.parquet"}


def test_a_first_run_that_was_interrupted_does_not_stand_in_the_way(
    office: MovingWorld, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / "rows-1.parquet").write_text("half")
    (store / "days-1.new").write_text("half")
    assert answer(office.kept(store)) == answer(office.direct())


@pytest.mark.parametrize("what", ["rows", "needs", "permit"])
def test_with_a_full_disk_the_store_is_as_before(
    what: str, office: MovingWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    office.kept(store)
    before = {file.name: file.read_bytes() for file in store.glob("*.parquet")} | {
        "": (store / "store.json").read_bytes()
    }
    office.step("new_file")
    office.step("edited_list")
    copy = DuckSession.copy

    def full(session: DuckSession, query: str, file: Path) -> None:
        if file.name.startswith(f"{what}-"):
            file.with_suffix(".new").write_text("half")
            raise OutputError("No space is left on the disk.")
        copy(session, query, file)

    monkeypatch.setattr(DuckSession, "copy", full)
    with pytest.raises(OutputError):
        office.kept(store)
    monkeypatch.undo()
    after = {file.name: file.read_bytes() for file in store.glob("*.parquet")} | {
        "": (store / "store.json").read_bytes()
    }
    assert after == before
    assert answer(office.kept(store)) == answer(office.direct())


def test_a_manifest_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, Manifest(last=3))

    def full(*args: object, **kwargs: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(manifests.Path, "write_text", full)
    with pytest.raises(OutputError, match="as it was"):
        save(tmp_path, Manifest(last=4))
    monkeypatch.undo()
    with opened(tmp_path) as manifest:
        assert manifest.last == 3
    assert not list(tmp_path.glob("*.new"))
