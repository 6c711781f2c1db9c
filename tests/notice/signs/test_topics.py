"""Each sentence is sorted by what it is about, from its words and from its heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_lib.model.reading import Topic
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.signs.topics import read_topics

SENTENCES = {
    "Kite Homes Ltd is the data controller.": Topic.CONTROLLER,
    "Ask our data protection officer.": Topic.OFFICER,
    "This notice applies to tenants.": Topic.SCOPE,
    "We collect your name and your address.": Topic.COLLECTION,
    "Your employer sends us a reference.": Topic.SOURCES,
    "We use your address to deliver your order.": Topic.PURPOSES,
    "Our lawful basis is a contract.": Topic.LAWFUL_BASIS,
    "We do so only with your consent.": Topic.CONSENT,
    "We hold health data about you.": Topic.SPECIAL_DATA,
    "You can leave our newsletter.": Topic.MARKETING,
    "We use no automated decision-making.": Topic.PROFILING,
    "We share your data with our suppliers and other third parties.": Topic.SHARING,
    "Nothing is sent outside the UK.": Topic.TRANSFERS,
    "Files are kept for six years.": Topic.RETENTION,
    "Your data is encrypted.": Topic.SECURITY,
    "You have the right to erasure.": Topic.RIGHTS,
    "You can complain to us.": Topic.COMPLAINTS,
    "We set two cookies.": Topic.COOKIES,
    "Our shop is not meant for children.": Topic.CHILDREN,
    "Our pages hold links to other websites.": Topic.LINKS,
    "Please get in touch.": Topic.CONTACT,
    "This notice was last updated in May.": Topic.CHANGES,
}


def topics(text: str, at: int = -1) -> tuple[Topic, ...]:
    return read_topics(split_sentences(text))[at].topics


@pytest.mark.parametrize(("sentence", "topic"), SENTENCES.items())
def test_a_sentence_tells_its_topic(sentence, topic):
    assert topic in topics(sentence)


def test_every_topic_has_a_sentence():
    assert set(SENTENCES.values()) == set(Topic)


def test_a_sentence_about_nothing_known_has_no_topic():
    assert topics("Gulls nest on the cliff.") == ()


def test_a_heading_tells_the_topic_of_what_stands_beneath():
    assert topics("## How long we keep it\nSix years for every file.") == (Topic.RETENTION,)


def test_an_item_has_the_topic_of_what_introduces_it():
    assert Topic.SHARING in topics(
        "We share your data with these service providers:\n- our courier, Kite Vans"
    )


def test_a_sentence_can_have_several_topics():
    assert topics("Cookies help us with marketing.") == (Topic.MARKETING, Topic.COOKIES)


def test_sentences_keep_their_place_and_words():
    read = read_topics(split_sentences("## Data\nWe keep it. You may complain."))
    assert [(one.place, one.heading, one.text) for one in read] == [
        ("2.1", "Data", "We keep it."),
        ("2.2", "Data", "You may complain."),
    ]


@given(st.text(max_size=300))
def test_every_sentence_of_any_text_is_returned(text):
    sentences = split_sentences(text)
    assert [read.text for read in read_topics(sentences)] == [sentence.text for sentence in sentences]
