"""What goes to another machine and what comes back: files as bytes, and none but those that were meant."""

import datetime as dt

import pytest

from audit_lib.errors import OutputError, ParameterError
from audit_lib.reporting import parcel
from audit_lib.reporting.checking import check
from audit_lib.reporting.order import Order
from audit_lib.reporting.parcel import files_of, pack, refuse_to_send, write_files

DAY = dt.date(2026, 3, 31)


@pytest.fixture
def checked(notebooks, map_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    notebooks(
        "plain", "1", parameters='map = ""\nas_of = "2026-01-01"\nnotice = ""\nregister = ""\nstore = ""'
    )

    def order(**fields):
        return check(Order("plain", "kiosk", DAY, notebooks="notebooks")._replace(**fields))

    return order


def test_an_order_takes_along_all_that_it_reads(checked, tmp_path):
    (tmp_path / "notice.txt").write_text("We keep your name.", encoding="utf-8")
    sent = pack(checked(notice="notice.txt"), tmp_path / "runs" / "plain")
    assert sorted(sent.files) == ["kiosk/map.yaml", "notebooks/plain.ipynb", "notice.txt"]
    assert sent.files["notice.txt"] == b"We keep your name."


def test_what_lies_elsewhere_on_this_machine_does_not_go(checked, tmp_path, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "register.db"
    elsewhere.write_bytes(b"")
    with pytest.raises(ParameterError, match="not below the current folder"):
        refuse_to_send([(checked(parameters={"register": str(elsewhere)}), tmp_path / "runs")])


def test_what_is_too_large_does_not_go(checked, tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "MOST", 10)
    with pytest.raises(ParameterError, match="make it here"):
        refuse_to_send([(checked(), tmp_path / "runs")])


def test_what_a_report_keeps_from_run_to_run_stays_here(checked, tmp_path):
    with pytest.raises(ParameterError, match="stays on this machine"):
        refuse_to_send([(checked(parameters={"store": "runs/.evidence"}), tmp_path / "runs")])


def test_files_come_back_as_they_went(tmp_path):
    there, here = tmp_path / "there", tmp_path / "here"
    (there / "data").mkdir(parents=True)
    (there / "data" / "a.csv").write_bytes(b"1\r\n")
    (there / "b.html").write_bytes(b"\xff")
    here.mkdir()
    write_files(files_of(there), here)
    assert files_of(here) == {"b.html": b"\xff", "data/a.csv": b"1\r\n"}


def test_a_link_is_no_file_of_a_run(tmp_path):
    (tmp_path / "secret").write_bytes(b"x")
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret")
    assert files_of(folder) == {}


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "c:a", ""])
def test_no_name_leads_out_of_the_folder_and_then_nothing_is_written(tmp_path, name):
    folder = tmp_path / "made"
    folder.mkdir()
    with pytest.raises(OutputError, match="nothing is written"):
        write_files({"a.txt": b"1", name: b"2"}, folder)
    assert list(tmp_path.rglob("*")) == [folder]


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(OutputError):
        write_files({"a.txt": b"new"}, tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
