"""The body of a page: its tables can be reached, named and darkened, its headings and pictures followed."""

import datetime as dt
import re

import pytest
from bs4 import BeautifulSoup

from audit_lib.exports.page_body import ready
from audit_lib.exports.page_summary import summary
from audit_lib.exports.page_told import Told
from audit_lib.model.document import Document, Paragraph, Section, Sentence
from audit_lib.views.table import Cell, Mark, tabulate
from audit_lib.views.written import written

PIXEL = "data:image/png;base64,iVBORw0KGgo="


def body(markup):
    made = ready(markup)
    return BeautifulSoup(made.markup, "html.parser"), made.style


def output(markup):
    return f'<div class="output"><div class="sheet">{markup}</div></div>'


@pytest.fixture
def table():
    rows = [("high", Cell("Yardi", tail="a note")), ("high", Cell("Abrdn", Mark.FINDING))]
    return output(tabulate("Two parties", ("Severity", "Party"), rows)._repr_html_())


def test_a_table_stands_in_a_region_that_its_caption_names_and_a_keyboard_reaches(table):
    page, _ = body(table)
    region = page.table.parent
    assert (region["role"], region["tabindex"]) == ("region", "0")
    assert page.find(id=region["aria-labelledby"]).get_text() == "Two parties"


def test_a_table_without_a_caption_is_named_by_the_heading_above_it():
    page, _ = body("<h2>Who is due</h2>" + output("<table><tbody><tr><td>a</td></tr></tbody></table>"))
    assert page.caption.get_text() == "Table 1: Who is due"


def test_a_caption_that_says_nothing_is_none():
    empty = "<table><caption></caption><tbody><tr><td>a</td></tr></tbody></table>"
    page, _ = body("<h2>Who is due</h2>" + output(empty))
    assert [caption.get_text() for caption in page.find_all("caption")] == ["Table 1: Who is due"]


def test_the_first_column_that_tells_rows_apart_names_them(table):
    page, _ = body(table)
    named = [row.find("th", scope="row").get_text(" ") for row in page.select("tbody tr")]
    assert [name.split()[0] for name in named] == ["Yardi", "Abrdn"]


def test_a_column_that_does_not_tell_rows_apart_names_none():
    rows = "<tr><td>a</td></tr>" * 2
    page, _ = body(output(f"<table><thead><tr><th>A</th></tr></thead><tbody>{rows}</tbody></table>"))
    assert not page.select("tbody th")


def test_a_broad_and_long_table_lies_on_its_side_with_the_words_that_lead_to_it():
    short = tabulate("Six", tuple("ABCDEF"), [("a",) * 6] * 40)
    long = tabulate("Six", tuple("ABCDEF"), [("a" * 30,) * 6] * 40)
    lead = '<section class="words"><h2>All</h2></section>'
    page, _ = body("".join(lead + output(table._repr_html_()) for table in (short, long)))
    assert [part["class"] for part in page.select(".words, .output")] == [
        ["words", "leads"],
        ["output"],
        ["words", "leads", "broad"],
        ["output", "broad"],
    ]


def test_a_heading_above_the_heading_of_a_broad_table_lies_on_its_side_too():
    long = tabulate("Six", tuple("ABCDEF"), [("a" * 30,) * 6] * 40)
    heads = ("<h2>All</h2>", "<h3>Part 1</h3>")
    lead = "".join(f'<section class="words">{head}</section>' for head in heads)
    page, _ = body(lead + output(long._repr_html_()))
    assert [part["class"] for part in page.select(".words")] == [["words", "leads", "broad"]] * 2


def test_a_sentence_that_leads_to_a_table_or_a_heading_is_kept_with_it_and_a_last_one_is_not():
    grid = "<table><tbody><tr><td>a</td></tr></tbody></table>"
    page, _ = body(output(f"<h3>One</h3><p>About it.</p><h4>Two</h4><p>So:</p>{grid}<p>Done.</p>"))
    assert [p.get_text() for p in page.select("p.leads")] == ["About it.", "So:"]


