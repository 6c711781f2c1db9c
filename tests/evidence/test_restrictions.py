"""What may not be used, of whom and when, out of the register and out of the rows of a list."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from audit_lib.errors import InputError
from audit_lib.evidence.restrictions import (
    Scope,
    bars_of_register,
    matched,
    open_source,
    registered,
    scope_of_row,
    scopes,
)
from audit_lib.files.register import Draft, open_register
from audit_lib.graph.example import example_map
from audit_lib.law.restriction_rules import blocks
from audit_lib.model.evidence_source import Source
from audit_lib.model.restriction import DataUse, Ground, Restriction

MAP = example_map()
DAY = dt.date(2026, 6, 10)
AT = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
LONDON = "Europe/London"


def micros(said: str) -> int:
    """Return a moment in London as microseconds since 1970 UTC."""
    moment = dt.datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(LONDON))
    return int(moment.timestamp()) * 1_000_000


def listed(**fields) -> Source:
    return Source.model_validate(
        {"id": "list", "kind": "restrictions", "name": "List", "format": "csv", **fields}
    )


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "register.db", create=True) as opened:
        yield opened


@pytest.fixture
def restrict(register):
    """Put a restriction of somebody into the register."""

    def put(person: str, ground=Ground.ACCURACY, since=DAY, **fields) -> None:
        known = {"person": register.pseudonym(person), "request": "R-2026-0001", "ground": ground}
        made = Restriction.model_validate({"id": "RES-2026-0001", "since": since, **known, **fields})
        body = made.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        register.add("restriction", since, AT, lambda _: Draft(opened=since, person=made.person, body=body))

    return put


def bars(register, *people, zone: str = LONDON):
    return bars_of_register(register, MAP, people, zone)


# The register


def test_a_person_of_the_log_is_known_by_the_registers_own_pseudonym(register, restrict):
    restrict("T-0042")
    assert [bar.person for bar in bars(register, "T-0041", "T-0042").bars] == ["T-0042"]


def test_numbers_are_matched_as_they_are_written(register, restrict):
    restrict("42")
    assert [bar.person for bar in bars(register, 41, 42).bars] == [42]


def test_an_address_is_known_however_it_is_written(register, restrict):
    restrict("Ada@example.org")
    assert [bar.person for bar in bars(register, "ada@EXAMPLE.org", "ADA@example.org").bars] == [
        "ADA@example.org",
        "ada@EXAMPLE.org",
    ]


def test_who_is_in_no_log_is_counted(register, restrict):
    restrict("T-1")
    restrict("T-2")
    found = bars(register, "T-1")
    assert (len(found.bars), found.strangers) == (1, 1)


def test_empty_names_of_people_are_passed_over(register, restrict):
    restrict("T-1")
    assert [bar.person for bar in bars(register, "", "  ", "T-1").bars] == ["T-1"]


def test_it_holds_from_the_end_of_its_first_day_to_the_start_of_its_last(register, restrict):
    restrict("T-1", until=dt.date(2026, 11, 2))
    (bar,) = bars(register, "T-1").bars
    assert (bar.since_us, bar.until_us) == (micros("2026-06-11T00:00"), micros("2026-11-02T00:00"))


def test_days_are_those_of_the_zone(register, restrict):
    restrict("T-1")
    (bar,) = bars(register, "T-1", zone="Pacific/Auckland").bars
    assert bar.since_us == micros("2026-06-10T13:00")


@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_a_day_on_which_clocks_change_ends_at_midnight(register, restrict, day):
    restrict("T-1", since=day)
    (bar,) = bars(register, "T-1").bars
    assert bar.since_us == micros(f"{day + dt.timedelta(days=1)}T00:00")


def test_without_an_end_it_has_none(register, restrict):
    restrict("T-1")
    assert bars(register, "T-1").bars[0].until_us is None


def test_the_last_day_of_all_does_no_harm(register, restrict):
    restrict("T-1", since=dt.date(9999, 12, 31))
    assert bars(register, "T-1").bars[0].since_us > micros("9999-12-29T00:00")


def test_one_that_was_lifted_held_until_then(register, restrict):
    restrict("T-1", until=dt.date(2026, 7, 1), lifted=True)
    assert bars(register, "T-1").bars[0].until_us == micros("2026-07-01T00:00")


def test_restrictions_that_reach_the_same_share_a_scope(register, restrict):
    restrict("T-1", data=["name", "arrears"])
    restrict("T-2", data=["arrears", "name"])
    restrict("T-2", ground=Ground.MARKETING)
    found = bars(register, "T-1", "T-2")
    assert found.scopes == (
        Scope(Ground.ACCURACY, ("arrears", "name")),
        Scope(Ground.MARKETING),
    )
    assert [(bar.person, bar.scope) for bar in found.bars] == [("T-1", 0), ("T-2", 0), ("T-2", 1)]


def test_ids_that_the_map_does_not_have_are_told(register, restrict):
    restrict("T-1", data=["name", "shoe-size"], activities=["dancing"])
    assert bars(register, "T-1").unknown == ("dancing", "shoe-size")


def test_nothing_of_a_person_is_kept_who_has_no_restriction(register, restrict):
    restrict("T-1")
    found = matched(register, registered(register), (f"T-{number}" for number in range(500)))
    assert list(found.values()) == [("T-1",)]


def test_an_entry_that_is_no_restriction_is_told(register):
    register.add("restriction", DAY, AT, lambda _: Draft(opened=DAY, body={"what": "else"}))
    with pytest.raises(InputError, match=r"RES-2026-0001 .* Verify the register"):
        registered(register)


# Opening it as a source


def of_register(*files: str) -> Source:
    return listed(format="register", files=files)


def test_the_register_of_a_source_stands_in_the_folder_of_the_map(register, restrict, tmp_path):
    restrict("T-1")
    with open_source(tmp_path, of_register("register.db")) as opened:
        assert len(bars(opened, "T-1").bars) == 1


def test_a_register_that_is_opened_to_be_read_is_not_changed(register, restrict, tmp_path):
    restrict("T-1")
    register.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with open_source(tmp_path, of_register("register.db")) as opened:
        registered(opened)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_key_may_stand_elsewhere(register, restrict, tmp_path):
    restrict("T-1")
    key = (tmp_path / "register.db.key").rename(tmp_path / "away.key")
    with open_source(tmp_path, of_register("register.db"), key_file=key) as opened:
        assert len(bars(opened, "T-1").bars) == 1


def test_without_its_key_nobody_can_be_matched(register, restrict, tmp_path):
    restrict("T-1")
    (tmp_path / "register.db.key").unlink()
    with (
        open_source(tmp_path, of_register("register.db")) as opened,
        pytest.raises(InputError, match="This needs the key of the register") as caught,
    ):
        bars(opened, "T-1")
    assert "T-1" not in str(caught.value)


def test_a_register_that_is_not_there_is_told_with_its_source(tmp_path):
    with pytest.raises(InputError, match=r'register\.db There is no register here.*source "list"'):
        open_source(tmp_path, of_register("register.db"))


# Rows of a list


def test_a_row_reaches_the_data_and_the_activity_that_it_names():
    scope = scope_of_row("marketing", "passport-copy", "checking-work")
    assert scope == Scope(Ground.MARKETING, ("passport-copy",), ("checking-work",))


def test_an_empty_row_reaches_everything_under_article_18():
    assert scope_of_row(None, "", None) == Scope(Ground.ACCURACY)


# Scopes


def test_a_scope_blocks_what_its_restrictions_block():
    one = Scope(Ground.ACCURACY, ("identity",), ("checking-work",)).on(DAY)
    assert blocks(one, DataUse("name", "checking-work", DAY), MAP.below)
    assert not blocks(one, DataUse("name", "letting-work", DAY), MAP.below)
    assert not blocks(one, DataUse("arrears", "checking-work", DAY), MAP.below)


def test_a_scope_knows_nobody():
    assert Scope(Ground.ACCURACY).on(DAY).person == "aaaa-aaaa-aaaa-aaaa"


def test_scopes_are_numbered_as_they_first_come():
    grounds = [Ground.CLAIMS, Ground.MARKETING, Ground.CLAIMS]
    different, numbers = scopes(Scope(ground).on(DAY) for ground in grounds)
    assert [scope.ground for scope in different] == [Ground.CLAIMS, Ground.MARKETING]
    assert numbers == (0, 1, 0)
