"""A request is closed once, with an outcome that fits."""

import pytest


def test_a_request_is_closed_once(asked, access, refused):
    answer = asked("close", access, "--outcome", "granted", "--on", "2026-11-10")
    assert answer.status == 0
    assert "closed:  2026-11-10, granted, late" in answer.out
    assert "It was late: the last day was 2026-11-02." in answer.out
    error = refused("close", access, "--outcome", "granted", "--on", "2026-11-11")
    assert error.startswith(f"{access} It has been closed already (granted on 2026-11-10)")
    assert refused("update", access, "--identity-asked", "2026-10-02").startswith(f"{access} It was closed")


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--outcome", "granted", "--on", "2026-09-30"], "--on"),
        (["--outcome", "granted", "--on", "2026-11-23"], "--on"),
        (["--outcome", "granted", "--on", "yesterday"], "--on"),
        (["--outcome", "upheld"], "--outcome"),
        (["--outcome", "grantd"], "--outcome"),
        (["--outcome", "refused"], "--reason"),
        (["--outcome", "granted", "--reason", "excessive"], "--reason"),
    ],
)
def test_an_end_that_cannot_be_changes_nothing(access, refused, given, option):
    assert [line.split()[0] for line in refused("close", access, *given).splitlines()] == [option]


def test_a_refusal_reminds_of_the_ways_to_complain(asked, access):
    given = ["close", access, "--outcome", "refused", "--reason", "exemption", "--on", "2026-10-20"]
    assert "--told-ways records that" in asked(*given).out
    asked("reopen", access)
    assert "--told-ways" not in asked(*given, "--told-ways").out


def test_what_is_open_is_not_opened_again(access, refused):
    assert refused("reopen", access).startswith(f"{access} It is open")


def test_what_still_holds_is_named_and_marketing_is_not_to_start_again(asked, access):
    asked("restrict", access, "--ground", "claims")
    held = asked("close", access, "--outcome", "granted", "--on", "2026-10-20").out
    assert "RES-2026-0001 still holds (claims): when it is to end, tell the person first" in held
    asked("add", "--right", "objection", "--marketing", "--received", "2026-11-02", "--person", "Bo")
    stays = asked("close", "R-2026-0002", "--outcome", "granted").out
    assert "RES-2026-0002 still holds (marketing): it stays" in stays
    assert "request lift" not in stays


def test_an_empty_day_is_no_day_and_not_today(access, refused):
    assert refused("close", access, "--outcome", "granted", "--on", "").startswith('--on "" is no date')
