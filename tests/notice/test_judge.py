"""From signs to judgements: what makes an item present, partial, missing or not applicable."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.law.transparency import TRANSPARENCY_ITEMS
from audit_lib.model.noun import Confidence
from audit_lib.model.transparency import Effect, Sign, Verdict
from audit_lib.notice.judge import judge

TODAY = dt.date(2026, 11, 22)
ITEMS = {item.id: item for item in TRANSPARENCY_ITEMS}


def sign(item, effect, aspect="", **more):
    return Sign(item=item, effect=Effect(effect), aspect=aspect, **more)


def of(item, *signs, **how):
    return next(each for each in judge(signs, TODAY, **how) if each.item == item)


def test_every_item_in_force_is_judged_in_the_order_of_the_law():
    assert [each.item for each in judge([], TODAY)] == [item.id for item in TRANSPARENCY_ITEMS]


def test_an_item_that_was_not_in_force_is_not_judged():
    assert "A13-2ca" not in {each.item for each in judge([], dt.date(2026, 6, 18))}


def test_all_aspects_of_one_sufficient_set_make_it_present():
    told = of("A13-1a", sign("A13-1a", "shows", "name", at="c1"), sign("A13-1a", "shows", "contact", at="c2"))
    assert (told.verdict, told.lacking, told.at) == (Verdict.PRESENT, (), ("c1", "c2"))


def test_another_sufficient_set_does_as_well():
    assert of("A13-1f", sign("A13-1f", "shows", "none")).verdict is Verdict.PRESENT


def test_some_aspects_make_it_partial_and_the_others_are_named():
    told = of("A13-2e", sign("A13-2e", "shows", "required"))
    assert (told.verdict, told.lacking) == (Verdict.PARTIAL, ("what follows if it is not provided",))


def test_an_aspect_that_is_in_no_sufficient_set_makes_it_partial_at_best():
    assert of("A13-2a", sign("A13-2a", "shows", "vague")).verdict is Verdict.PARTIAL


def test_what_weakens_makes_present_partial_and_gives_the_reason():
    shown = [sign("A13-1a", "shows", "name"), sign("A13-1a", "shows", "contact")]
    told = of("A13-1a", *shown, sign("A13-1a", "weakens", why="It goes by two names.", at="c9"))
    assert (told.verdict, told.why, told.at) == (Verdict.PARTIAL, "It goes by two names.", ("c9",))


def test_what_weakens_shows_nothing_by_itself():
    assert of("A13-1a", sign("A13-1a", "weakens", why="It goes by two names.")).verdict is Verdict.MISSING


def test_nothing_found_is_missing_and_as_sure_as_silence_is():
    assert of("A13-2a").confidence is Confidence.CERTAIN
    assert of("A13-2a", silence=Confidence.LIKELY).confidence is Confidence.LIKELY


def test_silence_that_can_be_right_is_a_question():
    told = of("A13-1f")
    assert (told.verdict, told.confidence) == (Verdict.MISSING, Confidence.ASK)


def test_an_item_that_is_due_in_a_case_of_which_nothing_is_seen_does_not_apply():
    told = of("A26-2")
    assert told.verdict is Verdict.NOT_APPLICABLE
    assert "joint controllers" in told.why


def test_it_is_missing_once_the_case_is_seen():
    told = of("A26-2", sign("A26-2", "applies", why="Names two controllers.", at="c4"))
    assert (told.verdict, told.at, told.why) == (Verdict.MISSING, ("c4",), "Names two controllers.")


def test_a_waiver_of_the_whole_item_makes_it_not_applicable():
    told = of("A13-1b", sign("A13-1b", "waives", why="There is no officer.", at="c3"))
    assert (told.verdict, told.at) == (Verdict.NOT_APPLICABLE, ("c3",))


def test_what_is_shown_all_the_same_outweighs_the_waiver():
    waived = sign("A13-1b", "waives", why="There is no officer.")
    assert of("A13-1b", waived, sign("A13-1b", "shows", "officer")).verdict is Verdict.PARTIAL


def test_an_aspect_that_is_waived_is_not_lacking():
    five = ["access", "rectification", "erasure", "restriction", "objection"]
    shown = [sign("A13-2b", "shows", right) for right in five]
    assert of("A13-2b", *shown).lacking == ("the right to portability",)
    assert of("A13-2b", *shown, sign("A13-2b", "waives", "portability")).verdict is Verdict.PRESENT


def test_a_verdict_is_as_sure_as_its_least_sure_aspect_whose_surest_sign_counts():
    likely, ask = Confidence.LIKELY, Confidence.ASK
    name = [sign("A13-1a", "shows", "name", confidence=one) for one in (ask, likely)]
    assert of("A13-1a", *name, sign("A13-1a", "shows", "contact")).confidence is likely


def test_each_reason_and_each_place_is_named_once():
    twice = [sign("A26-2", "applies", why="Two.", at="c4") for _ in range(2)]
    assert (of("A26-2", *twice).why, of("A26-2", *twice).at) == ("Two.", ("c4",))


ANY_SIGN = st.sampled_from(TRANSPARENCY_ITEMS).flatmap(
    lambda item: st.builds(
        Sign,
        item=st.just(item.id),
        effect=st.sampled_from(Effect),
        aspect=st.sampled_from([*item.aspects, ""]),
        at=st.sampled_from(["", "c1", "c2"]),
        confidence=st.sampled_from(Confidence),
    )
)
ORDER = [Verdict.MISSING, Verdict.PARTIAL, Verdict.PRESENT]


@given(st.lists(ANY_SIGN, max_size=12))
def test_whatever_the_signs_each_item_is_judged_once(signs):
    found = judge(signs, TODAY)
    assert [each.item for each in found] == list(ITEMS)
    assert all(not each.lacking for each in found if each.verdict is Verdict.PRESENT)
    assert all(each.lacking for each in found if each.verdict is Verdict.MISSING)


@given(st.lists(ANY_SIGN, max_size=8), st.data())
def test_showing_more_never_makes_a_judgement_worse(signs, data):
    item = data.draw(st.sampled_from(TRANSPARENCY_ITEMS))
    more = sign(item.id, "shows", data.draw(st.sampled_from(list(item.aspects))))
    before, after = of(item.id, *signs), of(item.id, *signs, more)
    if before.verdict in ORDER:
        assert ORDER.index(after.verdict) >= ORDER.index(before.verdict)


@pytest.mark.parametrize("item", TRANSPARENCY_ITEMS, ids=lambda item: item.id)
def test_the_aspects_of_each_sufficient_set_are_aspects_of_the_item(item):
    assert item.enough
    assert all(set(one) <= set(item.aspects) for one in item.enough)
