"""What a browser makes of the pages: WCAG 2.2 AA, keyboard, phone, paper; the network is cut off."""

import datetime as dt
import itertools
import unicodedata
from pathlib import Path

import pytest
from browser import PAIRS, REACHED, chromium, faint, opened
from invented_runs import invented
from pypdf import PdfReader

from audit_lib.exports.document_page import write_page as write_document
from audit_lib.exports.evidence_page import write_evidence_page
from audit_lib.exports.occasion_page import write_occasion_page
from audit_lib.exports.page import write_page
from audit_lib.exports.page_told import told_of
from audit_lib.exports.runs_page import write_runs_page
from audit_lib.exports.view_page import view_page
from audit_lib.files.read_map import read_map
from audit_lib.model.document import Bullets, Document, Grid, Section, Sentence
from audit_lib.views.evidence_example import example_reconciliation
from audit_lib.views.table import tabulate

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
REPORTS = ("risk", "evidence", "dpia")
PAGES = (*REPORTS, "runs", "occasion")

#: No page is larger, so that it can go by mail.
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    data_map = read_map(ROOT / "data_maps" / "btr")
    for name in (*REPORTS, "ropa"):
        run = ROOT / "reports" / "example" / name
        facts = [("Data map", data_map.info.title), ("As of", "22 November 2026")]
        told = told_of(run, data_map)
        write_page(run / f"{name}.ipynb", folder / f"{name}.html", facts=facts, told=told)
    occasions = invented(weeks=30, sites=12)
    write_runs_page(folder / "runs.html", occasions, as_of=dt.date(2026, 6, 30))
    write_occasion_page(folder / "occasion.html", occasions[-1])
    return folder


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_text_stands_out_from_its_ground(browser, pages, name, scheme):
    """WCAG 2.2, 1.4.3; with everything unfolded."""
    with opened(browser, pages / f"{name}.html", scheme=scheme) as (page, _):
        page.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        pairs = page.evaluate(PAIRS)
    assert len(pairs) > 5
    assert not faint(pairs)


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_a_keyboard_reaches_has_a_name_and_shows_the_focus(browser, pages, name):
    """WCAG 2.2, 2.4.7, 2.4.13, 4.1.2."""
    with opened(browser, pages / f"{name}.html") as (page, _):
        reached = page.evaluate(REACHED)
    assert len(reached) > 5
    assert not [one for one in reached if not one["name"] or one["outline"] < 2]


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_scrolls_one_way_and_tables_within_their_own_region(browser, pages, name):
    """WCAG 2.2, 1.4.10: 320 CSS pixels."""
    beyond = """() => [...document.querySelectorAll('body *')].filter(part => part.checkVisibility()
        && part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.scroll')).length"""
    with opened(browser, pages / f"{name}.html", width=320) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate(beyond) == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_itself_and_can_go_by_mail(browser, pages, name):
    file = pages / f"{name}.html"
    with opened(browser, file) as (page, asked):
        page.wait_for_load_state("networkidle")
        assert [address for address in asked if not address.startswith("data:")] == [file.as_uri()]
    assert file.stat().st_size < MOST_BYTES


@pytest.mark.parametrize("name", PAGES)
def test_landmarks_and_headings_lead_through_the_page(browser, pages, name):
    """WCAG 2.2, 1.3.1, 2.4.1, 2.4.6."""
    with opened(browser, pages / f"{name}.html") as (page, _):
        for landmark in ("header", "nav", "main", "footer"):
            assert page.locator(f"body {landmark}").count() == 1
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_by_itself_is_large_enough_to_be_hit(browser, pages, name):
    """WCAG 2.2, 2.5.8: 24 CSS pixels; links in the run of a text are excepted."""
    small = """() => [...document.querySelectorAll('a[href], summary')].filter(part => part.checkVisibility()
        && getComputedStyle(part).display !== 'inline'
        && part.getBoundingClientRect().height < 24).map(part => part.outerHTML.slice(0, 90))"""
    with opened(browser, pages / f"{name}.html") as (page, _):
        assert page.evaluate(small) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_table_has_a_caption_and_every_head_says_what_it_heads(browser, pages, name):
    """WCAG 2.2, 1.3.1."""
    wrong = """() => [...document.querySelectorAll('table')].filter(one => !one.caption?.textContent.trim()
        || [...one.querySelectorAll('th')].some(th => !th.scope || !th.textContent.trim())).length"""
    with opened(browser, pages / f"{name}.html") as (page, _):
        assert page.locator("table").count() > 0
        assert page.evaluate(wrong) == 0


