"""What evidence shows of a map as one page of HTML that opens complete without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from ..evidence.findings_brief import brief_of
from ..model.day import long_date
from ..model.document import Bullets, Document, Grid, Paragraph, Section, Sentence
from ..model.finding import Finding
from ..model.reconciliation import Reconciliation
from ..model.words import visible
from ..views.deletions_table import DUE_NOTE
from ..views.due_rows import due_rows
from ..views.ends_rows import ends_rows
from ..views.evidence_decisions import standing, to_deal_with
from ..views.evidence_figures import Figures, figures
from ..views.evidence_months import TOGETHER, pieces
from ..views.evidence_rows import (
    PatternRow,
    UnresolvedRow,
    pattern_rows,
    source_rows,
    trend_rows,
    unresolved_rows,
    unseen_rows,
    verdict_rows,
)
from ..views.evidence_story import evidence_summary
from ..views.evidence_words import NOT_RECORDED, VERDICTS, month_name, months_between
from .document_page import write_page
from .evidence_cells import DUE_COLUMNS, ENDS_COLUMNS, ENDS_NOTE, due_cells, ends_cells
from .evidence_stamp import stamp_pairs

#: How many patterns, words and flows a page lists before it counts the rest.
MOST: Final = 300

#: The columns of a pattern that fit on a page, with the share that each has of it.
_PATTERN: Final = {
    "Verdict": 17,
    "From and to": 19,
    "Data": 14,
    "Purpose, basis, country": 19,
    "Observed": 12,
    "When and evidence": 19,
}


def write_evidence_page(reconciliation: Reconciliation, path: str | Path) -> Path:
    """Write what the sources show about a map as a page, whole or not at all; return the file.

    Invented data is said to be invented at the head and at the foot. Small figures are hidden.

    Raises
    ------
    OutputError
        The file cannot be written; nothing is left under its name.

    Examples
    --------
    >>> import tempfile
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_evidence_page(example_reconciliation(), f"{folder}/evidence.html").name
    'evidence.html'
    """
    return write_page(evidence_document(reconciliation), path)


def evidence_document(reconciliation: Reconciliation) -> Document:
    """Return what the sources show about a map as a document: summary, findings, tables.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> [section.heading for section in evidence_document(example_reconciliation()).sections][:3]
    ['In short', 'What was read', 'Verdicts']
    """
    known = figures(reconciliation)
    title = visible(f"Declared and observed: {reconciliation.data_map.info.title}")
    invented = (
        "Invented data, made up for a demonstration: nothing here happened."
        if reconciliation.invented
        else ""
    )
    return Document(
        title=title,
        as_of=reconciliation.as_of,
        sections=tuple(section for section in _sections(reconciliation, known) if section.blocks),
        foot=invented or title,
        stamp=stamp_pairs(reconciliation),
    )


def _sections(reconciliation: Reconciliation, known: Figures) -> Iterator[Section]:
    summary = [*evidence_summary(reconciliation), to_deal_with(reconciliation.findings)]
    of = reconciliation.data_map
    when = f"As of {long_date(reconciliation.as_of)}, compared by {reconciliation.engine}."
    which = f"The map: version {of.info.version}, fingerprint {of.sha256[:12]}."
    yield Section(
        heading="In short",
        blocks=(
            Bullets(items=tuple(map(_said, summary))),
            Paragraph(sentences=(_said(when), _said(which), _said(known.note))),
        ),
        set_apart=True,
    )
    read = ("Source", "Kind", "Rows", "Refused", "First", "Last", "Invented", "Files")
    sources = (
        (*row[:2], row.rows, row.refused, row.first, row.last, row.invented, row.files)
        for row in source_rows(reconciliation)
    )
    tells = "How many rows each source has, how many could not be read, and of which time"
    blocks = _grid(read, sources, (3, 2, 2, 2, 2, 2, 2, 4), caption=tells)
    yield Section(heading="What was read", blocks=blocks)
    heads = ("Verdict", "Observations", "People", "Patterns", "First", "Last", "Excused")
    columns = len(heads) if known.excused else len(heads) - 1
    rows = (row[:columns] for row in verdict_rows(reconciliation, known))
    shares = (5, 3, 3, 2, 3, 3, 2)[:columns]
    yield Section(
        heading="Verdicts",
        blocks=_grid(heads[:columns], rows, shares, caption="How often each verdict was earned"),
    )
    yield from _findings(reconciliation.findings)
    violations = [verdict for verdict in VERDICTS if verdict.is_violation]
    patterns = pattern_rows(reconciliation, known, violations)
    cells = (_pattern(row) for row in patterns)
    yield Section(
        heading="Patterns",
        blocks=_grid(
            tuple(_PATTERN), cells, tuple(_PATTERN.values()), caption="What was seen and contradicts the map"
        ),
    )
    words = ("Source", "Column", "Word", "Rows", "Likeliest")
    yield Section(
        heading="Words that stand for nothing in the map",
        blocks=_words(words, list(unresolved_rows(reconciliation))),
    )
    unseen = ("Flow", "From", "To", "Data", "Activity", "Watched", "Last seen", "Days without")
    yield Section(
        heading="Declared and not seen",
        blocks=_grid(
            unseen, unseen_rows(reconciliation), caption="Flows of the map that no log shows, or not for long"
        ),
    )
    yield from _beside(reconciliation)
    yield Section(heading="Month by month", blocks=tuple(_months(reconciliation, known)))
    skipped = [_said(f"{one.what}: {one.why}") for one in reconciliation.skipped]
    yield Section(heading="Not tested", blocks=(Bullets(items=tuple(skipped)),) if skipped else ())


def _beside(reconciliation: Reconciliation) -> Iterator[Section]:
    """Yield what two ends say of each other, and what was due for deletion: nothing where no source tells."""
    ends = ends_rows(reconciliation.ends, reconciliation.data_map, reconciliation.threshold)
    due = due_rows(reconciliation)
    sent = "What one log says was sent, and the other received"
    for heading, caption, note, columns, cells in (
        ("What the two ends say of each other", sent, ENDS_NOTE, ENDS_COLUMNS, map(ends_cells, ends)),
        (
            "Due for deletion",
            "What became of data when its time was up",
            DUE_NOTE,
            DUE_COLUMNS,
            map(due_cells, due),
        ),
    ):
        grid = _grid(tuple(columns), cells, tuple(columns.values()), caption=caption)
        yield Section(heading=heading, blocks=(Bullets(items=tuple(map(_said, note))), *grid) if grid else ())


def _findings(findings: Sequence[Finding]) -> Iterator[Section]:
    """Yield the findings, those of one kind together; those that are decided keep their place and say so."""
    if not findings:
        return
    yield Section(heading="Findings", blocks=(Paragraph(sentences=(_said(to_deal_with(findings)),)),))
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.severity, finding.rule, finding.law, finding.remedy)
        alike.setdefault(key, []).append(finding)
    for together in alike.values():
        first = together[0]
        number = f" ({len(together):,})" if len(together) > 1 else ""
        lines = (f"Put right: {first.remedy}", f"Law: {'; '.join(first.law)}")
        rows = [(*_message(finding), standing(finding), finding.id) for finding in together]
        yield Section(
            heading=visible(f"{first.severity.value.capitalize()}: {first.title}{number}"),
            blocks=(
                Bullets(items=tuple(map(_said, lines))),
                *_grid(
                    ("What", "What was seen", "Stands", "Id"),
                    rows,
                    (3, 4, 2, 2),
                    caption="Where it was seen, and what has been decided",
                ),
            ),
            depth=2,
        )


def _pattern(row: PatternRow) -> tuple[str, ...]:
    """Return the cells of a pattern, each the lines that stand in it."""
    nearest = "" if row.flow == "none" else f"nearest flow: {row.flow}"
    role = "" if row.role == NOT_RECORDED else f"role of the recipient: {row.role}"
    return (
        _lines(row.verdict, row.decided, nearest),
        _lines(row.way, role),
        row.data,
        _lines(*row.terms),
        _lines(row.observed, row.about),
        _lines(row.when, row.evidence),
    )


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _words(columns: tuple[str, ...], rows: Sequence[UnresolvedRow]) -> tuple[Grid | Paragraph, ...]:
    """Return the words that stand for nothing; those that are only counted stand on the page in any case."""
    named = [row.cells for row in rows if row.words == 1]
    counted = [row.cells for row in rows if row.words > 1]
    tells = "How often each word stands in the logs, and what is most like it"
    return _grid(columns, named[:MOST] + counted, rest=len(named) - MOST, caption=tells)


def _months(reconciliation: Reconciliation, known: Figures) -> Iterator[Grid | Paragraph]:
    """Yield the verdicts by months, as many tables as it takes so that each is as narrow as a page."""
    months = months_between(month.month for month in reconciliation.months)
    heads = (*map(month_name, months), TOGETHER)
    rows = trend_rows(known, months) if months else []
    for piece in pieces(len(heads)):
        columns = heads[piece]
        shares = (2, *(1 for _ in columns))
        yield from _grid(
            ("Verdict", *columns),
            [(row[0], *row[1:][piece]) for row in rows],
            shares,
            caption=f"How often each verdict was earned, {columns[0]} to {columns[-1]}",
        )


def _message(finding: Finding) -> tuple[str, str]:
    """Return what a finding is about, and what was seen of it."""
    about, _, seen = brief_of(finding.rule, finding.message).partition(": ")
    return f"{about[:1].upper()}{about[1:]}", f"{seen[:1].upper()}{seen[1:]}"


def _grid(
    columns: tuple[str, ...],
    rows: Iterable[Sequence[str]],
    shares: tuple[float, ...] = (),
    rest: int | None = None,
    caption: str = "",
) -> tuple[Grid | Paragraph, ...]:
    """Return a table, and how many rows are left out; nothing where there is no row.

    A line of a cell is a line on the page. With `rest`, so many rows have been left out already.
    """
    listed = [tuple(row) for row in rows]
    if not listed:
        return ()
    if rest is None:
        listed, rest = listed[:MOST], len(listed) - MOST
    cells = tuple(tuple(tuple(map(_said, cell.splitlines())) for cell in row) for row in listed)
    more = Paragraph(sentences=(_said(f"{rest:,} more are in the workbook."),))
    return (Grid(columns=columns, rows=cells, shares=shares, caption=caption), *((more,) if rest > 0 else ()))


def _said(text: str) -> Sentence:
    return Sentence(text=visible(text))
