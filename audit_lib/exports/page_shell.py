"""What every page stands in: head, cover, contents, style for screen and paper; it loads and runs nothing."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

_TEMPLATES: Final = Path(__file__).with_name("templates") / "offline"

#: The style sheets of a page, in order.
STYLES: Final = ("page.css", "tables.css", "print.css")

#: What a page may load: pictures and styles that it holds itself.
POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

#: What stands at the foot of a report.
FOOT: Final = (
    "Made by the privacy audit workbench from a data map. "
    "This page is complete in itself: it loads nothing and sends nothing."
)

_HEADING: Final = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)


class Heading(NamedTuple):
    """An entry of the table of contents: level 1 to 4, the anchor and the words."""

    level: int
    anchor: str
    words: str


class Contents(NamedTuple):
    """The body of a page with an anchor at each heading, and the headings."""

    body: str
    headings: tuple[Heading, ...]


def whole_page(  # noqa: PLR0913
    title: str,
    body: str,
    *,
    facts: Sequence[tuple[str, str]] = (),
    style: str = "",
    running: str = "",
    foot: str = FOOT,
) -> str:
    """Return a page as HTML: the cover with its facts, a list of contents, and the body.

    Parameters
    ----------
    title
        The title of the page.
    body
        The body, harmless already; its headings begin at level 2 and are given anchors.
    facts
        What the cover says, as (name, value) pairs.
    style
        Rules for this page alone, after those that all pages share.
    running
        What stands at the head of each printed page.
    foot
        What stands at the foot.

    >>> "<title>A &amp; B</title>" in whole_page("A & B", "<h2>One</h2>")
    True
    """
    made = contents(body)
    listed = [heading for heading in made.headings if heading.level <= 2]
    items = "".join(
        f'<li><a href="#{html.escape(one.anchor)}">{html.escape(one.words)}</a></li>\n' for one in listed
    )
    nav = f'<nav aria-label="Contents">\n<h2>Contents</h2>\n<ol>\n{items}</ol>\n</nav>\n'
    told = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd></div>\n" for name, value in facts
    )
    cover = f"<dl>\n{told}</dl>\n" if told else ""
    head = f"@page {{ @top-left {{ content: {_in_css(running or title)}; }} }}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{page_style()}\n{style}\n{head}\n</style>\n</head>\n"
        '<body>\n<a class="skip" href="#report">Skip to the report</a>\n'
        f'<header>\n<h1>{html.escape(title)}</h1>\n{cover}</header>\n<div class="columns">\n'
        f'{nav if len(listed) > 1 else ""}<main id="report" tabindex="-1">\n{made.body}\n</main>\n</div>\n'
        f"<footer>{html.escape(foot)}</footer>\n</body>\n</html>\n"
    )


def page_style() -> str:
    """Return the style sheet that all pages share.

    >>> "@media print" in page_style()
    True
    """
    return "".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in STYLES)


def contents(body: str) -> Contents:
    """Return the body of a page with an anchor at each heading, and the list of headings.

    >>> contents("<h2>Who gets <em>what</em></h2>").headings
    (Heading(level=2, anchor='who-gets-what', words='Who gets what'),)
    """
    headings: list[Heading] = []
    taken = {"report", *re.findall(r'(?<!h[1-6]) id="([^"]*)"', body)}

    def anchored(found: re.Match[str]) -> str:
        level, inner = int(found[1]), found[2]
        words = html.unescape(re.sub(r"<[^>]*>", "", inner)).strip()
        slug = "-".join(re.findall(r"\w+", words.lower())) or "section"
        names = itertools.chain([slug], (f"{slug}--{number}" for number in itertools.count(2)))
        anchor = next(name for name in names if name not in taken)
        taken.add(anchor)
        headings.append(Heading(level, anchor, words))
        return f'<h{level} id="{anchor}">{inner}</h{level}>'

    return Contents(_HEADING.sub(anchored, body), tuple(headings))


def _in_css(words: str) -> str:
    """Return words as a string of a style sheet; nothing in them can end it."""
    return '"' + "".join(c if c.isalnum() or c in " .,:-·" else f"\\{ord(c):x} " for c in words) + '"'
