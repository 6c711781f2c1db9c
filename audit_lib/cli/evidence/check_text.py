"""The answer of `evidence check` for a person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ...evidence.withheld import word_told
from ...model.verdict import Verdict
from ...model.words import counted
from ..baseline import counts, to_tell
from ..check_text import write_result, write_since
from ..plain import console, line
from .findings_text import write_decided, write_findings
from .said import days, percent, span, words_of
from .shown import Overall, overall, ranked, unresolved_counts
from .unseen_text import write_unseen

if TYPE_CHECKING:
    from ...model.progress import Progress
    from ...model.reconciliation import Group, Read, Reconciliation
    from ...views.evidence_figures import Figures

#: What stands in the place of a figure that is not told.
HIDDEN: Final = "withheld"

#: How many patterns and unresolved words are printed before the rest is counted.
MOST_PATTERNS: Final = 20
MOST_WORDS: Final = 30
MOST_REASONS: Final = 5

INVENTED: Final = "INVENTED DATA: made up for a demonstration or a test. Nothing here happened."


def write_reconciliation(
    found: Reconciliation, progress: Progress | None = None, to: Console | None = None
) -> None:
    """Print what was read, the verdicts, the findings, the patterns, and what is unresolved or unseen.

    >>> import datetime as dt, io
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.reconciliation import Reconciliation
    >>> page = io.StringIO()
    >>> write_reconciliation(Reconciliation(data_map=example_map(), as_of=dt.date(2026, 11, 22),
    ...     engine="duckdb", observations=0, people=0, reads=(), groups=(), months=(), unresolved=(),
    ...     unseen=(), volumes=()), to=console(page))
    >>> page.getvalue().splitlines()[-1]
    'Nothing to report.'
    """
    from ...views.evidence_figures import figures

    page = to or console()
    known = figures(found)
    whole = overall(found, known)
    _head(found, whole, page)
    _sources(found.reads, page)
    _verdicts(known, whole, page)
    told = to_tell(found, progress)
    withheld = any("is withheld" in finding.message for finding in told)
    if withheld or known.hidden or None in [*known.totals.values(), *known.months.values()]:
        line((known.note, "quiet"), to=page)
        line(to=page)
    how = {change.now.id: change.how for change in progress.changed} if progress else {}
    if progress:
        how = {finding.id: "new" for finding in told} | how
    write_findings([finding for finding in told if finding.counts], how, page)
    write_decided([finding for finding in told if not finding.counts], page)
    if progress:
        said = ", ".join(f"{number} {what}" for what, number in counts(progress).items())
        line((f"Compared with {progress.since.isoformat()}: {said}", "quiet"), to=page)
        write_since(progress, page)
    _patterns(found, known, page)
    _unresolved(found, page)
    write_unseen(found.data_map, found.unseen, page)
    for skipped in found.skipped:
        line(("Not tested: ", "quiet"), f"{skipped.what}: {skipped.why}", to=page)
    write_result(found.findings, told, progress, page)


def _head(found: Reconciliation, whole: Overall, page: Console) -> None:
    if found.invented:
        line((INVENTED, "high"), to=page)
    line(f"{found.data_map.info.title}: observed against declared, as of {found.as_of.isoformat()}", to=page)
    flows = counted(len(found.data_map.flows), "flow")
    line((f"{_figure(whole.observations)} observations against {flows}, by {found.engine}", "quiet"), to=page)
    if whole.people != 0:
        line((f"What contradicts the map touches {_figure(whole.people)} people", "quiet"), to=page)
    line(to=page)


def _sources(reads: Sequence[Read], page: Console) -> None:
    line("What was read:", to=page)
    for read in reads:
        invented = ", invented" if read.invented else ""
        when = f", {days(read.first, read.last)}" if read.first and read.last else ""
        files = counted(len(read.files), "file") if read.files else "a table"
        line(
            f"  {read.source}  ({read.kind}{invented}): {counted(read.rows, 'row')} from {files}{when}",
            to=page,
            hang=4,
        )
        for note in read.notes:
            line(f"    {note}", to=page, hang=2)
        if read.refused:
            line(("    Refused: ", "medium"), f"{counted(read.refused, 'row')} could not be read", to=page)
            for reason in read.reasons[:MOST_REASONS]:
                line(f"      {reason}", to=page, hang=2)
    if not reads:
        line("  nothing", to=page)
    line(to=page)


def _verdicts(known: Figures, whole: Overall, page: Console) -> None:
    if not known.totals:
        return
    line("Verdicts (an observation can earn several):", to=page)
    for verdict in Verdict:
        total = known.totals.get(verdict, 0)
        if total == 0:
            continue
        share = percent(total, whole.observations)
        style = "good" if verdict.is_covered else "medium" if verdict is Verdict.UNRESOLVED else "high"
        figure = f"{_figure(total):>15} {share:>8}".rstrip()
        line((f"  {verdict.value:<20}", style), figure, (_beside(verdict, known), "quiet"), to=page, hang=2)
    line(to=page)


def _beside(verdict: Verdict, known: Figures) -> str:
    """Return about how many people a verdict is, as far as that is told, and what decisions excuse of it."""
    said = []
    if people := known.people.get(verdict):
        said.append(f"about {people:,} people")
    if verdict in known.excused:
        said.append(f"of them excused by a decision: {_figure(known.excused[verdict])}")
    return f"  {', '.join(said)}" if said else ""


def _patterns(found: Reconciliation, known: Figures, page: Console) -> None:
    """Print the patterns of what the map does not cover, those with the most observations first."""
    listed = ranked((group for group in found.groups if not group.verdict.is_covered), known.hidden)
    if not listed:
        return
    line("Patterns (most observations first):", to=page)
    for group in listed[:MOST_PATTERNS]:
        _pattern(group, known, page)
    rest = len(listed) - MOST_PATTERNS
    if rest > 0:
        line(
            (f"  and {counted(rest, 'more pattern')}: see --format json or --out FILE.xlsx", "quiet"), to=page
        )
    line(to=page)


def _pattern(group: Group, known: Figures, page: Console) -> None:
    hidden = group in known.hidden
    number = HIDDEN if hidden else f"{group.observations:,}"
    near = f"  nearest flow: {group.flow}" if group.flow else ""
    line(
        f"  {number:>12}  {group.verdict.value}: {words_of(group.meaning)}", (near, "quiet"), to=page, hang=14
    )
    examples = group.examples[:1] if hidden else group.examples
    about = f"about {group.people:,} people, " if group.people and not hidden else ""
    said = f"{about}{span(group.first, group.last, whole_months=hidden)}"
    line(
        (
            f"                {said}; such as {', '.join(examples)}" if examples else f"{' ' * 16}{said}",
            "quiet",
        ),
        to=page,
    )


def _unresolved(found: Reconciliation, page: Console) -> None:
    """Print each word that stands for nothing, the likeliest id, and what would settle them."""
    listed = list(unresolved_counts(found))
    if not listed:
        return
    line("Words that stand for nothing in the map:", to=page)
    named = [each for each in listed if not each[0].more]
    open_words: dict[tuple[str, str], dict[str, str | None]] = {}
    for word, count in named[:MOST_WORDS]:
        shown = word_told(word, found.threshold)
        said = f'"{shown}"' if word.word else "an empty cell"
        near = f"; likeliest {word.likeliest}" if word.likeliest else ""
        line(f"  {word.source}, {word.column}: {said}{near}  ({_rows(count)})", to=page, hang=4)
        if word.word and shown == word.word:
            open_words.setdefault((word.source, word.column), {})[word.word] = word.likeliest
    rest = len(named) - MOST_WORDS
    if rest > 0:
        line((f"  and {counted(rest, 'more word')}: see --format json", "quiet"), to=page)
    for word, count in listed:
        if word.more:
            more = f"{counted(word.more, 'more word')} that no answer names"
            line((f"  {word.source}, {word.column}: {more}  ({_rows(count)})", "quiet"), to=page, hang=4)
    _settle(open_words, page)
    line(to=page)


def _settle(open_words: Mapping[tuple[str, str], Mapping[str, str | None]], page: Console) -> None:
    """Print, source by source, the lines of evidence.yaml that would settle what is unresolved."""
    before = ""
    for (source, column), words in sorted(open_words.items()):
        if source != before:
            line((f"  To settle, under the values of {source} in evidence.yaml:", "quiet"), to=page)
        line(f"      {settling(column, words)}", to=page, hang=2)
        before = source


def settling(column: str, words: Mapping[str, str | None]) -> str:
    """Return the line of evidence.yaml, among the values of a source, that says what words stand for.

    >>> settling("recipient", {"Yardi UK": "yardi", "Y 2": None})
    'recipient: {"Yardi UK": yardi, "Y 2": ID-OF-THE-MAP}'
    """
    pairs = ", ".join(
        f"{json.dumps(word, ensure_ascii=False)}: {known or 'ID-OF-THE-MAP'}" for word, known in words.items()
    )
    return f"{column}: {{{pairs}}}"


def _rows(number: int | None) -> str:
    return f"rows: {HIDDEN}" if number is None else counted(number, "row")


def _figure(number: int | None) -> str:
    return HIDDEN if number is None else f"{number:,}"
