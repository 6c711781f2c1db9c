"""Word documents from headings, paragraphs, lists and tables."""

import datetime as dt

from docx.oxml.ns import qn
from docx.shared import Cm

from audit_lib.exports.word import Run, document_bytes, heading, new_document, paragraph, table

DAY = dt.date(2026, 11, 22)


def test_a_document_begins_with_its_title():
    document = new_document("Letter", DAY)
    assert [(p.style.name, p.text) for p in document.paragraphs] == [("Heading 1", "Letter")]


def test_open_words_are_highlighted_and_the_others_are_not():
    added = paragraph(new_document("Letter", DAY), [Run("Dear "), Run("[name]", marked=True)])
    assert [run.font.highlight_color is not None for run in added.runs] == [False, True]


def test_a_table_fills_the_page_in_the_shares_that_are_asked_for():
    made = table(new_document("Letter", DAY), ["Who", "What"], [[[Run("Kite")], [Run("Name")]]], (1, 3))
    widths = [cell.width for cell in made.rows[1].cells]
    assert [round(width / Cm(17), 2) for width in widths] == [0.25, 0.75]


def test_every_part_of_a_cell_is_a_paragraph():
    made = table(new_document("Letter", DAY), ["Who"], [[[Run("Kite"), Run("[who else]", marked=True)]]])
    assert [p.text for p in made.rows[1].cells[0].paragraphs] == ["Kite", "[who else]"]


def test_what_stands_apart_has_a_border():
    document = new_document("Letter", DAY)
    boxed = heading(document, "Your right to object", apart=True)
    assert boxed._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
    assert heading(document, "Others")._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is None


def test_signs_that_xml_cannot_hold_are_left_out():
    added = paragraph(new_document("Letter", DAY), [Run("a\x0bb\x85c")])
    assert added.text == "a b c"


def test_another_day_is_another_document():
    assert document_bytes(new_document("A", DAY)) != document_bytes(new_document("A", dt.date(2026, 11, 23)))
