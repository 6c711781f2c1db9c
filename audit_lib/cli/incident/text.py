"""An assessed breach as text for the one who must act: the verdict first, then why, what, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ..plain import line, write_long

if TYPE_CHECKING:
    from rich.console import Console

    from ...model.blast_radius import ExposedPeople, Reached
    from ...model.circumstances import Circumstances
    from ...model.data_map import DataMap
    from ...model.incident import BreachSeverity, Duty, Exposed, IncidentAssessment

_LISTED: Final = 8
_PAIR: Final = 2
_LABEL: Final = 13
_SAID: Final = {
    "must": ("TELL", "high"),
    "presumably": ("TELL", "high"),
    "need-not": ("NO NEED to tell", "good"),
    "ask": ("NOT DECIDED", "medium"),
}


def write_assessment(found: IncidentAssessment, data_map: DataMap, page: Console) -> None:
    """Write an assessment: whom to tell by when, the severity, the reasons, what is exposed, the questions.

    >>> import datetime as dt
    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.assess import assess_incident
    >>> from audit_lib.model.circumstances import Circumstances
    >>> known = Circumstances(party="court", aware=dt.datetime(2026, 11, 20, 14, 35))
    >>> made = assess_incident(example_map(), known, dt.date(2026, 11, 22))
    >>> write_assessment(made, example_map(), console())
    Breach at Court, known since Friday 20 November 2026, 14:35 (GMT)
    ...
    """
    from ...law.periods import spoken, spoken_moment

    known = spoken_moment(found.circumstances.aware)
    line(f"Breach at {found.radius.name}, known since {known}", to=page)
    line((f"Assessed on {spoken(found.as_of)} for {found.organisation}", "quiet"), to=page)
    line(to=page)
    _verdicts(found, data_map, page)
    _heading("Why", page)
    for duty in found.duties[:2]:
        _duty(duty, data_map, page)
    _severity(found.severity, page)
    _heading("Also to do", page)
    for duty in found.duties[2:]:
        if duty.duty.value != "others":
            _duty(duty, data_map, page)
    _exposed(found, data_map, page)
    _list("Questions, those that decide most first", found.questions, page, numbered=True)
    _list("Taken for granted", found.assumptions, page)


def write_ranking(rows: Sequence[Exposed], count: int, page: Console) -> None:
    """Write the ranking of parties and systems as lines in columns.

    >>> from audit_lib.cli.plain import console
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.incidents.ranking import rank_exposure
    >>> write_ranking(rank_exposure(example_map())[:1], 4, console())
    What a theft at each party or system would expose, the worst first
    ...
    """
    line("What a theft at each party or system would expose, the worst first", to=page)
    line(to=page)
    line(("  #  people       severity        data  what is hit", "quiet"), to=page)
    for row in rows:
        kinds = f"{len(row.subjects)} kind{'' if len(row.subjects) == 1 else 's'}"
        people = f"{row.people:,}" if row.people is not None else kinds
        people += " +" if row.people is not None and row.uncounted else ""
        level = f"{row.severity:.2f} {row.level.words}"
        style = {"very-high": "high", "high": "medium"}.get(row.level.value, "quiet")
        start = f"{row.rank:>3}  {people:<11}  "
        line(
            start,
            (f"{level:<15}", style),
            f" {len(row.data):>4}  {row.name} ({_row_is(row)})",
            to=page,
            hang=41,
        )
    line(to=page)
    notes = [f"{len(rows)} of {count} are shown." if len(rows) < count else f"{count} in all."]
    notes += [
        "Severity: for those for whom it is gravest, if somebody steals the data and nobody knows who "
        "has it. Order: people times severity, kind by kind of people.",
    ]
    if any(row.uncounted for row in rows):
        notes.append(
            "Kinds of people stand for a number that the map does not give (number, in parties); a + says "
            "that some kinds have none. For the order, such a kind is as large as the largest that has one, "
            "or one person."
        )
    for note in notes:
        write_long(note, to=page)


def _row_is(row: Exposed) -> str:
    kind = "system" if row.hit.startswith("system:") else "party"
    marks = [f"{kind}, {row.role}"]
    marks += ["special category"] if row.special_category else []
    marks += ["offences"] if row.criminal_offence else []
    marks += ["children"] if row.children else []
    marks += ["severity assumed"] if row.assumed else []
    marks += ["not confirmed"] if row.expected else []
    return "; ".join(marks)


def _verdicts(found: IncidentAssessment, data_map: DataMap, page: Console) -> None:
    for duty in found.duties:
        word, style = _SAID[duty.verdict.value]
        label = (f"{duty.duty.value.upper():<{_LABEL}}", "quiet")
        if duty.duty.value in ("regulator", "people"):
            line(label, (word, style), _tail(duty, found), to=page, hang=_LABEL)
        elif duty.duty.value == "controller" and duty.verdict.value != "need-not":
            names = [data_map.name(f"party:{name}") for name in duty.parties]
            whom = f" ({_some(names)})" if names and duty.verdict.value == "must" else ""
            line(label, (duty.title, style), f"{whom} without undue delay", to=page, hang=_LABEL)
    severity = found.severity
    levels = " to ".join(dict.fromkeys((severity.level.words, severity.highest_level.words)))
    style = "high" if severity.highest_level.value in ("high", "very-high") else "medium"
    score = f", score {_range(severity.lowest, severity.highest)}"
    line((f"{'SEVERITY':<{_LABEL}}", "quiet"), (levels, style), score, to=page)
    for flag in severity.flags:
        line(f"{'':<{_LABEL}}{flag}", to=page, hang=0)


def _tail(duty: Duty, found: IncidentAssessment) -> str:
    """Return the rest of a verdict: whom to tell, by when, and which questions could change it."""
    from ...law.periods import LONDON, spoken_moment

    whom = {"regulator": f"the regulator ({found.regulator})", "people": "the people concerned"}
    told = whom[duty.duty.value] + (", as a person has decided" if duty.decided is not None else "")
    if duty.verdict.value == "need-not":
        return f" {told}"
    when = " without undue delay"
    if duty.by and duty.by.moment:
        end = spoken_moment(duty.by.moment)
        late = found.as_of > duty.by.moment.astimezone(LONDON).date()
        when = f" now: the time ended on {end}; give the reasons for the delay" if late else f" by {end}"
    numbers = sorted(found.questions.index(one) + 1 for one in duty.questions if one in found.questions)
    asked = f"question{'s' if len(numbers) > 1 else ''} {_spans(numbers)}" if numbers else "the questions"
    if duty.verdict.value == "ask":
        return f": answer {asked} first; if a high risk is likely, tell {told}{when}"
    shows = "shows" if len(numbers) == 1 else "show"
    unless = f", unless {asked} below {shows} otherwise" if duty.verdict.value == "presumably" else ""
    return f" {told}{when}{unless}"


def _spans(numbers: Sequence[int]) -> str:
    """Return ascending numbers in words, three or more in a row as one span: 1 to 3, 5 and 6."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    words = [
        word
        for span in spans
        for word in ([f"{span[0]} to {span[-1]}"] if len(span) > _PAIR else [str(one) for one in span])
    ]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _duty(duty: Duty, data_map: DataMap, page: Console) -> None:
    style = _SAID[duty.verdict.value][1]
    line(f"  {duty.title}: ", (duty.verdict.value.replace("-", " "), style), to=page)
    if duty.decided:
        answered = duty.answered.value.replace("-", " ") if duty.answered else "nothing"
        write_long(
            f"A person decided so: {duty.decided} (The workbench answered: {answered}.)",
            to=page,
            first="    ",
        )
    write_long(duty.why, to=page, first="    ")
    if duty.parties:
        names = [data_map.name(f"party:{name}") for name in duty.parties]
        write_long(f"Whom: {_some(names)}", to=page, first="    ")
    line((f"    [{duty.authority.value}] {duty.provision}", "quiet"), to=page)


