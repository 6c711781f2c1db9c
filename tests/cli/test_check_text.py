"""The proof that a notice is accounted for, as a person reads it."""

import io

from audit_lib.cli.check_text import law_text, places_text, write_coverage
from audit_lib.cli.plain import console
from audit_lib.errors import Place
from audit_lib.model.coverage import ClauseCoverage, Coverage, Standing


def told(*clauses, added=(), sentences=None):
    page = io.StringIO()
    write_coverage(Coverage(clauses=clauses, added=added, sentences=sentences), console(page))
    return page.getvalue().splitlines()


def clause(name, rests=("flow:rent",), **given):
    return ClauseCoverage(clause=name, rests=rests, **given)


def test_all_accounted_for():
    known = {"standing": Standing.UNCHANGED, "likeness": 1.0}
    assert (
        told(clause("c-1", **known), clause("c-2", **known), sentences=2)[0]
        == "2 of 2 sentences accounted for"
    )


def test_a_reason_why_nothing_rests_on_it_accounts_for_a_sentence():
    silent = clause("c-1", rests=(), carries_nothing="A greeting.", standing=Standing.UNCHANGED)
    assert told(silent, sentences=1)[0] == "1 of 1 sentence accounted for"


def test_each_sentence_on_which_nothing_rests_is_named():
    lines = told(clause("c-1", rests=(), standing=Standing.UNCHANGED), sentences=1)
    assert lines[0] == "0 of 1 sentence accounted for"
    assert "c-1  nothing rests on it" in lines[1]


def test_reworded_moved_removed_and_added_sentences_are_named():
    lines = told(
        clause("c-1", standing=Standing.REWORDED, likeness=0.81, text="We keep it longer."),
        clause("c-2", standing=Standing.MOVED, likeness=1.0, text="Call us."),
        clause("c-3", standing=Standing.REMOVED),
        added=(("4.1", "We sell it."),),
        sentences=3,
    )
    assert lines[:5] == [
        "2 of 3 sentences accounted for",
        "  c-1  reworded (likeness 0.81): We keep it longer.",
        "  c-2  moved: Call us.",
        "  c-3  no longer in the notice",
        "  4.1  added since the map was made: We sell it.",
    ]


def test_without_the_notice_the_clauses_of_the_map_are_counted():
    assert told(clause("c-1"))[0] == "1 of 1 clause of the notice accounted for"


def test_each_file_is_named_once_with_its_lines():
    places = [Place("m/flows.yaml", 3, 5), Place("m/data.yaml", 9, 1), Place("m/flows.yaml", 8)]
    assert places_text(places) == "m/flows.yaml:3, 8; m/data.yaml:9"


def test_of_many_places_the_first_are_named_and_the_rest_is_counted():
    places = [Place("m/flows.yaml", line) for line in range(1, 21)]
    assert places_text(places) == "m/flows.yaml:1, 2, 3, 4, 5, 6, 7, 8; and 12 more"


def test_a_place_without_a_line_is_its_file():
    assert places_text([Place("flow:rent")]) == "flow:rent"


def test_provisions_of_one_law_stand_together():
    law = ["UK GDPR Art. 6(1)(f)", "PECR reg. 22", "UK GDPR Art. 44A (before 2026: Art. 44)"]
    assert law_text(law) == "UK GDPR Art. 6(1)(f), 44A (before 2026: Art. 44); PECR reg. 22"
