"""`cut`: which flows to stop."""

import json

import pytest


def test_the_flows_to_stop_are_named_with_what_else_they_carry(run, kiosk):
    answer = run("cut", "kiosk", "--data", "passport", "--to", "printer")
    assert answer.status == 0
    assert "Stop 1 flow:" in answer.out
    assert "flow: send-out (recorded)" in answer.out
    assert "No smaller set does it." in answer.out
    assert "Checked: on the map without these flows, no way leads to it." in answer.out


def test_a_flow_that_must_stay_is_not_stopped(run, kiosk):
    answer = run("cut", "kiosk", "--data", "passport", "--to", "printer", "--keep", "send-out")
    assert "flow: hand-in (recorded)" in answer.out
    assert "send-out would have nothing to carry" in answer.out
    assert "Kiosk Ltd: Identity" in answer.out


def test_json_is_one_object_and_nothing_else(run, kiosk):
    answer = run(
        "cut", "kiosk", "--data", "passport", "--to", "printer", "--weight", "send-out=3", "--format", "json"
    )
    said = json.loads(answer.out)
    assert [stop["flow"] for stop in said["stops"]] == ["hand-in"]
    assert (said["works"], said["proven"], said["cost"]) == (True, True, 1)


def test_whom_the_data_is_about_cannot_be_cut_off_and_that_is_said(run, kiosk):
    answer = run("cut", "kiosk", "--data", "passport", "--to", "guests")
    assert "Held by Guests without any flow (party:guests):" in answer.out


def test_markup_in_a_name_is_text(run, kiosk):
    assert "Printer [bold]x[/]" in run("cut", "kiosk", "--data", "passport", "--to", "printer").out


@pytest.mark.parametrize("given", ["send-out", "send-out=", "=3", "send-out=x", "send-out=-1"])
def test_what_is_no_weight_is_refused(run, kiosk, given):
    answer = run("cut", "kiosk", "--data", "passport", "--to", "printer", "--weight", given)
    assert answer.status == 2
    assert answer.err.startswith(f'--weight "{given}" is no weight')


def test_all_unknown_ids_are_told_under_the_options_that_were_typed(run, kiosk):
    answer = run(
        "cut", "kiosk", "--data", "pasport", "--to", "prnter", "--from", "gests", "--keep", "hand-im"
    )
    assert answer.status == 2
    told = [line.split()[0] for line in answer.err.splitlines()]
    assert sorted(told) == ["--data", "--from", "--keep", "--to"]
    assert answer.err.count("Did you mean") == 4
