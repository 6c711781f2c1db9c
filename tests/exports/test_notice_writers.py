"""A drafted notice as Markdown, as a page and as a document: the same words, safe, and whole."""

import datetime as dt
import re
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from strategies import data_maps

from audit_lib.errors import OutputError
from audit_lib.exports.document import write_document
from audit_lib.exports.document_page import document_page, write_page
from audit_lib.exports.document_text import write_markdown
from audit_lib.files.read_map import read_map
from audit_lib.files.read_notice import read_notice
from audit_lib.notice.coverage import cover
from audit_lib.notice.drafting.draft import draft_notice
from audit_lib.notice.drafting.remap import remap

AS_OF = dt.date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
MAPS = sorted(path.name for path in (ROOT / "data_maps").iterdir() if path.is_dir())
WRITERS = {".md": write_markdown, ".html": write_page, ".docx": write_document}

#: What a page may be made of; anything else would have come out of a map.
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "nav", "ol", "ul", "li",
    "a", "span", "main", "section", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "div",
    "mark",
}  # fmt: skip


@pytest.fixture(scope="module")
def small():
    return draft_notice(read_map(ROOT / "data_maps" / "small_agency"), AS_OF)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.targets, self.text = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.targets += [value for name, value in attrs if name in ("href", "src", "action", "style")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("name", MAPS)
def test_each_file_is_the_notice_that_the_new_map_knows_sentence_by_sentence(tmp_path, name, ending):
    data_map = read_map(ROOT / "data_maps" / name)
    draft = draft_notice(data_map, AS_OF)
    file = WRITERS[ending](draft, tmp_path / f"notice{ending}")
    coverage = cover(remap(data_map, draft), read_notice(file))
    assert coverage.complete
    assert {clause.standing.value for clause in coverage.clauses} == {"unchanged"}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_draft_gives_the_same_bytes(tmp_path, small, ending):
    first = WRITERS[ending](small, tmp_path / f"one{ending}").read_bytes()
    assert WRITERS[ending](small, tmp_path / f"two{ending}").read_bytes() == first


@pytest.mark.parametrize("ending", WRITERS)
def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path, small, ending):
    with pytest.raises(OutputError):
        WRITERS[ending](small, tmp_path / "no-such-folder" / f"notice{ending}")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data_maps())
def test_no_text_of_a_map_becomes_part_of_the_page(data_map):
    page = Page()
    page.feed(document_page(draft_notice(data_map, AS_OF)))
    assert page.tags <= TAGS
    assert all(re.fullmatch(r"#s\d+|#document", target) for target in page.targets)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data_maps())
def test_any_map_becomes_a_document_that_opens(data_map):
    draft = draft_notice(data_map, AS_OF)
    with tempfile.TemporaryDirectory() as folder:
        document = docx.Document(str(write_document(draft, Path(folder) / "n.docx")))
    headings = [p for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert len(headings) == len(draft.sections)


def test_the_page_needs_nothing_but_itself(small):
    page = document_page(small)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"url\(|@import|https?://", page)


def test_the_page_marks_every_gap_and_the_section_that_stands_apart(small):
    page = document_page(small)
    assert page.count("<mark>") == small.gaps
    assert page.count('class="apart"') == 1


def test_every_cell_of_the_page_says_which_column_it_is(small):
    """On a phone the head of the table is not seen."""
    page = document_page(small)
    assert page.count("<td ") == page.count("<td data-column=")


def test_the_document_has_real_headings_and_tables_whose_head_repeats(tmp_path, small):
    document = docx.Document(str(write_document(small, tmp_path / "n.docx")))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert headings == [section.heading for section in small.sections]
    assert document.tables
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_the_document_highlights_every_gap(tmp_path, small):
    document = docx.Document(str(write_document(small, tmp_path / "n.docx")))
    everywhere = document.element.body.iter(qn("w:highlight"))
    assert sum(1 for _ in everywhere) == small.gaps


def test_the_document_bears_title_language_and_day_and_nobodys_name(tmp_path, small):
    file = write_document(small, tmp_path / "n.docx")
    about = docx.Document(str(file)).core_properties
    assert (about.title, about.language, about.author) == (small.title, "en-GB", "")
    assert about.created.date() == about.modified.date() == AS_OF
    with zipfile.ZipFile(file) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in parts.namelist()
