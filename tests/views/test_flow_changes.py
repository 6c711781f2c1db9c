"""What becomes of the flows and parties of two maps."""

from __future__ import annotations

import pytest

from audit_lib.views.flow_changes import Kind, compare_flows, moves
from audit_lib.views.flow_words import move_words, party_words


@pytest.fixture
def edited(letting, changed):
    """Make the agency's map with some fields of flows changed, and some flows or parties gone or new."""

    def make(fields=None, *, gone=(), new=(), parties=None):
        content = letting.content()
        flows = [{**f, **(fields or {}).get(f["id"], {})} for f in content["flows"] if f["id"] not in gone]
        listed = content["parties"] if parties is None else parties(content["parties"])
        return changed(flows=[*flows, *new], parties=listed, data=content["data"])

    return make


def kinds(before, after, **options):
    found = moves(before, after, **options)
    return [(m.sender, m.recipient, m.kind) for m in found if m.kind is not Kind.STAYS]


def a_flow(letting, name, **fields):
    return {**next(f for f in letting.content()["flows"] if f["id"] == "report"), "id": name, **fields}


def test_the_same_map_twice_has_only_flows_that_stay(letting):
    assert kinds(letting, letting) == []


def test_a_flow_that_is_gone_stops_and_one_that_is_new_starts(letting, edited):
    after = edited(gone=["report"], new=[a_flow(letting, "sell", to="ledger")])
    assert sorted(kinds(letting, after), key=lambda m: m[2].name) == [
        ("agency", "ledger", Kind.STARTS),
        ("agency", "owner", Kind.STOPS),
    ]


def test_a_flow_with_another_recipient_stops_there_and_starts_here(letting, edited):
    assert kinds(letting, edited({"report": {"to": "police"}})) == [
        ("agency", "owner", Kind.STOPS),
        ("agency", "police", Kind.STARTS),
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"data": ["identity"]}, "− Contact details, + Identity"),
        ({"activity": "let"}, "activity Tell others → Manage tenancies"),
        ({"role": "processor"}, "role controller → processor"),
        ({"contract": "Deed of 2026"}, "contract not stated → Deed of 2026"),
        ({"transfer": {"country": "US"}}, "transfer not stated → US (not stated)"),
        ({"until": "2026-12-31"}, "until none → 2026-12-31"),
    ],
)
def test_what_is_different_about_a_flow_is_told(letting, edited, fields, words):
    after = edited({"report": fields})
    move = next(m for m in moves(letting, after) if m.kind is Kind.CHANGES)
    assert (move.sender, move.recipient) == ("agency", "owner")
    assert move_words(move, letting, after) == words


def test_another_ground_for_knowing_a_flow_is_no_change_of_it(letting, edited):
    assert kinds(letting, edited({"report": {"stance": "recorded", "clauses": [], "note": "Asked."}})) == []


def test_flows_that_stay_are_one_line_for_both_directions(letting):
    pairs = [frozenset((m.sender, m.recipient)) for m in moves(letting, letting)]
    assert len(pairs) == len(set(pairs))
    assert sum(len(m.flows) for m in moves(letting, letting)) == len(letting.flows) - 1


def test_an_expected_flow_that_stays_is_left_out_unless_asked_for(letting):
    def flows(**options):
        return {f.id for m in moves(letting, letting, **options) for f in m.flows}

    assert flows(expected=True) - flows() == {"pass-on"}


def test_an_expected_flow_that_stops_is_shown_and_called_so(letting, edited):
    after = edited(gone=["pass-on"])
    move = next(m for m in moves(letting, after) if m.kind is Kind.STOPS)
    assert move_words(move, letting, after) == "Contact details (merely expected)"


def test_parties_leave_come_and_change(letting, edited):
    def parties(listed):
        kept = [{**p, "country": "GB"} if p["id"] == "ledger" else p for p in listed if p["id"] != "police"]
        return [*kept, {"id": "vault", "name": "Vault", "kind": "organisation", "stance": "recorded"}]

    after = edited(gone=["request"], parties=parties)
    scene = compare_flows(letting, after)
    assert {name: one.kind for name, one in scene.parties.items() if one.kind is not Kind.STAYS} == {
        "police": Kind.STOPS,
        "vault": Kind.STARTS,
        "ledger": Kind.CHANGES,
    }
    assert party_words("ledger", scene.parties["ledger"], letting, after) == "country not stated → GB"


def test_a_party_without_any_flow_left_keeps_its_lane_and_is_called_idle(letting, edited):
    scene = compare_flows(letting, edited(gone=["books", "copy", "pass-on"]))
    ledger = scene.parties["ledger"]
    assert (ledger.idle, ledger.kind, ledger.lane.value) == (True, Kind.STAYS, "Processors")


def test_what_changes_is_numbered_before_the_parties_and_lines_that_stay_are_left_out_first(letting, edited):
    after = edited(
        {"report": {"role": "processor"}}, gone=["request"], new=[a_flow(letting, "x", to="police")]
    )
    scene = compare_flows(letting, after, most=3)
    assert list(scene.numbers.values()) == [1, 2, 3]
    assert [key[2] for key in scene.numbers] == [Kind.STOPS, Kind.STARTS, Kind.CHANGES]
    assert list(scene.party_numbers.values()) == [4]
    assert scene.left_out == len(compare_flows(letting, after).moves) - 3
