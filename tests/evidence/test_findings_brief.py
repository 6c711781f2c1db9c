"""What a finding says beneath the title of its kind: its message without what the title has said."""

from __future__ import annotations

from string import Formatter

import pytest

from audit_lib.evidence.findings_brief import brief_of
from audit_lib.evidence.grounds import EVIDENCE_RULES


def filled(rule) -> dict[str, str]:
    names = [field for _, field, _, _ in Formatter().parse(rule.message) if field]
    return {name: f"the {name}: 7" for name in dict.fromkeys(names)}


@pytest.mark.parametrize("rule", EVIDENCE_RULES, ids=lambda rule: rule.id)
def test_the_brief_keeps_every_field_that_it_names(rule) -> None:
    fields = filled(rule)
    assert brief_of(rule.id, rule.message.format(**fields)) == rule.brief.format(**fields)


@pytest.mark.parametrize("rule", EVIDENCE_RULES, ids=lambda rule: rule.id)
def test_the_brief_is_shorter_than_the_message(rule) -> None:
    fields = filled(rule)
    assert len(rule.brief.format(**fields)) < len(rule.message.format(**fields))


def test_a_name_that_reads_like_the_message_stays_in_the_text() -> None:
    message = (
        "A got data of people who had objected before: x got data of people who had objected before: 40."
    )
    said = brief_of("evidence-after-objection", message)
    assert said.startswith("A: ")
    assert said.endswith("40.")


def test_a_message_of_another_kind_is_left_as_it_is() -> None:
    assert brief_of("evidence-no-such-kind", "What is this?") == "What is this?"
