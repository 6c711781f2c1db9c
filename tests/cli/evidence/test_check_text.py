"""What `evidence check` prints for a person: in which order, and which figures it keeps to itself."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
import yaml

from audit_lib.cli.evidence.check_text import (
    INVENTED,
    MOST_PATTERNS,
    MOST_WORDS,
    settling,
    write_reconciliation,
)
from audit_lib.cli.plain import console
from audit_lib.model.finding import Skipped
from audit_lib.model.reconciliation import Group, Meaning, Month, Read, Reconciliation, Unresolved
from audit_lib.model.verdict import Verdict
from audit_lib.views.evidence_example import example_reconciliation


def printed(**changed: Any) -> str:
    page = io.StringIO()
    write_reconciliation(example_reconciliation().model_copy(update=changed), to=console(page))
    return page.getvalue()


def group(verdict: Verdict, observations: int, people: int, **fields: Any) -> Group:
    when = {"first": dt.datetime(2026, 3, 2, tzinfo=dt.UTC), "last": dt.datetime(2026, 5, 29, tzinfo=dt.UTC)}
    meaning = Meaning(source="log", sender="agent", recipient="court", data=fields.pop("data", "name"))
    return Group(verdict=verdict, meaning=meaning, observations=observations, people=people, **when, **fields)


def month(verdict: Verdict, name: str, observations: int, people: int) -> Month:
    return Month(verdict=verdict, month=name, observations=observations, people=people)


def test_invented_data_is_told_first() -> None:
    assert printed().splitlines()[0] == INVENTED


def test_nothing_is_said_of_invented_data_where_there_is_none() -> None:
    reads = tuple(read.model_copy(update={"invented": False}) for read in example_reconciliation().reads)
    assert "INVENTED" not in printed(reads=reads)


def test_it_goes_from_what_was_read_to_what_was_not_tested() -> None:
    said = printed(skipped=(Skipped(what="source old-log", why="The file is empty."),))
    heads = (
        "What was read:",
        "Verdicts",
        "Patterns",
        "Words that stand for nothing",
        "Declared and not seen:",
        "Not tested: 2 declared flows",
        "Not tested: source old-log: The file is empty.",
        "Nothing to report.",
    )
    places = [said.index(head) for head in heads]
    assert places == sorted(places)


def test_refused_rows_are_counted_with_the_first_reasons() -> None:
    read = Read(
        source="log",
        kind="disclosures",
        files=("a.csv",),
        rows=12,
        refused=7,
        reasons=("a.csv:3 no moment",) * 7,
    )
    said = printed(reads=(read,))
    assert "Refused: 7 rows could not be read" in said
    assert said.count("a.csv:3 no moment") == 5


def test_each_verdict_has_its_count_and_its_share() -> None:
    said = printed()
    assert "  undeclared-recipient             40    3.2 %" in said.splitlines()


def test_a_small_figure_is_hidden_and_so_is_what_would_give_it_away() -> None:
    verdict = Verdict.NO_CONSENT
    said = printed(
        groups=(
            group(verdict, 3, 3, data="arrears", examples=("log:1", "log:2", "log:3")),
            group(verdict, 40, 30),
        ),
        months=(month(verdict, "2026-03", 43, 33),),
        verdicts={verdict: 43},
    )
    assert "withheld  no-consent: agent to court, arrears [log]" in said
    assert "withheld  no-consent: agent to court, name [log]" in said
    assert " 3 " not in said.partition("Patterns")[2].partition("Words")[0]


def test_of_what_is_hidden_neither_days_nor_more_than_one_row_are_told() -> None:
    few = group(Verdict.NO_CONSENT, 3, 3, examples=("log:1", "log:2", "log:3"))
    said = printed(groups=(few,), months=(), verdicts={Verdict.NO_CONSENT: 3})
    assert "2026-03 to 2026-05; such as log:1\n" in said
    assert "log:2" not in said


def test_the_largest_pattern_comes_first_and_the_rest_is_counted() -> None:
    sizes = [20 + at for at in range(MOST_PATTERNS + 3)]
    groups = tuple(group(Verdict.NO_CONSENT, size, 20) for size in sizes)
    said = printed(groups=groups, verdicts={Verdict.NO_CONSENT: sum(sizes)}, months=())
    listed = [int(row.split()[0]) for row in said.splitlines() if "no-consent: " in row]
    assert listed == sorted(sizes, reverse=True)[:MOST_PATTERNS]
    assert "and 3 more patterns" in said


def test_what_would_settle_unresolved_words_can_be_pasted() -> None:
    words = [
        Unresolved(source="log", column="data", word='the "file"', observations=30, likeliest="identity"),
        Unresolved(source="log", column="data", word="DOB", observations=30),
    ]
    said = printed(unresolved=tuple(words))
    head = said.index("  To settle, under the values of log in evidence.yaml:\n")
    assert said.index('      data: {"DOB": ID-OF-THE-MAP, "the \\"file\\"": identity}\n') > head


def test_an_empty_cell_needs_no_entry() -> None:
    word = Unresolved(source="log", column="data", word="", observations=30)
    said = printed(unresolved=(word,))
    assert "log, data: an empty cell  (30 rows)" in said
    assert "To settle" not in said


def test_words_that_are_only_counted_are_told_with_their_rows() -> None:
    words = (
        Unresolved(source="log", column="data", word="DOB", observations=30),
        Unresolved(source="log", column="data", word="", observations=500, more=120),
    )
    said = printed(unresolved=words)
    assert "log, data: 120 more words that no answer names  (500 rows)" in said
    assert "see --format json" not in said


def test_words_beyond_those_listed_are_counted_apart_from_those_that_no_answer_names() -> None:
    words = [
        Unresolved(source="log", column="data", word=f"w{n}", observations=30) for n in range(MOST_WORDS + 2)
    ]
    rest = Unresolved(source="log", column="data", word="", observations=500, more=120)
    said = printed(unresolved=(*words, rest)).splitlines()
    at = said.index("  and 2 more words: see --format json")
    assert said[at + 1] == "  log, data: 120 more words that no answer names  (500 rows)"


def test_a_word_of_a_log_moves_no_cursor() -> None:
    word = Unresolved(source="log", column="data", word="\x1b[2Jgone", observations=30, likeliest="name")
    said = printed(unresolved=(word,))
    assert "\x1b" not in said
    assert 'log, data: "[2Jgone"' in said


def test_what_may_stand_for_a_person_is_left_out_of_a_word() -> None:
    word = Unresolved(source="log", column="recipient", word="jo.bloggs@example.org", observations=30)
    said = printed(unresolved=(word,))
    assert "jo.bloggs" not in said
    assert 'log, recipient: "…@example.org"' in said
    assert "To settle" not in said


@pytest.mark.parametrize("word", ['"', "\\", "a: b", "{x}", "é", "yes"])
def test_a_settling_line_reads_back_as_the_word(word: str) -> None:
    assert yaml.safe_load(settling("data", {word: "name"})) == {"data": {word: "name"}}


def test_a_map_without_findings_says_so() -> None:
    empty = Reconciliation(
        **{**dict(example_reconciliation()), "groups": (), "months": (), "unresolved": (), "verdicts": {}}
    )
    page = io.StringIO()
    write_reconciliation(empty, to=console(page))
    assert page.getvalue().splitlines()[-1] == "Nothing to report."
