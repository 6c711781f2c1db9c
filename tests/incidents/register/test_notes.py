"""Texts of the register: what leads to a person is refused, what tells of a breach is not."""

import pytest

from audit_lib.incidents.register.notes import telling, text_faults


@pytest.mark.parametrize(
    "text",
    [
        "Write to jo.bloggs@example.co.uk",
        "Ring 020 7946 0000",
        "Ring +44 (0)20 7946 0000",
        "Ring 07700-900-123.",
        "Card 4111 1111 1111 1111",
        "NI number QQ 12 34 56 C",
    ],
)
def test_what_leads_to_a_person_is_seen(text):
    assert telling(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "From 2026-11-20 14:35 to 2026-11-21T09:10:00.",
        "About 1,200,000 records of 3 systems.",
        "On 20/11/2026 and 21.11.2026, twice.",
        "Ticket INC-2026-000123456789 was opened.",
        "192.168.100.255 was shut off.",
        "Version 3.11.10 of the portal.",
    ],
)
def test_days_numbers_and_tickets_are_no_contact_details(text):
    assert telling(text) is None


def test_the_error_does_not_repeat_what_was_typed():
    (fault,) = text_faults({"effects": "Write to jo@example.org"})
    assert "jo@" not in str(fault)


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202egone", "\udcff", "one\x00two"])
def test_what_steers_a_terminal_or_is_no_character_is_not_kept(text):
    (fault,) = text_faults({"effects": text})
    assert "characters that do not belong there" in fault.message


def test_lines_and_any_script_are_kept():
    assert not list(text_faults({"effects": "One line.\nعربي, 日本語, Zoë."}))
