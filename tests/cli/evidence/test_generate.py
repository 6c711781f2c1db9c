"""`privacy-audit evidence generate`."""

import datetime as dt

import pandas as pd
import pytest
import typer

from audit_lib.cli.evidence.generate import evidence_generate
from audit_lib.files.read_map import read_map


@pytest.fixture
def make(kiosk, capsys):
    """The command alone: status, what it prints, what it says on standard error."""
    application = typer.Typer(add_completion=False)
    application.command()(evidence_generate)

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            application(["kiosk", "--events", "900", "--people", "30", *arguments])
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


def test_it_says_that_all_is_invented_and_what_was_put_in(make):
    status, out, _ = make("--out", "year", "--from", "2026-01-01", "--faults", "2")
    assert status == 0
    assert out.startswith("Invented data, for demonstration and test: Kiosk, from 2026-01-01 to 2026-12-31\n")
    assert "900 observations of 30 people in 1 file in year" in out
    assert "          2  undeclared-recipient" in out


def test_it_says_what_could_not_be_put_in_and_why(make):
    _, out, _ = make("--out", "year", "--faults", "1")
    assert "  outside-time: no flow of the map says since when or until when it goes on" in out


def test_the_folder_is_a_map_with_its_evidence(make, kiosk):
    make("--out", "year", "--files", "3", "--shuffle")
    assert read_map("year") == read_map("kiosk")
    assert len(list((kiosk.parent / "year").glob("disclosures-*.parquet"))) == 3


def test_one_fault_can_be_asked_for_apart_from_all_others(make, kiosk):
    make("--out", "year", "--faults", "1", "--faults", "unresolved=4")
    counts = pd.read_parquet(kiosk.parent / "year" / "key.parquet")["verdict"].value_counts()
    assert (counts["unresolved"], counts["undeclared-recipient"]) == (4, 1)


def test_without_a_first_day_the_year_ends_today(make, kiosk):
    _, out, _ = make("--out", "year", "--days", "30")
    assert f"to {dt.datetime.now().astimezone().date()}" in out.splitlines()[0]


def test_a_folder_with_something_in_it_is_refused(make, kiosk):
    status, out, err = make("--out", "kiosk")
    assert (status, out) == (2, "")
    assert (
        err == "kiosk: it has something in it, and stays as it is. Name an empty folder, or one to be made.\n"
    )


def test_faults_that_mean_nothing_are_all_told(make):
    status, _, err = make("--out", "year", "--faults", "many", "--faults", "no-consnt=2")
    assert status == 2
    assert '--faults "many" is to be written as a number, or as VERDICT=NUMBER.' in err
    assert '--faults No fault is called "no-consnt". Did you mean "no-consent"?' in err


def test_it_is_a_command_of_its_own(run, kiosk):
    answer = run("evidence", "generate", "kiosk", "--out", "a year", "--events", "300", "--faults", "1")
    assert answer.status == 0
    assert answer.out.endswith("  privacy-audit evidence check 'a year'\n")


def test_a_date_that_is_none_is_told(make):
    status, _, err = make("--out", "year", "--from", "1.1.2026")
    assert status == 2
    assert err == '--from "1.1.2026" is no date: write it as 2026-03-31.\n'


def test_numbers_out_of_range_are_told(make):
    status, _, err = make("--out", "year", "--days", "0", "--seed", "-1")
    assert status == 2
    assert "seed -1 is out of range" in err
    assert "days 0 is out of range" in err
