"""Tampering shows, whatever it is, and is told where it is."""

import hmac
import json
import sqlite3
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_lib.errors import InputError, ParameterError
from audit_lib.files.register import Verification, open_register
from audit_lib.files.register.chain import Link, sealed
from audit_lib.files.register.verify import MOST

from .conftest import DAY, MOMENT, altered, drafted

#: JSON that no reader follows to its end.
DEEP = '{"a":' + "[" * 100_000 + "}"


@pytest.fixture
def sound(home) -> Path:
    """Five entries by seven events: the second was changed by event 6, the fifth by event 7."""
    with open_register(home, create=True) as register:
        register.add_many("request", MOMENT, [(DAY, drafted(due=DAY, body={"n": n})) for n in range(1, 6)])
        register.change("R-2026-0002", "extended", MOMENT, altered(due=None))
        register.change("R-2026-0005", "closed", MOMENT, altered(closed=DAY))
        assert register.verify().sound
    return home


def tamper(home: Path, *words: str) -> None:
    """Do what somebody can who may write to the file: the triggers are taken away and put back."""
    connection = sqlite3.connect(home, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for each in words:
        connection.execute(each)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def verified(home: Path, head: str | None = None) -> Verification:
    with open_register(home, read_only=True) as register:
        return register.verify(head)


def said(found: Verification) -> list[tuple[int | None, str | None]]:
    return [(trouble.seq, trouble.entry) for trouble in found.troubles]


def test_a_register_that_nobody_touched_is_sound(sound):
    found = verified(sound)
    assert (found.sound, found.events, found.entries, found.more) == (True, 7, 5, 0)
    assert found.head.startswith("7:")


def test_an_empty_register_is_sound(register):
    found = register.verify()
    assert (found.sound, found.events, found.entries) == (True, 0, 0)
    assert found.head == register.head()


@pytest.mark.parametrize(
    "column",
    [
        "at = '2026-01-01T00:00:00.000000Z'",
        "what = 'nothing'",
        "body = replace(body, '3', '4')",
        "entry = 'R-2026-0004'",
    ],
)
def test_a_changed_event_is_told_by_its_number_and_no_other_is_blamed_for_it(sound, column):
    tamper(sound, f"UPDATE events SET {column} WHERE seq = 3")
    found = verified(sound)
    assert found.troubles[0].seq == 3
    assert "changed since it was written" in found.troubles[0].message
    assert {trouble.entry for trouble in found.troubles} <= {"R-2026-0003", "R-2026-0004"}


@pytest.mark.parametrize(
    "column",
    [
        "due = '2027-01-01'",
        "due = NULL",
        "closed = '2026-11-23'",
        "opened = '2026-11-21'",
        "body = '{}'",
        "person = 'abcd-efgh-ijkl-mnop'",
        "number = 77",
        "year = 2025",
        "changed_at = '2020-01-01T00:00:00.000000Z'",
    ],
)
def test_a_changed_state_shows_against_the_history(sound, column):
    tamper(sound, f"UPDATE entries SET {column} WHERE id = 'R-2026-0003'")
    (trouble,) = verified(sound).troubles
    assert (trouble.seq, trouble.entry) == (3, "R-2026-0003")
    assert column.split(" ")[0] in trouble.message


def test_state_and_history_changed_alike_show_all_the_same(sound):
    tamper(
        sound,
        "UPDATE events SET body = replace(body, '\"n\":3', '\"n\":9') WHERE seq = 3",
        "UPDATE entries SET body = '{\"n\":9}' WHERE id = 'R-2026-0003'",
    )
    (trouble,) = verified(sound).troubles
    assert (trouble.seq, trouble.entry) == (3, "R-2026-0003")


def test_a_state_set_back_to_an_earlier_event_shows(sound):
    tamper(sound, "UPDATE entries SET seq = 2, due = '2026-11-22' WHERE id = 'R-2026-0002'")
    (trouble,) = verified(sound).troubles
    assert (trouble.seq, trouble.entry) == (6, "R-2026-0002")
    assert "stands as of event 2, and its last event is 6" in trouble.message


def test_an_entry_that_is_gone_shows(sound):
    tamper(sound, "DELETE FROM entries WHERE id = 'R-2026-0003'")
    (trouble,) = verified(sound).troubles
    assert (trouble.seq, trouble.entry, trouble.message) == (
        3,
        "R-2026-0003",
        "The entry is gone; its history is there.",
    )


def test_an_entry_without_history_shows(sound):
    tamper(
        sound,
        "INSERT INTO entries (first, id, sort, year, number, opened, body, seq, changed_at) "
        "VALUES (99, 'R-2026-0099', 'request', 2026, 99, '2026-11-22', '{}', 99, '')",
    )
    found = verified(sound)
    assert (None, "R-2026-0099") in said(found)


def test_an_event_taken_out_of_the_middle_shows(sound):
    tamper(sound, "DELETE FROM events WHERE seq = 6")
    found = verified(sound)
    assert "Event 6 before it is missing." in [trouble.message for trouble in found.troubles]


def test_the_last_event_cut_off_shows(sound):
    tamper(sound, "DELETE FROM events WHERE seq = 7")
    assert any("its end has changed" in trouble.message for trouble in verified(sound).troubles)


def test_it_shows_even_if_state_and_head_are_made_to_fit(sound):
    tamper(
        sound,
        "DELETE FROM events WHERE seq = 7",
        "UPDATE entries SET seq = 5, closed = NULL WHERE id = 'R-2026-0005'",
        "UPDATE head SET seq = 6, hash = (SELECT hash FROM events WHERE seq = 6)",
    )
    (trouble,) = verified(sound).troubles
    assert "seal of the last event" in trouble.message


def test_a_whole_copy_from_before_shows_against_the_head_that_was_noted(sound):
    before = sound.read_bytes()
    with open_register(sound) as register:
        register.add("request", DAY, MOMENT, drafted())
        noted = register.head()
        assert register.verify(noted).sound
    sound.write_bytes(before)
    assert verified(sound).sound  # nothing in the file itself can tell
    (trouble,) = verified(sound, noted).troubles
    assert "the end has been cut off" in trouble.message


def test_another_history_of_the_same_length_shows_against_the_head_that_was_noted(sound):
    before = sound.read_bytes()
    with open_register(sound) as register:
        register.add("request", DAY, MOMENT, drafted(body={"n": "one"}))
        noted = register.head()
    sound.write_bytes(before)
    with open_register(sound) as register:
        register.add("request", DAY, MOMENT, drafted(body={"n": "other"}))
        register.add("request", DAY, MOMENT, drafted())
    (trouble,) = verified(sound, noted).troubles
    assert trouble.seq == 8
    assert "not the event that was noted" in trouble.message


@pytest.mark.parametrize("steps", [0, 1, 5])
def test_a_head_noted_earlier_still_holds_after_more_has_been_written(sound, steps):
    with open_register(sound) as register:
        noted = register.head()
        register.add_many("request", MOMENT, [(DAY, drafted())] * steps)
        assert register.verify(noted).sound


def test_the_head_of_an_empty_register_can_be_noted(home, register):
    noted = register.head()
    register.add("request", DAY, MOMENT, drafted())
    assert register.verify(noted).sound


@pytest.mark.parametrize("head", ["", "7", "x:y", "7:abc", "-1:" + "0" * 64, "7:" + "G" * 64])
def test_what_is_no_head_is_refused(register, head):
    with pytest.raises(ParameterError, match="give number:hash"):
        register.verify(head)


def test_reordered_events_show(sound):
    tamper(
        sound,
        "UPDATE events SET seq = 99 WHERE seq = 3",
        "UPDATE events SET seq = 3 WHERE seq = 4",
        "UPDATE events SET seq = 4 WHERE seq = 99",
    )
    assert {3, 4} <= {trouble.seq for trouble in verified(sound).troubles}


def test_an_event_put_in_shows(sound):
    tamper(
        sound,
        "INSERT INTO events SELECT 8, at, entry, what, body, hash, substr(hash, 2) || '0' FROM events "
        "WHERE seq = 7",
        "UPDATE head SET seq = 8, hash = (SELECT hash FROM events WHERE seq = 8)",
    )
    assert 8 in {trouble.seq for trouble in verified(sound).troubles}


def test_an_event_sealed_with_another_key_shows(sound):
    connection = sqlite3.connect(sound)
    last = Link(
        *connection.execute("SELECT seq, at, entry, what, body, before FROM events WHERE seq = 7").fetchone()
    )
    connection.close()
    tamper(sound, f"UPDATE events SET hash = '{sealed(b'guess', last)}' WHERE seq = 7")
    assert 7 in {trouble.seq for trouble in verified(sound).troubles}


def test_the_history_of_one_register_does_not_fit_another(tmp_path):
    key = tmp_path / "shared.key"
    for name in ("one.db", "other.db"):
        with open_register(tmp_path / name, key_file=key, create=True) as register:
            register.add("request", DAY, MOMENT, drafted())
    tamper(
        tmp_path / "one.db",
        f"ATTACH '{tmp_path / 'other.db'}' AS other",
        "UPDATE events SET (before, hash) = (SELECT before, hash FROM other.events)",
        "UPDATE head SET (hash, seal) = (SELECT hash, seal FROM other.head)",
    )
    with open_register(tmp_path / "one.db", key_file=key) as register:
        assert said(register.verify()) == [(1, "R-2026-0001")]


def test_a_writer_does_not_go_on_from_an_end_that_was_tampered_with(sound):
    tamper(sound, "UPDATE head SET seq = 6")
    with open_register(sound) as register, pytest.raises(InputError, match="not as this key left it"):
        register.add("request", DAY, MOMENT, drafted())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("DROP TRIGGER events_stay", "The trigger events_stay is gone."),
        ("DROP INDEX entries_by_due", "The index entries_by_due is gone."),
        ("CREATE TABLE more (a)", "The table more does not belong here."),
    ],
)
def test_tables_and_triggers_that_are_not_ours_show(sound, words, message):
    connection = sqlite3.connect(sound)
    connection.execute(words)
    connection.close()
    assert message in [trouble.message for trouble in verified(sound).troubles]


