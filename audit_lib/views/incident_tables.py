"""Incidents as tables: how grave a breach is, who is told, what is exposed, where it would be worst."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..law.periods import at_london, spoken, spoken_moment
from ..model.authority import weighed
from ..model.blast_radius import BlastRadius, ExposedPeople
from ..model.breach import BreachRecord
from ..model.circumstances import DutyKind, Verdict
from ..model.data_map import DataMap
from ..model.deadline import Deadline
from ..model.incident import BreachSeverity, Duty, Exposed, IncidentAssessment, Level, SeverityStep
from ..model.noun import Gap
from ..model.party import Vulnerability
from .plan_tables import named_data
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

#: Who is easier to harm, as a reader says it.
_CARE: Final[Mapping[Vulnerability, str]] = {
    Vulnerability.CHILD: "children",
    Vulnerability.ADULT_AT_RISK: "adults at risk",
    Vulnerability.WORKER: "workers",
}
#: How a level is marked; the two gravest look alike and are told apart by their words.
LEVELS: Final[Mapping[Level, Mark]] = {
    Level.LOW: Mark.LOW,
    Level.MEDIUM: Mark.MEDIUM,
    Level.HIGH: Mark.HIGH,
    Level.VERY_HIGH: Mark.HIGH,
}
_VERDICTS: Final[Mapping[Verdict, tuple[str, Mark]]] = {
    Verdict.MUST: ("must", Mark.HIGH),
    Verdict.PRESUMABLY: ("presumably", Mark.MEDIUM),
    Verdict.ASK: ("to be asked", Mark.GAP),
    Verdict.NEED_NOT: ("need not", Mark.MUTED),
}


def severity_table(severity: BreachSeverity) -> Table:
    """Return the parts of the score with their values and reasons, and what would narrow those that are open.

    Examples
    --------
    >>> found = BreachSeverity(lowest=4, highest=4, level=Level.VERY_HIGH, highest_level=Level.VERY_HIGH,
    ...     steps=(), formula="context x identification + circumstances", source="ENISA")
    >>> severity_table(found).title
    'Severity very high: 4'
    """
    rows = [_step(step, severity.source) for step in severity.steps]
    level = _levels(severity.level, severity.highest_level)
    title = f"Severity {level}: {_score(severity.lowest, severity.highest)}"
    found = tabulate(title, ("Part", "Score", "Why", "What would narrow it"), rows, widths=(18, 10, 44, 28))
    said = [
        f"{severity.formula[:1].upper()}{severity.formula[1:]}.",
        *severity.flags,
        f"Source: {severity.source}.",
    ]
    return replace(found, note=" ".join(said))


def _levels(lowest: Level, highest: Level) -> str:
    return lowest.words if lowest is highest else f"{lowest.words} to {highest.words}"


def _score(lowest: float, highest: float) -> str:
    return f"{lowest:g}" if lowest == highest else f"{lowest:g} to {highest:g}"


def _step(step: SeverityStep, method: str) -> tuple[Cell | str, ...]:
    mark = Mark.GAP if step.open else Mark.STRONG
    rests = step.authority.value if step.source == method else weighed(step.source, step.authority)
    return (
        Cell(step.title, Mark.STRONG),
        Cell(_score(step.lowest, step.highest), mark),
        Cell(step.says, tail=rests),
        step.question or "",
    )


def duties_table(assessment: IncidentAssessment, data_map: DataMap) -> Table:
    """Return who must be told of a breach, by when, and why; what must be done stands first.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from audit_lib.graph.example import example_map
    >>> duties_table(SimpleNamespace(duties=(), as_of=dt.date(2026, 11, 22)), example_map()).title
    'Nobody has to be told'
    """
    order = list(_VERDICTS)
    ranked = sorted(assessment.duties, key=lambda duty: order.index(duty.verdict))
    asked: set[str] = set()
    rows = [_duty(duty, data_map, asked) for duty in ranked]
    tell = [duty for duty in ranked if duty.verdict in (Verdict.MUST, Verdict.PRESUMABLY)]
    verb = "holds" if len(tell) == 1 else "hold"
    title = f"{count(len(tell), 'duty', 'duties').capitalize()} of {len(rows)} {verb} on what is known"
    columns = ("Duty", "Holds", "By", "Why, and what would decide it")
    none = "Nobody has to be told"
    return tabulate(title if rows else none, columns, rows, widths=(22, 12, 18, 48))


def _duty(duty: Duty, data_map: DataMap, asked: set[str]) -> tuple[Cell, ...]:
    """Return the row of a duty; a question that another duty has asked already is not asked again."""
    words, mark = _VERDICTS[duty.verdict]
    before = f"decided by a person; the workbench: {_VERDICTS[duty.answered][0]}" if duty.answered else ""
    who = listing([data_map.party[name].name for name in duty.parties], 6) if duty.parties else ""
    why = f"{duty.why}\nDecided: {duty.decided}" if duty.decided else duty.why
    ask = [question for question in duty.questions if question not in asked]
    again = ["To find out: as above."] if len(ask) < len(duty.questions) else []
    asked.update(ask)
    said = [weighed(duty.provision, duty.authority), *again, *(f"To find out: {each}" for each in ask)]
    return (
        Cell(duty.title, Mark.STRONG, tail=who),
        Cell(words, mark, tail=before),
        _by(duty.by),
        Cell(why, tail="\n".join(said)),
    )


def _by(deadline: Deadline | None) -> Cell:
    if deadline is None:
        return Cell("")
    if deadline.moment:
        return Cell(spoken_moment(deadline.moment), Mark.STRONG, tail=deadline.standard)
    return (
        Cell(spoken(deadline.latest), Mark.STRONG, tail=deadline.standard)
        if deadline.latest
        else Cell(deadline.standard)
    )


def exposed_table(radius: BlastRadius, data_map: DataMap) -> Table:
    """Return whose data the hit party or system has, what of it, where it rests, how many they are.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> exposed_table(BlastRadius(hit="party:court", name="Court", operator="court"), example_map()).title
    'A breach of Court would expose nothing that the map knows'
    """
    rows = [
        (
            Cell(data_map.party[row.subject].name, Mark.STRONG, tail=_care(row)),
            Cell("not counted", Mark.GAP) if isinstance(row.number, Gap) else Cell(f"about {row.number:,}"),
            Cell(named_data(data_map, row.data, 15)),
            Cell("\n".join(data_map.system[name].name for name in row.systems)),
        )
        for row in radius.exposed
    ]
    kinds = count(len(radius.data), "category", "categories")
    title = f"A breach of {radius.name} exposes {kinds} about {count(len(rows), 'kind')} of people"
    none = f"A breach of {radius.name} would expose nothing that the map knows"
    columns = ("People", "How many", "What is exposed", "Where it rests")
    found = tabulate(title if rows else none, columns, rows, widths=(22, 12, 44, 22))
    unseen = named_data(data_map, radius.unseen) if radius.unseen else ""
    return replace(found, note=f"Named, and not seen there by the map: {unseen}." if unseen else found.note)


def _care(row: ExposedPeople) -> str:
    """Return who of these people is easier to harm, and whether anybody knows that they are there."""
    among = [_CARE[sign] for sign in row.vulnerability if sign in _CARE]
    return "\n".join([f"{listing(among)} among them"] * bool(among) + ["merely expected"] * row.expected)


def downstream_table(radius: BlastRadius, data_map: DataMap, *, most: int | None = 60) -> Table:
    """Return who gets exposed data from the hit party, directly or through others, the nearest first.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> radius = BlastRadius(hit="party:court", name="Court", operator="court")
    >>> downstream_table(radius, example_map()).title
    'Nobody gets anything of it from Court'
    """
    rows = [
        (
            Cell(data_map.party[row.party].name, Mark.STRONG, tail="merely expected" * row.expected),
            row.role.words,
            str(row.steps),
            named_data(data_map, row.data, 8),
            listing([data_map.party[name].name for name in row.subjects], 6),
        )
        for row in sorted(radius.downstream, key=lambda row: row.steps)
    ]
    title = f"{count(len(rows), 'party', 'parties').capitalize()} downstream of {radius.name}"
    none = f"Nobody gets anything of it from {radius.name}"
    columns = ("Party", "Role", "Steps", "What it gets", "About")
    return tabulate(title if rows else none, columns, rows, most, (22, 14, 8, 36, 20))


def ranking_table(ranking: Sequence[Exposed], data_map: DataMap, *, most: int | None = 40) -> Table:
    """Return the parties and systems by what a breach of each would expose, the worst first.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> ranking_table([], example_map()).title
    'Nobody holds anything that a breach could expose'
    """
    rows = [_ranked(row, data_map) for row in ranking]
    high = sum(row.level in (Level.HIGH, Level.VERY_HIGH) for row in ranking)
    whole = count(len(rows), "party or system", "parties and systems")
    title = f"A breach of {high:,} of {whole} would be of high or very high severity"
    none = "Nobody holds anything that a breach could expose"
    columns = ("", "Party or system", "Severity", "People", "The worst of it")
    found = tabulate(title if rows else none, columns, rows, most, (5, 27, 14, 22, 32))
    how = "People times severity; a kind that nobody has counted stands in as the largest that is known."
    return replace(found, note=f"{how} {found.note}".strip()) if rows else found


def _ranked(row: Exposed, data_map: DataMap) -> tuple[Cell | str, ...]:
    signs = ["special category"] * row.special_category + ["offences"] * row.criminal_offence
    signs += ["children"] * row.children
    kind = "system" if row.hit.startswith("system:") else ""
    people = "not counted" if row.people is None else f"{row.people:,}"
    more = [data_map.party[name].name for name in row.uncounted]
    also = "" if row.people is None else "not counted: "
    tail = f"{also}{listing(more, 4)}" if more else ""
    expected = ["merely expected"] * row.expected
    return (
        str(row.rank),
        Cell(row.name, Mark.STRONG, tail=" · ".join(filter(None, [kind, row.role, *expected]))),
        Cell(f"{row.level.words} ({row.severity:g})", LEVELS[row.level], tail="class assumed" * row.assumed),
        Cell(people, Mark.GAP if row.people is None else Mark.PLAIN, tail=tail),
        Cell(named_data(data_map, row.worst, 5), tail=", ".join(signs)),
    )


def breaches_table(records: Iterable[BreachRecord], now: dt.datetime, *, most: int | None = 50) -> Table:
    """Return the register of breaches (UK GDPR Art. 33(5)), those whose clock runs first, then the latest.

    Examples
    --------
    >>> breaches_table([], dt.datetime(2026, 11, 22, tzinfo=dt.UTC)).title
    'No breach is on record'
    """
    at = at_london(now)
    listed = sorted(records, key=lambda each: (not each.running(), -each.circumstances.aware.timestamp()))
    rows = [_breach(each, at) for each in listed]
    runs = sum(each.running() for each in listed)
    known = count(len(rows), "breach", "breaches").capitalize()
    title = f"{known} on record; the clock runs for {runs or 'none'}"
    columns = ("Breach", "What was hit", "Severity", "Regulator", "People", "State")
    return tabulate(title if rows else "No breach is on record", columns, rows, most)


def _breach(record: BreachRecord, now: dt.datetime) -> tuple[Cell, ...]:
    level, told = _levels(record.level, record.highest_level), record.told
    people = record.circumstances.people
    number = "people not counted" if people is None else f"about {people:,} people"
    state = f"closed {spoken(record.closed_on)}" if record.closed_on else "open"
    return (
        Cell(record.id, Mark.STRONG, tail=f"known {spoken_moment(record.circumstances.aware)}"),
        Cell(record.name, tail=f"{number}; {', '.join(record.sorts) or 'what was lost is not stated'}"),
        Cell(f"{level} ({_score(record.lowest, record.highest)})", LEVELS[record.highest_level]),
        _regulator(record, now),
        Cell(f"told {spoken(told.people)}") if told.people else _owed(record, DutyKind.PEOPLE),
        Cell(state, Mark.MUTED if record.closed_on else Mark.PLAIN),
    )


def _regulator(record: BreachRecord, now: dt.datetime) -> Cell:
    if record.told.regulator:
        late = f"late: {listing([why.words for why in record.told.late], 2)}" if record.late else "in time"
        return Cell(
            f"told {spoken_moment(record.told.regulator)}",
            Mark.MEDIUM if record.late else Mark.PLAIN,
            tail=late,
        )
    if record.running() and record.due:
        over = record.due < now
        said = f"{'was due' if over else 'due'} {spoken_moment(record.due)}"
        return Cell(said, Mark.HIGH if over else Mark.MEDIUM, tail="overdue" if over else "the clock runs")
    return _owed(record, DutyKind.REGULATOR)


def _owed(record: BreachRecord, duty: DutyKind) -> Cell:
    verdict = record.verdict(duty)
    if verdict is None:
        return Cell("not asked", Mark.MUTED)
    words, mark = _VERDICTS[verdict]
    return Cell(words, mark)
