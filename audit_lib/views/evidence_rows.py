"""The rows of the tables of evidence, in words and names: what notebooks and the workbook both show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..evidence.withheld import rows_told, word_told
from ..model.reconciliation import Group, Read, Reconciliation
from ..model.verdict import Verdict
from .evidence_decisions import decisions
from .evidence_figures import HIDDEN, Figures, told
from .evidence_words import (
    NOT_RECORDED,
    ORDER,
    VERDICTS,
    called,
    local_day,
    month_name,
    short_day,
)
from .lettering import one_line
from .sentences import listing


class SourceRow(NamedTuple):
    """A source: what it is, what was read of it, from when to when."""

    source: str
    kind: str
    files: str
    rows: str
    refused: str
    first: str
    last: str
    invented: str


class VerdictRow(NamedTuple):
    """A verdict: how many observations earned it, about how many people, in how many patterns, when.

    `excused` is how many of the observations a decision excuses, empty where none is.
    """

    verdict: str
    observed: str
    people: str
    patterns: str
    first: str
    last: str
    excused: str


class PatternRow(NamedTuple):
    """Observations that mean the same and earn the same verdict, by names."""

    verdict: str
    sender: str
    recipient: str
    data: str
    purpose: str
    basis: str
    role: str
    country: str
    flow: str
    observed: str
    people: str
    first: str
    last: str
    evidence: str
    decided: str

    @property
    def way(self) -> str:
        """From whom to whom."""
        sender = f"sender {NOT_RECORDED}" if self.sender == NOT_RECORDED else self.sender
        recipient = f"recipient {NOT_RECORDED}" if self.recipient == NOT_RECORDED else self.recipient
        return f"{sender} → {recipient}"

    @property
    def terms(self) -> tuple[str, ...]:
        """What it was for, on which basis, in which country, line by line; what is not recorded is named."""
        said = {"purpose": self.purpose, "basis": self.basis, "country": self.country}
        known = {name: text for name, text in said.items() if text != NOT_RECORDED}
        missing = [name for name in said if name not in known]
        purpose = [known.pop("purpose")] if "purpose" in known else []
        rest = [f"{name}: {text}" for name, text in known.items()]
        return (*purpose, *rest, *([f"{listing(missing)} {NOT_RECORDED}"] if missing else []))

    @property
    def when(self) -> str:
        """From when to when; a line breaks between the days, not within one."""
        ends = [day.replace(" ", "\u00a0") for day in dict.fromkeys((self.first, self.last))]
        return " – ".join(ends)

    @property
    def about(self) -> str:
        """About how many people it is; nothing where that is withheld with the observations."""
        if self.people == HIDDEN:
            return ""
        return f"people {NOT_RECORDED}" if self.people == NOT_RECORDED else _counted(self.people)


class UnresolvedRow(NamedTuple):
    """A word of a source that stands for nothing in the map, and what it most probably means.

    Where a column has too many to name, one row stands for the rest: `words` is how many they are.
    """

    source: str
    column: str
    word: str
    rows: str
    likeliest: str
    words: int = 1

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table shows of it."""
        return self.source, self.column, self.word, self.rows, self.likeliest


class UnseenRow(NamedTuple):
    """A flow that is declared and was not seen."""

    flow: str
    sender: str
    recipient: str
    data: str
    activity: str
    watched: str
    last: str
    days: str


def source_rows(reconciliation: Reconciliation) -> Iterator[SourceRow]:
    """Yield the sources in their order."""
    for read in reconciliation.reads:
        first, last = (short_day(local_day(one)) if one else "" for one in (read.first, read.last))
        counts = f"{read.rows:,}", f"{read.refused:,}"
        invented = "yes" if read.invented else "no"
        yield SourceRow(one_line(read.source), read.kind, _files(read), *counts, first, last, invented)


def _files(read: Read, most: int = 12) -> str:
    names = [one_line(name, 120) for name in read.files[:most]]
    rest = len(read.files) - len(names)
    return "\n".join([*names, *([f"and {rest:,} more"] if rest else [])])


def verdict_rows(reconciliation: Reconciliation, known: Figures) -> Iterator[VerdictRow]:
    """Yield the verdicts that were earned, in the order of `Verdict`."""
    for verdict in ORDER:
        number = known.totals.get(verdict, 0)
        if number == 0:
            continue
        groups = [group for group in reconciliation.groups if group.verdict is verdict]
        shown_groups = [group for group in groups if group not in known.hidden]
        seen = sum(group.observations for group in shown_groups)
        observed = f"at least {seen:,}" if number is None and seen else told(number)
        patterns = f"{len(groups):,}" if groups else ""
        when = _when(groups, hidden=len(shown_groups) < len(groups))
        people = known.people.get(verdict)
        about = _about(groups, shown_groups) if people is None else _people(people)
        excused = told(known.excused[verdict]) if verdict in known.excused else ""
        yield VerdictRow(VERDICTS[verdict], observed, about, patterns, *when, excused)


