"""The register is made once, on purpose, and found by option or environment."""

import pytest

from audit_lib.cli import main


def test_making_a_register_says_where_the_key_is_and_to_keep_it_apart(run, kiosk):
    answer = run("request", "init")
    assert answer.status == 0
    assert "register.db.key (new)" in answer.out
    assert "Keep the key apart" in answer.out


def test_a_register_is_made_once(run, made):
    before = (made / "register.db").read_bytes()
    answer = run("request", "init")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("register.db This is there already")
    assert (made / "register.db").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "--right", "access", "--received", "2026-10-01"],
        ["update", "R-2026-0001", "--identity-asked", "2026-10-02"],
        ["close", "R-2026-0001", "--outcome", "granted"],
        ["reopen", "R-2026-0001"],
        ["contact", "R-2026-0001"],
        ["due"],
        ["list"],
        ["show", "R-2026-0001"],
        ["restrict", "R-2026-0001", "--ground", "claims"],
        ["lift", "RES-2026-0001"],
        ["restrictions"],
        ["verify"],
    ],
)
def test_a_register_that_is_not_there_is_not_made_by_the_way(run, kiosk, monkeypatch, arguments):
    monkeypatch.delenv("PRIVACY_AUDIT_REGISTER", raising=False)
    answer = run("request", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "register.db There is no register here" in answer.err
    assert "privacy-audit request init" in answer.err
    assert not (kiosk.parent / "register.db").exists()


def test_the_register_is_the_option_else_that_of_the_environment(run, made, monkeypatch):
    monkeypatch.setenv("PRIVACY_AUDIT_REGISTER", "other.db")
    assert "other.db There is no register" in run("request", "list").err
    assert run("request", "list", "--register", "register.db").status == 0


def test_the_commands_are_told_of(run, capsys):
    with pytest.raises(SystemExit):
        main(["request", "--help"])
    told = capsys.readouterr().out
    for command in (
        "init",
        "add",
        "update",
        "close",
        "reopen",
        "contact",
        "due",
        "list",
        "show",
        "import",
        "verify",
        "lift",
    ):
        assert command in told
