"""The source of a web page as a text that can be parsed in time that grows with its length, no faster."""

from __future__ import annotations

import codecs
import re
from typing import Final

from .notice_lines import UnreadableError

#: How many marks of tags a page may have: each becomes an object of about a kilobyte.
MAX_TAGS: Final = 500_000

#: How many signs may be read in vain for the ends of broken tags.
MAX_WASTE: Final = 100_000_000

#: Where a page says in which signs it is written; browsers look for it in the first kilobyte.
CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)

#: Names that pages use for what browsers read as windows-1252.
LATIN: Final = frozenset({"ascii", "iso8859-1", "cp1252"})

#: The marks at the beginning of a file that say how it is written.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: A tag without the sign that ends it. A quote means something only behind an equals sign.
TAG: Final = re.compile(r"""<(/?)([a-zA-Z][^\s<>/]*+)((?:[^<>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)""")

ATTRIBUTE: Final = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")

#: The attributes that say whether and how a reader sees something.
KEPT: Final = frozenset(
    {
        "alt",
        "aria-controls",
        "aria-expanded",
        "aria-hidden",
        "class",
        "data-bs-target",
        "data-target",
        "hidden",
        "href",
        "id",
        "role",
        "style",
    }
)

#: Elements whose words are read like others; some versions of the parser take them for something else.
RENAMED: Final = {
    "textarea": "div",
    "xmp": "pre",
    "plaintext": "pre",
    "listing": "pre",
    "noembed": "div",
    "noframes": "div",
}

#: What has no words for a reader up to its end tag.
UNREAD: Final = re.compile(r"<(script|style|iframe)\b", re.IGNORECASE)


def decode_page(data: bytes) -> str:
    r"""Return a web page as a text, by its byte order mark, its ``meta``, UTF-8, or else windows-1252.

    >>> decode_page(b'<meta charset="iso-8859-1"><p>\x93Caf\xe9\x94')
    '<meta charset="iso-8859-1"><p>“Café”'
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in (_declared(data), "utf-8"):
        try:
            if name:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _declared(data: bytes) -> str:
    """Return the encoding that a page declares, as Python knows it, or nothing."""
    found = CHARSET.search(data, 0, 4_096)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    if name.startswith(("utf-16", "utf-32", "utf-7")) or name in {"idna", "punycode", "rot13"}:
        return ""  # the declaration itself was read as ASCII, so it cannot be true
    return "cp1252" if name in LATIN else name


def plain_source(source: str) -> str:
    """Return the source without comments, declarations and scripts, its tags in one plain form.

    Broken tags make the parser of the standard library read to the end of the page for each of them, which
    takes hours for a page of 20 MB that is made so. Here each is a word like others.

    Raises
    ------
    UnreadableError
        When the page has more than half a million tags, or tags too broken to be read in time.

    >>> plain_source("<!-- x --><P CLASS=a onclick='y()'>if a<b then <b>stop</b><script>1<2</script>")
    '<p class="a">if a&lt;b then <b>stop</b>'
    """
    if source.count("<") > MAX_TAGS:
        raise UnreadableError(
            f"The page has more than {MAX_TAGS:,} tags, which no notice has; save the notice alone as text."
        )
    kept = list[str]()
    over = set[str]()  # ends that come no more, so that none is looked for twice
    at = wasted = 0
    while (mark := source.find("<", at)) >= 0:
        kept.append(source[at:mark])
        at = _beyond(source, mark, over)
        if at > mark:
            continue
        tag = TAG.match(source, mark)
        if tag and source.startswith(">", tag.end()):
            kept.append(_plain_tag(tag, source, over))
            at = tag.end() + 1
            continue
        kept.append("&lt;")
        at = mark + 1
        wasted += len(tag[0]) if tag else 0
        if wasted > MAX_WASTE:
            raise UnreadableError("The page is too broken to be read; save the notice alone, as text.")
    return "".join([*kept, source[at:]])


def _plain_tag(tag: re.Match[str], source: str, over: set[str]) -> str:
    """Return a tag with its name in small letters and the attributes that matter."""
    name = tag[2].lower()
    if tag[1]:
        return f"</{RENAMED.get(name, name)}>"
    if name == "title":
        if name in over or _end_tag(name, source, tag.end(), over) < 0:
            return ""  # a title without an end would have the whole page for its words
        over.add(name)
    kept = list[str]()
    for found in ATTRIBUTE.finditer(tag[3]):
        if found[1].lower() in KEPT:
            value = found[2] or found[3] or found[4] or ""
            kept.append(f' {found[1].lower()}="{_quoted(value)}"')
    closed = "/" if tag[3].endswith("/") else ""
    return f"<{RENAMED.get(name, name)}{''.join(kept)}{closed}>"


def _quoted(value: str) -> str:
    return value.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def _beyond(source: str, mark: int, over: set[str]) -> int:
    """Return where what begins at a mark and has no words for a reader ends, or the mark itself if it has."""
    if source.startswith("<!--", mark):
        return _behind(source, mark, "-->", over)
    if source.startswith(("<!", "<?"), mark):
        return _behind(source, mark, ">", over)
    unread = UNREAD.match(source, mark)
    if unread is None:
        return mark
    end = _end_tag(unread[1].lower(), source, mark, over)
    return _behind(source, max(end, mark), ">", over)


def _end_tag(name: str, source: str, mark: int, over: set[str]) -> int:
    """Return where the next end tag of an element begins, or -1."""
    found = None if name in over else re.compile(rf"</{name}\b", re.IGNORECASE).search(source, mark)
    if found is None:
        over.add(name)
        return -1
    return found.start()


def _behind(source: str, mark: int, end: str, over: set[str]) -> int:
    """Return the place behind the next end, or the mark itself if there is none."""
    found = -1 if end in over else source.find(end, mark)
    if found < 0:
        over.add(end)
        return mark
    return found + len(end)
