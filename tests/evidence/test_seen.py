"""What is said of words of a log that stand for nothing, in the sentence of a finding."""

from __future__ import annotations

from audit_lib.evidence.seen import MOST_WORDS, words_told
from audit_lib.model.reconciliation import Unresolved


def word(text: str, rows: int, more: int = 0) -> Unresolved:
    return Unresolved(source="log", column="data", word=text, observations=rows, more=more)


def shown(*words: Unresolved) -> str:
    return words_told((one, one.observations) for one in words)


def test_words_that_are_only_counted_are_no_empty_cell() -> None:
    assert shown(word("A", 40), word("", 500, more=120)) == '"A" (40 rows), 120 more words.'


def test_words_beyond_those_named_are_counted_once() -> None:
    named = [word(f"w{at}", 50 - at) for at in range(MOST_WORDS + 2)]
    assert shown(*named, word("", 500, more=120)).endswith(f'"w{MOST_WORDS - 1}" (45 rows), 122 more words.')


def test_one_word_more_is_one() -> None:
    assert shown(word("A", 40), word("", 15, more=1)) == '"A" (40 rows), 1 more word.'


def test_words_that_are_only_counted_on_few_rows_are_counted_with_those_withheld() -> None:
    told = words_told([(word("A", 40), 40), (word("B", 2), None), (word("", 4, more=3), None)])
    assert told == '"A" (40 rows), and 4 words on a number of rows that is withheld.'
