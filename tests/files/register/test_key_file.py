"""The key of a register."""

import os
import re
import stat

import pytest

from audit_lib.errors import InputError, OutputError
from audit_lib.files.register import open_register
from audit_lib.files.register.key_file import derived, make_key_file, read_keys

from .conftest import DAY, MOMENT, drafted

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")


def test_a_new_register_has_its_key_beside_it(home, register):
    assert sorted(file.name for file in home.parent.iterdir()) == ["register.db", "register.db.key"]
    assert register.pseudonym("Ada")


@posix
def test_register_and_key_are_for_their_owner_alone(home, register):
    register.add("request", DAY, MOMENT, drafted())
    for file in home.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@posix
def test_they_are_so_from_the_first_moment_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        open_register(tmp_path / "r.db", create=True).close()
    finally:
        os.umask(before)
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_the_key_can_stand_elsewhere(tmp_path, home):
    elsewhere = tmp_path / "keys" / "r.key"
    elsewhere.parent.mkdir()
    with open_register(home, key_file=elsewhere, create=True) as register:
        person = register.pseudonym("Ada")
    assert not home.with_name("register.db.key").exists()
    with open_register(home, key_file=elsewhere) as register:
        assert register.pseudonym("Ada") == person


def test_the_wrong_key_is_refused_and_nothing_is_changed(home, register, tmp_path):
    other = tmp_path / "other.key"
    make_key_file(other)
    before = home.read_bytes()
    for read_only in (False, True):
        with pytest.raises(InputError, match="This is not the key of the register"):
            open_register(home, key_file=other, read_only=read_only)
    assert home.read_bytes() == before


def test_a_missing_key_is_told_and_none_is_made(home, register):
    register.close()
    key = home.with_name("register.db.key")
    key.unlink()
    for create in (False, True):
        with pytest.raises(InputError, match=r"The key of the register .* is not here"):
            open_register(home, create=create)
    assert not key.exists()


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610])
def test_a_key_that_others_can_use_is_refused(home, register, mode):
    register.close()
    key = home.with_name("register.db.key")
    key.chmod(mode)
    with pytest.raises(InputError, match="chmod 600"):
        open_register(home)
    key.chmod(0o600)
    open_register(home).close()


@pytest.mark.parametrize(
    "content", [b"", b"key", b"\xff" * 32, b"privacy-audit-register-key-1 abc\n", b"x" * 5_000]
)
def test_what_is_no_key_is_refused(tmp_path, home, content):
    key = tmp_path / "some.key"
    key.write_bytes(content)
    key.chmod(0o600)
    with pytest.raises(InputError) as caught:
        open_register(home, key_file=key, create=True)
    assert str(key) in str(caught.value)
    assert not home.exists()
    assert key.read_bytes() == content


def test_a_key_that_is_there_is_never_replaced(tmp_path):
    key = tmp_path / "some.key"
    make_key_file(key)
    before = key.read_bytes()
    make_key_file(key)
    assert key.read_bytes() == before


def test_each_key_is_new_and_of_32_bytes(tmp_path):
    made = set()
    for number in range(5):
        make_key_file(tmp_path / f"{number}.key")
        made.add((tmp_path / f"{number}.key").read_text(encoding="ascii"))
    assert len(made) == 5
    assert all(re.fullmatch(r"privacy-audit-register-key-1 [0-9a-f]{64}\n", text) for text in made)


def test_a_key_shows_nothing_of_itself(tmp_path):
    make_key_file(tmp_path / "a.key")
    keys = read_keys(tmp_path / "a.key")
    assert keys.chain.hex() not in repr(keys)
    assert repr(keys.chain) not in repr(keys)
    assert keys.names != keys.chain
    assert derived(b"\x01" * 32).fingerprint != derived(b"\x02" * 32).fingerprint


def test_a_key_that_cannot_be_written_leaves_no_register(tmp_path, home):
    with pytest.raises(OutputError, match="the key cannot be written"):
        open_register(home, key_file=tmp_path / "no" / "such" / "r.key", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_needs_no_key_to_list(home, register):
    stored = register.add("request", DAY, MOMENT, drafted())
    register.close()
    home.with_name("register.db.key").unlink()
    with open_register(home, read_only=True) as reader:
        assert reader.entries("request") == (stored,)
        for needs in (reader.verify, lambda: reader.pseudonym("Ada")):
            with pytest.raises(InputError, match="needs the key"):
                needs()
