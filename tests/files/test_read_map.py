"""A folder becomes a map, or the list of everything that is wrong with it."""

import pytest

from audit_lib.errors import Place
from audit_lib.files.placing import MAX_LISTED
from audit_lib.files.read_map import read_map


def test_a_map_may_stand_in_several_files(home):
    data_map = read_map(home)
    assert (data_map.info.id, len(data_map.parties), data_map.flows[0].sender) == ("demo", 2, "tenants")


def test_a_map_may_stand_in_one_file(home):
    several = read_map(home)
    together = "".join((home / name).read_text() for name in ("map.yaml", "parties.yaml", "flows.yaml"))
    for name in ("parties.yaml", "flows.yaml"):
        (home / name).unlink()
    (home / "map.yaml").write_text(together)
    assert read_map(home) == several


def test_every_entry_has_a_place_that_a_user_can_open(home, change):
    change(home / "map.yaml", "map: {", "# head\nmap: {")
    (home / "notice.yaml").write_text("notice: {title: Notice, publisher: kite}\n")
    (home / "decisions.yaml").write_text(
        "decisions:\n  - {finding: x-1, status: accepted, owner: DPO, reason: known}\n"
    )
    places = read_map(home).places
    assert places["flow:application"] == Place("demo/flows.yaml", 3, 5)
    assert places["party:tenants"] == Place("demo/parties.yaml", 3, 5)
    assert places["map:demo"] == Place("demo/map.yaml", 2, 6)
    assert places["notice:notice"] == Place("demo/notice.yaml", 1, 9)
    assert places["decision:x-1"] == Place("demo/decisions.yaml", 2, 5)
    assert {"data:identity", "purpose:letting", "activity:tenancy"} < places.keys()


def test_an_empty_section_holds_no_entries(home):
    (home / "systems.yaml").write_text("systems:\n")
    assert read_map(home).systems == ()


def test_the_second_of_two_entries_with_one_id_is_told(home, faults):
    path = home / "parties.yaml"
    path.write_text(path.read_text() + "  - {id: kite, name: Other, kind: team, stance: recorded}\n")
    assert faults(home) == [
        'demo/parties.yaml:4:10 parties.kite.id: The id "kite" is used twice. '
        "Ids are unique in a map: rename one."
    ]


def test_a_circle_in_the_hierarchy_is_told(home, faults, change):
    change(
        home / "map.yaml",
        "  - {id: identity, name: Who somebody is, stance: recorded}\n",
        "  - {id: identity, name: I, parent: name, stance: recorded}\n"
        "  - {id: name, name: N, parent: identity, stance: recorded}\n",
    )
    assert faults(home) == [
        "demo/map.yaml:4:33 data.name.parent: This closes a circle: identity > name > identity. "
        "Take one of them out."
    ]


def test_all_faults_of_all_files_are_told_at_once_in_the_order_of_the_files(home, faults, change):
    change(home / "map.yaml", "controller: kite", "controller: kit")
    change(home / "parties.yaml", "kind: individuals", "kind: people")
    change(home / "flows.yaml", "role: controller", "rol: controller")
    (home / "retention.yaml").write_text('retention: "\n')
    assert [fault.split(" ")[0] for fault in faults(home)] == [
        "demo/map.yaml:1:60",
        "demo/parties.yaml:3:40",
        "demo/flows.yaml:3:5",
        "demo/flows.yaml:10:5",
        "demo/retention.yaml:1:12",
    ]


def test_ids_of_an_entry_that_is_wrong_elsewhere_are_followed_too(home, faults, change):
    change(home / "flows.yaml", "role: controller", "role: boss")
    change(home / "flows.yaml", "to: kite", "to: kit")
    assert [fault.split(" ")[0] for fault in faults(home)] == ["demo/flows.yaml:6:9", "demo/flows.yaml:10:11"]


def test_an_entry_that_is_wrong_is_still_known_to_others(home, faults, change):
    change(home / "parties.yaml", "name: Kite Homes", "nam: Kite Homes")
    assert all("parties.kite" in fault for fault in faults(home))


def test_a_file_that_cannot_be_read_makes_no_other_id_wrong(home, faults):
    (home / "parties.yaml").write_text("parties: '\n")
    assert [fault.split(" ")[0] for fault in faults(home)] == ["demo/parties.yaml:1:10"]


def test_a_flood_of_faults_is_counted(home, faults):
    flow = (home / "flows.yaml").read_text().partition("flows:\n")[2]
    (home / "flows.yaml").write_text(
        "flows:\n" + "".join(flow.replace("application", f"f{n}").replace("role", "rol") for n in range(600))
    )
    found = faults(home)
    assert len(found) == MAX_LISTED + 1
    assert found[-1] == "demo 200 more faults are not listed."


def test_a_section_that_is_no_list_is_a_fault(home, faults):
    (home / "systems.yaml").write_text("systems: {id: a}\n")
    assert faults(home) == [
        "demo/systems.yaml:1:10 systems: a mapping stands here; a list of entries is wanted."
    ]


@pytest.mark.parametrize("head", ["mop: {", "map:\n# {"])
def test_a_map_needs_its_head(home, faults, change, head):
    change(home / "map.yaml", "map: {", head)
    told = 'demo/map.yaml The section "map" is missing or empty: it names the map and its controller.'
    assert told in faults(home)


def test_what_stands_under_an_alias_is_checked_where_the_alias_stands(home, faults, change):
    change(home / "flows.yaml", "[identity]", "&list [identity, nothing]")
    change(home / "flows.yaml", "    role", "    note: *list\n    role")
    assert [fault.split(" ")[0] for fault in faults(home)] == [
        "demo/flows.yaml:8:28",
        "demo/flows.yaml:10:11",
    ]


def test_a_flow_states_its_first_and_last_day(home, change):
    change(
        home / "flows.yaml",
        "role: controller",
        "role: controller\n    since: 2024-03-01\n    until: 2026-02-28",
    )
    flow = read_map(home).flow["application"]
    assert (str(flow.since), str(flow.until)) == ("2024-03-01", "2026-02-28")


def test_a_day_in_another_form_is_a_fault(home, faults, change):
    change(
        home / "flows.yaml", "role: controller", "role: controller\n    since: 1709251200\n    until: 1 March"
    )
    assert [line.partition(" is not")[0] for line in faults(home)] == [
        'demo/flows.yaml:11:12 flows.application.since: "1709251200"',
        'demo/flows.yaml:12:12 flows.application.until: "1 March"',
    ]


def test_a_flow_that_ends_before_it_begins_is_told_where_it_ends(home, faults, change):
    change(
        home / "flows.yaml",
        "role: controller",
        "role: controller\n    since: 2024-03-01\n    until: 2024-02-01",
    )
    assert faults(home) == [
        'demo/flows.yaml:12:12 flows.application.until: "2024-02-01" stands here: it is before since, '
        "2024-03-01."
    ]


def test_a_class_of_recipients_that_is_none_is_told_with_its_place(home, faults, change):
    change(home / "parties.yaml", "kind: individuals", "kind: individuals, recipient_class: kite")
    assert faults(home) == [
        'demo/parties.yaml:3:70 parties.tenants.recipient_class: "kite" is a particular party; one with '
        '"generic: true" is wanted here.'
    ]
