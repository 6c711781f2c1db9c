"""What people must be told: the items, their order and their dates."""

import datetime as dt

from audit_lib.law.authority import Authority
from audit_lib.law.transparency import TRANSPARENCY_ITEMS, transparency_items

IDS = """
A13-1a A13-1a-rep A13-1b A13-1c-p A13-1c-b A13-1d A13-1e A13-1f
A13-2a A13-2b A13-2c A13-2ca A13-2d A13-2e A13-2f A13-3 A14-1d A14-2f A14-2da A14-3 A12-1 A12-2 A21-4 A26-2
PECR-6 VER
"""


def test_the_items_are_all_there_in_their_order():
    assert [item.id for item in TRANSPARENCY_ITEMS] == IDS.split()


def test_complaints_to_the_controller_are_told_from_june_2026():
    late = {item.id for item in TRANSPARENCY_ITEMS} - {i.id for i in transparency_items(dt.date(2026, 6, 18))}
    assert late == {"A13-2ca", "A14-2da"}


def test_only_the_version_is_no_law():
    assert [item.id for item in TRANSPARENCY_ITEMS if item.authority is not Authority.LAW] == ["VER"]


def test_the_id_agrees_with_the_provision():
    for item in TRANSPARENCY_ITEMS:
        article = item.id[1:3]
        assert not item.id.startswith("A") or f"Art. {article}(" in item.provision