@pytest.mark.parametrize(
    ("entries", "said_of_it"),
    [(["R-2026-0003"], "1 contact stands in"), (["R-2026-0003", "Ada"], "2 contacts stand in")],
)
def test_contacts_put_into_a_register_in_the_clear_show_without_a_word_of_them(sound, entries, said_of_it):
    tamper(sound, *(f"INSERT INTO contacts VALUES ('{entry}', 'Ada Lovelace')" for entry in entries))
    found = verified(sound)
    (trouble,) = (each for each in found.troubles if "contact" in each.message and "row" not in each.message)
    assert trouble.message.startswith(said_of_it)
    assert "Empty the table contacts" in trouble.remedy
    assert "Ada" not in found.model_dump_json()
    tamper(sound, "DELETE FROM contacts")
    assert verified(sound).sound


def test_the_chain_can_be_recomputed_by_anybody_who_has_the_key(sound):
    """By the words of the documentation alone: HKDF, then HMAC-SHA256 over canonical JSON."""

    def mac(key: bytes, what: bytes) -> bytes:
        return hmac.digest(key, what, "sha256")

    secret = bytes.fromhex(sound.with_name("register.db.key").read_text(encoding="ascii").split()[1])
    key = mac(mac(b"privacy-audit register", secret), b"chain\x01")
    connection = sqlite3.connect(sound)
    (register,) = connection.execute("SELECT value FROM about WHERE name = 'register'").fetchone()
    last = mac(key, json.dumps(["genesis", register], separators=(",", ":")).encode()).hex()
    for *said, own in connection.execute("SELECT seq, at, entry, what, body, before, hash FROM events"):
        assert said[-1] == last
        last = mac(key, json.dumps(["event", *said], separators=(",", ":")).encode()).hex()
        assert own == last
    connection.close()


