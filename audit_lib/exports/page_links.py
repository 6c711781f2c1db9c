"""From a finding to what it rests on and back, within one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..views.sentences import count
from .page_summary import MOST, entry_anchor
from .page_told import Told

#: How the id of a finding looks.
FINDING_ID: Final = re.compile(r"[a-z][a-z0-9-]*-[0-9a-f]{8}")

#: The line of a document with which the law of a finding is told.
_WITH_LAW: Final = re.compile(rf"({FINDING_ID.pattern}); \S")

#: A row of a log, a line of a file, a clause: what can lead to another part of the page.
_TOKEN: Final = re.compile(r"[a-z][a-z0-9_.-]*(?::\d+)?")

_ROW: Final = re.compile(r"[a-z][a-z0-9_.-]*:\d+")


def finding_rows(soup: BeautifulSoup) -> dict[str, Tag]:
    """Give each row of the tables of findings the id of its finding, and return the rows by id.

    It is the last line of the last cell, or begins the line of a cell that goes on with the law.

    >>> soup = BeautifulSoup("<table><tbody><tr><td>x</td><td>late-0123abcd</td></tr></tbody></table>",
    ...     "html.parser")
    >>> list(finding_rows(soup)), soup.tr["id"]
    (['late-0123abcd'], 'late-0123abcd')
    """
    rows: dict[str, Tag] = {}
    for row in soup.select("tbody > tr"):
        id_ = _id_of(row)
        if id_ and id_ not in rows:
            rows[id_] = row
            row["id"] = id_
    return rows


def _id_of(row: Tag) -> str | None:
    cells = [cell.get_text("\n").strip() for cell in row.find_all("td", recursive=False)]
    last = cells[-1].split() if cells else []
    if last and FINDING_ID.fullmatch(last[-1]):
        return last[-1]
    lines = (line for cell in cells for line in cell.split("\n"))
    return next((found[1] for line in lines if (found := _WITH_LAW.match(line))), None)


def link_findings(soup: BeautifulSoup, rows: Mapping[str, Tag], told: Told | None) -> None:
    """Make each finding lead to the entries and rows that it rests on, and whatever names it lead to it."""
    entries = told.evidence[:MOST] if told else ()
    listed = {entry.reference: entry for entry in entries}
    known = {finding.id: finding for finding in (*told.findings, *told.gone)} if told else {}
    others = [row for row in soup.select("tbody > tr") if row.get("id") not in rows]
    seen = _rows_of_logs(others)
    named: dict[str, str] = {}
    for id_, row in rows.items():
        finding = known.get(id_)
        resting = [one for one in finding.rests_on if one in listed] if finding else []
        to = {listed[one].where: entry_anchor(one) for one in resting}
        clauses = (one for one in resting if one.startswith("clause:"))
        to |= {one.partition(":")[2]: entry_anchor(one) for one in clauses}
        for token in _tokens(row):
            named.setdefault(token, id_)
        _link(soup, row, to | {token: str(row_["id"]) for token, row_ in seen.items()})
        _rests_on(soup, row, resting)
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


def _rests_on(soup: BeautifulSoup, row: Tag, references: Sequence[str]) -> None:
    """Put all that a finding rests on behind a fold in the last cell of its row."""
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
