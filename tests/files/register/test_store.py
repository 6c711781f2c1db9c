"""Adding, changing and finding entries."""

import datetime as dt
import sqlite3

import pytest

from audit_lib.errors import InputError, OutputError
from audit_lib.files.register import Draft, open_register

from .conftest import DAY, MOMENT, altered, drafted


def test_an_entry_comes_back_as_it_was_put_in(register):
    person = register.pseudonym("Ada Lovelace")
    body = {
        "kind": "access",
        "days": [1, 2.5, None, True],
        "text": "Zoë \U0001f40b \x00 '\"",
        "in": {"a": {}},
    }
    due = DAY + dt.timedelta(days=30)
    stored = register.add("request", DAY, MOMENT, drafted(due=due, person=person, body=body))
    assert register.get(stored.id) == stored
    assert (stored.id, stored.sort, stored.opened, stored.due, stored.person) == (
        "R-2026-0001",
        "request",
        DAY,
        due,
        person,
    )
    assert stored.body == body
    assert stored.is_open
    assert stored.changed_at == MOMENT


def test_the_id_counts_within_its_sort_and_year(register):
    def ids(sort, opened):
        return register.add(sort, opened, MOMENT, lambda _: Draft(opened=opened)).id

    assert [ids("request", DAY), ids("request", DAY), ids("breach", DAY), ids("restriction", DAY)] == [
        "R-2026-0001",
        "R-2026-0002",
        "B-2026-0001",
        "RES-2026-0001",
    ]
    assert ids("request", dt.date(2027, 1, 1)) == "R-2027-0001"
    assert ids("request", DAY) == "R-2026-0003"


def test_the_id_grows_past_9999(register):
    ids = register.add_many("request", MOMENT, [(DAY, drafted())] * 10_001)
    assert ids[-2:] == ("R-2026-10000", "R-2026-10001")
    assert register.add("request", DAY, MOMENT, drafted()).id == "R-2026-10002"


def test_the_maker_is_given_the_id(register):
    stored = register.add("breach", DAY, MOMENT, lambda entry: Draft(opened=DAY, body={"me": entry}))
    assert stored.body == {"me": stored.id}


def test_a_change_replaces_the_state_and_keeps_the_history(register):
    first = register.add("request", DAY, MOMENT, drafted(body={"kind": "access"}))
    later = MOMENT + dt.timedelta(hours=1)
    changed = register.change(first.id, "closed: answered", later, altered(closed=DAY))
    assert register.get(first.id) == changed
    assert not changed.is_open
    added, closed = register.history(first.id)
    assert (added.what, closed.what) == ("added", "closed: answered")
    assert (added.at, closed.at) == (MOMENT, later)
    assert (added.draft.closed, closed.draft.closed) == (None, DAY)
    assert closed.before == added.hash
    assert closed.seq == changed.seq


def test_a_moment_is_kept_in_universal_time(register):
    summer = dt.datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    stored = register.add("request", DAY, summer, drafted())
    assert stored.changed_at == summer
    assert stored.changed_at.isoformat() == "2026-07-01T11:00:00.000005+00:00"


def test_what_stands_in_the_register_is_there_when_it_is_opened_again(home):
    with open_register(home, create=True) as register:
        stored = register.add("request", DAY, MOMENT, drafted())
        person = register.pseudonym("Ada")
    with open_register(home, create=True) as again:
        assert again.entries("request") == (stored,)
        assert again.pseudonym("ada") == person


class StopError(Exception):
    """Raised by a maker."""


@pytest.mark.parametrize("how", ["add", "change", "add_many"])
def test_a_maker_that_raises_leaves_all_unchanged(register, how):
    register.add("request", DAY, MOMENT, drafted())
    before = register.entries("request"), register.head()

    def stop(_):
        raise StopError

    writes = {
        "add": lambda: register.add("request", DAY, MOMENT, stop),
        "change": lambda: register.change("R-2026-0001", "closed", MOMENT, stop),
        "add_many": lambda: register.add_many("request", MOMENT, [(DAY, drafted()), (DAY, stop)]),
    }
    with pytest.raises(StopError):
        writes[how]()
    assert (register.entries("request"), register.head()) == before
    assert register.add("request", DAY, MOMENT, drafted()).id == "R-2026-0002"


def test_many_are_added_in_one_transaction_with_ids_in_their_order(register):
    ids = register.add_many("request", MOMENT, ((DAY, drafted(body={"row": row})) for row in range(3)))
    assert ids == ("R-2026-0001", "R-2026-0002", "R-2026-0003")
    assert [entry.body["row"] for entry in register.entries("request", order="opened")] == [0, 1, 2]


@pytest.mark.parametrize(
    "unknown", ["R-2026-0002", "", "'; DROP TABLE entries; --", "R-*", "\x00", "r-2026-0001"]
)
def test_an_unknown_id_is_a_clear_error(register, unknown):
    register.add("request", DAY, MOMENT, drafted())
    for ask in (
        lambda: register.get(unknown),
        lambda: register.history(unknown),
        lambda: register.change(unknown, "closed", MOMENT, altered(closed=DAY)),
    ):
        with pytest.raises(InputError, match="There is no entry"):
            ask()
    assert register.verify().sound


def test_the_error_for_an_unknown_id_names_the_last_of_its_year(register):
    register.add_many("request", MOMENT, [(DAY, drafted())] * 3)
    with pytest.raises(InputError, match="The last that begins with R-2026- is R-2026-0003"):
        register.get("R-2026-0030")


