"""How long data is kept, in plain words (UK GDPR Art. 13(2)(a))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model.activity import Activity
from ...model.claim import RetentionClaimed
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Gap
from ...model.retention import Retention
from ...model.words import lasting, lowered
from .facts import OPEN, DraftFacts, references
from .words import ask, fill, listed, plain, publishable, remark
from .words import say as _say

HOW_LONG: Final = "How long we keep your data"


def span(entry: Retention) -> str | None:
    """Return how long a statement has data kept, or what decides it; None where it says neither.

    >>> span(Retention(id="r", name="R", period="P6M", starts="The last contact", stance="recorded"))
    '6 months from the last contact'
    >>> span(Retention(id="r", name="R", ground="Corporate records", stance="recorded")) is None
    True
    """
    starts = f" from {lowered(remark(str(entry.starts)))}" if publishable(entry.starts) else ""
    if not isinstance(entry.period, Gap):
        return f"{lasting(entry.period)}{starts}"
    ground = publishable(entry.ground)
    if entry.period is Gap.NOT_APPLICABLE and (ground or publishable(entry.at_end)):
        return lowered(remark(str(entry.ground if ground else entry.at_end)))
    if ground and starts:
        return f"{lowered(remark(str(entry.ground)))}, counted{starts}"
    return None


def _decides(facts: DraftFacts, entry: Retention) -> bool:
    """Say whether a statement can be told: it says how long, and no other says otherwise."""
    return span(entry) is not None and entry.id not in facts.clashing


def kept(facts: DraftFacts, activities: Iterable[Activity]) -> Iterator[Sentence]:
    """Yield how long the data of some activities is kept, the most specific statement for each category.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> facts = DraftFacts(example_map(), dt.date(2026, 11, 22))
    >>> [sentence.gap for sentence in kept(facts, facts.activities[:1])]
    [True]
    """
    covers: dict[str, list[str]] = {}
    open_data: list[str] = []
    listed_activities = list(activities)
    for activity in listed_activities:
        for atom in sorted(facts.data_map.atoms(tuple(facts.data_of(activity)))):
            if facts.data_map.category[atom].stance in OPEN:
                continue
            best = _best(facts, activity, atom)
            if best and _decides(facts, best):
                covers.setdefault(best.id, []).append(atom)
            else:
                open_data.append(atom)
    several = sum(not entry.data for entry in facts.retention if entry.id in covers) > 1
    for entry in facts.retention:
        if entry.id in covers:
            claim = RetentionClaimed(kind="retention-claimed", retention=(entry.id,))
            data = facts.data(_tops(facts, covers[entry.id]))
            words = f"{data}: {span(entry)}" if entry.data or several else span(entry)
            yield _say(str(words), [f"retention:{entry.id}"], [claim])
    if open_data or not covers:
        data = facts.data(_tops(facts, open_data))
        rests = (*references("activity", (a.id for a in listed_activities)), *references("data", open_data))
        yield fill(f"how long for {data}" if covers else "how long", rests)


def _tops(facts: DraftFacts, atoms: Iterable[str]) -> list[str]:
    """Return categories that stand for some: one whose whole content is among them stands for it."""
    return facts.known_data(atoms)


def _best(facts: DraftFacts, activity: Activity, category: str) -> Retention | None:
    """Return the statement that fits an activity and a category most closely; of equals, the first."""
    ranked = []
    for entry in facts.retention:
        if entry.activities and activity.id not in entry.activities:
            continue
        below = facts.data_map.below
        near = [len(below[data]) for data in entry.data if category in below[data]]
        if entry.data and not near:
            continue
        ranked.append(((not entry.data, not entry.activities, min(near, default=0)), entry))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def how_long(facts: DraftFacts) -> Section:
    """Return the section with the periods, their reasons, and what happens at the end.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> how_long(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'How long we keep your data'
    """
    decided = [entry for entry in facts.retention if _decides(facts, entry)]
    ends = dict.fromkeys(remark(str(e.at_end)) for e in decided if _has_end(e))
    common = next(iter(ends)) if len(ends) == 1 and len(decided) > 1 else None
    lead = _say("We keep data for these times:") if decided else None
    return section(
        HOW_LONG,
        paragraph(lead),
        bullets(_statement(facts, entry, common) for entry in decided),
        paragraph(_at_end(decided, common)),
        paragraph(*_undecided(facts), *_unconfirmed(facts), *_uncovered(facts)),
    )


def _has_end(entry: Retention) -> bool:
    shown_already = entry.period is Gap.NOT_APPLICABLE and not publishable(entry.ground)
    return publishable(entry.at_end) and not shown_already


def _statement(facts: DraftFacts, entry: Retention, common: str | None) -> Sentence:
    shown = span(entry) or ""
    words = f"{plain(entry.name)}: {shown}."
    if publishable(entry.ground) and lowered(remark(str(entry.ground))) not in shown:
        words += f" Why: {lowered(remark(str(entry.ground)), facts.proper)}."
    if _has_end(entry) and not common and lowered(remark(str(entry.at_end))) not in shown:
        words += f" Then: {lowered(remark(str(entry.at_end)), facts.proper)}."
    claim = RetentionClaimed(kind="retention-claimed", retention=(entry.id,))
    return _say(words, [f"retention:{entry.id}", *references("data", entry.data)], [claim])


def _at_end(decided: list[Retention], common: str | None) -> Sentence | None:
    if common is None:
        return None
    ending = [entry.id for entry in decided if _has_end(entry)]
    claim = RetentionClaimed(kind="retention-claimed", retention=tuple(ending))
    return _say(f"When the time is over: {lowered(common)}.", references("retention", ending), [claim])


def _undecided(facts: DraftFacts) -> Iterator[Sentence]:
    bare = [entry for entry in facts.retention if not span(entry)]
    clashing = [entry for entry in facts.retention if entry.id in facts.clashing]
    if clashing:
        words = (f"{lowered(plain(entry.name), facts.proper)} ({span(entry)})" for entry in clashing)
        rests = references("retention", (entry.id for entry in clashing))
        yield ask(f"which of these times holds where two are for the same data: {listed(words)}", rests)
    if bare:
        names = listed(lowered(plain(entry.name), facts.proper) for entry in bare)
        yield fill(
            f"how long we keep each of these, or what decides it: {names}",
            references("retention", (entry.id for entry in bare)),
        )


def _unconfirmed(facts: DraftFacts) -> Iterator[Sentence]:
    asked = [entry for entry in facts.data_map.retention if entry.stance in OPEN]
    if asked:
        words = (
            f"{lowered(plain(entry.name), facts.proper)} ({span(entry) or 'no time known'})"
            for entry in asked
        )
        yield ask(
            f"whether these are our times: {listed(words)}",
            references("retention", (entry.id for entry in asked)),
        )


def _uncovered(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield the gap for data of which no statement speaks at all."""
    open_data = {
        atom
        for activity in facts.activities
        for atom in facts.data_map.atoms(tuple(facts.data_of(activity)))
        if facts.data_map.category[atom].stance not in OPEN and _best(facts, activity, atom) is None
    }
    if open_data:
        data = _tops(facts, open_data)
        yield fill(
            f"how long we keep: {facts.data(data)}", [*references("data", sorted(open_data)), facts.whole]
        )
    elif not facts.retention:
        yield fill("how long we keep your data, or what decides it", [facts.whole])
