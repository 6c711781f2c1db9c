"""A document in a notebook: safe in an untrusted one, gaps and levels marked, and as text in a terminal."""

import datetime as dt
import re

import pytest
from strategies import HOSTILE

from audit_lib.model.document import Bullets, Document, Grid, Paragraph, Section, Sentence
from audit_lib.model.letter import Letter, LetterKind, LetterPart
from audit_lib.model.rights import RightKind
from audit_lib.model.risk import Level
from audit_lib.views.colours import LEVELS
from audit_lib.views.written import written


def document(text, **more):
    sentence = Sentence(text=text, **more)
    blocks = (
        Paragraph(sentences=(sentence,)),
        Bullets(items=(sentence,)),
        Grid(columns=("Head",), rows=(((sentence,),),), shares=(1,)),
    )
    section = Section(heading="Part", blocks=blocks, set_apart=True)
    return Document(title="Form", as_of=dt.date(2026, 11, 22), sections=(section,))


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.strip() and len(each) < 1000])
def test_no_text_becomes_markup(text):
    try:
        shown = written(document(text))._repr_html_()
    except ValueError:
        pytest.skip("no such text can stand in a map")
    assert set(re.findall(r"</?([a-z]+)", shown)) <= {
        "div", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "mark",
    }  # fmt: skip


def test_a_gap_is_marked_wherever_it_stands():
    assert written(document("[Why?]", gap=True))._repr_html_().count("<mark") == 3


def test_a_level_colours_its_cell():
    assert f"background:{LEVELS[Level.HIGH]};" in written(document("High", level=Level.HIGH))._repr_html_()


def test_there_are_inline_styles_only():
    shown = written(document("x"))._repr_html_()
    assert "<style" not in shown
    assert "class=" not in shown


def test_a_terminal_gets_the_same_words():
    assert str(written(document("Kept for a year"))).count("Kept for a year") == 3


def letter(**more):
    said = (Sentence(text="Words."),)
    return Letter(
        kind=LetterKind.FEE, right=RightKind.ACCESS, as_of=dt.date(2026, 11, 22), title="A fee", sender=said,
        recipient=(Sentence(text="[name]", gap=True),), greeting=(Sentence(text="Dear reader"),),
        parts=(
            LetterPart(blocks=(Paragraph(sentences=said),)),
            LetterPart(heading="How to pay", blocks=(Paragraph(sentences=said),)),
        ),
        close=(Sentence(text="Yours sincerely"), Sentence(text="The team")), **more,
    )  # fmt: skip


def test_a_letter_is_read_in_the_order_in_which_it_is_written():
    text = re.sub(r"<[^>]+>", "|", written(letter())._repr_html_())
    order = [
        "22 November 2026",
        "[name]",
        "Dear reader",
        "A fee",
        "How to pay",
        "Yours sincerely",
        "The team",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_what_is_to_be_checked_stands_apart_from_the_letter():
    shown = written(letter(checks=(Sentence(text="Is it excessive?"),)))._repr_html_()
    assert shown.index("The team") < shown.index("not part of the letter") < shown.index("Is it excessive?")
    assert "not part of the letter" not in written(letter())._repr_html_()


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.strip() and len(each) < 1000])
def test_no_text_of_a_letter_becomes_markup(text):
    try:
        made = letter().model_copy(update={"title": text, "greeting": (Sentence(text=text),)})
    except ValueError:
        pytest.skip("no such text can stand in a letter")
    assert set(re.findall(r"</?([a-z]+)", written(made)._repr_html_())) <= {"div", "p", "br", "mark"}


def test_a_letter_in_a_terminal_is_text():
    assert str(written(letter())).splitlines() == [
        "A fee", "", "Dear reader", "", "  Words.", "", "How to pay", "  Words.", "",
        "Yours sincerely", "The team",
    ]  # fmt: skip
