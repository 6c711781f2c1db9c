"""The rows of a search plan, as cells of sentences: what a document and a workbook both show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ...law.bases import basis_in_law
from ...law.periods import spoken
from ...model.authority import weighed
from ...model.data_map import DataMap
from ...model.deadline import Deadline
from ...model.document import Sentence
from ...model.document_words import say
from ...model.noun import Gap
from ...model.request_plan import KeptFor, Reach, RequestPlan, Source, TellingKind, Verdict
from ...model.words import lasting, listed, lowered, raised
from ..words import data_words, gap, name, plain, whole

Cell = tuple[Sentence, ...]

#: How a recipient learns of it, in words.
TELLING: Final = {
    TellingKind.INSTRUCT: "instruct",
    TellingKind.TELL: "tell",
    TellingKind.ONWARD: "told by whoever passed it on",
    TellingKind.PUBLIC: "made public",
    TellingKind.DOUBT: "check whether it counts",
}

EXPECTED: Final = "expected, not confirmed"
#: Of a party that stands for several.
GENERIC: Final = "find out which ones"


class SourceCells(NamedTuple):
    """A source in three cells: who it is, what to ask for, what to do and on which provision."""

    who: Cell
    data: Cell
    do: Cell


def ask_rows(sources: Iterable[Source], data_map: DataMap) -> Iterator[tuple[Source, SourceCells]]:
    """Yield each source with its cells.

    >>> from audit_lib.graph.example import example_map
    >>> list(ask_rows((), example_map()))
    []
    """
    for source in sources:
        about = [source.standing.words]
        about += [f"through {_names(data_map, 'party', source.through)}"] if source.through else []
        about += [GENERIC] if source.generic else []
        about += [EXPECTED] if source.expected else []
        who = (
            say(name(data_map, "party", source.party), f"party:{source.party}"),
            say(plain("; ".join(about))),
        )
        contracts = [say(f"Contract: {plain(each)}") for each in source.contracts]
        do = (say(whole(source.ask)), say(source.provision), *contracts)
        yield source, SourceCells(who, data_cell(source, data_map), do)


def data_cell(source: Source, data_map: DataMap) -> Cell:
    """Return what to ask a source for; of what the map is less sure stands in a line of its own.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> data_cell(example_case(RightKind.ERASURE).plan.sources[0], example_map())[0].text
    'Identity and arrears'
    """
    lines = [raised(data_words(data_map, source.data))]
    if source.unconfirmed and not source.expected:
        lines.append(f"Expected, not confirmed: {data_words(data_map, source.unconfirmed)}")
    if source.presumed:
        lines.append(f"In rows about several kinds of people: {data_words(data_map, source.presumed)}")
    return tuple(say(line, *(f"data:{each}" for each in source.data)) for line in lines if line)


def resting_words(source: Source, data_map: DataMap) -> Cell:
    """Return in which systems of a source the data rests.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> resting_words(example_case(RightKind.ERASURE).plan.sources[0], example_map())
    ()
    """
    if not source.resting:
        return ()
    systems = _names(data_map, "system", (each.system for each in source.resting))
    return (say(f"In: {systems}", *(f"system:{each.system}" for each in source.resting)),)


def kept_for_words(kept: KeptFor, data_map: DataMap) -> str:
    """Return how long a retention entry keeps some data, in words.

    >>> from audit_lib.graph.example import example_map
    >>> kept_for_words(KeptFor(retention="r", data=("name",), period="P6Y"), example_map())
    'Name: 6 years'
    """
    starts = "" if isinstance(kept.starts, Gap) else f" from {lowered(plain(kept.starts))}"
    return f"{raised(data_words(data_map, kept.data))}: {lasting(kept.period)}{starts}"


def tell_rows(plan: RequestPlan, data_map: DataMap) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Yield each recipient: who it is, about what it is told, how and why.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.rights import RightKind
    >>> plan = RequestPlan(
    ...     map_id="m", right=RightKind.ERASURE, subject="tenants", as_of=dt.date(2026, 11, 22))
    >>> list(tell_rows(plan, example_map()))
    []
    """
    for each in plan.tells:
        about = [TELLING[each.kind]]
        about += [GENERIC] if each.generic else []
        about += [EXPECTED] if each.expected else []
        who = (say(name(data_map, "party", each.party), f"party:{each.party}"), say("; ".join(about)))
        data = (say(raised(data_words(data_map, each.data)), *(f"data:{one}" for one in each.data)),)
        yield who, data, (say(whole(each.says)), say(weighed(each.provision, each.authority)))


