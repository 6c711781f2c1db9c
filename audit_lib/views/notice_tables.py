"""A notice as tables: what must be told, what contradicts, what a reader would stop at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..model.audit import Audit
from ..model.finding import Finding, Severity
from ..model.notice_draft import NoticeDraft
from ..model.noun import Confidence
from ..model.reading import Organisation, Readability, RedFlag
from ..model.transparency import Judgement, Verdict
from ..model.words import raised
from .notice_sentences import judgements_title
from .selection import gravity
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

#: What stands in the column of the verdict, and how it is marked.
VERDICTS: Final = {
    Verdict.PRESENT: Mark.STRONG,
    Verdict.PARTIAL: Mark.GAP,
    Verdict.MISSING: Mark.FINDING,
    Verdict.NOT_APPLICABLE: Mark.MUTED,
}
#: Clauses that a cell names before it counts the rest.
MOST_PLACES: Final = 8


def items_table(judgements: Iterable[Judgement]) -> Table:
    """Return what must be told, item by item: whether it is, on which sentences that rests, and why.

    Examples
    --------
    >>> items_table([]).title
    'Nothing has to be told'
    """
    listed = list(judgements)
    rows = [
        (
            Cell(raised(each.requirement), tail=each.provision),
            Cell(_verdict(each), _mark(each), tail=_sure(each)),
            Cell(_reasons(each)),
            Cell(places(each.at), Mark.MUTED),
        )
        for each in listed
    ]
    columns = ("What must be told", "Verdict", "Why", "Rests on")
    return tabulate(judgements_title(listed), columns, rows, widths=(32, 12, 40, 16))


def _verdict(judgement: Judgement) -> str:
    return judgement.verdict.value.replace("-", " ")


def _mark(judgement: Judgement) -> Mark:
    """Return the mark of a verdict; a question is never red, since nobody knows that something is wrong."""
    asked = judgement.verdict is Verdict.MISSING and judgement.confidence is Confidence.ASK
    return Mark.GAP if asked else VERDICTS[judgement.verdict]


def _sure(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.NOT_APPLICABLE:
        return ""
    return "to be asked" if judgement.confidence is Confidence.ASK else judgement.confidence.value


def _reasons(judgement: Judgement) -> str:
    said = f"Says {listing(judgement.found, 6)}." if judgement.found else ""
    lacks = f"Not said: {'; '.join(judgement.lacking)}." if judgement.lacking else ""
    return " ".join(part for part in (said, lacks, judgement.why) if part)


def places(named: Sequence[str]) -> str:
    """Return clauses or places of sentences; beyond eight, the rest as a number.

    >>> places(["c1", "c2"])
    'c1, c2'
    """
    shown = list(named[:MOST_PLACES])
    rest = len(named) - len(shown)
    return ", ".join([*shown, *([f"{rest} more"] if rest else [])])


def contradictions_table(audit: Audit) -> Table:
    """Return what cannot both be true: one side, the other side, and the finding that says so.

    Where the audit was given the notice, its words stand there; without it the map's gists do.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> contradictions_table(run_audit(example_map(), dt.date(2026, 11, 22))).title
    'No contradiction is open'
    """
    words = {each.clause: each.text for each in audit.coverage.clauses if each.text}
    said = {clause.id: words.get(clause.id, clause.gist) for clause in audit.data_map.clauses}
    found = sorted((f for f in audit.findings if f.contradicts and f.counts), key=gravity)
    rows = [
        (
            _side([c for c in finding.clauses if c not in finding.contradicts], finding, audit, said),
            _side(list(finding.contradicts), finding, audit, said),
            Cell(finding.message, _severe(finding), lead=finding.title, tail=_how_sure(finding)),
        )
        for finding in found
    ]
    title = f"{count(len(rows), 'contradiction').capitalize()}" if rows else "No contradiction is open"
    return tabulate(title, ("One side", "The other side", "Finding"), rows, widths=(32, 32, 36))


def _side(clauses: Sequence[str], finding: Finding, audit: Audit, said: Mapping[str, str]) -> Cell | str:
    """Say what a side says: its sentences, or what the map knows to be done."""
    lines = [f"{clause}: {said[clause]}" for clause in clauses[:MOST_PLACES]]
    rest = len(clauses) - len(lines)
    if rest > 0:
        lines.append(f"and {count(rest, 'more clause')}")
    if lines:
        return "\n".join(lines)
    done = [audit.data_map.name(about) for about in finding.about if not about.startswith("clause:")]
    return Cell(listing(done, 6), Mark.MUTED, lead="What the map knows")


def _severe(finding: Finding) -> Mark:
    asked = finding.confidence is Confidence.ASK
    return Mark.GAP if asked else Mark.FINDING if finding.severity is Severity.HIGH else Mark.PLAIN


def _how_sure(finding: Finding) -> str:
    sure = "to be asked" if finding.confidence is Confidence.ASK else finding.confidence.value
    return f"{finding.severity.value}, {sure}; {finding.law[0]}" if finding.law else finding.severity.value


def flags_table(flags: Iterable[RedFlag], *, most: int = 100) -> Table:
    """Return the words that a careful reader would stop at, why, and what to ask.

    Examples
    --------
    >>> flags_table([]).title
    'No red flag'
    """
    listed = sorted(flags, key=lambda flag: -flag.severity.rank)
    rows = [
        (
            Cell(flag.severity.value, _flag_mark(flag), tail=flag.kind.value.replace("-", " ")),
            Cell(f"\u201c{flag.words}\u201d", tail=f"sentence {flag.place}"),
            Cell(flag.why, tail="; ".join(flag.law)),
            flag.ask,
        )
        for flag in listed
    ]
    title = f"{count(len(rows), 'red flag').capitalize()}" if rows else "No red flag"
    return tabulate(title, ("Severity", "Words", "Why", "Ask"), rows, most, widths=(12, 28, 32, 28))


def _flag_mark(flag: RedFlag) -> Mark:
    if flag.confidence is Confidence.ASK:
        return Mark.GAP
    return {Severity.HIGH: Mark.FINDING, Severity.MEDIUM: Mark.STRONG}.get(flag.severity, Mark.PLAIN)


def organisations_table(found: Iterable[Organisation], *, most: int = 60) -> Table:
    """Return the organisations that a notice names, what they seem to be, and where.

    Examples
    --------
    >>> organisations_table([]).title
    'No organisation is named'
    """
    rows = [
        (
            Cell(each.name, Mark.STRONG),
            each.role,
            each.confidence.value,
            Cell(places(each.places), Mark.MUTED),
        )
        for each in found
    ]
    title = f"{count(len(rows), 'organisation').capitalize()} named" if rows else "No organisation is named"
    return tabulate(title, ("Organisation", "Seems to be", "Sure", "Sentences"), rows, most)


def readability_table(readability: Readability) -> Table:
    """Return how hard a notice is to read, each figure with what it means.

    Examples
    --------
    >>> nothing = {"words": 0, "sentences": 0, "words_a_sentence": 0, "minutes": 0}
    >>> readability_table(Readability(**nothing, lix=None, reading_ease=None)).title
    'Nothing to read'
    """
    figures = (
        ("Words", f"{readability.words:,}", f"about {count(readability.minutes, 'minute')} to read"),
        ("Words a sentence", f"{readability.words_a_sentence:.1f}", "20 and fewer are easy to follow"),
        (
            "Sentences beyond 30 words",
            f"{len(readability.long_sentences):,} of {readability.sentences:,}",
            places(readability.long_sentences),
        ),
        ("LIX", _figure(readability.lix), "below 40 plain, 50 hard, above 60 very hard (Björnsson 1968)"),
        (
            "Reading ease",
            _figure(readability.reading_ease),
            "60 and more is plain English (Flesch 1948, syllables estimated)",
        ),
    )
    title = f"{count(readability.words, 'word')} in {count(readability.sentences, 'sentence')}"
    rows = [(Cell(name, Mark.STRONG), value, Cell(what, Mark.MUTED)) for name, value, what in figures]
    return tabulate(title if readability.words else "Nothing to read", ("Figure", "", "What it means"), rows)


def _figure(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.0f}"


def draft_gaps_table(draft: NoticeDraft, *, most: int = 100) -> Table:
    """Return what a person has to fill into a drafted notice, section by section.

    Examples
    --------
    >>> import datetime as dt
    >>> nothing = {"map_id": "m", "title": "Notice", "version": "1", "as_of": dt.date(2026, 11, 22)}
    >>> draft_gaps_table(NoticeDraft(**nothing, sections=())).title
    'The draft has no gap'
    """
    rows = [
        (Cell(section.heading, Mark.STRONG), Cell(sentence.text, Mark.GAP))
        for section in draft.sections
        for sentence in section.sentences()
        if sentence.gap
    ]
    title = f"{count(len(rows), 'gap').capitalize()} to fill" if rows else "The draft has no gap"
    return tabulate(title, ("Section", "Gap"), rows, most, widths=(30, 70))
