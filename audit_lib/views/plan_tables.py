"""The plan of a rights request as tables: whom to ask and tell, how far the right reaches, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ..law.periods import spoken
from ..law.rights_matrix import NAMES
from ..model.authority import weighed
from ..model.data_map import DataMap
from ..model.noun import Gap
from ..model.request_plan import PlanQuestion, Reach, RequestPlan, Source, Telling, TellingKind, Verdict
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

_REACHES: Final[Mapping[Reach, Mark]] = {
    Reach.APPLIES: Mark.STRONG,
    Reach.LIMITED: Mark.MEDIUM,
    Reach.DOES_NOT: Mark.MUTED,
    Reach.ASK: Mark.GAP,
}
_WORDS: Final[Mapping[Reach, str]] = {
    Reach.APPLIES: "applies in",
    Reach.LIMITED: "is limited in",
    Reach.DOES_NOT: "does not apply in",
    Reach.ASK: "cannot be told for",
}
_TELLS: Final[Mapping[TellingKind, str]] = {
    TellingKind.INSTRUCT: "instruct",
    TellingKind.TELL: "tell",
    TellingKind.ONWARD: "have told onward",
    TellingKind.PUBLIC: "made public",
    TellingKind.DOUBT: "perhaps",
}


def sources_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return whom to ask, in the order to ask, what for, and where it rests; then who answers for itself.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> sources_table(plan, example_map()).title
    'Nobody holds data about Tenants'
    """
    numbers = {source.party: str(at) for at, source in enumerate(plan.searched, 1)}
    rows = [_source(data_map, source, numbers.get(source.party)) for source in plan.sources]
    whom = data_map.party[plan.subject].name
    asked, known = count(len(plan.searched), "source"), len(plan.known)
    rest = f"; {known} more {'answers' if known == 1 else 'answer'} for themselves" if known > 1 else ""
    rest = "; 1 more answers for itself" if known == 1 else rest
    title = (
        f"{asked[0].upper()}{asked[1:]} to ask about {whom}{rest}"
        if rows
        else f"Nobody holds data about {whom}"
    )
    columns = ("", "Source", "Ask for", "Where it rests", "What to do")
    return tabulate(title, columns, rows, most, (4, 20, 30, 18, 28))


def _source(data_map: DataMap, source: Source, number: str | None) -> tuple[Cell, ...]:
    tail = source.standing.words + (", find out which ones" if source.generic else "")
    sure = len(source.atoms) - len(source.unconfirmed)
    doubt = f"merely expected: {len(source.unconfirmed)} of {len(source.atoms)}" if source.unconfirmed else ""
    held = named_data(data_map, source.data)
    rests = "\n".join(data_map.system[one.system].name for one in source.resting)
    through = listing([data_map.party[name].name for name in source.through]) if source.through else ""
    return (
        Cell(number or "–", Mark.STRONG if number else Mark.MUTED),
        Cell(data_map.party[source.party].name, Mark.STRONG, tail=tail),
        Cell(held, Mark.PLAIN if sure else Mark.GAP, tail=doubt),
        Cell(rests, tail=f"by way of {through}" if through else ""),
        Cell(
            source.ask,
            Mark.PLAIN if source.concerned else Mark.MUTED,
            tail="\n".join([source.provision, *source.contracts]),
        ),
    )


def named_data(data_map: DataMap, data: Iterable[str], most: int = 12) -> str:
    """Return the names of data categories, the rest counted; nothing for none.

    >>> from audit_lib.graph.example import example_map
    >>> named_data(example_map(), ["name", "arrears"])
    'Name and Arrears'
    """
    names = [data_map.name(f"data:{name}") for name in data]
    return listing(names, most) if names else ""


