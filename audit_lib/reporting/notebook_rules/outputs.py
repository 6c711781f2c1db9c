"""Rules of outputs: what a fresh clone shows before anybody has trusted it, no more, and never an error."""

from __future__ import annotations

import base64
import binascii
import json
import re
import struct
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from ...views.picture import MIME, MOST_PIXELS
from .rule import Hit, Notebook, Output, joined

#: What is shown of a notebook that nobody has trusted, and what stands beside a picture for programs.
SHOWN: Final = frozenset({"image/png", "text/plain", "text/html", "text/markdown"})

#: Bytes of one output, by its type where that has a limit of its own.
MOST_BYTES: Final = 1_000_000
MOST_BEHIND: Final = 100_000

_RUNS: Final = frozenset(
    {
        *("script", "style", "link", "meta", "base", "iframe", "frame", "object", "embed", "svg", "math"),
        *("form", "input", "button", "audio", "video"),
    }
)
_SOURCES: Final = ("src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href")
_LINKS: Final = ("https://", "http://", "mailto:", "#")
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def shown_untrusted(notebook: Notebook) -> Iterator[Hit]:
    """Find outputs that are not PNG, plain text, Markdown, or HTML with styles in its tags."""
    for number, output in notebook.outputs:
        data = Output(number, output).data
        other = sorted(set(data) - SHOWN - {MIME})
        if other:
            yield Hit(number, f"The output is also kept as {', '.join(other)[:200]}.")
        if data and not set(data) & SHOWN:
            yield Hit(number, "Nothing of the output is shown before the notebook is trusted.")
        if MIME in data and "image/png" not in data:
            yield Hit(number, "What a picture was drawn from stands there without the picture.")
        for kind in ("text/html", "text/markdown"):
            yield from (Hit(number, said) for said in _in_markup(joined(data.get(kind, ""))))


def no_errors(notebook: Notebook) -> Iterator[Hit]:
    """Find cells that ended in an error or printed a warning."""
    for number, output in notebook.outputs:
        if output.output_type == "error":
            yield Hit(number, f"The cell ended in {str(output.get('ename', 'an error'))[:80]}.")
        elif output.get("name") == "stderr":
            yield Hit(number, "The cell wrote to standard error.")


def small_outputs(notebook: Notebook) -> Iterator[Hit]:
    """Find outputs of more than a megabyte, and much behind a picture."""
    for number, output in notebook.outputs:
        held = {"text": output.text} if "text" in output else Output(number, output).data
        for kind, content in held.items():
            size = len(json.dumps(content)) if isinstance(content, dict) else len(joined(content))
            most = MOST_BEHIND if kind == MIME else MOST_BYTES
            if size > most:
                yield Hit(number, f"The output has {size:,} bytes of {kind[:60]}; {most:,} are the most.")


def whole_pictures(notebook: Notebook) -> Iterator[Hit]:
    """Find pictures that are no PNG of a sensible size, or have no words for what they show."""
    for number, output in notebook.outputs:
        data = Output(number, output).data
        if "image/png" not in data:
            continue
        if not output.get("metadata", {}).get("image/png", {}).get("alt"):
            yield Hit(number, "The picture has no words for those who cannot see it.")
        wide, high = _pixels(joined(data["image/png"]))
        if not wide or not high:
            yield Hit(number, "The picture is no PNG.")
        elif wide * high > MOST_PIXELS:
            yield Hit(number, f"The picture has {wide:,} x {high:,} pixels.")


def _pixels(text: str) -> tuple[int, int]:
    """Return width and height as the head of a PNG states them; the picture itself is never unpacked."""
    try:
        head = base64.b64decode(re.sub(r"\s", "", text[:200])[:64], validate=True)
    except (binascii.Error, ValueError):
        return 0, 0
    if not head.startswith(_PNG) or len(head) < 24:
        return 0, 0
    wide, high = struct.unpack(">II", head[16:24])
    return int(wide), int(high)


class _Markup(HTMLParser):
    """Collects what markup must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RUNS:
            self.found.append(f"The output has a <{tag}>.")
        for name, value in attrs:
            said = (value or "").strip().lower()
            if name.startswith("on"):
                self.found.append(f"The output has {name[:30]}, which runs code.")
            elif name in _SOURCES and not said.startswith("data:image/"):
                self.found.append(f"The {tag} of the output is loaded from elsewhere ({name}).")
            elif name == "style" and ("url(" in said or "@import" in said or "expression(" in said):
                self.found.append("A style of the output is loaded from elsewhere.")
            elif name == "href" and not said.startswith(_LINKS):
                self.found.append("The output links to something that is no page.")


def _in_markup(markup: str) -> list[str]:
    if "<" not in markup or len(markup) > MOST_BYTES:
        return []
    parser = _Markup()
    parser.feed(markup)
    parser.close()
    return list(dict.fromkeys(parser.found))
