"""Documents of any kind: tables of pairs, levels of risk in colour, parts of a section, words at the foot."""

import datetime as dt
import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

import audit_lib.exports.document as document_module
from audit_lib.exports.document import write_document
from audit_lib.exports.document_page import document_page
from audit_lib.model.document import Bullets, Document, Grid, Paragraph, Section, Sentence
from audit_lib.model.risk import Level
from audit_lib.notice.drafting.markdown import markdown
from audit_lib.views.colours import LEVELS


def cell(text, **more):
    return (Sentence(text=text, **more),)


@pytest.fixture
def form():
    pairs = Grid(columns=(), rows=((cell("Who"), cell("Agency")), (cell("What"), cell("Letting"))))
    risks = Grid(
        columns=("Risk", "Overall"),
        rows=((cell("Loss"), cell("High", level=Level.HIGH)),),
        shares=(3, 1),
    )
    gap = Paragraph(sentences=(Sentence(text="[Why?]", gap=True),))
    return Document(
        title="Form",
        as_of=dt.date(2026, 11, 22),
        sections=(
            Section(heading="Head", blocks=(pairs,)),
            Section(heading="Part", depth=2, blocks=(gap,)),
            Section(heading="Risks", blocks=(risks,)),
        ),
        foot="Form, map 123",
    )


@pytest.fixture
def word(form, tmp_path):
    return docx.Document(str(write_document(form, tmp_path / "form.docx")))


def test_a_part_has_a_smaller_heading(form, word):
    assert [p.style.name for p in word.paragraphs if p.text == "Part"] == ["Heading 3"]
    assert "<h3>Part</h3>" in document_page(form)
    assert "### Part" in markdown(form)


def test_the_contents_count_the_gaps_of_the_parts_with_their_section(form):
    page = document_page(form)
    assert page.count('class="open"') == 1
    assert page.index('class="open"') < page.index("Risks")


def test_pairs_have_no_head(form, word):
    assert [row.cells[0].text for row in word.tables[0].rows] == ["Who", "What"]
    assert 'class="pairs"' in document_page(form)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown(form))
    assert sum(token.type == "table_open" for token in tokens) == 2


def test_a_level_of_risk_colours_its_cell_and_says_its_word(form, word):
    shaded = word.tables[1].rows[1].cells[1]._tc.tcPr.find(qn("w:shd"))
    assert shaded.get(qn("w:fill")) == LEVELS[Level.HIGH].removeprefix("#")
    assert '<span class="level high">High</span>' in document_page(form)


def test_columns_are_as_wide_as_the_document_says(form, word):
    first, second = word.tables[1].rows[1].cells
    assert round(first.width / second.width) == 3


def test_no_rule_of_the_page_is_stronger_than_the_widths_of_a_document(form):
    """Where a table has columns of its own width, a class of tables may not set another."""
    style = (Path(document_module.__file__).parent / "templates/document.css").read_text(encoding="utf-8")
    setting = [
        selector.strip()
        for selector, said in re.findall(r"([^{}]+)\{([^{}]*)\}", style)
        if re.search(r"(?<![-\w])width:", said) and re.search(r"\.(wide|pairs)\b", selector)
    ]
    assert setting
    assert all(":not(:has(col))" in selector for selector in setting)
    assert '<col width="75%">' in document_page(form)


def test_what_is_set_apart_stays_on_one_page(tmp_path):
    words = [Paragraph(sentences=cell("First.")), Paragraph(sentences=cell("Second."))]
    items = Bullets(items=(*cell("one"), *cell("two")))
    section = Section(heading="Stop", blocks=(*words, items), set_apart=True)
    form = Document(title="Form", as_of=dt.date(2026, 11, 22), sections=(section,))
    made = docx.Document(str(write_document(form, tmp_path / "form.docx")))
    kept = {p.text: bool(p.paragraph_format.keep_with_next) for p in made.paragraphs}
    assert [kept[text] for text in ("First.", "Second.", "one", "two")] == [True, True, True, False]


