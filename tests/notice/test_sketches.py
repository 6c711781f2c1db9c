"""The sketches of many sentences at once are those of each alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.notice.fingerprints import PRIME, permutations, sketch
from audit_lib.notice.sketches import AT_ONCE, sketches


@settings(max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_many_sketches_are_those_of_each(texts):
    assert sketches(texts) == [sketch(text) for text in texts]


def test_long_texts_and_many_texts_are_cut_into_batches():
    texts = [
        " ".join(f"word{n}" for n in range(AT_ONCE)),
        *(f"we keep item {n} safe" for n in range(3000)),
        "end",
    ]
    found = sketches(texts)
    assert len(found) == len(texts)
    for at in (0, 1, 1500, 3000, 3001):
        assert found[at] == sketch(texts[at])


def test_the_permutations_are_below_the_prime():
    assert all(0 < factor < PRIME and 0 <= shift < PRIME for factor, shift in permutations())


def test_no_texts_no_sketches():
    assert sketches([]) == []
