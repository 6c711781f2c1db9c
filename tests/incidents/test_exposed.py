"""What a breach of each party and system would expose."""

from incident_maps import activity, flow, hostel, without

from audit_lib.incidents.exposed import exposed_everywhere, parts_of


def rows(data_map, hit):
    return {row.subject: row for row in exposed_everywhere(data_map)[hit]}


def test_a_party_exposes_what_it_holds_of_everybody():
    found = rows(hostel(), "party:hostel")
    assert found["guests"].data == ("identity", "name", "passport", "diet")
    assert found["staff"].data == ("mood",)


def test_people_come_with_their_number_and_what_calls_for_care():
    guests = rows(hostel(), "party:cloud")["guests"]
    assert guests.number == 300
    assert [each.value for each in guests.vulnerability] == ["child"]


def test_an_organisation_is_hit_with_its_teams():
    bare = without("flows", "desk")
    assert rows(bare, "party:hostel")["guests"].flows == ("book", "eat")
    assert parts_of(bare, "hostel") == ("hostel", "front-desk")


def test_a_system_exposes_what_rests_in_it_though_another_runs_it():
    platform = rows(hostel(), "system:platform")["guests"]
    assert platform.data == ("identity", "name", "passport")
    assert platform.activities == ("booking",)


def test_a_channel_exposes_what_goes_through_it_and_no_more():
    assert rows(hostel(), "system:mailbox")["guests"].flows == ("book",)
    silent = without("flows", "book", via=None)
    assert exposed_everywhere(silent)["system:mailbox"] == ()


def test_a_system_that_says_nothing_exposes_what_it_is_used_for():
    bare = without("flows", "eat", via=None)
    assert rows(bare, "system:app")["guests"].data == ("diet",)


def test_what_is_only_expected_is_marked():
    archive = rows(hostel(), "party:archive")["guests"]
    assert archive.expected
    assert archive.unconfirmed == archive.data
    assert not rows(hostel(), "party:cloud")["guests"].expected


def test_people_suffer_no_breach_of_what_they_know():
    assert not [hit for hit in exposed_everywhere(hostel()) if hit in ("party:guests", "party:staff")]


def test_a_flow_carries_only_what_its_sender_holds():
    more = hostel(flows=[flow("hint", "insurer", "ico", "claims", "controller", ["card", "name"])])
    assert rows(more, "party:ico")["guests"].data == ("name",)


def test_activities_about_other_people_do_not_count():
    more = hostel(activities=[activity("staffing", ["identity"], ["staff"], processors=["cloud"])])
    assert rows(more, "party:cloud")["guests"].activities == ("booking",)