def tells_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return who must be told of a rectification, erasure or restriction, and why (UK GDPR Art. 19).

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> tells_table(plan, example_map()).title
    'Nobody has to be told'
    """
    rows = [_tell(data_map, telling) for telling in plan.tells]
    doubt = sum(telling.kind is TellingKind.DOUBT for telling in plan.tells)
    title = f"{count(len(rows) - doubt, 'recipient').capitalize()} to tell" + (
        f", {doubt} in doubt" if doubt else ""
    )
    columns = ("Recipient", "How", "Of what", "Got it from", "Why")
    return tabulate(title if rows else "Nobody has to be told", columns, rows, most, (20, 12, 24, 16, 28))


def _tell(data_map: DataMap, telling: Telling) -> tuple[Cell | str, ...]:
    guess = "merely expected" if telling.expected else ""
    return (
        Cell(data_map.party[telling.party].name, Mark.STRONG, tail=guess),
        Cell(_TELLS[telling.kind], Mark.GAP if telling.kind is TellingKind.DOUBT else Mark.PLAIN),
        named_data(data_map, telling.data, 8),
        listing([data_map.party[name].name for name in telling.senders]) if telling.senders else "",
        Cell(telling.says, tail=weighed(telling.provision, telling.authority)),
    )


def reach_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = None) -> Table:
    """Return how far the right reaches into each activity on each basis, with the reason.

    Activities that share the answer, the basis and the reason share a row.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> reach_table(plan, example_map()).title
    'No activity is about Tenants'
    """
    grouped: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in plan.verdicts:
        same = (verdict.reach, verdict.basis, verdict.reason, verdict.provision, verdict.authority)
        grouped.setdefault(same, []).append(verdict)
    order = list(Reach)
    ranked = sorted(grouped.values(), key=lambda verdicts: order.index(verdicts[0].reach))
    rows = [_verdicts(data_map, verdicts) for verdicts in ranked]
    reaches = Counter(verdict.reach for verdict in plan.verdicts)
    spread = listing([f"{_WORDS[reach]} {reaches[reach]}" for reach in Reach if reaches[reach]])
    title = f"The right {NAMES[plan.right]}, by activity and basis: {spread} of {len(plan.verdicts)}"
    none = f"No activity is about {data_map.party[plan.subject].name}"
    columns = ("The right", "Basis", "Activities", "Why")
    return tabulate(title if rows else none, columns, rows, most, (14, 16, 36, 34))


def _verdicts(data_map: DataMap, same: list[Verdict]) -> tuple[Cell, ...]:
    """Return the row of activities that share an answer, a basis and the reason."""
    one = same[0]
    basis = Cell("not stated", Mark.GAP) if one.basis is None else Cell(one.basis.value.replace("-", " "))
    return (
        Cell(one.reach.value, _REACHES[one.reach]),
        basis,
        Cell("\n".join(_activity(data_map, verdict) for verdict in same)),
        Cell(one.reason, tail=weighed(one.provision, one.authority)),
    )


def _activity(data_map: DataMap, verdict: Verdict) -> str:
    signs = [verdict.law] if verdict.law else []
    signs += ["basis unclear"] * verdict.unclear + ["merely expected"] * verdict.expected
    signs += ["direct marketing"] * verdict.marketing
    name = data_map.activity[verdict.activity].name
    return f"{name} ({', '.join(signs)})" if signs else name


def plan_questions_table(plan: RequestPlan, data_map: DataMap, *, most: int | None = 40) -> Table:
    """Return what the map cannot tell, with what each question is about beyond what its words name.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> plan_questions_table(plan, example_map()).title
    'The map leaves no question open'
    """
    rows = [(question.says, _about(data_map, question)) for question in plan.questions]
    verb = "is" if len(rows) == 1 else "are"
    title = f"{count(len(rows), 'question').capitalize()} that the map cannot answer {verb} open"
    title = title if rows else "The map leaves no question open"
    if not any(about for _, about in rows):
        return tabulate(title, ("Question",), [(says,) for says, _ in rows], most, (100,))
    return tabulate(title, ("Question", "About"), rows, most, (64, 36))


def _about(data_map: DataMap, question: PlanQuestion) -> str:
    named = [data_map.name(name) for name in question.about]
    named = [name for name in named if name not in question.says]
    return listing(named, 6) if named else ""


def plan_notes_table(plan: RequestPlan, data_map: DataMap) -> Table:
    """Return what else should be known of a plan, and who answers the request by which channels.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(map_id="m", right=RightKind.ACCESS, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> plan_notes_table(plan, example_map()).note
    'As of Sunday 22 November 2026.'
    """
    desk = plan.desk
    rows = [(Cell(note.says), weighed(note.provision, note.authority)) for note in plan.notes]
    said = [f"As of {spoken(plan.as_of)}."]
    said += [f"Answered by {data_map.party[desk.team].name}."] if desk.team else []
    if desk.channels:
        named = [data_map.channel[name].name for name in desk.channels]
        said.append(f"Requests come by {listing(named)}.")
    said += [f"Limits: {desk.limits}"] if not isinstance(desk.limits, Gap) else []
    title = f"{count(len(rows), 'thing').capitalize()} to know" if rows else "Nothing else is to be known"
    return replace(tabulate(title, ("What", "Rests on"), rows, widths=(66, 34)), note=" ".join(said))
