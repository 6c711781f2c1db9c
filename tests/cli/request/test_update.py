"""What has become known of a request: its time is worked out anew, or nothing changes."""

import pytest


def test_an_update_works_the_time_out_anew(asked, access):
    waiting = asked("update", access, "--identity-asked", "2026-10-02")
    assert "not known yet" in waiting.out
    came = asked("update", access, "--identity-received", "2026-10-12")
    assert "due:     end of Thursday 12 November 2026" in came.out
    cleared = asked("update", access, "--clear", "identity")
    assert "due:     end of Monday 2 November 2026" in cleared.out


def test_an_extension_told_too_late_is_recorded_with_a_warning(asked, access):
    answer = asked("update", access, "--extended-on", "2026-11-03")
    assert answer.status == 0
    assert "due:     end of Monday 2 November 2026" in answer.out
    assert "told on 2026-11-03 was told too late" in answer.out


@pytest.mark.parametrize(
    ("given", "option"),
    [
        (["--identity-asked", "2026-09-01"], "--identity-asked"),
        (["--identity-received", "2026-10-05"], "--identity-received"),
        (["--clarification-answered", "2026-10-05"], "--clarification-answered"),
        (["--fee-asked", "2026-12-01"], "--fee-asked"),
        (["--acknowledged-on", "2026-10-05"], "--acknowledged-on"),
        (["--stopped-on", "2026-10-05"], "--stopped-on"),
        (["--identity-asked", "soon"], "--identity-asked"),
        (["--clear", "identty"], "--clear"),
        (["--reference", "Ada"], "--reference"),
        (["--subject", "The Guests"], "--subject"),
        ([], "R-2026-0001"),
    ],
)
def test_an_update_that_cannot_be_changes_nothing(access, refused, given, option):
    assert refused("update", access, *given).split()[0] == option


@pytest.mark.parametrize(
    "command",
    [
        ["update", "--identity-asked", "2026-10-02"],
        ["close", "--outcome", "granted"],
        ["reopen"],
        ["show"],
        ["restrict", "--ground", "claims"],
    ],
)
def test_an_unknown_request_is_told_with_a_hint(access, refused, command):
    error = refused(command[0], "R-2026-0099", *command[1:])
    assert 'There is no entry "R-2026-0099"' in error
    assert access in error
