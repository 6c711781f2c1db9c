"""A notice that nobody has mapped is judged from its words; how, in general."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_lib.law.transparency import TRANSPARENCY_ITEMS
from audit_lib.model.noun import Confidence
from audit_lib.model.transparency import Effect, Verdict
from audit_lib.notice.clauses import Sentence, split_sentences
from audit_lib.notice.judge import judge
from audit_lib.notice.signs.text_signs import text_signs

TODAY = dt.date(2026, 11, 22)
GOOD = """\
# Privacy notice of Kite Bakery Ltd
Last updated: 3 May 2026
## Who we are
We are Kite Bakery Ltd, 4 Mill Lane, York YO1 7HD, and we are the data controller.
## Why we use your data
| Purpose | Lawful basis | How long |
|---|---|---|
| To deliver your bread | Contract | One year |
| To send you our newsletter | Consent | Until you leave the list |
## Who we share it with
We share your address with our couriers. We never send your data outside the UK.
## Your rights
You can ask us for a copy of your data, and to have it corrected or deleted, or to restrict how we use it.
You can ask us to move it to another provider. You can withdraw your consent at any time.
To use your rights, write to hello@kite.example.
## Your right to object
You can object to our newsletter at any time.
## Complaints
If you want to complain to us, write to hello@kite.example. You can also complain to the ICO.
"""
PIECES = st.sampled_from(
    (
        "we", "you", "your data", "personal", "information", "share", "keep", "not", "never", "may",
        "consent", "ico", "complain", "right to", "the", "third parties", "object", ":", "|", ";", ".", "-",
        "(", ")", "&", "http://x", "2024", "six years", "cookies", "[email\xa0protected]", "Ltd", "'", "“",
        "\n", "#", "é", "数据",
    )
)  # fmt: skip
#: What the good notice tells.
TOLD = (
    "A13-1a", "A13-1c-p", "A13-1c-b", "A13-1e", "A13-1f", "A13-2a", "A13-2b", "A13-2c", "A13-2ca", "A13-2d",
    "A12-1", "A12-2", "A21-4", "VER",
)  # fmt: skip


def verdicts(text: str) -> dict[str, Verdict]:
    judged = judge(text_signs(split_sentences(text)), TODAY, silence=Confidence.LIKELY)
    return {judgement.item: judgement.verdict for judgement in judged}


@pytest.mark.parametrize("item", TOLD)
def test_a_short_good_notice_tells_what_it_must(item):
    assert verdicts(GOOD)[item] is Verdict.PRESENT


def test_a_text_that_says_nothing_of_data_shows_no_item():
    said = verdicts("The tide comes in twice a day. Gulls nest on the northern cliff. Bring boots.")
    assert Verdict.PRESENT not in {said[item] for item in said if item != "A12-1"}


def test_no_sentence_means_no_sign():
    assert text_signs([]) == ()


def test_every_sign_is_of_a_known_item_and_aspect():
    aspects = {item.id: {"", *item.aspects} for item in TRANSPARENCY_ITEMS}
    assert all(sign.aspect in aspects[sign.item] for sign in text_signs(split_sentences(GOOD)))


def test_a_sign_stands_at_a_sentence_of_the_notice():
    sentences = split_sentences(GOOD)
    places = {sentence.place for sentence in sentences}
    assert {sign.at for sign in text_signs(sentences)} - {""} <= places


def test_what_weakens_waives_or_applies_says_why():
    signs = text_signs(split_sentences(GOOD + "We have no data protection officer.\n"))
    assert all(sign.why.endswith(".") for sign in signs if sign.effect is not Effect.SHOWS)


def test_lines_broken_at_a_margin_are_read_as_one_sentence():
    text = """\
Kite Bakery Ltd sells bread and cakes in the town of York and delivers
them to people who order by telephone or on the website of the bakery
every day of the week but Sunday. When somebody orders from us we keep
the name and the address that they give us, and if you are unhappy with
how we use them you have the right to lodge a complaint with the office
of the Information Commissioner, whose address is on the website of the
office. We bake with flour from a mill on the river and we do not share
what we know about the people who buy our bread with anybody else at
all, whether they ask us for it nicely or not.
"""
    assert verdicts(text)["A13-2d"] is Verdict.PRESENT


def test_a_sentence_of_a_hundred_thousand_words_is_read():
    text = "we keep bread " * 33_000 + "and you may complain to the ICO"
    sentence = Sentence(heading="Bread", place="1.1", text=text)
    assert any(sign.item == "A13-2d" for sign in text_signs([sentence]))


def test_a_word_without_end_is_no_obstacle():
    sentence = Sentence(heading="Bread", place="1.1", text="a" * 200_000 + " .-" * 50_000)
    assert text_signs([sentence]) == ()


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=80).map(" ".join) | st.text(max_size=300))
def test_any_text_can_be_read_and_is_read_the_same_way_again(text):
    sentences = split_sentences(text)
    assert text_signs(sentences) == text_signs(sentences)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["Gulls nest on the cliff.", "The tide is high at noon.", "Bring boots."]), max_size=6
    )
)
def test_sentences_about_other_things_never_make_an_item_missing(strangers):
    before = verdicts(GOOD)
    after = verdicts(GOOD + "## Weather\n" + "\n".join(strangers))
    assert all(after[item] is not Verdict.MISSING for item, said in before.items() if said is Verdict.PRESENT)
