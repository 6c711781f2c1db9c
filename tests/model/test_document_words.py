"""Sentences put together: what holds nothing is left out."""

from audit_lib.model.document_words import bullets, paragraph, say, section


def test_a_sentence_names_each_reference_once():
    assert say("We keep it.", "data:rent", "data:rent").rests == ("data:rent",)


def test_a_paragraph_holds_the_sentences_that_there_are():
    assert paragraph(None, "One.", say("Two.")).sentences == (say("One."), say("Two."))


def test_without_a_sentence_there_is_no_paragraph_and_no_list():
    assert paragraph(None) is None
    assert bullets([]) is None


def test_a_section_leaves_out_what_holds_nothing():
    made = section("Cookies", None, bullets(["We set none."]), set_apart=True)
    assert made.blocks == (bullets(["We set none."]),)
    assert made.set_apart
