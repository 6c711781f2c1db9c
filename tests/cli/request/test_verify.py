"""A register is verified, against a head that was noted elsewhere if there is one."""

import json


def test_verify_takes_the_head_that_was_noted_and_finds_what_was_cut_off(run, asked, access, made, head):
    copy = (made / "register.db").read_bytes()
    asked("update", access, "--identity-asked", "2026-10-02")
    noted = head()
    assert run("request", "verify", "--head", noted).status == 0
    (made / "register.db").write_bytes(copy)
    answer = run("request", "verify", "--head", noted)
    assert answer.status == 1
    assert answer.out.startswith("TAMPERED")
    found = json.loads(run("request", "verify", "--head", noted, "--format", "json").out)
    assert (found["sound"], bool(found["troubles"])) == (False, True)
    assert run("request", "verify", "--head", "what").status == 2


def test_what_is_no_head_is_told_under_its_option(run, access):
    for head in ("8", "\u0668:" + "0" * 64):
        answer = run("request", "verify", "--head", head)
        assert answer.status == 2
        assert answer.err.startswith("--head This is no head of a register")