def reach_rows(plan: RequestPlan, data_map: DataMap) -> Iterator[tuple[Cell, ...]]:
    """Yield how far the right reaches, a row an activity and basis.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> [row[0][0].text for row in reach_rows(example_case(RightKind.ERASURE).plan, example_map())]
    ['letting']
    """
    for each in plan.verdicts:
        basis = basis_in_law(each.basis).name if each.basis else None
        law = (say(f"Law: {plain(each.law)}"),) if each.law else ()
        yield (
            (
                say(name(data_map, "activity", each.activity), f"activity:{each.activity}"),
                *((say(EXPECTED),) if each.expected else ()),
            ),
            (say(basis) if basis else gap("the basis"), *law),
            (gap("to be asked") if each.reach is Reach.ASK else say(each.reach.value),),
            (say(plain(each.reason)),),
            (say(weighed(each.provision, each.authority)),),
        )


def reach_groups(plan: RequestPlan, data_map: DataMap) -> Iterator[tuple[Cell, ...]]:
    """Yield how far the right reaches, the furthest first: activities with the same answer share a row.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> [row[2][0].text for row in reach_groups(example_case(RightKind.ERASURE).plan, example_map())]
    ['letting']
    """
    alike: dict[tuple[object, ...], list[Verdict]] = {}
    for each in plan.verdicts:
        same = (each.reach, each.basis, each.reason, each.provision, each.authority)
        alike.setdefault(same, []).append(each)
    order = list(Reach)
    for group in sorted(alike.values(), key=lambda group: order.index(group[0].reach)):
        one = group[0]
        yield (
            (gap("to be asked") if one.reach is Reach.ASK else say(one.reach.value),),
            (say(basis_in_law(one.basis).name) if one.basis else gap("the basis"),),
            tuple(_activity(each, data_map) for each in group),
            (say(whole(one.reason)), say(weighed(one.provision, one.authority))),
        )


def _activity(each: Verdict, data_map: DataMap) -> Sentence:
    signs = [plain(each.law)] if each.law else []
    signs += ["basis unclear"] * each.unclear + [EXPECTED] * each.expected
    named = name(data_map, "activity", each.activity)
    return say(f"{named} ({', '.join(signs)})" if signs else named, f"activity:{each.activity}")


def kept_rows(plan: RequestPlan, data_map: DataMap) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Yield what stays: what it is, why and how long, on which provision; a gap where a person must say.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> [row[2][0].text for row in kept_rows(example_case(RightKind.ERASURE).plan, example_map())]
    ['UK GDPR Art. 17(3)(e)', 'UK GDPR Art. 5(2), 17(3)(b) (assumption)']
    """
    for each in plan.kept:
        what = raised(data_words(data_map, each.data))
        activity = name(data_map, "activity", each.activity) if each.activity else ""
        heads = [text for text in (activity, what) if text] or ["In general"]
        period = plain(each.period) if each.period and plain(each.period) not in each.says else ""
        why = whole(each.says) + (f" ({lasting(period) or period})" if period else "")
        law = (say(f"Law: {plain(each.law)}"),) if each.law else ()
        yield (
            tuple(say(text) for text in heads),
            (say(why) if each.certain else gap(f"Does it hold here? {why}"), *law),
            (say(weighed(each.provision, each.authority)),),
        )


def portable_rows(plan: RequestPlan, data_map: DataMap) -> Iterator[tuple[Cell, Cell, Cell]]:
    """Yield what goes with the person, a row an activity.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.letter.example import example_case
    >>> list(portable_rows(example_case(RightKind.PORTABILITY).plan, example_map()))
    []
    """
    for each in plan.portable:
        made = data_words(data_map, each.made)
        yield (
            (
                say(name(data_map, "activity", each.activity), f"activity:{each.activity}"),
                say(basis_in_law(each.basis).name),
                *((say(EXPECTED),) if each.expected else ()),
            ),
            (say(raised(data_words(data_map, each.provided)) or "–"),),
            (gap(f"observed goes along, inferred does not: {made}") if made else say("–"),),
        )


def informed_rows(plan: RequestPlan) -> Iterator[tuple[Cell, Cell]]:
    """Yield what an access answer must say beside the copy, and what of it the map does not say.

    >>> from audit_lib.model.rights import RightKind
    >>> from audit_lib.rights.letter.example import example_case
    >>> [row[0][0].text for row in informed_rows(example_case(RightKind.ACCESS).plan)][0]
    'Purposes'
    """
    for each in plan.informed:
        said = [say(whole(text), *each.rests) for text in each.says]
        open_part = [gap(whole(each.gap), *each.rests)] if each.gap else []
        yield (say(plain(each.heading)), say(plain(each.item))), (*said, *open_part)


def time_words(deadline: Deadline) -> str:
    """Return the days of a duty in words.

    >>> import datetime as dt
    >>> time_words(Deadline(duty="Answer", standard="promptly", latest=dt.date(2026, 12, 22)))
    'latest Tuesday 22 December 2026'
    """
    named = (("latest", deadline.latest), ("safe", deadline.safe))
    days = [f"{word} {spoken(day)}" for word, day in named if day]
    return "; ".join(days) or deadline.waiting or deadline.standard


def _names(data_map: DataMap, kind: str, entries: Iterable[str]) -> str:
    return listed(name(data_map, kind, entry) for entry in entries)
