"""Markup that came out of a notebook, reduced to what a page may hold: no script, no host, no form.

The list says what is let through; everything else is left out. A page has a content security policy as
well, so that a hole here would still load and run nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import bleach
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, CSSSanitizer

TAGS: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)

_EVERYWHERE: Final = frozenset({"style", "title", "lang", "dir", "id", "role"})
_SOMEWHERE: Final = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "col": {"span"},
    "ol": {"start"},
    "details": {"open"},
}

#: Properties that lay out and colour; none of them can name a file.
_PROPERTIES: Final = ALLOWED_CSS_PROPERTIES | frozenset(
    [
        "background",
        "border",
        "border-bottom",
        "border-left",
        "border-right",
        "border-top",
        "border-radius",
        "border-spacing",
        "border-style",
        "border-width",
        "box-sizing",
        "break-inside",
        "caption-side",
        "empty-cells",
        "flex",
        "flex-wrap",
        "gap",
        "grid-template-columns",
        "hyphens",
        "justify-content",
        "align-items",
        "margin",
        "margin-bottom",
        "margin-left",
        "margin-right",
        "margin-top",
        "max-height",
        "max-width",
        "min-height",
        "min-width",
        "opacity",
        "overflow-wrap",
        "overflow-x",
        "padding",
        "padding-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "table-layout",
        "text-transform",
        "text-overflow",
        "word-break",
    ]
)

#: What a browser does not show.
_UNSEEN: Final = re.compile(r"<(script|style|template|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)

_LINKS: Final = ("https://", "http://", "mailto:", "#")
_IMAGES: Final = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml;base64,")


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return tag == "a" and value.startswith(_LINKS)
    if name == "src":
        return tag == "img" and value.startswith(_IMAGES)
    if name == "style":
        return "url(" not in value.lower() and "\\" not in value
    return name in _EVERYWHERE or name.startswith("aria-") or name in _SOMEWHERE.get(tag, ())


class _Styles(CSSSanitizer):  # type: ignore[misc]  # bleach has no types
    """Reduces styles as bleach does, each once: a table has one style in a thousand cells."""

    @lru_cache(maxsize=2048)  # noqa: B019 - there is one of these, for as long as the process lives
    def sanitize_css(self, style: str) -> str:
        """Return a style without the properties that are not on the list."""
        return str(super().sanitize_css(style))


_CLEANER: Final = bleach.Cleaner(
    tags=TAGS,
    attributes=_allowed,
    protocols=("http", "https", "mailto", "data"),
    css_sanitizer=_Styles(allowed_css_properties=_PROPERTIES),
    strip=True,
    strip_comments=True,
)


def harmless(markup: str) -> str:
    """Return markup without anything that runs, loads, sends or hides.

    Tags and attributes that are not on the list are left out and their text is kept as text; scripts and
    style sheets go with their text.

    >>> harmless('<b style="color:red" onclick="x()">Rent</b><script>steal()</script> <u>paid</u>')
    '<b style="color:red;">Rent</b> <u>paid</u>'
    >>> harmless('<img alt="plan" src="https://example.org/pixel.png">')
    '<img alt="plan">'
    """
    return str(_CLEANER.clean(_UNSEEN.sub("", markup)))
