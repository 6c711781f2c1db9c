"""What of a web page is no part of the notice on it: menus, banners, and what is hidden from a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bs4.element import NavigableString, PageElement, Tag

#: Elements that hold no words for a reader.
WORDLESS: Final = frozenset(
    {
        "area",
        "audio",
        "base",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noframes",
        "noscript",
        "object",
        "option",
        "optgroup",
        "param",
        "progress",
        "rp",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "title",
        "track",
        "video",
    }
)

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}

#: Parts of a page that lead elsewhere, by their role.
AROUND: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog"}
)

#: Parts of a page that lead elsewhere, by the words of their class or id.
AROUND_WORDS: Final = re.compile(
    r"\b(?:breadcrumbs?|skip-?(?:link|to-content|nav)|navbar|nav-?menu|site-?(?:header|footer|nav)|main-?(?:nav|menu)|"
    r"cookie-?(?:banner|bar|consent|popup|modal|overlay)|onetrust-[a-z-]+|cky-[a-z-]+|cc-window)\b",
    re.IGNORECASE,
)

#: How a style says that an element is not shown.
NOT_SHOWN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

#: Elements that a page may have in the middle of its text, where its header and footer are the text's own.
TEXT_PARTS: Final = frozenset({"article", "main", "section"})

#: How many words an entry of a menu has at most, on average, and how many elements and texts a menu.
MENU_WORDS: Final = 8
LARGEST_MENU: Final = 2_000

#: How many elements around another are looked at; pages are nested some tens deep, broken ones without end.
DEPTH: Final = 60


def opened_by_reader(root: Tag) -> frozenset[str]:
    """Return the ids of what a reader can open: panels behind a button or link.

    >>> from bs4 import BeautifulSoup
    >>> source = '<button aria-controls="p1">Sharing</button><div id="p1" hidden></div>'
    >>> page = BeautifulSoup(source, "html.parser")
    >>> sorted(opened_by_reader(page))
    ['p1']
    """
    found = set[str]()
    for tag in root.find_all(True):
        for name in ("aria-controls", "data-target", "data-bs-target", "href"):
            value = attribute(tag, name)
            if value and (name == "aria-controls" or value.startswith("#")):
                found.update(part.removeprefix("#") for part in value.split())
    return frozenset(found)


def is_hidden(tag: Tag, openable: frozenset[str]) -> bool:
    """Whether an element is hidden from a reader, who cannot open it either.

    >>> from bs4 import BeautifulSoup
    >>> page = BeautifulSoup('<p style="display: none">Draft</p>', "html.parser")
    >>> is_hidden(page.p, frozenset())
    True
    """
    hidden = (
        tag.has_attr("hidden")
        or attribute(tag, "aria-hidden").lower() == "true"
        or (tag.has_attr("style") and NOT_SHOWN.search(attribute(tag, "style")) is not None)
    )
    return hidden and attribute(tag, "id") not in openable


def is_around(tag: Tag) -> bool:
    """Whether an element is plainly what stands around a notice: a menu, a page header or footer, a banner.

    >>> from bs4 import BeautifulSoup
    >>> page = BeautifulSoup('<ul><li><a href="/">Home</a><li><a href="/let">Let</a></ul>', "html.parser")
    >>> is_around(page.ul)
    True
    """
    if tag.name in {"nav", "menu"} or attribute(tag, "role").lower() in AROUND:
        return True
    if tag.name == "header" and any(
        isinstance(node, Tag) and node.name == "h1" for node in islice(inside(tag), DEPTH)
    ):
        return False
    if tag.name in {"header", "footer"}:
        return not any(parent.name in TEXT_PARTS for parent in islice(tag.parents, DEPTH))
    if tag.name in {"ul", "ol"}:
        return _is_menu(tag)
    if tag.name == "a" and attribute(tag, "href").startswith("#"):
        return words_of(tag).strip().lower().startswith("skip to")
    words = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
    return words != " " and AROUND_WORDS.search(words) is not None


def inside(tag: Tag) -> Iterator[PageElement]:
    """Yield what stands in an element, in order; unlike Beautiful Soup's own way, the first comes at once.

    >>> from bs4 import BeautifulSoup
    >>> [str(node) for node in inside(BeautifulSoup("<p>With <b>banks</b></p>", "html.parser").p)]
    ['With ', '<b>banks</b>', 'banks']
    """
    stack = [iter(tag.contents)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        yield child
        if isinstance(child, Tag):
            stack.append(iter(child.contents))


def words_of(tag: Tag) -> str:
    """Return the words of a small element, such as a link.

    >>> from bs4 import BeautifulSoup
    >>> words_of(BeautifulSoup("<a>Write <b>to us</b></a>", "html.parser").a)
    'Write to us'
    """
    return "".join(node for node in islice(inside(tag), 100) if isinstance(node, NavigableString))


def attribute(tag: Tag, name: str) -> str:
    """Return the value of an attribute as one text, empty where there is none.

    >>> from bs4 import BeautifulSoup
    >>> attribute(BeautifulSoup('<p class="a b">', "html.parser").p, "class")
    'a b'
    """
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def _is_menu(tag: Tag) -> bool:
    """Whether a list holds nothing but short links within the site: a menu or a table of contents."""
    if any(parent.name == "li" for parent in islice(tag.parents, 2)):
        return False  # part of a list that is none
    links = set[int]()
    words = 0
    for number, node in enumerate(inside(tag)):
        if number > LARGEST_MENU:
            return False
        if isinstance(node, NavigableString) and not node.isspace():
            link = next((parent for parent in islice(node.parents, 6) if parent.name == "a"), None)
            if link is None or not attribute(link, "href").startswith(("/", "#", ".")):
                return False
            links.add(id(link))
            words += len(node.split())
    return len(links) > 1 and words <= MENU_WORDS * len(links)


def is_grid(table: Tag) -> bool:
    """Whether a table holds data, in rows and columns, and is not there to lay out a page.

    >>> from bs4 import BeautifulSoup
    >>> grid = "<table><tr><th>Purpose<th>Basis</tr><tr><td>Rent<td>Contract</tr></table>"
    >>> is_grid(BeautifulSoup(grid, "html.parser").table)
    True
    """
    if attribute(table, "role") in {"presentation", "none"}:
        return False
    cells = wide = 0
    for node in inside(table):
        if not isinstance(node, Tag):
            continue
        if node.name == "table" or (node.name in HEADINGS and not (node.parent and node.parent.name == "th")):
            return False
        if node.name == "tr":
            cells = 0
        elif node.name in {"td", "th"}:
            cells += 1
            wide += cells == 2
    return wide > 1
