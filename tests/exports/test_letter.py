"""Letters as files: the form of a letter, gaps that show, checks apart, and nothing of the map as markup."""

import datetime as dt
import re

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from letter_map import letter_content
from markdown_it import MarkdownIt

from audit_lib.errors import OutputError, ParameterError
from audit_lib.exports.letter import write_letter
from audit_lib.exports.letter_page import letter_page
from audit_lib.exports.letter_text import NOT_SENT, letter_text
from audit_lib.model.data_map import DataMap
from audit_lib.model.deadline import RequestDates
from audit_lib.model.letter import LetterKind
from audit_lib.model.rights import RightKind
from audit_lib.rights.letters import draft_letter
from audit_lib.rights.search_plan import plan_request

DAY = dt.date(2026, 11, 22)
HOSTILE = '<img src=x onerror="a()">=cmd|[x](http://e) **b**'


def draft(content=None, kind=LetterKind.ANSWER, right=RightKind.ERASURE, **more):
    data_map = DataMap.model_validate(content or letter_content())
    plan = plan_request(data_map, right, "tenants", DAY)
    dates = RequestDates(received=dt.date(2026, 11, 9))
    return draft_letter(kind, data_map, right, as_of=DAY, dates=dates, plan=plan, **more)


def hostile():
    content = letter_content()
    for section in ("parties", "data", "activities", "systems", "channels"):
        for entry in content[section]:
            entry["name"] = f"{entry['name']} {HOSTILE}"
    content["parties"][0]["contact"] = content["channels"][0]["address"] = HOSTILE
    content["activities"][1]["bases"][0]["law"] = HOSTILE
    return content


@pytest.fixture
def word(tmp_path):
    return docx.Document(str(write_letter(draft(), tmp_path / "letter.docx")))


def test_a_letter_opens_with_who_writes_the_day_and_to_whom(word):
    lines = [paragraph.text for paragraph in word.paragraphs[:7]]
    assert lines == [
        "Agency", "1 Mill Road, Brookham", "22 November 2026", "[Name of the person]", "[Address]",
        "Our reference: [number of the request]", "Your request of 9 November 2026",
    ]  # fmt: skip
    assert [p.alignment for p in word.paragraphs[:4]] == [WD_ALIGN_PARAGRAPH.RIGHT] * 3 + [None]


def test_the_subject_stands_beneath_the_greeting_as_the_only_head_of_its_rank(word):
    greeting = next(at for at, p in enumerate(word.paragraphs) if p.text == "Dear [name]")
    assert word.paragraphs[greeting + 1].text == "What we have deleted, and what we keep"
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 1"] == [
        "What we have deleted, and what we keep"
    ]


def test_a_letter_ends_with_its_close(word):
    texts = [paragraph.text for paragraph in word.paragraphs]
    at = texts.index("Yours sincerely")
    assert texts[at : at + 3] == ["Yours sincerely", "[Name of who signs]", "Agency"]


def test_gaps_are_highlighted(word):
    marked = {run.text for p in word.paragraphs for run in p.runs if run.font.highlight_color}
    assert marked
    assert marked == {sentence.text for sentence in draft().sentences() if sentence.gap}


def test_the_checks_stand_on_a_page_of_their_own_that_says_it_is_not_sent(word):
    head = next(p for p in word.paragraphs if p.text == NOT_SENT)
    assert head.paragraph_format.page_break_before
    assert word.paragraphs[-1].text.startswith("What this letter follows:")


def test_the_close_does_not_stand_on_a_page_alone(word):
    texts = [paragraph.text for paragraph in word.paragraphs]
    start, end = texts.index("How to reach us"), texts.index("Yours sincerely")
    assert all(p.paragraph_format.keep_with_next for p in word.paragraphs[start:end])


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_same_letter_gives_the_same_bytes(tmp_path, ending):
    first, second = (write_letter(draft(), tmp_path / f"{name}.{ending}") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_no_sentence_is_lost(tmp_path, ending):
    letter, path = draft(), tmp_path / f"letter.{ending}"
    write_letter(letter, path)
    if ending == "docx":
        text = " ".join(p.text for p in docx.Document(str(path)).paragraphs)
    else:
        markup = path.read_text("utf-8")
        markup = MarkdownIt().render(markup) if ending == "md" else markup.partition("</style>")[2]
        text = re.sub(r"<[^>]+>", "", markup).replace("&amp;", "&")
    for sentence in (*letter.sentences(), *letter.checks):
        assert sentence.text in text


def test_nothing_of_the_map_becomes_markup_in_a_page():
    page = letter_page(draft(hostile()))
    assert "<img" not in page
    assert "&lt;img src=x onerror=" in page
    assert "<script" not in page


def test_a_page_loads_and_runs_nothing():
    page = letter_page(draft())
    assert "default-src 'none'" in page
    assert not re.search(r"\b(src|href)=", page)


def test_nothing_of_the_map_becomes_markup_in_markdown():
    shown = MarkdownIt().enable("table").render(letter_text(draft(hostile())))
    assert not re.search(r"<(img|a|strong|table)\b", shown)


def test_an_unknown_ending_is_refused(tmp_path):
    with pytest.raises(ParameterError, match=r"must end in \.docx, \.html, \.md"):
        write_letter(draft(), tmp_path / "letter.pdf")


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(OutputError):
        write_letter(draft(), tmp_path / "none" / "letter.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_letter_to_an_organisation_has_the_same_form(tmp_path):
    letter = draft(kind=LetterKind.RECIPIENT_NOTICE, recipient="owner")
    word = docx.Document(str(write_letter(letter, tmp_path / "notice.docx")))
    assert [p.text for p in word.paragraphs[3:5]] == ["Owner", "2 Hill Street, Brookham"]
