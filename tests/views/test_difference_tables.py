"""The difference as tables for notebooks."""

from difference.conftest import after, between, flow, shop

from audit_lib.difference.tell import tell
from audit_lib.views.difference_memo import memo, verdict
from audit_lib.views.difference_tables import difference_tables, letter_table
from audit_lib.views.table import Mark

TELL = {"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address", role="processor")]}


def test_there_is_a_table_for_each_question_in_reading_order():
    assert list(difference_tables(after(TELL))) == [
        "people", "agreements", "notice", "findings", "risks", "record", "assessments",
    ]  # fmt: skip


def test_what_is_missing_is_marked():
    states = [row[2] for row in difference_tables(after(TELL))["agreements"].rows]
    assert [(cell.text, cell.mark) for cell in states] == [("missing", Mark.FINDING)]


def test_titles_count():
    tables = difference_tables(after(TELL))
    assert tables["people"].title == "1 thing to tell people before it takes effect"
    assert tables["record"].title == "1 row of the record of processing changed"


def test_nothing_different_makes_tables_that_say_so():
    tables = difference_tables(between(shop(), shop()))
    assert tables["people"].title == "Nobody has to be told of anything"
    assert tables["agreements"].title == "No agreement is needed"
    assert tables["notice"].title == "No sentence of the notice becomes untrue"


def test_every_text_of_a_map_is_escaped():
    parties = [{"id": "bad", "name": "<img src=x onerror=alert(1)>", "kind": "organisation"}]
    step = {"kind": "add", "parties": parties, "flows": [flow("tell", "shop-ltd", "bad", "address")]}
    for table in difference_tables(after(step)).values():
        assert "<img" not in table._repr_html_()


def test_risks_that_stay_as_they_are_are_counted_and_not_listed():
    same = between(shop(), shop())
    table = difference_tables(same)["risks"]
    assert table.rows == ()
    assert table.title == f"No risk to people rises or falls: {len(same.risks)} as before"
    assert "before:" not in table.note


def test_of_a_finding_that_is_gone_the_title_is_enough():
    back = between(after(TELL).after.data_map, shop())
    gone = [row for row in difference_tables(back)["findings"].rows if row[0].text == "gone"]
    assert gone
    assert {row[2].text for row in gone} == {finding.title for finding in back.gone}


def test_each_finding_is_told_with_its_places_and_its_id():
    """By the id a page leads from the row to what the finding rests on, from one that is gone too."""
    there, back = after(TELL), between(after(TELL).after.data_map, shop())
    told = [row[3].tail.splitlines()[-1] for row in difference_tables(there)["findings"].rows]
    assert {finding.id for finding in there.found} <= set(told)
    gone = [row[3].tail.splitlines()[-1] for row in difference_tables(back)["findings"].rows]
    assert {finding.id for finding in back.gone} <= set(gone)


def test_gaps_of_the_letter_catch_the_eye():
    table = letter_table(tell(after(TELL)))
    assert any(row[0].mark is Mark.GAP for row in table.rows)


def test_the_verdict_counts_what_has_to_be_done():
    said = verdict(after(TELL))
    assert "People must be told of 1 thing before it takes effect." in said
    assert "1 agreement is missing." in said


def test_what_has_to_be_done_stands_before_what_is_only_to_be_known():
    headings = [part.heading for part in memo(after(TELL))]
    assert headings[0] == "People must be told, before it takes effect"
    assert headings[-1] == "What remains"
