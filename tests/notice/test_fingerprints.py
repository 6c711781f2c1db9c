"""A sentence is known again by its words, and a reworded one by most of them."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.notice.fingerprints import fingerprint, likeness, normalise, sketch

PLAIN = "We'll keep the name - and only that - for 6 years, as the law asks"


@pytest.mark.parametrize(
    "typeset",
    [
        "We’ll keep the name – and only that – for 6 years, as the law asks.",
        "WE'LL KEEP THE NAME - AND ONLY THAT - FOR 6 YEARS, AS THE LAW ASKS",
        "  We'll keep\u00a0the  name - and only that - for 6 years , as the law asks..",
        "“We'll keep the name - and only that - for 6 years, as the law asks!”",
        "We'll keep the na\u00adme - and only that - for ６ years, as the law asks\u200b",
        "We'll keep the name — and only that − for 6 years, as the law asks;",
    ],
)
def test_typesetting_does_not_change_a_fingerprint(typeset):
    assert fingerprint(typeset) == fingerprint(PLAIN)
    assert sketch(typeset) == sketch(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.replace("6", "7"),
        PLAIN.replace("only", "not only"),
        PLAIN.replace("the name - and", "and - the name"),
        f"{PLAIN} 100%",
        "",
    ],
)
def test_other_words_are_another_fingerprint(other):
    assert fingerprint(other) != fingerprint(PLAIN)


def test_signs_that_mean_something_are_kept_at_the_end():
    assert normalise("at most 5%.") == "at most 5%"


def test_what_is_stored_in_maps_never_changes():
    assert fingerprint("We keep your data safe.") == "7b1b7520a49bb6a0"
    assert sketch("We keep your data safe.") == (
        "eb7c8c24b1d077ad5ba15324fb62fec5943701546520e8ee422a5c48c534c9fc"
    )


@given(st.text())
def test_to_normalise_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_every_text_has_a_fingerprint_and_a_sketch(text):
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(text))
    assert re.fullmatch("[0-9a-f]{64}", sketch(text))
    assert likeness(sketch(text), sketch(text)) == 1.0


def test_likeness_estimates_the_share_of_common_words_and_pairs():
    words = [f"word{number}" for number in range(2_000)]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        estimates = []
        for start in range(0, 1_800, 60):
            ours = words[start : start + 40]
            common = round(40 * share)
            theirs = ours[:common] + [f"other{start + number}" for number in range(40 - common)]
            features = [set(text) | set(itertools.pairwise(text)) for text in (ours, theirs)]
            true = len(features[0] & features[1]) / len(features[0] | features[1])
            estimates.append(likeness(sketch(" ".join(ours)), sketch(" ".join(theirs))) - true)
        assert abs(sum(estimates) / len(estimates)) < 0.05
        assert max(map(abs, estimates)) < 0.3


@given(
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.text("0123456789abcdef", min_size=64, max_size=64),
)
def test_likeness_goes_from_0_to_1_and_both_ways(a, b):
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0
