"""`trace`: whom a category reaches."""

import json


def test_a_category_is_followed_from_hand_to_hand(run, kiosk):
    answer = run("trace", "kiosk", "--data", "passport")
    assert answer.status == 0
    assert "Guests > Kiosk Ltd > Printer" in answer.out
    assert "hand-in (recorded), send-out (recorded)" in answer.out
    assert "It reaches 2 parties." in answer.out


def test_json_is_one_object_and_nothing_else(run, kiosk):
    answer = run("trace", "kiosk", "--data", "passport", "--format", "json")
    assert [arrival["party"] for arrival in json.loads(answer.out)["arrivals"]] == ["kiosk-ltd", "printer"]


def test_one_recipient_can_be_asked_for(run, kiosk):
    answer = run("trace", "kiosk", "--data", "identity", "--to", "printer", "--format", "json")
    assert [arrival["party"] for arrival in json.loads(answer.out)["arrivals"]] == ["printer"]


def test_markup_in_a_name_is_text(run, kiosk):
    assert "Printer [bold]x[/]" in run("trace", "kiosk", "--data", "passport").out


def test_unknown_ids_are_told_under_the_option_that_was_typed(run, kiosk):
    for option, given, meant in [
        ("--data", "pasport", "passport"),
        ("--from", "gests", "guests"),
        ("--to", "prnter", "printer"),
    ]:
        arguments = ["trace", "kiosk", option, given] + ([] if option == "--data" else ["--data", "passport"])
        answer = run(*arguments)
        assert answer.status == 2
        assert answer.err.startswith(option)
        assert f'Did you mean "{meant}"?' in answer.err
