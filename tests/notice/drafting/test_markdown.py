"""Markdown in which nothing that comes from a map can become markup."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import HOSTILE, texts

from audit_lib.model.document import Bullets, Grid, Paragraph, Section, Sentence
from audit_lib.model.notice_draft import NoticeDraft
from audit_lib.notice.drafting.markdown import escaped, markdown

GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def shown(text: str) -> list[str]:
    """Return the kinds of inline marks that a reader of GitHub's dialect sees in a text."""
    return [child.type for token in GITHUB.parse(text) for child in (token.children or [])]


def draft(*blocks) -> NoticeDraft:
    section = Section(heading="Time", blocks=blocks)
    return NoticeDraft(
        map_id="m", title="Notice", version="1", as_of=dt.date(2026, 1, 1), sections=(section,)
    )


@pytest.mark.parametrize("text", [each for each in HOSTILE if len(each) < 1000])
def test_a_hostile_text_stays_a_text(text):
    assert set(shown(escaped(text))) <= {"text", "text_special"}


@given(texts(60))
def test_any_text_is_shown_letter_by_letter_and_as_nothing_else(text):
    line = " ".join(text.split())
    tokens = GITHUB.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == line


@given(st.lists(texts(30), min_size=1, max_size=4))
def test_a_cell_never_opens_another(names):
    row = tuple((Sentence(text=" ".join(name.split()) or "x"),) for name in names)
    text = markdown(draft(Grid(columns=tuple("c" * len(names)), rows=(row,))))
    cells = [token for token in GITHUB.parse(text) if token.type == "td_open"]
    assert len(cells) == len(names)


def test_a_gap_stands_between_brackets_that_are_no_link():
    gap = Sentence(text="[To be filled in: a](javascript:x).]", gap=True)
    assert markdown(draft(Paragraph(sentences=(gap,)))).splitlines()[-1] == (
        "[To be filled in: a\\](javascript:x).]"
    )


def test_an_item_is_one_line_of_a_list():
    text = markdown(draft(Bullets(items=(Sentence(text="1. one\n\n# two"),))))
    assert text.splitlines()[-1] == "- 1\\. one # two"
