"""What a run comes from: the same inputs have the same hash, and any other input another one."""

import datetime as dt

import pytest

from audit_lib.reporting.inputs import CellClock, files_read, inputs_of, origin_of
from audit_lib.reporting.parameters import Parameter
from audit_lib.reporting.runs import MapUsed, Read, example_run

RUN = example_run().model_copy(
    update={
        "parameters": {"map": "kiosk", "as_of": "2026-11-22", "register": "data/register.csv", "top": 5},
        "read": (Read(parameter="register", bytes=3, sha256="a" * 64),),
        "packages": {"pandas": "3.1.1"},
    }
)


def other(**changes):
    return RUN.model_copy(update=changes)


@pytest.mark.parametrize(
    "same",
    [
        other(started=dt.datetime(2030, 1, 1, tzinfo=dt.UTC), cell_seconds=(1.0,)),
        other(parameters={**RUN.parameters, "map": "elsewhere/kiosk", "out": "anywhere"}),
        other(parameters={**RUN.parameters, "register": "moved/register.csv"}),
        other(parameters=dict(reversed(RUN.parameters.items()))),
        other(parameters={**RUN.parameters, "party": None}),
    ],
)
def test_when_and_where_do_not_count(same):
    assert inputs_of(same) == inputs_of(RUN)


@pytest.mark.parametrize(
    "different",
    [
        other(report="ropa"),
        other(data_map=MapUsed(id="kiosk", version="3", sha256="b" * 64, folder="kiosk")),
        other(notebook_sha256="b" * 64),
        other(as_of=dt.date(2026, 11, 23)),
        other(parameters={**RUN.parameters, "top": 6}),
        other(parameters={**RUN.parameters, "top": "5"}),
        other(read=(Read(parameter="register", bytes=3, sha256="b" * 64),)),
        other(read=(*RUN.read, Read(parameter="notice", bytes=3, sha256="b" * 64))),
        other(packages={"pandas": "3.1.2"}),
    ],
)
def test_whatever_decides_what_a_run_says_counts(different):
    assert inputs_of(different) != inputs_of(RUN)


def test_each_file_that_a_parameter_names_is_hashed(tmp_path):
    (tmp_path / "notice.txt").write_bytes(b"We share.")
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "a.csv").write_bytes(b"1")
    given = {"notice": f"{tmp_path}/notice.txt", "evidence": f"{tmp_path}/logs", "party": "agency", "top": 3}
    found = {one.parameter: one.bytes for one in files_read(given)}
    assert found == {"notice": 9, "evidence": 1}


def test_the_hash_of_a_folder_tells_of_names_and_contents(tmp_path):
    def read():
        (one,) = files_read({"evidence": f"{tmp_path}/logs"})
        return one.sha256

    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "a.csv").write_bytes(b"1")
    seen = {read()}
    (tmp_path / "logs" / "a.csv").write_bytes(b"2")
    seen.add(read())
    (tmp_path / "logs" / "a.csv").rename(tmp_path / "logs" / "b.csv")
    seen.add(read())
    assert len(seen) == 3


def test_where_a_report_writes_is_not_read(tmp_path):
    assert list(files_read({"out": f"{tmp_path}/", "store": f"{tmp_path}/", "map": f"{tmp_path}/"})) == []


def test_the_file_of_a_secret_is_not_opened(tmp_path):
    (tmp_path / "key.txt").write_text("hunter2")
    assert list(files_read({"passphrase": f"{tmp_path}/key.txt", "mail": f"file:{tmp_path}/key.txt"})) == []


def test_what_a_notebook_reads_unless_told_is_read_too(tmp_path):
    (tmp_path / "requests.csv").write_text("x")
    known = {"register": Parameter("register", f"{tmp_path}/requests.csv", (str,))}
    (read,) = origin_of(tmp_path / "x.ipynb", tmp_path, {}, known).read
    assert read.parameter == "register"


@pytest.mark.parametrize(("given", "seed"), [({"seed": 7}, 7), ({"seed": None}, None), ({}, 11)])
def test_the_seed_is_that_of_the_run(tmp_path, given, seed):
    known = {"seed": Parameter("seed", 11, (int,))}
    assert origin_of(tmp_path / "x.ipynb", tmp_path, given, known).seed == seed


def test_the_clock_gives_each_cell_its_time(monkeypatch):
    times = iter([10.0, 10.5, 13.0, 13.25])
    monkeypatch.setattr("audit_lib.reporting.inputs.time.monotonic", lambda: next(times))
    clock = CellClock()
    for done in (0, 1, 1, 3):  # the cell that holds what is given counts with the one before
        clock(done, 3)
    assert clock.seconds == (0.5, 2.75)