def test_an_empty_head_is_no_head_and_every_other_says_what_it_heads():
    head, rows = "<tr><th></th><th>Sum</th></tr>", "<tr><th>May</th><td>3</td></tr>"
    page, _ = body(output(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"))
    assert [cell.get("scope") for cell in page.find_all("th")] == ["col", "row"]


def test_the_workbenchs_own_colours_become_those_of_the_page_so_that_they_turn_dark_with_it(table):
    page, style = body(table)
    assert not page.find_all(style=True)
    assert "#" not in style
    assert "var(--bad-ground)" in style


def test_a_table_with_colours_of_its_own_keeps_the_paper_that_they_were_made_for():
    page, style = body(output('<table><tbody><tr><td style="color: #123456;">a</td></tr></tbody></table>'))
    assert "foreign" in page.select_one(".sheet")["class"]
    assert page.td["style"] == "color: #123456;"
    assert not style


@pytest.mark.parametrize("style", ["color: red} body {display: none", "width: 1px</style><b>", "x: y\\65"])
def test_no_style_of_a_table_can_end_the_rule_that_it_becomes(style):
    _, rules = body(output(f'<table style="{style}"><tbody><tr><td>a</td></tr></tbody></table>'))
    assert not rules


def test_no_level_of_headings_is_skipped_and_the_first_is_the_pages():
    page, _ = body("<h1>A</h1><h4>B</h4><h2>C</h2><h3>D</h3>")
    assert [heading.name for heading in page.find_all(re.compile("^h"))] == ["h2", "h3", "h2", "h3"]


def test_the_headings_of_a_document_are_headings():
    words = (Paragraph(sentences=(Sentence(text="We keep it."),)),)
    parts = (Section(heading="Time", blocks=words), Section(heading="Ends", depth=2, blocks=words))
    shown = written(Document(title="Notice", as_of=dt.date(2026, 11, 22), sections=parts))
    page, _ = body("<h2>Shown</h2>" + output(shown._repr_html_()))
    assert [(heading.name, heading.get_text()) for heading in page.find_all(["h3", "h4", "h5"])] == [
        ("h3", "Notice"),
        ("h4", "Time"),
        ("h5", "Ends"),
    ]


def test_an_id_stands_once_and_none_takes_the_place_of_the_pages_own():
    page, _ = body('<p id="a">1</p><p id="a">2</p><p id="report">3</p>')
    assert [paragraph.get("id") for paragraph in page.find_all("p")] == ["a", None, None]


def test_what_a_picture_shows_is_told_in_sentences_beneath_it():
    page, _ = body(f'<figure><img alt="Two are late. One is open." src="{PIXEL}"></figure>')
    assert [item.get_text() for item in page.select("details li")] == ["Two are late.", "One is open."]


def test_a_long_description_is_shortened_where_it_is_read_out_and_whole_beneath():
    whole = " ".join(f"Month {number} has {number} requests." for number in range(40))
    page, _ = body(f'<figure><img alt="{whole}" src="{PIXEL}"></figure>')
    assert len(page.img["alt"]) < 300
    assert "below the picture" in page.img["alt"]
    assert " ".join(item.get_text() for item in page.select("details li")) == whole


def test_a_picture_leads_to_the_table_that_follows_it_before_the_next_heading(table):
    figure = f'<figure><img alt="A." src="{PIXEL}"></figure>'
    page, _ = body(figure + table)
    assert page.select_one("details a")["href"] == f"#{page.caption['id']}"
    apart, _ = body(figure + "<h2>Else</h2>" + table)
    assert not apart.select("details a")


@pytest.mark.parametrize(("width", "offered"), [(2027, 1), (974, 0)])
def test_a_picture_that_a_page_shrinks_is_offered_at_its_own_size(width, offered):
    page, _ = body(f'<figure><img alt="A." style="--width: {width}px" src="{PIXEL}"></figure>')
    assert len(page.select("figure > details.larger + .scroll > img")) == offered


def test_pictures_come_through_unchanged():
    page, _ = body(f'<figure><img alt="A" src="{PIXEL}"></figure>')
    assert page.img["src"] == PIXEL


def test_the_counts_of_an_empty_run_are_none():
    said = BeautifulSoup(summary(Told(), lambda _: None), "html.parser").get_text(" ", strip=True)
    assert said == "In short 0 high 0 medium 0 low 0 could not be judged"