def test_an_exchanged_fingerprint_of_the_key_refuses_the_right_key(sound):
    tamper(sound, "UPDATE about SET value = 'abc' WHERE name = 'key'")
    with pytest.raises(InputError, match="not the key of the register"):
        open_register(sound)


def test_a_damaged_page_is_a_trouble_and_no_crash(sound):
    with open_register(sound) as register:
        register.add_many("request", MOMENT, [(DAY, drafted(body={"long": "x" * 300}))] * 300)
    held = bytearray(sound.read_bytes())
    for page in range(20, len(held) // 4096, 7):
        held[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    sound.write_bytes(held)
    found = verified(sound)
    assert not found.sound
    assert any("damaged" in trouble.message or "any further" in trouble.message for trouble in found.troubles)


@pytest.mark.parametrize(
    "column",
    [f"hash = '{'é' * 64}'", f"body = '{DEEP}'", "body = '{\"body\":1}'", "entry = 'no number'"],
    ids=["hash", "deep", "keys", "entry"],
)
def test_an_event_that_somebody_made_up_is_a_trouble_and_no_crash(sound, column):
    tamper(sound, f"UPDATE events SET {column} WHERE seq = 3")
    assert 3 in {trouble.seq for trouble in verified(sound).troubles}
    tamper(sound, f"UPDATE head SET seal = '{'é' * 64}'")
    assert not verified(sound).sound
    with open_register(sound) as register, pytest.raises(InputError, match="not as this key left it"):
        register.add("request", DAY, MOMENT, drafted())


def test_tables_made_anew_with_rows_of_another_kind_are_a_trouble_and_no_crash(sound):
    tamper(
        sound,
        "ALTER TABLE events RENAME TO old",
        "CREATE TABLE events (seq, at, entry, what, body, before, hash)",
        "INSERT INTO events VALUES ('a', NULL, x'ff', 1.5, NULL, NULL, x'00')",
        "CREATE TABLE more AS SELECT * FROM old",
    )
    messages = [trouble.message for trouble in verified(sound).troubles]
    assert "The table events has been changed." in messages


def test_the_history_taken_for_that_of_another_register_shows(sound):
    tamper(sound, "UPDATE about SET value = 'other' WHERE name = 'register'")
    assert said(verified(sound)) == [(1, "R-2026-0001")]


def test_troubles_beyond_the_first_thousand_are_counted(sound):
    with open_register(sound) as register:
        register.add_many("request", MOMENT, [(DAY, drafted())] * (MOST + 20))
    tamper(sound, "UPDATE events SET what = 'other'")
    found = verified(sound)
    assert len(found.troubles) == MOST
    assert found.more == 7 + 20


def test_what_is_done_about_it_is_said(sound):
    tamper(sound, "UPDATE events SET what = 'other' WHERE seq = 1")
    (trouble,) = verified(sound).troubles
    assert str(trouble).startswith("event 1, R-2026-0001: It has been changed")
    assert str(trouble).endswith(trouble.remedy)


@pytest.mark.parametrize(
    "column", ["body = '{not JSON}'", "body = '{}'", "changed_at = 'soon'", "body = '{\"a\":}'"]
)
def test_an_entry_that_somebody_has_damaged_is_a_clear_error(sound, column):
    tamper(sound, f"UPDATE entries SET {column} WHERE id = 'R-2026-0003'")
    with open_register(sound) as register:
        assert said(register.verify()) == [(3, "R-2026-0003")]
        if "{}" not in column:
            with pytest.raises(InputError, match="The entry R-2026-0003 is damaged"):
                register.get("R-2026-0003")


def test_verifying_holds_one_event_at_a_time(home):
    """The peak of memory for 4,000 events is about that for 400."""

    def peak(register, write: Callable[[], object]) -> int:
        write()
        tracemalloc.start()
        try:
            assert register.verify().sound
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    with open_register(home, create=True) as register:
        body = {"long": "x" * 500}
        few = peak(register, lambda: register.add_many("request", MOMENT, [(DAY, drafted(body=body))] * 400))
        many = peak(
            register, lambda: register.add_many("request", MOMENT, [(DAY, drafted(body=body))] * 3_600)
        )
    assert many < few + 200_000
