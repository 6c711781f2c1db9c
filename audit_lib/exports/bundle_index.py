"""The first page of a bundle: what each file is, and which law asks for it; it opens without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from ..model.day import long_date
from .bundle_part import BundleAbout, Part
from .document_page import POLICY

INDEX: Final = "index.html"

_STYLE: Final = Path(__file__).with_name("templates") / "document.css"
_OWN: Final = """
main table { width: 100%; }
main td a, main th a { color: var(--accent); }
.kinds { font-weight: 400; }
.kinds a { white-space: nowrap; margin-right: 12px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; }
.facts { margin-top: 14px; padding: 0 24px; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 760px) { .facts { padding: 0 18px; } }
@media print { .facts { padding: 0; margin-top: 8pt; } }
@media (max-width: 640px) { .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: 6px; } }
"""
_WHOLE: Final = "How to see that nothing was changed"
_KINDS: Final = {
    ".html": "page",
    ".xlsx": "workbook (Excel)",
    ".docx": "document (Word)",
    ".csv": "table (CSV)",
    ".json": "data (JSON)",
}
#: The headings of the folders of a bundle; what stands in none of them comes last.
GROUPS: Final = {
    "records": "Records of processing activities",
    "risks": "Risks and findings",
    "dpia": "Data protection impact assessments",
    "notice": "The privacy notice",
    "evidence": "What really happened",
    "decisions": "Decisions",
}


def index_page(parts: Sequence[Part], about: BundleAbout) -> str:
    """Return the index of a bundle as a page of HTML in which every text is escaped.

    >>> import datetime as dt
    >>> about = BundleAbout("A & B", "ab", "1", "0" * 64, dt.date(2026, 11, 22), "0.1")
    >>> "<h1>For the regulator: A &amp; B</h1>" in index_page([], about)
    True
    """
    title = escape(f"For the regulator: {about.title}")
    grouped = [
        (folder, list(found))
        for folder, found in groupby(parts, key=lambda part: part.name.rpartition("/")[0].split("/")[0])
    ]
    names = {folder: GROUPS.get(folder, "Other files") for folder, _ in grouped}
    links = "".join(
        f'<li><a href="#{_anchor(folder)}">{escape(names[folder])}</a></li>' for folder, _ in grouped
    )
    body = "".join(_group(_anchor(folder), names[folder], found) for folder, found in grouped)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}{_OWN}</style>\n"
        "</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n{_facts(about)}</header>\n"
        f'<nav aria-label="Contents"><ol>{links}<li><a href="#whole">{_WHOLE}</a></li></ol></nav>'
        f"\n<main>\n{body}{_left_out(about.left_out)}{_whole()}</main>\n</body>\n</html>\n"
    )


def _facts(about: BundleAbout) -> str:
    facts = [
        *about.sender,
        ("As of", long_date(about.as_of)),
        ("Version of the data map", about.version.replace("-", " ")),
        ("Fingerprint of the data map", about.sha256[:12]),
        ("Made by", about.made_by),
    ]
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in facts)
    return f'<dl class="facts">{rows}</dl>\n'


def _anchor(folder: str) -> str:
    return f"g-{folder or 'other'}"


def _group(anchor: str, heading: str, parts: Iterable[Part]) -> str:
    things = [list(same) for _, same in groupby(parts, key=lambda part: part[2:])]
    rows = "".join(map(_row, things))
    files = sum(map(len, things))
    said = f"{heading}: {len(things)} thing{_s(len(things))} in {files} file{_s(files)}"
    head = "".join(f'<th scope="col">{name}</th>' for name in ("File", "What it is", "Who asks for it"))
    return (
        f'<section id="{anchor}">\n<h2>{escape(heading)}</h2>\n<table>'
        f'<caption class="unseen">{escape(said)}</caption><col width="40%"><col width="34%">'
        f'<col width="26%"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n</section>\n'
    )


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _row(parts: Sequence[Part]) -> str:
    """Return the row of one thing, with a link to each form that it has."""
    first = parts[0]
    law = "<br>".join(escape(provision) for provision in first.law) or "Nobody; it helps to read the rest"
    links = " ".join(map(_link, sorted(parts, key=lambda part: not part.name.endswith(".html"))))
    return (
        f'<tr><th scope="row"><div>{escape(first.title)}</div><div class="kinds">{links}</div></th>'
        f'<td data-column="What it is"><div>{escape(first.about)}</div></td>'
        f'<td data-column="Who asks for it"><div>{law}</div></td></tr>\n'
    )


def _link(part: Part) -> str:
    said = f"{_KINDS.get(Path(part.name).suffix, 'file')}, {_size(len(part.content))}"
    label = escape(f"{part.title}: {said}")
    return f'<a href="{escape(part.name)}" aria-label="{label}">{said}</a>'


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} kB"


def _left_out(left_out: Sequence[tuple[str, str]]) -> str:
    if not left_out:
        return ""
    items = "".join(f"<li>{escape(what)}: {escape(why)}</li>" for what, why in left_out)
    return f'<section id="left-out">\n<h2>What is not in here, and why</h2>\n<ul>{items}</ul>\n</section>\n'


def _whole() -> str:
    return (
        '<section id="whole">\n<h2>How to see that nothing was changed</h2>\n'
        "<p>Every file is listed with its SHA-256 hash in <code>SHA256SUMS</code>; in this folder, "
        "<code>sha256sum -c SHA256SUMS</code> compares them. "
        "<code>manifest.json</code> says the same for programs. Whoever could change a file could change its "
        "hash as well: ask the sender, on another way, for the hash of the whole archive.</p>\n</section>\n"
    )
