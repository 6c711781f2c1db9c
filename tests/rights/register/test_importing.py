"""Requests out of a table: all of them, or all that is wrong, and nobody's name in what is told."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.errors import ParameterError
from audit_lib.files.register import open_register
from audit_lib.model.data_map import DataMap
from audit_lib.model.rights import RightKind
from audit_lib.rights.register.columns import COLUMNS, HEADINGS, cells_of
from audit_lib.rights.register.importing import MAX_LISTED, import_requests, parse_requests
from audit_lib.rights.register.table import MAX_CELL, Table
from audit_lib.rights.requests import read_requests
from audit_lib.rights.restrictions import read_restrictions

AS_OF = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
PERSON = "aaaa-bbbb-cccc-dddd"


def table(*rows):
    """A table whose columns are those that any row has."""
    headings = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, headings)
    writer.writeheader()
    writer.writerows(rows)
    return Table("requests.csv", out.getvalue())


def access(**cells):
    return {"right": "access", "received": "2026-10-01", **cells}


def read(*rows, **known):
    return parse_requests(table(*rows), AS_OF, **known)


def told(given, **known):
    with pytest.raises(ParameterError) as raised:
        parse_requests(given if isinstance(given, Table) else table(*given), AS_OF, **known)
    return [str(fault) for fault in raised.value.faults]


@pytest.fixture
def register(tmp_path):
    with open_register(tmp_path / "register.db", create=True) as opened:
        yield opened


@pytest.fixture
def shop():
    known = {"stance": "recorded"}
    return DataMap.model_validate(
        {
            "map": {"id": "m", "title": "M", "jurisdiction": "Scotland", "controller": "shop"},
            "parties": [
                {"id": "shop", "name": "Shop", "kind": "organisation", **known},
                {"id": "guests", "name": "Guests", "kind": "individuals", **known},
            ],
            "channels": [
                {"id": "post", "name": "Post", "kind": "post", "uses": ["rights"], "party": "shop", **known}
            ],
        }
    )


def test_two_columns_are_enough():
    (request,) = read(access())
    assert (request.id, request.right, request.due) == ("R-2026-0001", RightKind.ACCESS, dt.date(2026, 11, 2))


def test_every_column_is_read():
    row = access(
        person=PERSON, subject="guests", channel="post", nation="scotland", reference="CR-1",
        identity_asked="2026-10-01", identity_received="2026-10-02",
        fee_asked="2026-10-01", fee_paid="2026-10-03", extended_on="2026-10-20",
        clarification_asked="2026-10-05;2026-10-12", clarification_answered="2026-10-06;",
    )  # fmt: skip
    (request,) = read(row)
    found = dict(zip(HEADINGS, cells_of(request), strict=True))
    assert {name: found[name] for name in row} == row
    assert [question.open for question in request.dates.clarifications] == [False, True]


def test_closed_ones_and_complaints_are_read():
    closed = {"closed_on": "2026-10-20", "outcome": "refused", "reason": "excessive", "told_ways": "no"}
    complaint = {"right": "complain-to-controller", "received": "2026-10-01", "acknowledged_on": "2026-10-02"}
    first, second = read(access(**closed), complaint)
    assert (first.outcome, first.reason, first.told_ways) == ("refused", "excessive", False)
    assert second.next_duty == "Tell the outcome"


def test_what_goes_out_comes_in_again_as_it_was():
    rows = [
        access(person=PERSON, extended_on="2026-11-05"),
        access(right="objection", marketing="yes", stopped_on="2026-10-02"),
        access(identity_asked="2026-10-02"),
    ]
    requests = read(*rows)
    written = [dict(zip(HEADINGS, cells_of(request), strict=True)) for request in requests]
    assert read(*written) == requests


def test_headings_are_read_as_people_write_them():
    text = "\r\nRight,Received,Identity-asked\r\n\r\naccess,2026-10-01,2026-10-02\r\n"
    (request,) = parse_requests(Table("r.csv", text), AS_OF)
    assert request.dates.identity.open


def test_everything_that_is_wrong_is_told_at_once_with_its_line():
    found = told(
        [
            access(received="1.10.2026", subject="The Guests"),
            access(),
            access(right="acess", clarification_asked="2026-10-02;soon"),
            access(identity_received="2026-10-05", extended_on="2026-12-01"),
            access(right=""),
            access(reference="Ada Lovelace", marketing="maybe"),
        ]
    )
    assert [fault.split()[0] for fault in found] == sorted(fault.split()[0] for fault in found)
    assert sorted(fault.split()[:2] for fault in found) == [
        ["requests.csv:2", "received:"],
        ["requests.csv:2", "subject:"],
        ["requests.csv:4", "clarification_asked:"],
        ["requests.csv:4", "right:"],
        ["requests.csv:5", "extended_on:"],
        ["requests.csv:5", "identity_received:"],
        ["requests.csv:6", "right:"],
        ["requests.csv:7", "marketing:"],
        ["requests.csv:7", "reference:"],
    ]
    assert any('Did you mean "access"?' in fault for fault in found)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "The table is empty"),
        ("\n\n", "The table is empty"),
        ("right\naccess\n", 'The column "received" is missing'),
        ("right;received\naccess;2026-10-01\n", "commas"),
        ("right,received,recieved\n", 'Did you mean "received"?'),
        ("right,received,Received\n", "stands there 2 times"),
        ("right,received\naccess\n", "The row has 1 cells"),
        ("right,received\naccess,2026-10-01,more\n", "The row has 3 cells"),
        ('right,received\n"access,2026-10-01\n', "This is no CSV"),
        (f"right,received,reference\naccess,2026-10-01,{'1' * (MAX_CELL + 1)}\n", "at most 500"),
    ],
)
def test_what_is_no_such_table_is_refused(text, match):
    assert any(match in fault for fault in told(Table("r.csv", text)))


def test_faults_without_number_are_counted():
    found = told([access(received="soon")] * (MAX_LISTED + 7))
    assert len(found) == MAX_LISTED + 1
    assert found[-1] == "requests.csv There are 7 more faults."


def test_a_line_is_that_of_the_file_even_after_cells_of_several_lines():
    text = 'right,received,waiting\naccess,2026-10-01,"one\ntwo"\naccess,soon,\n'
    assert told(Table("r.csv", text)) == ["r.csv:4 received: This is no date: write it as 2026-03-31."]


def test_a_map_says_which_people_and_channels_there_are_and_whose_holidays_count(shop):
    (request,) = read(access(received="2026-03-06", subject="guests", channel="post"), data_map=shop)
    assert (request.nation, request.due) == ("scotland", dt.date(2026, 4, 6))
    (request,) = read(access(nation="northern-ireland"), data_map=shop)
    assert request.nation == "northern-ireland"
    found = told([access(subject="guest", channel="pots")], data_map=shop)
    assert [fault.partition("such ")[2].partition(".")[0] for fault in found] == ["subject", "channel"]


def test_names_become_pseudonyms_and_never_stand_in_a_fault(register):
    rows = [
        access(person="Ada Lovelace", received="soon"),
        access(person="ada@example.org", reference="Ada L"),
    ]
    for known in ({}, {"pseudonym": register.pseudonym}):
        assert "ada" not in " ".join(told(rows, **known)).lower()


def test_without_a_register_only_pseudonyms_are_taken():
    assert told([access(person="Ada")])[0].startswith("requests.csv:2 person: This is no pseudonym")
    assert read(access(person=PERSON))[0].person == PERSON


def test_a_table_comes_into_the_register_as_a_whole(register, shop):
    rows = [access(person="Ada Lovelace"), access(right="objection", marketing="yes", person="ADA LOVELACE")]
    entered, listed = import_requests(register, table(*rows), AT, AS_OF, shop)
    assert read_requests(register) == entered
    assert {request.person for request in entered} == {register.pseudonym("Ada Lovelace")}
    assert read_restrictions(register) == listed
    assert [restriction.request for restriction in listed] == ["R-2026-0002"]


def test_one_wrong_row_and_nothing_comes_in(register):
    head = register.head()
    with pytest.raises(ParameterError):
        import_requests(register, table(access(), access(received="2026-12-01")), AT, AS_OF)
    assert register.head() == head


def test_ids_of_another_register_become_references(register):
    rows = [access(id="R-2024-0017"), access(id="R-2024-0018", reference="CR-9"), access()]
    entered, _ = import_requests(register, table(*rows), AT, AS_OF)
    assert [(one.id, one.reference) for one in entered] == [
        ("R-2026-0001", "R-2024-0017"),
        ("R-2026-0002", "CR-9"),
        ("R-2026-0003", None),
    ]


def test_the_same_table_does_not_come_in_twice(register):
    given = table(access(reference="CR-1"), access(reference="CR-2"))
    import_requests(register, given, AT, AS_OF)
    head = register.head()
    with pytest.raises(
        ParameterError, match="2 of its requests are in the register already, the first, CR-1"
    ):
        import_requests(register, given, AT, AS_OF)
    assert register.head() == head


def test_requests_and_the_restriction_list_come_in_together_or_not_at_all(register, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("audit_lib.rights.register.importing.suppress", broken)
    head = register.head()
    with pytest.raises(KeyboardInterrupt):
        import_requests(register, table(access(right="objection", marketing="yes", person="Ada")), AT, AS_OF)
    assert register.head() == head


def test_an_id_stands_once_and_is_one_of_a_register():
    assert "The same id" in told([access(id="R-2024-0017"), access(id="R-2024-0017")])[0]
    assert "no id of a register" in told([access(id="17")])[0]


@given(
    st.lists(st.dictionaries(st.sampled_from([*COLUMNS, "id"]), st.text(max_size=12), max_size=5), max_size=4)
)
def test_whatever_stands_in_a_table_it_is_read_or_refused(rows):
    filled = [
        access(**{name: cell for name, cell in row.items() if name not in ("right", "received")})
        for row in rows
    ]
    try:
        found = parse_requests(table(access(), *filled), AS_OF)
    except ParameterError:
        return
    assert len(found) == len(rows) + 1


@pytest.mark.parametrize("person", ["Ada Lovelace", "ada@example.org", "07700 900123"])
def test_a_row_that_has_slipped_names_nobody(person):
    found = told(Table("r.csv", f"right,received,identity_asked\naccess,{person},{person}\n"))
    assert len(found) == 2
    assert not [fault for fault in found if person.split()[0] in fault]


def test_a_day_that_is_none_is_repeated():
    assert 'received: "1.10.2026" is no date' in told([access(received="1.10.2026")])[0]


def test_a_table_without_headings_names_nobody():
    found = told(Table("r.csv", "Ada Lovelace,ada@example.org,7 Mill Lane\n"))
    assert [fault[:45] for fault in found] == ["r.csv:1 The first row names no column that is"]
