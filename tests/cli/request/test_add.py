"""Requests are entered: by when, for nobody by name, and every mistake is told at once."""

import io
import json

import pytest

from .conftest import ADA


def test_entering_says_by_when_and_names_nobody(asked, made):
    answer = asked(
        "add", "--right", "access", "--received", "2026-10-01", "--person", ADA, "--reference", "CR-1"
    )
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("R-2026-0001  access, received 2026-10-01\n")
    assert "due:     end of Monday 2 November 2026" in answer.out
    assert "safe:    Sunday 1 November 2026" in answer.out
    assert "Ada" not in answer.out
    assert b"Lovelace" not in (made / "register.db").read_bytes()


def test_a_name_comes_in_by_standard_input(asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{ADA}\nmore\n"))
    asked("add", "--right", "access", "--received", "2026-10-01", "--person", "-")
    answer = asked("list", "--person", "ADA LOVELACE", "--format", "json")
    assert [request["id"] for request in json.loads(answer.out)["requests"]] == ["R-2026-0001"]


def test_earlier_requests_of_the_person_are_told(asked, access):
    answer = asked("add", "--right", "erasure", "--received", "2026-11-02", "--person", ADA.upper())
    assert f"This person has 1 earlier request, the last {access}, received 2026-10-01." in answer.out


def test_the_map_says_whose_bank_holidays_count_and_which_people_there_are(asked, refused):
    given = ["add", "--right", "access", "--received", "2026-10-01", "--map", "kiosk"]
    assert asked(*given, "--subject", "guests").status == 0
    error = refused(*given, "--subject", "guest", "--channel", "post")
    assert 'Did you mean "guests"?' in error
    assert "--channel" in error


def test_everything_that_is_wrong_with_an_entry_is_told_at_once(refused):
    error = refused(
        "add", "--right", "acess", "--received", "1.10.2026", "--nation", "scotlnd",
        "--reference", "ada@example.org", "--person", " ", "--subject", "The Guests",
    )  # fmt: skip
    told = [line.split()[0] for line in error.splitlines()]
    assert sorted(told) == ["--nation", "--person", "--received", "--reference", "--right", "--subject"]
    assert "ada@" not in error


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--right", "access", "--received", "2026-11-23"], "--received"),
        (["--right", "access", "--received", "2017-01-01"], "--received"),
        (["--right", "erasure", "--received", "2026-10-01", "--marketing"], "--marketing"),
        (["--right", "informed", "--received", "2026-10-01"], "--right"),
        (["--right", "complain-to-controller", "--received", "2026-10-01", "--marketing"], "--marketing"),
    ],
)
def test_what_cannot_be_so_is_told_under_its_option(refused, given, option):
    assert {line.split()[0] for line in refused("add", *given).splitlines()} == {option}


def test_without_the_key_nothing_is_entered(asked, made, access):
    (made / "register.db.key").rename(made / "elsewhere.key")
    assert asked("add", "--right", "access", "--received", "2026-10-01").status == 2
    assert asked("due").status == 1
    assert asked("list", "--key-file", "elsewhere.key", "--person", ADA).status == 0


def test_a_name_that_is_no_text_is_refused(asked, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8"))
    answer = asked("add", "--right", "access", "--received", "2026-10-01", "--person", "-")
    assert answer.status == 2
    assert answer.err == "--person Standard input holds what is no text in UTF-8.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "--right", "access", "--received", "2026-10-01", "--person", *ADA.split()],
        ["list", "--person", *ADA.split()],
        ["show", "R-2026-0001", *ADA.split()],
    ],
)
def test_a_name_without_quotation_marks_is_not_repeated(asked, arguments):
    answer = asked(*arguments)
    assert answer.status == 2
    assert "belongs to no option" in " ".join(answer.err.split())
    assert "Lovelace" not in answer.err + answer.out
