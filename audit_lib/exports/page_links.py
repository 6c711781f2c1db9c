"""From a finding to what it rests on and back, within one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..views.sentences import count
from .page_summary import MOST, entry_anchor
from .page_told import Told, ToldFinding

#: How the id of a finding looks; in a table of findings it is the last line of the last cell.
FINDING_ID: Final = re.compile(r"[a-z][a-z0-9-]*-[0-9a-f]{8}")

#: A row of a log, a line of a file, a clause: what can lead to another part of the page.
_TOKEN: Final = re.compile(r"[a-z][a-z0-9_.-]*(?::\d+)?")

_ROW: Final = re.compile(r"[a-z][a-z0-9_.-]*:\d+")


def finding_rows(soup: BeautifulSoup) -> dict[str, Tag]:
    """Give each row of the tables of findings the id of its finding, and return the rows by id.

    >>> soup = BeautifulSoup("<table><tbody><tr><td>x</td><td>late-0123abcd</td></tr></tbody></table>",
    ...     "html.parser")
    >>> list(finding_rows(soup)), soup.tr["id"]
    (['late-0123abcd'], 'late-0123abcd')
    """
    rows: dict[str, Tag] = {}
    for row in soup.select("tbody > tr"):
        cells = row.find_all("td", recursive=False)
        lines = cells[-1].get_text("\n").split() if cells else []
        if lines and FINDING_ID.fullmatch(lines[-1]) and lines[-1] not in rows:
            rows[lines[-1]] = row
            row["id"] = lines[-1]
    return rows


def link_findings(soup: BeautifulSoup, rows: Mapping[str, Tag], told: Told | None) -> None:
    """Make each finding lead to the entries and rows that it rests on, and whatever names it lead to it."""
    entries = told.evidence[:MOST] if told else ()
    places = {entry.where: entry_anchor(entry.reference) for entry in entries}
    listed = {entry.reference for entry in entries}
    known = {finding.id: finding for finding in told.findings} if told else {}
    others = [row for row in soup.select("tbody > tr") if row.get("id") not in rows]
    seen = _rows_of_logs(others)
    named: dict[str, str] = {}
    for id_, row in rows.items():
        finding = known.get(id_)
        clauses = (f"clause:{clause}" for clause in finding.clauses) if finding else ()
        to = places | {one.partition(":")[2]: entry_anchor(one) for one in clauses if one in listed}
        for token in _tokens(row):
            named.setdefault(token, id_)
        _link(soup, row, to | {token: str(row_["id"]) for token, row_ in seen.items()})
        if finding:
            _rests_on(soup, row, finding, listed)
    back = {token: id_ for token, id_ in named.items() if token in seen} | {id_: id_ for id_ in rows}
    for row in others:
        _link(soup, row, back)


def _tokens(row: Tag) -> list[str]:
    return _ROW.findall(row.get_text(" "))


def _rows_of_logs(rows: Iterable[Tag]) -> dict[str, Tag]:
    """Return the rows that name rows of logs, by what they name, each with an id to lead to."""
    found: dict[str, Tag] = {}
    for row in rows:
        for token in _tokens(row):
            if found.setdefault(token, row) is row and not row.get("id"):
                row["id"] = f"row-{token.replace(':', '-')}"
    return found


def _link(soup: BeautifulSoup, row: Tag, to: Mapping[str, str]) -> None:
    """Turn each word of a row that leads somewhere into a link; what is one already stays."""
    for words in list(row.find_all(string=True)):
        if words.find_parent("a") or not isinstance(words, NavigableString):
            continue
        parts: list[NavigableString | Tag] = []
        done, whole = 0, str(words)
        for found in _TOKEN.finditer(whole):
            if found[0] in to and to[found[0]] != row.get("id"):
                link = soup.new_tag("a", href=f"#{to[found[0]]}")
                link.string = found[0]
                parts += [NavigableString(whole[done : found.start()]), link]
                done = found.end()
        if parts:
            words.replace_with(*parts, NavigableString(whole[done:]))


def _rests_on(soup: BeautifulSoup, row: Tag, finding: ToldFinding, listed: set[str]) -> None:
    """Put all that a finding rests on behind a fold in the last cell of its row."""
    references = [one for one in finding.rests_on if one in listed]
    cells = row.find_all("td", recursive=False)
    if not references or not cells:
        return
    fold, head, items = soup.new_tag("details"), soup.new_tag("summary"), soup.new_tag("ul")
    fold["class"] = "rests"
    head.string = f"Rests on {count(len(references), 'entry', 'entries')} of the map"
    for reference in references:
        item, link = soup.new_tag("li"), soup.new_tag("a", href=f"#{entry_anchor(reference)}")
        link.string = reference.replace(":", " ")
        item.append(link)
        items.append(item)
    fold.extend([head, items])
    cells[-1].append(fold)
