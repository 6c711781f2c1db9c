"""Several writes as one, and entries counted without being read."""

import datetime as dt

import pytest

from audit_lib.errors import InputError, OutputError

from .conftest import DAY, MOMENT, altered, drafted


def test_several_writes_are_done_together(register):
    with register.together():
        first = register.add("request", DAY, MOMENT, drafted())
        register.add("restriction", DAY, MOMENT, drafted())
        register.change(first.id, "closed", MOMENT, altered(closed=DAY))
    assert [len(register.entries(sort)) for sort in ("request", "restriction")] == [1, 1]
    assert register.verify().sound


def test_or_none_of_them(register):
    head = register.head()

    def stopped_halfway():
        with register.together():
            register.add("request", DAY, MOMENT, drafted())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_halfway()
    assert (register.head(), register.entries("request")) == (head, ())
    register.add("request", DAY, MOMENT, drafted())
    assert register.verify().sound


def test_one_that_fails_is_undone_alone_if_the_caller_goes_on(register):
    def stop(_):
        raise KeyError

    with register.together():
        register.add("request", DAY, MOMENT, drafted())
        with pytest.raises(KeyError):
            register.add("request", DAY, MOMENT, stop)
        register._connection.execute(
            "CREATE TEMP TRIGGER stop AFTER INSERT ON events BEGIN SELECT RAISE(FAIL, 'no'); END"
        )
        with pytest.raises(InputError):
            register.add("request", DAY, MOMENT, drafted())
        register._connection.execute("DROP TRIGGER stop")
        register.add("breach", DAY, MOMENT, drafted())
    assert [len(register.entries(sort)) for sort in ("request", "breach")] == [1, 1]
    assert register.verify().sound


def test_nothing_is_written_after_the_database_has_given_up_the_whole(register):
    register._connection.execute("PRAGMA max_page_count = 20")

    def go_on_regardless() -> None:
        register.add("request", DAY, MOMENT, drafted())
        with pytest.raises(OutputError, match="no room left"):
            register.add("request", DAY, MOMENT, drafted(body={"long": "x" * 1_000_000}))
        if register._connection.in_transaction:
            register._connection.execute("ROLLBACK")
        register.add("breach", DAY, MOMENT, drafted())

    with pytest.raises(RuntimeError), register.together():
        go_on_regardless()
    assert (register.entries("request"), register.entries("breach")) == ((), ())
    assert register.verify().sound
    assert register.add("request", DAY, MOMENT, drafted()).id == "R-2026-0001"


@pytest.mark.parametrize("write", ["add", "together"])
def test_no_write_stands_inside_another_even_so(register, write):
    def inside(_):
        if write == "together":
            with register.together():
                pass
        return register.add("request", DAY, MOMENT, drafted())

    with pytest.raises(RuntimeError, match="inside another"), register.together():
        register.add("request", DAY, MOMENT, inside)
    assert register.entries("request") == ()


@pytest.mark.parametrize("open_only", [False, True])
@pytest.mark.parametrize("due_by", [None, DAY, DAY + dt.timedelta(days=1)])
def test_there_are_as_many_as_are_counted(register, open_only, due_by):
    for due, closed in ((None, None), (DAY, None), (DAY, DAY), (DAY + dt.timedelta(days=1), None)):
        register.add("request", DAY, MOMENT, drafted(due=due, closed=closed))
    register.add("breach", DAY, MOMENT, drafted(due=DAY))
    listed = register.entries("request", open_only=open_only, due_by=due_by)
    assert register.count("request", open_only=open_only, due_by=due_by) == len(listed)
