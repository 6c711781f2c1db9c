"""How a register is found and unlocked: never by an option that stands in a history of commands."""

from pathlib import Path

import pytest

from audit_lib.cli.register_options import key_path, now, opened, passphrase, register_path
from audit_lib.errors import InputError, ParameterError
from audit_lib.files.register import open_register


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch):
    for name in ("PRIVACY_AUDIT_REGISTER", "PRIVACY_AUDIT_KEY_FILE", "PRIVACY_AUDIT_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)


def test_the_usual_name_is_taken_where_none_is_given(monkeypatch):
    assert register_path(None).name == "register.db"
    monkeypatch.setenv("PRIVACY_AUDIT_REGISTER", "")
    assert register_path(None).name == "register.db"


def test_a_key_kept_apart_is_named_once_in_the_environment(tmp_path, monkeypatch):
    assert key_path(None) is None
    monkeypatch.setenv("PRIVACY_AUDIT_KEY_FILE", str(tmp_path / "apart.key"))
    assert key_path(tmp_path / "given.key").name == "given.key"
    with open_register(tmp_path / "register.db", key_file=tmp_path / "apart.key", create=True) as made:
        expected = made.pseudonym("Ada")
    with opened(tmp_path / "register.db", None, None) as register:
        assert register.pseudonym("Ada") == expected


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


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(("name", "said"), [("r" * 300, "file name too long"), ("", "This is a folder")])
def test_a_name_that_is_none_is_told(name, said, read_only):
    with pytest.raises(InputError, match=said), opened(Path(name), None, None, read_only=read_only):
        pass


def test_what_is_not_there_is_told_with_what_makes_it(tmp_path):
    for path in (tmp_path / "register.db", tmp_path / "no" / "register.db"):
        with pytest.raises(InputError, match="privacy-audit request init"), opened(path, None, None):
            pass