def _severity(severity: BreachSeverity, page: Console) -> None:
    line(f"  Severity: {severity.formula}", to=page)
    for step in severity.steps:
        scores = _range(step.lowest, step.highest)
        sign = {"context": " ", "identification": "x"}.get(step.part, "+")
        line(f"    {sign} {scores:<13} {step.title}", to=page)
        write_long(step.says, to=page, first=" " * 20)
    line(f"    = {_range(severity.lowest, severity.highest)}", to=page)
    line(("    below 2 low, below 3 medium, below 4 high, else very high", "quiet"), to=page)
    line((f"    [guidance] {severity.source}", "quiet"), to=page)


def _exposed(found: IncidentAssessment, data_map: DataMap, page: Console) -> None:
    radius = found.radius
    _heading("What is exposed", page)
    _told(found.circumstances, page)
    if not radius.exposed:
        line("  The map shows nothing of this there.", to=page)
    for row in radius.exposed:
        _people(row, data_map, page)
    for one in radius.answerable:
        who = data_map.name(f"party:{one.party}")
        ours = " (ours)" if one.ours else ""
        acts = one.role.words
        hit = data_map.name(f"party:{radius.operator}")
        line(
            f"  {who}{ours} answers for {_count(one.data, 'category', 'categories')}; {hit} acts as {acts}",
            to=page,
        )
    _reached("Comes from", radius.upstream, data_map, page)
    direct = [one for one in radius.downstream if one.steps == 1]
    _reached("Goes on to", direct, data_map, page)
    _reached("And from there to", [one for one in radius.downstream if one.steps > 1], data_map, page)


def _told(known: Circumstances, page: Console) -> None:
    people = f"{known.people:,} people" if known.people is not None else "people: not known"
    records = f"{known.records:,} records" if known.records is not None else "records: not known"
    line(f"  As told: {people}, {records}", to=page)


def _people(row: ExposedPeople, data_map: DataMap, page: Console) -> None:
    number = f"{row.number:,} people" if isinstance(row.number, int) else "number not in the map"
    care = [one.value.replace("-", " ") for one in row.vulnerability if one.value != "none"]
    marks = (f"; {', '.join(care)} among them" if care else "") + ("; not confirmed" if row.expected else "")
    names = [data_map.name(f"data:{name}") for name in row.data]
    who = data_map.name(f"party:{row.subject}")
    write_long(f"{who} ({number}{marks}): {_some(names)}", to=page, first="  ", rest="      ")


def _reached(title: str, rows: Sequence[Reached], data_map: DataMap, page: Console) -> None:
    if rows:
        names = [
            data_map.name(f"party:{one.party}") + (" (not confirmed)" if one.expected else "") for one in rows
        ]
        write_long(f"{title}: {', '.join(names)}", to=page, first="  ", rest="      ")


def _list(title: str, items: Sequence[str], page: Console, *, numbered: bool = False) -> None:
    if not items:
        return
    _heading(title, page)
    for number, item in enumerate(items, 1):
        first, rest = (f"  {number:>2}. ", "      ") if numbered else ("  - ", "    ")
        write_long(item, to=page, first=first, rest=rest)


def _heading(title: str, page: Console) -> None:
    line(to=page)
    line((title, "good"), to=page)


def _range(low: float, high: float) -> str:
    return f"{low:.2f}" if low == high else f"{low:.2f} to {high:.2f}"


def _count(items: Sequence[str], one: str, many: str) -> str:
    return f"{len(items)} {one if len(items) == 1 else many}"


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return ", ".join(listed[:_LISTED]) + more