def _about(groups: Sequence[Group], shown_groups: Sequence[Group]) -> str:
    """Return about how many people a verdict is where only its patterns say so, which can share people."""
    if not groups:
        return "not counted"
    if not shown_groups:
        return HIDDEN
    most = max(group.people for group in shown_groups)
    return _people(most) if len(groups) == 1 or not most else f"at least {most:,}"


def _people(number: int) -> str:
    return NOT_RECORDED if number == 0 else f"{number:,}"


def _when(groups: Sequence[Group], *, hidden: bool) -> tuple[str, str]:
    """Return the first and the last day; of what is hidden, the months, since a day could tell it is one."""
    if not groups:
        return "", ""
    days = [local_day(min(one.first for one in groups)), local_day(max(one.last for one in groups))]
    first, last = (month_name(day.isoformat()[:7]) if hidden else short_day(day) for day in days)
    return first, last


def pattern_rows(
    reconciliation: Reconciliation, known: Figures, verdicts: Collection[Verdict]
) -> Iterator[PatternRow]:
    """Yield the patterns of some verdicts, hidden ones last: by verdict, those seen most often first."""
    chosen = [group for group in reconciliation.groups if group.verdict in verdicts]
    ranked = sorted(
        chosen,
        key=lambda one: (one in known.hidden, ORDER.index(one.verdict), -_rank(one, known), one.examples),
    )
    excused = decisions(reconciliation)
    for group in ranked:
        row = _pattern(reconciliation, group, hidden=group in known.hidden)
        yield row._replace(decided=excused.get(group, ""))


def _rank(group: Group, known: Figures) -> int:
    """Return what a pattern is sorted by; the order of hidden ones tells nothing of their size."""
    return 0 if group in known.hidden else group.observations


def _pattern(reconciliation: Reconciliation, group: Group, *, hidden: bool) -> PatternRow:
    """Return the row of a pattern; of a hidden one only one evidence id, since more would tell how many."""
    data_map, meaning = reconciliation.data_map, group.meaning
    flow = data_map.flow.get(group.flow or "")
    activity = data_map.activity.get(meaning.activity or "")
    purpose = meaning.purpose or (activity.purpose if activity else None)
    examples = group.examples[:1] if hidden else group.examples
    return PatternRow(
        verdict=VERDICTS[group.verdict],
        sender=called(data_map, "party", meaning.sender),
        recipient=called(data_map, "party", meaning.recipient),
        data=called(data_map, "data", meaning.data),
        purpose=called(data_map, "purpose", purpose),
        basis=_plain(meaning.basis),
        role=_plain(meaning.role),
        country=one_line(meaning.country or NOT_RECORDED, 40),
        flow=flow.id if flow else "none",
        observed=HIDDEN if hidden else f"{group.observations:,}",
        people=HIDDEN if hidden else _people(group.people),
        **dict(zip(("first", "last"), _when([group], hidden=hidden), strict=True)),
        evidence="\n".join(one_line(name, 120) for name in examples),
        decided="",
    )


def _counted(people: str) -> str:
    return f"{people} {'person' if people == '1' else 'people'}"


def _plain(value: str | None) -> str:
    return one_line(value or NOT_RECORDED, 60).replace("-", " ")


def unresolved_rows(reconciliation: Reconciliation) -> Iterator[UnresolvedRow]:
    """Yield the words that stand for nothing: the most frequent first, those withheld, those only counted."""
    words = reconciliation.unresolved
    ranked = sorted(
        zip(words, rows_told(words, reconciliation.threshold), strict=True),
        key=lambda each: (each[0].more > 0, -(each[1] or 0), each[0].source, each[0].column, each[0].word),
    )
    for one, rows in ranked:
        word = word_told(one, reconciliation.threshold) or "(empty)"
        likeliest = one_line(one.likeliest or "", 120)
        yield UnresolvedRow(one_line(one.source), one.column, word, told(rows), likeliest, one.words)


def unseen_rows(reconciliation: Reconciliation) -> Iterator[UnseenRow]:
    """Yield the flows that were not seen: those that a source would show first, unseen for longest first."""
    data_map = reconciliation.data_map
    places = {flow.id: at for at, flow in enumerate(data_map.flows)}
    ranked = sorted(
        reconciliation.unseen, key=lambda one: (not one.watched, -(one.days or 0), places[one.flow])
    )
    for one in ranked:
        flow = data_map.flow[one.flow]
        never = "never" if one.watched else "not known"
        yield UnseenRow(
            flow.id,
            called(data_map, "party", flow.sender),
            called(data_map, "party", flow.recipient),
            ", ".join(called(data_map, "data", name) for name in flow.data),
            called(data_map, "activity", flow.activity),
            "yes" if one.watched else "no source would show it",
            short_day(one.last) if one.last else never,
            f"{one.days:,}" if one.days is not None else "",
        )


def trend_rows(known: Figures, months: Sequence[str]) -> list[tuple[str, ...]]:
    """Return, for each verdict that was earned, its name, its figure in each month, and all together."""
    return [
        (
            VERDICTS[verdict],
            *(told(known.months.get((verdict, month), 0)) for month in months),
            told(known.totals[verdict]),
        )
        for verdict in ORDER
        if known.totals.get(verdict, 0) != 0
    ]