@pytest.mark.parametrize("typed", ["r-2026-2", " R-2026-0002 ", "R-2026-000002", "r-2026-0002"])
def test_an_id_that_was_typed_otherwise_than_given_out_is_told_with_the_one_that_was_meant(register, typed):
    register.add_many("request", MOMENT, [(DAY, drafted())] * 3)
    with pytest.raises(InputError, match=r'Did you mean "R-2026-0002"\?$'):
        register.get(typed)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda r: r.add("requests", DAY, MOMENT, drafted()), 'Did you mean "request"'),
        (lambda r: r.add("request", DAY, MOMENT.replace(tzinfo=None), drafted()), "time zone"),
        (lambda r: r.add("request", dt.date(2025, 1, 1), MOMENT, drafted()), "another day"),
        (lambda r: r.add("request", DAY, MOMENT, drafted(body={"a": float("nan")})), "JSON"),
        (lambda r: r.change("R-2026-0001", "  ", MOMENT, altered()), "1 to 200"),
        (lambda r: r.change("R-2026-0001", "x" * 201, MOMENT, altered()), "1 to 200"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_changed(register, wrong, said):
    register.add("request", DAY, MOMENT, drafted())
    before = register.head()
    with pytest.raises(ValueError, match=said):
        wrong(register)
    assert register.head() == before


@pytest.mark.parametrize("name", ["Ada Lovelace", "ada@example.org", "ABCD-EFGH-IJKL-MNOP", "abcd-efgh-ijkl"])
def test_no_name_can_stand_where_a_pseudonym_belongs(name):
    with pytest.raises(ValueError, match="person"):
        Draft(opened=DAY, person=name)


def test_a_write_cannot_stand_inside_another(register):
    def inside(_):
        return register.add("request", DAY, MOMENT, drafted())

    with pytest.raises(RuntimeError, match="inside another"):
        register.add("request", DAY, MOMENT, inside)
    assert register.entries("request") == ()


def test_the_maker_can_read_the_register(register):
    register.add("request", DAY, MOMENT, drafted())
    made = register.add(
        "request", DAY, MOMENT, lambda _: Draft(opened=DAY, body={"before": len(register.entries("request"))})
    )
    assert made.body == {"before": 1}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("UPDATE events SET what = 'other'", "the history is never changed"),
        ("DELETE FROM events", "the history is never shortened"),
        ("DELETE FROM entries", "an entry is closed, never deleted"),
        ("UPDATE about SET value = ''", "a register stays the same register"),
        ("DELETE FROM about", "a register stays the same register"),
    ],
)
def test_the_database_itself_refuses_to_change_the_history(register, words, said):
    register.add("request", DAY, MOMENT, drafted())
    with pytest.raises(sqlite3.IntegrityError, match=said):
        register._connection.execute(words)
    assert register.verify().sound


def test_an_event_can_only_be_added_at_the_end(register):
    register.add_many("request", MOMENT, [(DAY, drafted())] * 2)
    for how in ("INSERT", "INSERT OR REPLACE"):
        words = (
            f"{how} INTO events SELECT 1, at, entry, what, body, before, hash || '' FROM events WHERE seq = 2"
        )
        with pytest.raises(sqlite3.IntegrityError):
            register._connection.execute(words)
    assert register.verify().sound


def test_a_second_writer_that_cannot_have_the_lock_is_told_so(home, register):
    with open_register(home, wait=0.05) as other:

        def meanwhile(_):
            with pytest.raises(OutputError, match="somebody else holds the register"):
                other.add("request", DAY, MOMENT, drafted())
            return Draft(opened=DAY)

        register.add("request", DAY, MOMENT, meanwhile)
        assert other.add("request", DAY, MOMENT, drafted()).id == "R-2026-0002"


def test_a_write_that_a_long_reader_keeps_from_ending_is_undone(home, register):
    register.add("request", DAY, MOMENT, drafted())
    before = register.head()
    reader = sqlite3.connect(home, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM entries").fetchall()
    with open_register(home, wait=0.05) as writer:
        with pytest.raises(OutputError, match="somebody else holds the register; nothing was changed"):
            writer.add("request", DAY, MOMENT, drafted())
        assert writer.head() == before
        reader.close()
        assert writer.add("request", DAY, MOMENT, drafted()).id == "R-2026-0002"


def test_a_full_disk_leaves_all_unchanged(register):
    register.add("request", DAY, MOMENT, drafted())
    before = register.entries("request"), register.head()
    pages = register._connection.execute("PRAGMA page_count").fetchone()[0]
    register._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(OutputError, match="no room left on the disk; nothing was changed"):
        register.add("request", DAY, MOMENT, drafted(body={"long": "x" * 100_000}))
    with pytest.raises(OutputError, match="no room left"):
        register.add_many("request", MOMENT, [(DAY, drafted())] * 1_000)
    assert (register.entries("request"), register.head()) == before
    assert register.verify().sound
    register._connection.execute("PRAGMA max_page_count = 100000")
    assert register.add("request", DAY, MOMENT, drafted()).id == "R-2026-0002"


def test_what_is_acknowledged_has_been_flushed_to_the_disk(register):
    ask = register._connection.execute
    assert ask("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert ask("PRAGMA synchronous").fetchone()[0] == 3  # EXTRA
    assert ask("PRAGMA foreign_keys").fetchone()[0] == 1
