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
from ..views.evidence_decisions import standing, to_deal_with
from ..views.evidence_figures import Figures, figures
from ..views.evidence_rows import (
    pattern_rows,
    source_rows,
    trend_rows,
    unresolved_rows,
    unseen_rows,
    verdict_rows,
)
from ..views.evidence_story import evidence_summary
from ..views.evidence_words import VERDICTS, month_name, months_between
from .document_page import write_page

#: How many patterns, words and flows a page lists before it counts the rest.
MOST: Final = 300

#: The columns of a pattern that fit on a page, by the fields of `PatternRow`.
_PATTERN: Final = {
    "Verdict": "verdict",
    "From": "sender",
    "To": "recipient",
    "Data": "data",
    "Purpose": "purpose",
    "Nearest flow": "flow",
    "Observations": "observed",
    "People": "people",
    "First": "first",
    "Last": "last",
    "Evidence": "evidence",
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
    )


def _sections(reconciliation: Reconciliation, known: Figures) -> Iterator[Section]:
    summary = [*evidence_summary(reconciliation), to_deal_with(reconciliation.findings)]
    when = f"As of {long_date(reconciliation.as_of)}, compared by {reconciliation.engine}."
    yield Section(
        heading="In short",
        blocks=(
            Bullets(items=tuple(map(_said, summary))),
            Paragraph(sentences=(_said(when), _said(known.note))),
        ),
        set_apart=True,
    )
    read = ("Source", "Kind", "Files", "Rows", "Refused", "First", "Last", "Invented")
    yield Section(
        heading="What was read", blocks=_grid(read, source_rows(reconciliation), (3, 2, 4, 2, 2, 2, 2, 2))
    )
    verdicts = ("Verdict", "Observations", "People", "Patterns", "First", "Last", "Excused")
    rows = verdict_rows(reconciliation, known)
    yield Section(heading="Verdicts", blocks=_grid(verdicts, rows, (5, 3, 3, 2, 3, 3, 2)))
    yield from _findings(reconciliation.findings)
    violations = [verdict for verdict in VERDICTS if verdict.is_violation]
    patterns = pattern_rows(reconciliation, known, violations)
    cells = [tuple(getattr(row, field) for field in _PATTERN.values()) for row in patterns]
    shares = (4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 4)
    yield Section(heading="Patterns", blocks=_grid(tuple(_PATTERN), cells, shares))
    words = ("Source", "Column", "Word", "Rows", "Likeliest")
    yield Section(
        heading="Words that stand for nothing in the map",
        blocks=_grid(words, unresolved_rows(reconciliation)),
    )
    unseen = ("Flow", "From", "To", "Data", "Activity", "Watched", "Last seen", "Days without")
    yield Section(heading="Declared and not seen", blocks=_grid(unseen, unseen_rows(reconciliation)))
    months = months_between(month.month for month in reconciliation.months)
    heads = ("Verdict", *(month_name(month) for month in months), "Together")
    yield Section(heading="Month by month", blocks=_grid(heads, trend_rows(known, months) if months else ()))
    skipped = [_said(f"{one.what}: {one.why}") for one in reconciliation.skipped]
    yield Section(heading="Not tested", blocks=(Bullets(items=tuple(skipped)),) if skipped else ())


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
                *_grid(("What", "What was seen", "Stands", "Id"), rows, (3, 4, 2, 2)),
            ),
            depth=2,
        )


def _message(finding: Finding) -> tuple[str, str]:
    """Return what a finding is about, and what was seen of it."""
    about, _, seen = brief_of(finding.rule, finding.message).partition(": ")
    return f"{about[:1].upper()}{about[1:]}", f"{seen[:1].upper()}{seen[1:]}"


def _grid(
    columns: tuple[str, ...], rows: Iterable[Sequence[str]], shares: tuple[float, ...] = ()
) -> tuple[Grid | Paragraph, ...]:
    """Return a table, and how many rows are left out; nothing where there is no row."""
    listed = [tuple(row) for row in rows]
    if not listed:
        return ()
    cells = tuple(tuple((_said(cell),) if cell else () for cell in row) for row in listed[:MOST])
    rest = len(listed) - MOST
    more = Paragraph(sentences=(_said(f"{rest:,} more are in the workbook."),))
    return (Grid(columns=columns, rows=cells, shares=shares), *((more,) if rest > 0 else ()))


def _said(text: str) -> Sentence:
    return Sentence(text=visible(text.replace("\n", ", ")))
