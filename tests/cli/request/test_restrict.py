"""Data is restricted once and freed once, and an objection to marketing does so at once."""

import csv
import io
import json

import pytest

from .conftest import ADA


def test_an_objection_to_marketing_is_on_the_list_at_once_and_for_good(asked, made):
    objection = ["add", "--right", "objection", "--marketing", "--received", "2026-11-20"]
    answer = asked(*objection, "--person", ADA)
    assert "RES-2026-0001: no more direct marketing to this person, since 2026-11-20" in answer.out
    assert "at once" in answer.out
    asked("close", "R-2026-0001", "--outcome", "granted")
    (listed,) = json.loads(asked("restrictions", "--format", "json").out)["restrictions"]
    assert (listed["active"], listed["until"], listed["ground"]) == (True, None, "marketing")
    assert "nobody can be left out" in asked(*objection).out


def test_restrict_and_lift(asked, access):
    answer = asked("restrict", access, "--ground", "accuracy", "--data", "passport", "--map", "kiosk")
    assert "Art. 18(1)(a)" in answer.out
    assert "RES-2026-0001" in asked("restrictions", "--active").out
    lifted = asked("lift", "RES-2026-0001", "--on", "2026-11-22")
    assert "The person must be told before it is lifted (Art. 18(3))" in lifted.out
    rows = list(csv.DictReader(io.StringIO(asked("restrictions", "--format", "csv").out)))
    assert [(row["data"], row["until"], row["lifted"]) for row in rows] == [("passport", "2026-11-22", "yes")]


def test_the_reminder_names_the_letter_by_the_request_or_by_the_right(asked, access):
    asked("restrict", access, "--ground", "accuracy")
    lifted = " ".join(asked("lift", "RES-2026-0001").out.split())
    assert "request letter --kind restriction-lifted --right restriction." in lifted
    asked("add", "--right", "rectification", "--received", "2026-11-20", "--person", ADA)
    asked("restrict", "R-2026-0002", "--ground", "accuracy")
    lifted = " ".join(asked("lift", "RES-2026-0002").out.split())
    assert "request letter --kind restriction-lifted --id R-2026-0002." in lifted


def test_what_has_ended_is_not_among_the_active(asked, access):
    asked("restrict", access, "--ground", "claims", "--since", "2026-11-01", "--until", "2026-11-21")
    assert "RES-2026-0001" not in asked("restrictions", "--active").out
    assert "ENDED   RES-2026-0001" in asked("restrictions").out


def test_a_lifting_that_was_told_needs_no_reminder(asked, access):
    asked("restrict", access, "--ground", "accuracy", "--since", "2026-11-01")
    answer = asked("lift", "RES-2026-0001", "--on", "2026-11-20", "--told-on", "2026-11-18")
    assert "must be told" not in answer.out


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--ground", "acuracy"], "--ground"),
        (["--ground", "claims", "--since", "2026-09-30"], "--since"),
        (["--ground", "claims", "--since", "2026-11-23"], "--since"),
        (["--ground", "claims", "--until", "2026-11-01"], "--until"),
        (["--ground", "claims", "--until", "then"], "--until"),
        (["--ground", "claims", "--map", "kiosk", "--data", "pasport"], "--data"),
        (["--ground", "claims", "--map", "kiosk", "--activity", "badge"], "--activity"),
        (["--ground", "claims", "--data", "The Data"], "--data"),
        (["--ground", "marketing"], "--ground"),
    ],
)
def test_a_restriction_that_cannot_be_changes_nothing(access, refused, given, option):
    assert [line.split()[0] for line in refused("restrict", access, *given).splitlines()] == [option]


def test_the_same_is_restricted_once_and_lifted_once(asked, access, refused):
    asked("restrict", access, "--ground", "claims")
    assert refused("restrict", access, "--ground", "claims").startswith("RES-2026-0001 The same")
    assert refused("lift", "RES-2026-0001", "--on", "2026-11-23").startswith("--on")
    asked("lift", "RES-2026-0001")
    assert refused("lift", "RES-2026-0001").startswith("RES-2026-0001 It has been lifted already")
    assert "no entry" in refused("lift", "RES-2026-0002")
    assert "no restriction" in refused("lift", access)


def test_a_telling_that_was_left_out_is_recorded_afterwards_once_and_only_if_it_came_before(
    asked, access, refused
):
    asked("restrict", access, "--ground", "claims", "--since", "2026-11-01")
    assert "nothing says that this was done" in asked("lift", "RES-2026-0001", "--on", "2026-11-20").out
    assert refused("lift", "RES-2026-0001", "--told-on", "2026-11-21").startswith(
        "--told-on 2026-11-21 is after"
    )
    answer = asked("lift", "RES-2026-0001", "--told-on", "2026-11-18")
    assert (answer.status, "until 2026-11-20" in answer.out) == (0, True)
    assert "nothing says" not in answer.out
    assert "recorded already" in refused("lift", "RES-2026-0001", "--told-on", "2026-11-17")
