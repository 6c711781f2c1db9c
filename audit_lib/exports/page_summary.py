"""What stands on top of a page, and at its end: the counts of the run, and what its findings rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from ..model.day import long_date
from ..model.run_figures import FIGURES
from ..views.sentences import count
from ..views.table import visible
from .page_told import Told, ToldFinding

#: The words of a severity, gravest first.
_SEVERITIES: Final = ("high", "medium", "low")

#: At most so many entries of the map are listed; the rest is counted.
MOST: Final = 600

#: Gives the anchor of a finding, if the page shows it.
Anchor = Callable[[ToldFinding], str | None]


def text(words: object) -> str:
    """Return words as text of a page: escaped, and without what turns the direction of what follows.

    >>> text("<b> & c")
    '&lt;b&gt; &amp; c'
    """
    return escape(visible(str(words)))


def summary(told: Told, anchor: Anchor, *, evidence: bool = True) -> str:
    """Return the counts of a run as HTML: each leads to the first finding that it counts, if that is shown.

    >>> told = Told((ToldFinding("a-0", "A", "high", "open", (), ()),))
    >>> '<a href="#a-0"><b>1</b> high</a>' in summary(told, lambda finding: finding.id)
    True
    """
    tiles = [*_of_findings(told, anchor, evidence=evidence), *_of_figures(told.figures)]
    since = (
        f"<p>New and closed: against the map as it was, as of {long_date(told.since)}.</p>"
        if told.since
        else ""
    )
    return (
        f'<section class="summary">\n<h2>In short</h2>\n<ul class="tiles">{"".join(tiles)}</ul>\n'
        f"{since}</section>\n"
    )


def not_judged(told: Told) -> str:
    """Return what could not be judged with its reasons as HTML; nothing where all could be.

    >>> not_judged(Told())
    ''
    """
    if not told.skipped:
        return ""
    reasons = "".join(f"<dt>{text(what)}</dt><dd>{text(why)}</dd>\n" for what, why in told.skipped)
    head = f"{count(len(told.skipped), 'thing')} could not be judged"
    return (
        "<section>\n<h2>What could not be judged, and why</h2>\n"
        f"<p>{head}: nothing is said of it, neither good nor bad.</p>\n"
        f'<dl class="reasons" id="not-judged">\n{reasons}</dl>\n</section>\n'
    )


def _of_findings(told: Told, anchor: Anchor, *, evidence: bool) -> list[str]:
    if not told.findings and told.new is None and not evidence:
        return []
    still = [finding for finding in told.findings if finding.counts]
    by = {severity: [one for one in still if one.severity == severity] for severity in _SEVERITIES}
    tiles = [_tile(len(ones), severity, _first(ones, anchor), severity) for severity, ones in by.items()]
    if told.new is not None:
        new = [finding for finding in still if finding.id in told.new]
        tiles += [_tile(len(new), "new", _first(new, anchor))]
        tiles += [_tile(told.closed or 0, "closed", _first(list(told.gone), anchor))]
    decided = Counter(finding.status for finding in told.findings if not finding.counts)
    tiles += [
        _tile(number, status.replace("-", " "), kind="decided") for status, number in sorted(decided.items())
    ]
    where = "not-judged" if told.skipped else None
    return [*tiles, _tile(len(told.skipped), "could not be judged", where, "unknown" if told.skipped else "")]


def _of_figures(figures: Mapping[str, float]) -> list[str]:
    """Return a tile for each figure that has a name of its own, in the order of their names' list."""
    return [_tile(figures[name], figure.words) for name, figure in FIGURES.items() if name in figures]


def _first(findings: list[ToldFinding], anchor: Anchor) -> str | None:
    return next((found for finding in findings if (found := anchor(finding))), None)


def _tile(number: float, words: str, where: str | None = None, kind: str = "") -> str:
    inner = f"<b>{number:,}</b> {text(words)}"
    if where:
        inner = f'<a href="#{escape(where)}">{inner}</a>'
    return f'<li class="{kind}">{inner}</li>' if kind else f"<li>{inner}</li>"


def entry_anchor(reference: str) -> str:
    """Return the anchor of an entry of the map.

    >>> entry_anchor("flow:rent")
    'entry-flow-rent'
    """
    return f"entry-{reference.replace(':', '-')}"


def evidence_list(told: Told, anchor: Anchor) -> str:
    """Return the entries of the map that findings rest on as a table; each leads back to those on the page.

    >>> evidence_list(Told(), lambda finding: None)
    ''
    """
    if not told.evidence:
        return ""
    resting: dict[str, list[str]] = {}
    standing = [(finding, finding.severity) for finding in told.findings]
    for finding, how in [*standing, *((finding, "closed") for finding in told.gone)]:
        at = anchor(finding)
        for reference in finding.rests_on if at else ():
            link = f'<a href="#{escape(at or "")}">{text(finding.title)}</a> ({text(how)})'
            resting.setdefault(reference, []).append(link)
    rows = "".join(
        f'<tr id="{escape(entry_anchor(one.reference))}"><th scope="row">{text(one.name)} '
        f"<span>{text(one.reference.replace(':', ' '))}<br> {text(one.where)}</span></th>"
        f"<td>{text(one.says)}</td><td>{'; '.join(resting[one.reference])}</td></tr>\n"
        for one in told.evidence[:MOST]
    )
    rest = len(told.evidence) - MOST
    more = f"<p>{count(rest, 'more entry', 'more entries')}: see the map.</p>" if rest > 0 else ""
    entries = count(len(told.evidence), "entry", "entries")
    return (
        '<section class="evidence">\n<h2>What the findings rest on</h2>\n'
        "<p>The entries of the data map that the findings name, in the order of its files, "
        "each with the findings that rest on it.</p>\n"
        f'<div class="sheet"><table class="own rested"><caption>{entries.capitalize()} of the map</caption>'
        '<thead><tr><th scope="col">Entry and place</th><th scope="col">What the map says</th>'
        f'<th scope="col">Findings</th></tr></thead><tbody>\n{rows}</tbody></table></div>{more}</section>\n'
    )
