"""Sentences in a notebook: they wrap between words, and say nothing to the browser but words."""

from audit_lib.views.said import said


def test_each_sentence_begins_a_line():
    assert str(said("One.", "Two.")) == "One.\nTwo."
    assert said("One.", "Two.")._repr_html_().count("<br>") == 1


def test_it_is_no_printed_text_which_a_notebook_breaks_inside_a_word():
    shown = said("91 findings are open.")._repr_html_()
    assert shown.startswith("<div ")
    assert "<pre" not in shown
    assert "anywhere" not in shown


def test_markup_in_a_sentence_stays_words():
    shown = said("<script>x()</script>\u202e of <b>")._repr_html_()
    assert "<script" not in shown
    assert "&lt;b&gt;" in shown
    assert "\u202e" not in shown
