"""What has become of a mapped notice in a new version, and what loses its ground."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice.kite_boats import MAP, OLD, SENTENCES, M, R, U, X, notice_of, standings

from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.model.coverage import Standing
from audit_lib.model.notice_change import ChangeKind
from audit_lib.notice.coverage import cover
from audit_lib.notice.drift.compare import compare_notice

ROOT = Path(__file__).parents[3]
AGENCY = ROOT / "data_maps" / "small_agency"
PUBLISHED = ROOT.parent / "shared" / "seeds" / "privacy_notice.txt"


# What has become of the sentences -----------------------------------------------------------------------


def test_a_notice_compared_with_itself_has_not_changed():
    change = compare_notice(MAP, OLD)
    assert set(standings(change).values()) == {U}
    assert change.count(None) == 0
    assert (change.lost, change.significant, change.must_tell) == ((), (), False)


def test_sentences_in_another_order_have_moved_and_nothing_is_lost():
    lines = OLD.splitlines()
    at = lines.index("Your rights")
    change = compare_notice(MAP, "\n".join([lines[0], *lines[at:], *lines[1:at]]))
    assert set(standings(change).values()) == {U, M}
    assert (change.lost, change.significant) == ((), ())


def test_a_sentence_in_other_words_is_reworded():
    new = notice_of(
        instead={"keep": "We keep the bookings of our guests for two years after the day of the hire."}
    )
    (changed,) = [one for one in compare_notice(MAP, new).changes if one.standing is R]
    assert changed.clause == "keep"
    assert changed.likeness is not None
    assert 0.5 <= changed.likeness < 1
    assert changed.rests == ("retention:keep-bookings",)


def test_a_sentence_that_is_gone_has_no_place_and_one_that_is_new_no_clause():
    new = notice_of(without="sell", more={"Safety": "Our lifeboats are painted red each spring."})
    removed, added = (
        next(one for one in compare_notice(MAP, new).changes if one.standing is X),
        next(one for one in compare_notice(MAP, new).changes if one.standing is None),
    )
    assert (removed.clause, removed.place, removed.text) == ("sell", None, None)
    assert (added.clause, added.gist, added.text) == (
        None,
        None,
        "Our lifeboats are painted red each spring.",
    )


def test_changes_stand_in_the_order_of_the_new_notice_and_what_is_gone_where_it_stood():
    change = compare_notice(MAP, notice_of(without="nobody"))
    assert [one.clause for one in change.changes] == list(SENTENCES)


def test_old_words_are_shown_only_where_the_old_notice_is_given():
    new = notice_of(without="sell")
    assert {one.old_text for one in compare_notice(MAP, new).changes} == {None}
    shown = {one.clause: one.old_text for one in compare_notice(MAP, new, OLD).changes}
    assert shown == {name: text for name, (_, text, *_) in SENTENCES.items()}


def test_matching_is_that_of_the_coverage():
    new = notice_of(
        without="sell", instead={"copy": "You may ask us at any time for a copy of what we hold about you."}
    )
    covered = {clause.clause: clause.standing for clause in cover(MAP, new).clauses}
    assert standings(compare_notice(MAP, new)) == covered


# What loses its ground ----------------------------------------------------------------------------------


def test_an_entry_whose_only_sentence_is_gone_has_lost_all_its_ground():
    (lost,) = compare_notice(MAP, notice_of(without="keep")).lost
    assert (lost.reference, lost.name, lost.all_gone, lost.clauses) == (
        "retention:keep-bookings", "Bookings", True, ("keep",),
    )  # fmt: skip


def test_an_entry_that_another_sentence_still_bears_has_lost_a_part():
    lost = {one.reference: one.all_gone for one in compare_notice(MAP, notice_of(without="why")).lost}
    assert lost == {"party:hirers": False, "purpose:bookings": True}


def test_a_sentence_on_which_nothing_rests_takes_nothing_with_it():
    assert compare_notice(MAP, notice_of(without="sell")).lost == ()


# Always --------------------------------------------------------------------------------


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_the_order_of_lines_removes_nothing_and_adds_nothing(seed):
    lines = OLD.splitlines()
    random.Random(seed).shuffle(lines)
    change = compare_notice(MAP, "\n".join(lines))
    assert change.count(X) == change.count(None) == change.count(R) == 0
    assert change.significant == ()


@settings(max_examples=25)
@given(st.sets(st.sampled_from(list(SENTENCES))), st.sets(st.sampled_from(list(SENTENCES))))
def test_every_sentence_is_counted_once(without, again):
    kept = [text for name, (_, text, *_) in SENTENCES.items() if name not in without]
    kept += [f"Once more {SENTENCES[name][1]}" for name in sorted(again)]
    change = compare_notice(MAP, "\n".join(kept))
    assert sum(change.count(standing) for standing in Standing) == len(SENTENCES)
    assert len(change.changes) == len(SENTENCES) + change.count(None)


@settings(max_examples=10)
@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    assert len(compare_notice(MAP, text, text).changes) >= len(SENTENCES)


def test_the_small_agencys_notice_compared_with_itself_has_not_changed():
    text = read_notice(AGENCY / "notice.txt")
    change = compare_notice(read_map(AGENCY), text, text)
    assert change.count(U) == len(change.changes)
    assert (change.lost, change.significant) == ((), ())


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published notice is not in the project")
def test_the_operators_notice_with_another_platform_must_be_told():
    text = read_notice(PUBLISHED)
    change = compare_notice(read_map(ROOT / "data_maps" / "btr"), text.replace("Yardi", "Rookly Systems"))
    assert {one.kind for one in change.significant} == {ChangeKind.NEW_RECIPIENT}
    assert len(change.lost) > 5