def test_the_first_tab_leads_past_the_contents(browser, pages):
    """WCAG 2.2, 2.4.1."""
    with opened(browser, pages / "risk.html") as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "report"


def test_a_wide_table_is_scrolled_by_the_arrow_keys(browser, pages):
    with opened(browser, pages / "risk.html", width=400) as (page, _):
        region = page.locator(".scroll:has(table:not(.cards))").first
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0", timeout=5_000)


def test_a_large_picture_is_seen_at_its_own_size_by_whoever_asks_for_it(browser, pages):
    with opened(browser, pages / "evidence.html", width=1280) as (page, _):
        picture = page.locator("figure:has(details.larger)").first
        wide = picture.locator("img").bounding_box()["width"]
        picture.locator(".larger summary").press("Enter")
        own = picture.locator("img").evaluate("image => parseInt(image.style.getPropertyValue('--width'))")
        assert wide < own == picture.locator("img").bounding_box()["width"]
        assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_an_address_with_the_id_of_a_finding_opens_at_the_finding(browser, pages):
    file = pages / "risk.html"
    finding = "controller-named-differently-8ab94365"
    with opened(browser, file) as (page, _):
        page.goto(f"{file.as_uri()}#{finding}")
        row = page.locator(f"tr#{finding}")
        assert "Controller goes by different names" in row.inner_text()
        assert row.evaluate(
            "row => { const at = row.getBoundingClientRect(); return at.top >= 0 && at.top < 900 }"
        )


def test_the_printed_page_has_all_rows_numbers_of_pages_and_repeated_heads(browser, pages, tmp_path):
    with opened(browser, pages / "risk.html") as (page, _):
        rows = page.locator("table:has(thead) tbody tr").count()
        page.pdf(path=tmp_path / "risk.pdf", prefer_css_page_size=True, print_background=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "risk.pdf").pages]
    assert rows > 100
    for number, words in enumerate(sheets, start=1):
        assert f"Page {number} of {len(sheets)}" in " ".join(words.split())
    assert sum("To put it right" in words for words in sheets) > 10
    whole = "".join(unicodedata.normalize("NFKC", "".join(sheets)).split())
    for words in ("Controllergoesbydifferentnames", "Whatthefindingsreston"):
        assert words in whole


