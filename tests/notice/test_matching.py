"""One way in which clauses are found again among the sentences of a notice."""

import random

import pytest

from audit_lib.model.coverage import Standing
from audit_lib.model.notice import Clause
from audit_lib.notice.clauses import draft_clauses, split_sentences
from audit_lib.notice.fingerprints import likeness, sketch
from audit_lib.notice.matching import REWORDED_FROM, close_pairs, match_clauses

WORDS = [f"word{number}" for number in range(60)]


def clauses_of(notice: str) -> list[Clause]:
    return [Clause(**draft, gist="-") for draft in draft_clauses(notice)]


def sentence(seed: int, words: int = 14) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def by_hand(clauses, sentences) -> dict[str, int]:
    """Match in the plain way: every pair, the most alike first, then in the order of the clauses."""
    pairs = sorted(
        (-alike, at, number)
        for at, clause in enumerate(clauses)
        for number, one in enumerate(sentences)
        if (alike := likeness(clause.sketch, sketch(one.text))) >= REWORDED_FROM
    )
    found: dict[str, int] = {}
    for _, at, number in pairs:
        if clauses[at].id not in found and number not in found.values():
            found[clauses[at].id] = number
    return found


@pytest.mark.parametrize("seed", range(8))
def test_reworded_sentences_are_matched_as_by_hand(seed):
    old = [sentence(seed * 100 + number) for number in range(30)]
    chance = random.Random(seed)
    new = [" ".join(w for w in text.split() if chance.random() > 0.15) + " extra" for text in old]
    chance.shuffle(new)
    clauses, sentences = clauses_of("\n".join(old)), split_sentences("\n".join(new))
    found = {clause: match.sentence for clause, match in match_clauses(clauses, sentences).items()}
    assert found == by_hand(clauses, sentences)
    assert len(found) > 15


def test_sentences_that_are_all_alike_are_matched_in_their_order():
    old = "\n".join(f"we keep item number {n} as long as the law of the land tells us to" for n in range(40))
    new = old.replace("number ", "number x")
    clauses, sentences = clauses_of(old), split_sentences(new)
    found = match_clauses(clauses, sentences)
    assert {clause: match.sentence for clause, match in found.items()} == by_hand(clauses, sentences)
    assert len(found) == 40


def test_no_sentence_is_matched_twice():
    clauses = clauses_of("\n".join([sentence(1)] * 3))
    found = match_clauses(clauses, split_sentences(f"{sentence(1)}\n{sentence(1)} more"))
    assert len({match.sentence for match in found.values()}) == len(found) == 2


def test_the_order_of_clauses_does_not_matter():
    clauses, sentences = (
        clauses_of("\n".join(map(sentence, range(9)))),
        split_sentences(sentence(4) + " more"),
    )
    assert match_clauses(clauses, sentences) == match_clauses(clauses[::-1], sentences)


def test_likeness_at_the_limit_counts():
    found = match_clauses(clauses_of(sentence(1)), split_sentences(sentence(1) + " and a word"))
    (match,) = found.values()
    assert match.standing is Standing.REWORDED
    assert match.likeness == likeness(sketch(sentence(1)), sketch(sentence(1) + " and a word"))


def test_close_pairs_are_those_that_are_at_least_so_alike():
    left, right = [sketch(sentence(n)) for n in range(20)], [sketch(sentence(n) + " more") for n in range(20)]
    for least in (0.1, 0.5, 0.8):
        plain = [(a, b) for a in range(20) for b in range(20) if likeness(left[a], right[b]) >= least]
        assert list(close_pairs(left, right, least)) == plain


def test_where_there_is_nothing_nothing_is_matched():
    assert match_clauses([], split_sentences("We ask.")) == {}
    assert match_clauses(clauses_of("We ask."), ()) == {}
    assert list(close_pairs([], [sketch("a")], 0.5)) == []
