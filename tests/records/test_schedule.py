"""The retention schedule: the most specific statement for each category."""

from __future__ import annotations

from audit_lib.model.noun import Gap
from audit_lib.records.controller_record import controller_record
from audit_lib.records.schedule import retention_of


def _cell(build, pick, content, *entries):
    content["retention"] = list(entries)
    return pick(controller_record(build(content)), "retention")


def test_without_a_statement_it_is_not_stated(content, build, pick):
    assert _cell(build, pick, content).gap is Gap.NOT_STATED


def test_a_period_is_told_in_words_with_its_start_and_end(content, entry, build, pick):
    kept = entry("r", data=["identity"], period="P1Y6M", starts="end of tenancy", at_end="shredded")
    cell = _cell(build, pick, content, kept)
    assert cell.value == "Identity: 1 year and 6 months, from: end of tenancy, then: shredded"
    assert (cell.gap, cell.sources) == (None, ("retention:r",))


def test_a_statement_without_a_period_is_shown_as_one(content, entry, build, pick):
    cell = _cell(build, pick, content, entry("as-long-as-needed"))
    assert cell.value == "All data: As long as needed, period [not stated]"
    assert cell.gap is Gap.NOT_STATED


def test_categories_without_a_statement_are_named(content, entry, build, pick):
    content["activities"][0]["data"] = ["identity", "rent"]
    cell = _cell(build, pick, content, entry("r", data=["identity"], period="P6Y"))
    assert cell.value == "Identity: 6 years;\n[not stated] for Rent"
    assert cell.gap is Gap.NOT_STATED


def test_the_particular_goes_before_the_general(content, entry, build):
    content["retention"] = [
        entry("everything", period="P9Y"),
        entry("activity", activities=["let"], period="P8Y"),
        entry("identity-data", data=["identity"], period="P7Y"),
        entry("passports", data=["passport"], period="P1Y"),
    ]
    data_map = build(content)
    chosen = {
        name: retention_of(data_map, data_map.activity["let"], name).id
        for name in ("identity", "passport", "rent")
    }
    assert chosen == {"identity": "identity-data", "passport": "passports", "rent": "activity"}


def test_a_statement_about_another_activity_does_not_count(content, entry, build):
    content["activities"].append({**content["activities"][0], "id": "sell"})
    content["retention"] = [entry("r", activities=["sell"], period="P8Y")]
    data_map = build(content)
    assert retention_of(data_map, data_map.activity["let"], "identity") is None