def test_the_long_record_is_printed_on_its_side_and_no_heading_stands_apart_from_what_it_heads(
    browser, pages, tmp_path
):
    with opened(browser, pages / "ropa.html") as (page, _):
        headings = {words.strip() for words in page.locator("main :is(h2, caption)").all_inner_texts()}
        page.pdf(path=tmp_path / "ropa.pdf", prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(tmp_path / "ropa.pdf").pages
    aside = [sheet.mediabox.width > sheet.mediabox.height for sheet in sheets]
    assert not aside[0]
    assert sum(aside) > 12
    for sheet in sheets:
        lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        assert [line for line in lines if not line.startswith("Page ")][-1] not in headings


def test_no_head_of_a_table_of_a_document_stands_alone_at_the_end_of_a_sheet(browser, tmp_path):
    tall = (Sentence(text="First row"),) * 12
    table = Grid(columns=("Head of all", "B"), rows=((tall, tall),))
    for items in range(24, 34, 3):
        above = Bullets(items=(Sentence(text="An item."),) * items)
        section = Section(heading="Part", blocks=(above, table))
        document = Document(title="Paper", as_of=dt.date(2026, 11, 22), sections=(section,))
        file = write_document(document, tmp_path / "paper.html")
        with opened(browser, file) as (page, _):
            page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
        for sheet in PdfReader(tmp_path / "paper.pdf").pages:
            words = sheet.extract_text()
            assert ("Head of all" in words) == ("First row" in words), items


def test_the_foot_of_a_page_that_ends_with_a_broad_table_has_no_sheet_of_its_own(browser, tmp_path):
    rows = [("a long cell of words",) * 6] * 40
    shown = ["## All", "### Part 1", tabulate("Forty rows", tuple("ABCDEF"), rows)]
    file = tmp_path / "broad.html"
    file.write_text(view_page("Broad", [], ["Words.", *shown]), encoding="utf-8")
    with opened(browser, file) as (page, _):
        page.pdf(path=tmp_path / "broad.pdf", prefer_css_page_size=True)
    first, *_, last = [sheet.extract_text() for sheet in PdfReader(tmp_path / "broad.pdf").pages]
    assert "Part 1" not in first
    assert "a long cell of words" in last
    assert "Made by the privacy audit workbench" in last


def test_a_caption_is_seen_whole_on_a_narrow_screen_and_stays_while_its_table_is_scrolled(browser, pages):
    cut = """() => [...document.querySelectorAll('.scroll:has(> table)')].filter(region => {
        const seen = region.getBoundingClientRect();
        return [0, 9999].some(by => { region.scrollLeft = by;
          const at = region.querySelector('caption:not(.unseen)')?.getBoundingClientRect();
          return at && at.width && (at.left < seen.left - 1 || at.right > seen.right + 1); });
        }).map(region => region.textContent.slice(0, 60))"""
    for name in PAGES:
        with opened(browser, pages / f"{name}.html", width=400) as (page, _):
            assert page.evaluate(cut) == [], name


def test_on_a_narrow_screen_a_finding_is_read_without_scrolling_sideways(browser, pages):
    with opened(browser, pages / "risk.html", width=400) as (page, _):
        card = page.locator("tr#controller-named-differently-8ab94365")
        sides = card.evaluate("row => [...row.cells].map(cell => cell.getBoundingClientRect().right)")
        label = "cell => getComputedStyle(cell, '::before').content"
        named = [cell.evaluate(label) for cell in card.locator("td").all()]
    assert max(sides) < 400
    assert '"To put it right"' in named


@pytest.mark.parametrize("name", ["runs", "occasion"])
def test_no_word_of_a_link_to_a_file_is_broken(browser, pages, name):
    broken = """() => [...document.querySelectorAll('td a')].filter(link => link.checkVisibility()
        && link.getBoundingClientRect().height > 40)
        .map(link => link.textContent)"""
    with opened(browser, pages / f"{name}.html", width=400) as (page, _):
        page.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        assert page.evaluate(broken) == []


def test_nothing_is_cut_off_on_paper(browser, pages):
    """At the width of a printed page nothing reaches over its edge."""
    over = """() => { const edge = document.querySelector('main').getBoundingClientRect().right;
        return [...document.querySelectorAll('table, img')].filter(part =>
          part.checkVisibility() && part.getBoundingClientRect().right > edge + 2)
          .map(part => part.textContent.slice(0, 60)); }"""
    for name in PAGES:
        with opened(browser, pages / f"{name}.html", width=680) as (page, _):  # 180 mm
            page.emulate_media(media="print")
            assert page.evaluate(over) == [], name


def test_the_page_of_a_document_is_read_and_passed_over_like_one_of_a_report(browser, tmp_path):
    file = write_evidence_page(example_reconciliation(), tmp_path / "evidence.html")
    for scheme in ("light", "dark"):
        with opened(browser, file, scheme=scheme) as (page, _):
            assert not faint(page.evaluate(PAIRS))
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.tagName") == "MAIN"
