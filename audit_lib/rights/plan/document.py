"""The search plan of a request as a document to work through, with boxes to tick and lines to sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...law.rights_matrix import NAMES
from ...model.authority import weighed
from ...model.data_map import DataMap
from ...model.day import long_date
from ...model.deadline import Clock
from ...model.document import Document, Grid, Section, Sentence
from ...model.document_words import bullets, paragraph, say
from ...model.request_plan import Reach, RequestPlan, Standing
from ...model.words import listed, lowered
from ..words import gap, name, plain, whole
from .rows import (
    ask_rows,
    informed_rows,
    kept_rows,
    portable_rows,
    reach_groups,
    resting_words,
    tell_rows,
    time_words,
)

Cell = tuple[Sentence, ...]

#: A box to tick.
TICK: Final = "☐"

#: Those who are asked, as one and as several.
_STANDINGS: Final = {
    Standing.OWN: ("of our own", "of our own"),
    Standing.PROCESSOR: ("processor", "processors"),
    Standing.SUB_PROCESSOR: ("sub-processor", "sub-processors"),
    Standing.JOINT_CONTROLLER: ("joint controller", "joint controllers"),
    Standing.UNCLEAR: ("of unclear role", "of unclear role"),
}


def plan_document(plan: RequestPlan, data_map: DataMap, *, clock: Clock | None = None) -> Document:
    """Return the plan of a request as a working document: a summary, then each step with a box to tick.

    Whom to ask in which order, what to ask for, who must be told, how far the right reaches, what to hold
    back, what stays and why, what the person can take along, what the map cannot tell, and who signs. What
    a person has to fill in is a gap.

    Parameters
    ----------
    plan
        The answer of `plan_request`.
    data_map
        The map from which it was made, for the names.
    clock
        The answer of `request_clock`, if the dates are known.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="example", right=RightKind.ACCESS, subject="tenants",
    ...     as_of=dt.date(2026, 11, 22))
    >>> document = plan_document(plan, example_map())
    >>> document.title, document.sections[0].heading
    ('Search plan: right of access, Tenants', 'In short')
    """
    people = name(data_map, "party", plan.subject)
    sections = (
        _summary(plan, data_map, clock),
        _ask(plan, data_map),
        _known(plan, data_map),
        _tell(plan, data_map),
        _reach(plan, data_map),
        _held_back(plan, data_map),
        _rows("What stays, and why", _KEPT, kept_rows(plan, data_map), (1.5, 3, 1.5)),
        _rows("What goes with the person", _PORTABLE, portable_rows(plan, data_map), (1.4, 1.8, 1.8)),
        _rows("What the answer must say", _INFORMED, informed_rows(plan), (1.4, 4)),
        _questions(plan),
        _notes(plan),
        _sign_off(),
    )
    right = "to object to direct marketing" if plan.marketing else NAMES[plan.right]
    return Document(
        title=f"Search plan: right {right}, {people}",
        as_of=plan.as_of,
        sections=tuple(section for section in sections if section is not None),
        foot=f"{plain(data_map.info.title)}; map {data_map.sha256[:12]}; as of {long_date(plan.as_of)}",
    )


_KEPT: Final = ("What", "Why it stays, and how long", "Provision")
_PORTABLE: Final = ("Activity", "What the person gave", "What the activity makes or observes")
_INFORMED: Final = ("What", "As far as the map says it")


def _summary(plan: RequestPlan, data_map: DataMap, clock: Clock | None) -> Section:
    by_standing = [
        f"{number} {words[number != 1]}"
        for standing, words in _STANDINGS.items()
        if (number := sum(each.standing is standing and each.concerned for each in plan.sources))
    ]
    came = say(clock.event) if clock else gap("the day on which it came")
    pairs: list[tuple[str, list[Sentence]]] = [
        (
            "Right",
            [say(f"The right {NAMES[plan.right]}"), *([say("direct marketing")] if plan.marketing else [])],
        ),
        ("People", [say(name(data_map, "party", plan.subject), f"party:{plan.subject}")]),
        ("The request", [gap("its number, and by what we know the person"), came]),
        ("By when", _by_when(clock)),
        ("To ask", [say(listed(by_standing) or "Nobody, as far as the map shows.")]),
        ("To tell", [say(_number(len(plan.tells), "recipient", "Nobody: this right does not ask for it."))]),
        ("Reach", [say(_reached(plan))]),
        ("Open", [say(_number(len(plan.questions), "question", "Nothing."))]),
        ("Who answers", _desk(plan, data_map)),
    ]
    if plan.data:
        narrowed = listed(lowered(name(data_map, "data", each)) for each in plan.data)
        pairs.insert(2, ("About", [say(narrowed, *(f"data:{each}" for each in plan.data))]))
    rows = tuple(((say(label),), tuple(said)) for label, said in pairs)
    return Section(heading="In short", blocks=(Grid(columns=(), rows=rows, shares=(1, 4)),))


def _by_when(clock: Clock | None) -> list[Sentence]:
    if clock is None:
        return [gap("the last day and the safe day: privacy-audit request deadline says them")]
    found = [say(f"{each.duty}: {time_words(each)}") for each in clock.deadlines]
    return found or [say("The law of that day sets no time.")]


def _reached(plan: RequestPlan) -> str:
    """Return into how many activities the right reaches, each counted once, by the furthest."""
    furthest: dict[str, Reach] = {}
    for each in plan.verdicts:
        best = furthest.get(each.activity, each.reach)
        furthest[each.activity] = min(best, each.reach, key=list(_FURTHEST).index)
    counted = [
        f"{number} {words}"
        for reach, words in _FURTHEST.items()
        if (number := sum(found is reach for found in furthest.values()))
    ]
    of = "1 activity" if len(furthest) == 1 else f"{len(furthest)} activities"
    return f"Of {of}: {', '.join(counted)}." if counted else "No activity of ours."


_FURTHEST: Final = {
    Reach.APPLIES: "in full",
    Reach.LIMITED: "within limits",
    Reach.ASK: "to be asked",
    Reach.DOES_NOT: "not at all",
}


def _number(count: int, what: str, none: str) -> str:
    return none if count == 0 else f"{count} {what}{'' if count == 1 else 's'}"


def _desk(plan: RequestPlan, data_map: DataMap) -> list[Sentence]:
    desk = plan.desk
    team = [say(name(data_map, "party", desk.team), f"party:{desk.team}")] if desk.team else []
    doors = [say(name(data_map, "channel", each), f"channel:{each}") for each in desk.channels]
    return [*(team or [gap("who answers it")]), *doors]


def _ask(plan: RequestPlan, data_map: DataMap) -> Section:
    rows = [
        (
            _numbered(number, cells.who),
            (*cells.data, *resting_words(source, data_map)),
            cells.do,
            (say(TICK),),
        )
        for number, (source, cells) in enumerate(ask_rows(plan.searched, data_map), start=1)
    ]
    none = paragraph("The map shows nobody who holds anything about these people.")
    columns = ("Whom", "What to ask for, and where it rests", "What to do", "Done")
    table = _table(columns, rows, (1.8, 2.8, 2, 0.6))
    order = paragraph(
        "In this order: our own, processors, their sub-processors, then those whose part must be settled."
    )
    return Section(heading="Whom to ask", blocks=(order, table) if table else (none,))


def _numbered(number: int, who: Cell) -> Cell:
    first, *rest = who
    return (first.model_copy(update={"text": f"{number}. {first.text}"}), *rest)


def _known(plan: RequestPlan, data_map: DataMap) -> Section | None:
    rows = [(cells.who, cells.data, cells.do) for _, cells in ask_rows(plan.known, data_map)]
    table = _table(("Who", "What they hold", "What to do"), rows, (1.6, 2.6, 2))
    if table is None:
        return None
    return Section(heading="Who answers for itself", depth=2, blocks=(table,))


def _tell(plan: RequestPlan, data_map: DataMap) -> Section | None:
    rows = [
        (_numbered(at, who), data, how, (say(TICK),))
        for at, (who, data, how) in enumerate(tell_rows(plan, data_map), start=1)
    ]
    table = _table(("Whom", "About what", "How, and why", "Done"), rows, (1.8, 2, 2.8, 0.6))
    return Section(heading="Who must be told", blocks=(table,)) if table else None


def _reach(plan: RequestPlan, data_map: DataMap) -> Section | None:
    if len(plan.verdicts) > 1 and len({(each.reach, each.reason) for each in plan.verdicts}) == 1:
        one = plan.verdicts[0]
        number = len({verdict.activity for verdict in plan.verdicts})
        where = "in our one activity" if number == 1 else f"in each of our {number} activities"
        every = f"It {one.reach.value} {where}."
        words = paragraph(
            every, say(f"{plain(one.reason)} ({weighed(one.provision, one.authority)}).", *_of(plan))
        )
        return Section(heading="How far the right reaches", blocks=(words,))
    columns = ("Reach", "Basis", "Activities", "Why")
    return _rows("How far the right reaches", columns, reach_groups(plan, data_map), (0.9, 1.2, 2.2, 2.4))


def _of(plan: RequestPlan) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"activity:{each.activity}" for each in plan.verdicts))


def _held_back(plan: RequestPlan, data_map: DataMap) -> Section | None:
    rows = [
        (
            (say(each.concern.value[0].upper() + each.concern.value[1:]),),
            (
                say(whole(each.says)),
                *_named("Data", data_map, "data", each.data),
                *_named("Others", data_map, "party", each.others),
            ),
            (say(weighed(each.provision, each.authority)),),
            (say(TICK),),
        )
        for each in plan.held_back
    ]
    return _rows(
        "What to check before anything is handed over",
        ("What", "Why", "Provision", "Done"),
        rows,
        (1.3, 3, 1.4, 0.6),
    )


def _named(label: str, data_map: DataMap, kind: str, entries: Sequence[str]) -> list[Sentence]:
    if not entries:
        return []
    names = listed(name(data_map, kind, each) for each in entries)
    return [say(f"{label}: {names}", *(f"{kind}:{each}" for each in entries))]


def _questions(plan: RequestPlan) -> Section | None:
    items = [gap(whole(each.says), *each.about) for each in plan.questions]
    return Section(heading="What the map cannot tell", blocks=(bullets(items),)) if items else None


def _notes(plan: RequestPlan) -> Section | None:
    items = [say(f"{whole(each.says)} ({weighed(each.provision, each.authority)})") for each in plan.notes]
    return Section(heading="What else to know", blocks=(bullets(items),)) if items else None


def _sign_off() -> Section:
    rows = (
        ("Searched", "by whom, and on which day"),
        ("Recipients told", "by whom, and on which day; or: nobody had to be told"),
        ("Answer checked", "by whom, and on which day"),
        ("Answer sent", "on which day, and by which way"),
    )
    cells = tuple(((say(label),), (gap(what),)) for label, what in rows)
    return Section(
        heading="Signed off", set_apart=True, blocks=(Grid(columns=(), rows=cells, shares=(1, 3)),)
    )


def _rows(
    heading: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], shares: Sequence[float]
) -> Section | None:
    table = _table(columns, rows, shares)
    return Section(heading=heading, blocks=(table,)) if table else None


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], shares: Sequence[float]) -> Grid | None:
    listed_rows = tuple(tuple(cell or (say("–"),) for cell in row) for row in rows)
    return Grid(columns=tuple(columns), rows=listed_rows, shares=tuple(shares)) if listed_rows else None