@pytest.mark.parametrize("apart", [True, False])
def test_a_table_that_is_set_apart_stands_in_the_box_of_its_heading(tmp_path, apart):
    grid = Grid(columns=(), rows=((cell("Time"), cell("72 hours")),))
    section = Section(heading="Before it is sent", blocks=(grid,), set_apart=apart)
    form = Document(title="Form", as_of=dt.date(2026, 11, 22), sections=(section,))
    (table,) = docx.Document(str(write_document(form, tmp_path / "form.docx"))).tables
    sides = {edge.tag.rpartition("}")[2] for edge in table._tbl.tblPr.find(qn("w:tblBorders"))}
    assert ({"left", "right"} <= sides) is apart
    tints = [box._tc.tcPr.find(qn("w:shd")) is not None for box in table.rows[0].cells]
    assert tints == [apart, apart]


def test_the_foot_stands_on_every_page(form, word):
    assert word.sections[0].footer.paragraphs[0].text.startswith("Form, map 123")
    assert "Form, map 123" in document_page(form)
    assert markdown(form).rstrip().endswith("Form, map 123")


def test_a_head_repeats_on_every_page(word):
    assert word.tables[1].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert word.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is None


def one_table(*blocks):
    section = Section(heading="Flows", blocks=blocks)
    return Document(title="Form", as_of=dt.date(2026, 11, 22), sections=(section,))


TABLE = Grid(columns=("Who", "What they get"), rows=((cell("Kite"), cell("Name")),))
LEAD = Paragraph(sentences=cell("The 1 flow of the activity"))
LONG = Paragraph(sentences=(*cell("As the map has it."), *cell("Nobody has confirmed it.")))
CAPTIONS = {
    (LEAD, TABLE): ("<caption>The 1 flow of the activity</caption>", 0),
    (LONG, TABLE): ('<caption class="unseen">Flows: who, what they get</caption>', 1),
    (TABLE,): ('<caption class="unseen">Flows: who, what they get</caption>', 0),
    (LONG, TABLE.model_copy(update={"caption": "Who <b>"})): ("<caption>Who &lt;b&gt;</caption>", 1),
    (LEAD, TABLE.model_copy(update={"caption": "Its own"})): ("<caption>Its own</caption>", 1),
}


@pytest.mark.parametrize("blocks", CAPTIONS)
def test_each_table_of_a_page_has_a_caption_and_nothing_is_said_twice_or_lost(blocks):
    caption, paragraphs = CAPTIONS[blocks]
    page = document_page(one_table(*blocks))
    assert f"<table>{caption}" in page
    assert page.count("<p>") == paragraphs


def test_a_gap_before_a_table_stays_a_sentence_of_the_page():
    gap = Paragraph(sentences=(Sentence(text="[Which flows?]", gap=True),))
    assert "<p><mark>[Which flows?]</mark></p>" in document_page(one_table(gap, TABLE))


def test_every_head_of_a_table_says_what_it_names(form):
    heads = re.findall(r"<th\b[^>]*>", document_page(form))
    assert heads
    assert all('scope="col"' in head or 'scope="row"' in head for head in heads)


def test_each_table_of_a_word_document_says_what_it_tells_and_whether_it_has_a_head(word, tmp_path):
    said = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in word.tables]
    assert said == ["Head: 2 points", "Risks: risk, overall"]
    looks = [table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) for table in word.tables]
    assert looks == ["0", "1"]
    led = docx.Document(str(write_document(one_table(LEAD, TABLE), tmp_path / "led.docx")))
    assert led.tables[0]._tbl.tblPr[-1].get(qn("w:val")) == "The 1 flow of the activity"
    assert "The 1 flow of the activity" in [paragraph.text for paragraph in led.paragraphs]


def test_a_page_tells_a_program_what_it_is_stamped_with(form):
    stamped = form.model_copy(update={"stamp": (("map", 'a"b'),)})
    assert '<meta name="map" content="a&quot;b">' in document_page(stamped)
