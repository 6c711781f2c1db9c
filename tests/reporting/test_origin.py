"""Where a run comes from: the files it reads, but for secret ones, the seed, and how long its cells take."""

import pytest

from audit_lib.reporting.origin import CellClock, files_read, origin_of
from audit_lib.reporting.parameters import Parameter


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
    monkeypatch.setattr("audit_lib.reporting.origin.time.monotonic", lambda: next(times))
    clock = CellClock()
    for done in (0, 1, 1, 3):  # the cell that holds what is given counts with the one before
        clock(done, 3)
    assert clock.seconds == (0.5, 2.75)
