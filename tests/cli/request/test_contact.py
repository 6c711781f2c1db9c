"""The contact of a request is kept in an encrypted register alone, printed by one command, and erased."""

import importlib.util
import io
import json
import sqlite3
import sys

import pytest

from audit_lib.cli.request.contact import LONGEST, typed_contact
from audit_lib.errors import ParameterError
from audit_lib.files.register import open_register

from .conftest import ADA, DAY

needs_cipher = pytest.mark.skipif(
    importlib.util.find_spec("sqlcipher3") is None, reason='needs the extra "encryption" (sqlcipher3)'
)

PASSPHRASE = "four words and more"
NAME = "Wilhelmina Fotheringay"
CONTACT = f"{NAME}, 7 Ockham Park, w.fotheringay@example.org"
WORDS = ("Wilhelmina", "Fotheringay", "Ockham")
REQUEST = "R-2026-0001"


@pytest.fixture
def typed(monkeypatch):
    """What stands on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def contact(run, typed):
    """Call the command; `says` is what standard input holds."""

    def call(*arguments, says=""):
        typed(says)
        return run("request", "contact", *arguments)

    return call


@pytest.fixture
def sealed(run, kiosk, monkeypatch):
    """An encrypted register beside a map, with one request; the passphrase is in the environment."""
    for name in ("PRIVACY_AUDIT_REGISTER", "PRIVACY_AUDIT_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRIVACY_AUDIT_PASSPHRASE", PASSPHRASE)
    open_register("register.db", passphrase=PASSPHRASE, create=True).close()
    given = ("--right", "access", "--received", "2026-10-01", "--person", ADA)
    assert run("request", "add", *given, *DAY).status == 0
    return kiosk.parent


@pytest.fixture
def kept(sealed, contact):
    """The encrypted register with the contact of its request."""
    assert contact(REQUEST, "--set", "-", says=CONTACT + "\n").status == 0
    return sealed


def held():
    with open_register("register.db", passphrase=PASSPHRASE, read_only=True) as register:
        assert register.verify().sound
        return register.contact(REQUEST)


@needs_cipher
def test_it_is_kept_printed_replaced_and_erased(sealed, contact):
    said = contact(REQUEST, "--set", "-", says=f"  {CONTACT} \r\n")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"{REQUEST}: the contact is kept. Written to")
    assert contact(REQUEST) == (0, f"{CONTACT}\n", "")
    assert "in place of the one before" in contact(REQUEST, "--set", "-", says="Bo").out
    assert contact(REQUEST).out == "Bo\n"
    assert contact(REQUEST, "--forget").out.startswith(f"{REQUEST}: the contact is erased from register.db.")
    assert contact(REQUEST) == (1, "", f"No contact is kept for {REQUEST}.\n")
    assert contact(REQUEST, "--forget") == (0, f"No contact was kept for {REQUEST}.\n", "")


@needs_cipher
def test_no_other_command_prints_it(run, kept, contact):
    said = [
        contact(REQUEST, "--set", "-", says=CONTACT),
        contact("R-2026-0002"),
        contact(REQUEST, "--forget"),
    ]
    contact(REQUEST, "--set", "-", says=CONTACT)
    for arguments in (
        ["show", REQUEST, *DAY],
        ["show", REQUEST, "--format", "json", *DAY],
        *(["list", "--format", form, *DAY] for form in ("text", "json", "csv")),
        *(["due", "--format", form, *DAY] for form in ("text", "json", "ics")),
        ["verify"],
        ["verify", "--format", "json"],
        ["letter", "--id", REQUEST, "--kind", "answer", "--map", "kiosk", "--out", "a.md", *DAY],
        ["plan", "--id", REQUEST, "--subject", "guests", "--map", "kiosk", *DAY],
        ["update", REQUEST, "--identity-asked", "2026-10-02", *DAY],
        ["close", REQUEST, "--outcome", "granted", *DAY],
        ["reopen", REQUEST, *DAY],
    ):
        answer = run("request", *arguments)
        # 1: something is overdue
        assert answer.status in {0, 1}, answer.err
        assert answer.err == ""
        said.append(answer)
    assert not [each for each in said if any(word in each.out + each.err for word in WORDS)]
    assert held() == CONTACT  # all that time it was there


@needs_cipher
def test_it_stands_in_no_file_and_in_no_file_name(kept):
    files = [file for file in kept.rglob("*") if file.is_file()]
    assert kept / "register.db" in files
    for file in files:
        content = file.read_bytes()
        for word in WORDS:
            assert word not in file.name
            assert all(word.encode(code) not in content for code in ("utf-8", "utf-16-le"))


@needs_cipher
def test_keeping_and_erasing_leave_no_word_in_the_history(kept, contact):
    def history():
        with open_register("register.db", passphrase=PASSPHRASE, read_only=True) as register:
            return register.head(), [event.what for event in register.history(REQUEST)]

    before = history()
    contact(REQUEST, "--forget")
    assert history() == before
    assert len(before[1]) == 1


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("", "nothing but blanks"),
        ("  \n", "take --forget"),
        ("Fotheringay\nOckham\n", "several lines"),
        ("Fothering\x1bay\n", "control character"),
        ("Fothering\tay\n", "control character"),
        ("Fothering\x00ay\n", "control character"),
        ("Fothering\u202eay\n", "control character"),
        ("Fothering\udcffay\n", "control character"),
        ("Fotheringay" * LONGEST, f"longer than {LONGEST}"),
        ("F" * (LONGEST + 1) + "\n", f"longer than {LONGEST}"),
    ],
)
def test_what_is_no_contact_is_refused_and_not_repeated(says, message):
    with pytest.raises(ParameterError, match=message) as caught:
        typed_contact(io.StringIO(says))
    assert str(caught.value).startswith("--set ")
    assert "Fother" not in str(caught.value)
    assert "FFF" not in str(caught.value)


@needs_cipher
def test_a_contact_that_is_refused_leaves_the_one_before(kept, contact):
    answer = contact(REQUEST, "--set", "-", says="Bo\nand more\n")
    assert (answer.status, answer.out) == (2, "")
    assert held() == CONTACT


def test_bytes_that_are_no_text_are_told_without_a_traceback():
    source = io.TextIOWrapper(io.BytesIO(b"Fothering\xffay\n"), encoding="utf-8")
    with pytest.raises(ParameterError, match=r"no text in UTF-8\.$"):
        typed_contact(source)


def test_the_longest_contact_and_letters_of_any_script_are_taken():
    for text in ("x" * LONGEST, "Zoë Nuñez-Ōta", "می\u200cخواهم"):
        assert typed_contact(io.StringIO(text + "\n")) == text


def test_at_a_terminal_the_end_of_the_line_is_the_end():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    source = Terminal(f"{CONTACT}\nnever read\n")
    assert typed_contact(source) == CONTACT
    assert source.read() == "never read\n"


@needs_cipher
@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--set", NAME], ["--set"]),
        (["--set", ""], ["--set"]),
        (["--set", "-", "--forget"], ["--forget"]),
        (["--set", NAME, "--forget"], ["--set", "--forget"]),
    ],
)
def test_a_name_on_the_command_line_is_refused_and_not_repeated(kept, contact, arguments, options):
    before = (kept / "register.db").read_bytes()
    answer = contact(REQUEST, *arguments, says="Bo")
    assert (answer.status, answer.out) == (2, "")
    assert [line.split()[0] for line in answer.err.splitlines()] == options
    assert not any(word in answer.err for word in WORDS)
    assert ("Give - and the contact on standard input" in answer.err) == ("--set" in options)
    assert (kept / "register.db").read_bytes() == before


@needs_cipher
@pytest.mark.parametrize("arguments", [[NAME], ["--set", *NAME.split()], ["--set", "-", NAME]])
def test_a_name_that_belongs_to_no_option_is_not_repeated_either(kept, contact, arguments):
    before = (kept / "register.db").read_bytes()
    answer = contact(REQUEST, *arguments, says="Bo")
    assert (answer.status, answer.out) == (2, "")
    assert "belongs to no option" in " ".join(answer.err.split())
    assert not any(word in answer.err for word in WORDS)
    assert (kept / "register.db").read_bytes() == before


@needs_cipher
@pytest.mark.parametrize("arguments", [[], ["--set", "-"], ["--forget"]])
def test_an_unknown_request_is_told_with_what_may_have_been_meant(kept, contact, arguments):
    for unknown, hint in (
        ("r-2026-1", f'Did you mean "{REQUEST}"?'),
        ("R-2026-0007", f"The last that begins with R-2026- is {REQUEST}"),
    ):
        answer = contact(unknown, *arguments, says="Bo")
        assert (answer.status, answer.out) == (2, "")
        assert hint in answer.err
    assert held() == CONTACT


@needs_cipher
@pytest.mark.parametrize("arguments", [[], ["--set", "-"], ["--forget"]])
def test_only_a_request_has_one(run, kept, contact, arguments):
    assert run("request", "restrict", REQUEST, "--ground", "claims", *DAY).status == 0
    answer = contact("RES-2026-0001", *arguments, says="Bo")
    assert answer == (2, "", "RES-2026-0001 This is a restriction, no request.\n")
    with open_register("register.db", passphrase=PASSPHRASE, read_only=True) as register:
        assert register.contact("RES-2026-0001") is None


@pytest.mark.parametrize("arguments", [[], ["--set", "-"], ["--forget"]])
def test_a_register_in_the_clear_takes_none_and_nobody_has_to_type_one(access, made, contact, arguments):
    before = (made / "register.db").read_bytes()
    answer = contact(access, *arguments, says=CONTACT)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("register.db Names and addresses are kept in an encrypted register alone")
    assert sys.stdin.read() == CONTACT  # it was not even read
    assert (made / "register.db").read_bytes() == before
    assert [file.name for file in made.iterdir() if CONTACT.encode() in _content(file)] == []


def _content(file):
    return file.read_bytes() if file.is_file() else b""


@needs_cipher
def test_a_request_that_is_closed_reminds_of_it(run, kept, contact):
    close = ("request", "close", REQUEST, "--outcome", "granted", *DAY)
    out = run(*close).out
    assert f"A contact is still kept: when it is no longer needed, request contact {REQUEST} --forget." in out
    run("request", "reopen", REQUEST, *DAY)
    contact(REQUEST, "--forget")
    assert "contact" not in run(*close).out


def test_a_request_in_a_register_in_the_clear_is_closed_without_a_word_of_it(asked, access):
    answer = asked("close", access, "--outcome", "granted")
    assert (answer.status, "contact" in answer.out) == (0, False)


def test_one_put_into_a_register_in_the_clear_from_outside_is_a_trouble_without_its_words(run, access, made):
    connection = sqlite3.connect(made / "register.db")
    connection.execute("INSERT INTO contacts VALUES (?, ?)", (access, CONTACT))
    connection.commit()
    connection.close()
    answer = run("request", "verify")
    assert answer.status == 1
    assert "1 contact stands in a register that is not encrypted" in answer.out
    found = run("request", "verify", "--format", "json").out
    assert json.loads(found)["sound"] is False
    assert not any(word in answer.out + answer.err + found for word in WORDS)
