"""How a register is found and unlocked: never by an option that stands in a history of commands."""

import pytest

from audit_lib.cli.register_options import now, passphrase, register_path
from audit_lib.errors import ParameterError


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch):
    for name in ("PRIVACY_AUDIT_REGISTER", "PRIVACY_AUDIT_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)


def test_the_usual_name_is_taken_where_none_is_given(monkeypatch):
    assert register_path(None).name == "register.db"
    monkeypatch.setenv("PRIVACY_AUDIT_REGISTER", "")
    assert register_path(None).name == "register.db"


def test_a_passphrase_comes_from_a_file_before_the_environment(tmp_path, monkeypatch):
    assert passphrase(None) is None
    monkeypatch.setenv("PRIVACY_AUDIT_PASSPHRASE", "of the environment")
    (tmp_path / "secret").write_text("of the file \nmore\n", encoding="utf-8")
    assert passphrase(None) == "of the environment"
    assert passphrase(tmp_path / "secret") == "of the file "


def test_an_empty_file_holds_no_passphrase(tmp_path):
    (tmp_path / "secret").write_text("\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="the first line is to hold the passphrase"):
        passphrase(tmp_path / "secret")


def test_moments_are_in_utc():
    assert now().utcoffset().total_seconds() == 0
