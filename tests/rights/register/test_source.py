"""Requests for a report come out of a register or a table, and neither needs the key nor is changed."""

import datetime as dt

import pytest

from audit_lib.errors import InputError
from audit_lib.files.register import open_register
from audit_lib.rights.register.importing import import_requests
from audit_lib.rights.register.source import load_requests
from audit_lib.rights.register.table import Table

AS_OF = dt.date(2026, 11, 22)
AT = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
TEXT = (
    "right,received,person,marketing\n"
    "access,2026-10-01,aaaa-bbbb-cccc-dddd,\n"
    "objection,2026-10-01,aaaa-bbbb-cccc-dddd,yes\n"
)


def test_a_register_and_a_table_that_say_the_same_give_the_same_requests(tmp_path):
    (tmp_path / "requests.csv").write_text(TEXT, encoding="utf-8")
    with open_register(tmp_path / "register.db", create=True) as register:
        import_requests(register, Table("requests.csv", TEXT), AT, AS_OF)
    (tmp_path / "register.db.key").unlink()
    before = (tmp_path / "register.db").read_bytes()
    out_of_table = load_requests(tmp_path / "requests.csv", AS_OF)
    out_of_register = load_requests(tmp_path / "register.db", AS_OF)
    assert out_of_table.requests == out_of_register.requests
    assert out_of_table.restrictions == out_of_register.restrictions
    assert [each.request for each in out_of_table.restrictions] == ["R-2026-0002"]
    assert (tmp_path / "register.db").read_bytes() == before


@pytest.mark.parametrize("name", ["nothing.csv", "nothing.db"])
def test_what_is_not_there_is_told(tmp_path, name):
    with pytest.raises(InputError):
        load_requests(tmp_path / name, AS_OF)
