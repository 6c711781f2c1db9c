"""`privacy-audit bundle`: one file for the regulator, and whether such a file is whole."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def agency(tmp_path_factory):
    """A copy of the small map that ships, as two people would have it in two places."""
    places = [tmp_path_factory.mktemp(name) / "agency" for name in ("here", "there")]
    for place in places:
        shutil.copytree(ROOT / "data_maps" / "small_agency", place)
    return places


def make(run, folder, out, *more):
    return run("bundle", str(folder), "--as-of", "2026-11-22", "--out", str(out), *more)


@pytest.mark.slow
def test_the_same_map_gives_the_same_bytes_wherever_it_lies(run, agency, tmp_path):
    for folder, name in zip(agency, ("a.zip", "b.zip"), strict=True):
        answer = make(run, folder, tmp_path / name)
        assert answer.status == 0, answer.err
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    answer = run("bundle", "verify", str(tmp_path / "a.zip"))
    assert answer.status == 0
    assert "as it was made." in answer.out
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = {name.split("/", 1)[1] for name in archive.namelist()}
        assert {
            "index.html",
            "risks/risk-report.html",
            "dpia/screening.html",
            "decisions/decisions.csv",
        } < names
        assert {"notice/notice-check.html", "records/controller-agency.xlsx"} & names
        held = b"".join(archive.read(name) for name in archive.namelist())
    assert str(agency[0]).encode() not in held
    assert b"Office manager" in held  # who owns a decision is told


@pytest.mark.slow
def test_with_a_party_only_its_records_are_in_it(run, kiosk, tmp_path):
    answer = make(run, kiosk, tmp_path / "b.zip", "--party", "printer")
    assert answer.status == 0, answer.err
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        records = [name.split("/")[-1] for name in archive.namelist() if "/records/" in name]
    assert records == ["processor-printer.html", "processor-printer.xlsx"]


def test_every_party_that_is_not_there_is_told(run, kiosk, tmp_path):
    answer = make(run, kiosk, tmp_path / "b.zip", "--party", "printr", "--party", "nobody")
    assert answer.status == 2
    assert 'No party of the map has the id "printr". Did you mean "printer"?' in answer.err
    assert '"nobody"' in answer.err
    assert not (tmp_path / "b.zip").exists()


def test_everything_that_cannot_be_used_is_told_at_once(run, kiosk, tmp_path):
    wrong = ["--party", "printr", "--notice", "absent.txt", "--evidence", "logs", "--without-evidence"]
    answer = run("bundle", str(kiosk), "--as-of", "2026-02-30", "--out", str(tmp_path / "b.txt"), *wrong)
    assert answer.status == 2
    told = answer.err.splitlines()
    assert len(told) == 5
    for part in ("2026-02-30", "must end in .zip", "printr", "absent.txt", "not both"):
        assert any(part in line for line in told), part
    assert not list(tmp_path.glob("b.*"))


def test_a_party_that_keeps_no_record_is_told(run, kiosk, tmp_path):
    answer = make(run, kiosk, tmp_path / "b.zip", "--party", "guests")
    assert answer.status == 2
    assert "neither controller nor processor" in answer.err


@pytest.mark.slow
def test_nothing_is_written_where_it_would_name_a_person(run, kiosk, tmp_path):
    text = (kiosk / "map.yaml").read_text(encoding="utf-8")
    (kiosk / "map.yaml").write_text(text.replace("name: Guests", "name: Guests of jo.okafor@mail.co.uk"))
    answer = make(run, kiosk, tmp_path / "b.zip")
    assert answer.status == 2
    assert "would hold what looks like an e-mail address." in answer.err
    assert 'processor-printer.xlsx sheet "Record", cell' in answer.err
    assert "jo" not in answer.err.replace("joint", "")
    assert not (tmp_path / "b.zip").exists()


def test_evidence_that_cannot_be_read_is_told_with_a_way_out(run, kiosk, tmp_path):
    (kiosk / "evidence.yaml").write_text("sources: [")
    answer = make(run, kiosk, tmp_path / "b.zip")
    assert answer.status == 2
    assert "evidence.yaml" in answer.err
    assert "--without-evidence leaves the comparison out" in answer.err


def test_evidence_cannot_be_named_and_left_out(run, kiosk, tmp_path):
    answer = make(run, kiosk, tmp_path / "b.zip", "--evidence", str(kiosk), "--without-evidence")
    assert answer.status == 2


def test_only_a_zip_is_written(run, kiosk, tmp_path):
    answer = make(run, kiosk, tmp_path / "b.tar")
    assert answer.status == 2
    assert "must end in .zip" in answer.err


@pytest.mark.slow
def test_a_bundle_that_was_changed_ends_with_1(run, kiosk, tmp_path):
    make(run, kiosk, tmp_path / "b.zip")
    with (tmp_path / "b.zip").open("ab") as file:
        file.write(b"x")
    answer = run("bundle", "verify", str(tmp_path / "b.zip"))
    assert answer.status == 1
    assert "belong to none of its files" in answer.out
    answer = run("bundle", "verify", str(tmp_path / "b.zip"), "--sha256", "0" * 64)
    assert "not the one that the sender has told" in answer.out


def test_what_is_no_bundle_ends_with_2(run, tmp_path):
    (tmp_path / "b.zip").write_text("x")
    answer = run("bundle", "verify", str(tmp_path / "b.zip"))
    assert (answer.status, answer.out) == (2, "")
    assert "This is no ZIP archive that can be read." in answer.err


def test_the_help_names_both_commands(run):
    answer = run("bundle", "--help")
    assert answer.status == 0
    assert "verify" in answer.out
    assert "make" in answer.out
