"""A register that is encrypted as a whole."""

import importlib.util
import os
import signal
import subprocess
import sys

import pytest

from audit_lib.errors import InputError, OutputError
from audit_lib.files.register import open_register

from .conftest import DAY, MOMENT, altered, drafted
from .test_processes import started
from .test_schema import STEPS, version_of

PASSPHRASE = "correct horse 'battery' staple"  # with quotes, which must not end the literal
needs_cipher = pytest.mark.skipif(
    importlib.util.find_spec("sqlcipher3") is None, reason='needs the extra "encryption" (sqlcipher3)'
)


@pytest.fixture
def sealed(home):
    """An encrypted register with one entry and its contact."""
    with open_register(home, passphrase=PASSPHRASE, create=True) as register:
        register.add("request", DAY, MOMENT, drafted(body={"word": "marmalade"}))
        register.set_contact("R-2026-0001", " Ada Lovelace, ada@example.org ")
    return home


@needs_cipher
def test_it_does_all_that_one_in_the_clear_does(sealed):
    with open_register(sealed, passphrase=PASSPHRASE) as register:
        noted = register.head()
        register.change("R-2026-0001", "closed", MOMENT, altered(closed=DAY))
        ids = register.add_many("request", MOMENT, [(DAY, drafted())] * 3)
        assert ids[-1] == "R-2026-0004"
        assert len(register.entries("request", open_only=True)) == 3
        assert len(register.history("R-2026-0001")) == 2
        assert register.verify(noted).sound
        assert version_of(register._connection) == len(STEPS)
    with open_register(sealed, passphrase=PASSPHRASE, read_only=True) as reader:
        assert reader.verify(noted).sound


@needs_cipher
def test_nothing_stands_in_the_file_in_the_clear(sealed):
    held = sealed.read_bytes()
    for word in (b"SQLite format", b"marmalade", b"Lovelace", b"R-2026-0001", b"CREATE TABLE"):
        assert word not in held


def killed_in_a_write(home):
    with open_register(home, passphrase=PASSPHRASE) as register:
        register._connection.execute("PRAGMA cache_size = 10")

        def makes():
            yield from [(DAY, drafted(body={"word": "marmalade " * 100}))] * 300
            os.kill(os.getpid(), signal.SIGKILL)

        register.add_many("request", MOMENT, makes())


@needs_cipher
@pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("read_only", [False, True])
def test_nor_in_the_journal_of_a_writer_that_was_killed(sealed, read_only):
    with open_register(sealed, passphrase=PASSPHRASE) as register:
        noted = register.head()
    started(killed_in_a_write, sealed).join()
    journal = sealed.with_name("register.db-journal").read_bytes()
    assert len(journal) > 1_000
    assert b"marmalade" not in journal + sealed.read_bytes()
    with open_register(sealed, passphrase=PASSPHRASE, read_only=read_only) as register:
        assert register.verify(noted).sound
        assert len(register.entries("request")) == 1


@needs_cipher
@pytest.mark.parametrize("wrong", ["correct horse battery staple", "", PASSPHRASE + " ", PASSPHRASE.upper()])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_wrong_passphrase_is_a_clear_error_that_does_not_repeat_it(sealed, wrong, read_only, capfd):
    before = sealed.read_bytes()
    with pytest.raises(InputError) as caught:
        open_register(sealed, passphrase=wrong, read_only=read_only)
    assert "passphrase" in str(caught.value)
    assert not wrong or wrong not in str(caught.value)
    assert sealed.read_bytes() == before
    assert capfd.readouterr().err == ""


@needs_cipher
def test_without_a_passphrase_it_asks_for_one(sealed):
    with pytest.raises(InputError, match="If it is encrypted, give its passphrase"):
        open_register(sealed, create=True)


@needs_cipher
def test_a_register_in_the_clear_is_not_opened_with_one(home, register):
    register.close()
    with pytest.raises(InputError, match="not encrypted; open it without a passphrase"):
        open_register(home, passphrase=PASSPHRASE)


@needs_cipher
@pytest.mark.parametrize("weak", ["", "short", "eleven char"])
def test_a_new_register_wants_a_passphrase_of_some_length(home, weak):
    with pytest.raises(InputError, match="at least 12 characters"):
        open_register(home, passphrase=weak, create=True)
    assert list(home.parent.iterdir()) == []


@needs_cipher
def test_a_changed_byte_shows(sealed):
    held = bytearray(sealed.read_bytes())
    held[-5_000] ^= 1
    sealed.write_bytes(held)
    with open_register(sealed, passphrase=PASSPHRASE) as register:
        found = register.verify()
    assert not found.sound
    assert "damaged" in found.troubles[0].message or "any further" in found.troubles[0].message


@needs_cipher
def test_a_contact_is_kept_outside_the_history_and_forgotten_on_demand(sealed):
    with open_register(sealed, passphrase=PASSPHRASE) as register:
        assert register.contact("R-2026-0001") == "Ada Lovelace, ada@example.org"
        before = register.head()
        assert "Lovelace" not in repr((register.get("R-2026-0001"), register.history("R-2026-0001")))
        register.set_contact("R-2026-0001", "Ada King")
        assert register.contact("R-2026-0001") == "Ada King"
        register.set_contact("R-2026-0001", None)
        assert register.contact("R-2026-0001") is None
        assert register.head() == before
        assert register.verify().sound
        pages = b"".join(row[0] for row in register._connection.execute("SELECT contact FROM contacts"))
        assert pages == b""


@needs_cipher
def test_a_contact_needs_an_entry(sealed):
    with open_register(sealed, passphrase=PASSPHRASE) as register:
        for ask in (
            lambda: register.contact("R-2026-0002"),
            lambda: register.set_contact("R-2026-0002", "Ada"),
        ):
            with pytest.raises(InputError, match="There is no entry"):
                ask()


def test_a_register_in_the_clear_takes_no_contact(register):
    register.add("request", DAY, MOMENT, drafted())
    for ask in (lambda: register.contact("R-2026-0001"), lambda: register.set_contact("R-2026-0001", "Ada")):
        with pytest.raises(InputError, match="encrypted register alone") as caught:
            ask()
        assert "Ada" not in str(caught.value)


@needs_cipher
def test_a_reader_cannot_set_one(sealed):
    reader = open_register(sealed, passphrase=PASSPHRASE, read_only=True)
    with reader, pytest.raises(OutputError, match="for reading alone"):
        reader.set_contact("R-2026-0001", None)


def test_without_the_library_it_says_what_to_install(home, monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    with pytest.raises(InputError, match='install the extra "encryption"'):
        open_register(home, passphrase=PASSPHRASE, create=True)
    assert list(home.parent.iterdir()) == []


def test_a_register_in_the_clear_does_not_load_it(tmp_path):
    words = (
        "import sys; from audit_lib.files.register import open_register; "
        f"open_register({str(tmp_path / 'r.db')!r}, create=True).close(); "
        "sys.exit('sqlcipher3' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


@needs_cipher
@pytest.mark.parametrize("create", [True, False])
def test_a_passphrase_that_is_no_text_is_refused(sealed, create):
    home = sealed.with_name("new.db") if create else sealed
    with pytest.raises(InputError, match="a zero byte or what is no UTF-8"):
        open_register(home, passphrase="four words and \udcff", create=create)
    assert not sealed.with_name("new.db").exists()
