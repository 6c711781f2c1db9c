"""The difference as a comment on a pull request."""

import pytest
from difference.conftest import after, between, flow, shop
from markdown_it import MarkdownIt

from audit_lib.difference.tell import tell
from audit_lib.views.difference_markdown import difference_markdown, escaped

TELL = {"kind": "add", "flows": [flow("tell", "shop-ltd", "press", "address")]}


def rendered(text):
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "[a](http://b)",
        "| a |",
        "`code`",
        "**bold**",
        "# head",
        "- item",
        "1. item",
        "![x](y)",
    ],
)
def test_nothing_of_a_map_becomes_markup(text):
    shown = MarkdownIt("commonmark").render(escaped(text)).replace("<!-- -->", "")
    assert shown.startswith("<p>")
    assert shown.count("<") == 2, "only the paragraph itself is markup"


@pytest.mark.parametrize("text", ["@somebody", "see #12", "http://example.invalid", "www.example.invalid"])
def test_nobody_is_called_and_nothing_is_linked(text):
    assert "<!-- -->" in escaped(text)
    assert text not in escaped(text)


def test_it_has_tables_and_folded_details_and_the_letter():
    found = after(TELL)
    text = difference_markdown(found, "T", tell(found))
    assert "### People must be told, before it takes effect" in text
    assert "<details>\n<summary>A text to tell people" in text
    assert rendered(text).count("<table>") >= 2


def test_a_difference_without_anything_is_one_line_and_what_remains():
    text = difference_markdown(between(shop(), shop()), "T")
    assert "**Nothing is different.**" in text
    assert "### What remains" in text


def test_what_is_cut_is_counted():
    many = {"kind": "add", "flows": [flow(f"f{n}", "shop-ltd", "press", "address") for n in range(300)]}
    text = difference_markdown(after(many), "T", most=4_000)
    assert len(text) <= 4_000
    assert "more left out here" in text
