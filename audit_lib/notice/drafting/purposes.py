"""The table of purposes: which data, on which basis, for whom, how long (UK GDPR Art. 13(1), 13(2)(a))."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ...model.activity import Activity
from ...model.claim import PurposeStated
from ...model.document import Bullets, Grid, Paragraph, Section, Sentence
from ...model.document_words import paragraph, section
from ...model.purpose import Purpose
from ...model.words import lowered, raised
from .basis import basis_sentences
from .facts import OPEN, DraftFacts, references
from .retention import kept
from .words import ask, fill, grid, listed, plain, say

PURPOSES: Final = "What we use your data for, and why we may"

COLUMNS: Final = (
    "What for",
    "Which data",
    "On which lawful basis",
    "Who else gets it",
    "How long we keep it",
)

_INTRODUCTION: Final = (
    "Each row says what we use data for, which data that takes, and the lawful basis: why the law lets us.",
    "A dash means that our records show nobody outside our organisation who gets the data for that purpose.",
)

#: Words that carry a purpose only when another word says what of.
_VAGUE: Final = re.compile(
    r"\b(enhanc\w*|improv\w*|better|best|experience|highest levels?|richest|internal operations|"
    r"business purposes|other purposes|relevant updates|research purposes)\b",
    re.IGNORECASE,
)


def purposes(facts: DraftFacts) -> Section:
    """Return the section with one table for each business function, one row a purpose.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> purposes(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'What we use your data for, and why we may'
    """
    if not facts.activities:
        return section(
            PURPOSES, paragraph(fill("what we use data for, and on which lawful basis", [facts.whole]))
        )
    blocks: list[Paragraph | Bullets | Grid | None] = [paragraph(*map(say, _INTRODUCTION))]
    functions = _by_function(facts)
    for function, rows in functions.items():
        if len(functions) > 1:
            activities = (activity.id for row in rows.values() for activity in row)
            blocks.append(paragraph(say(f"{plain(function)}:", references("activity", activities))))
        blocks.append(grid(COLUMNS, (_row(facts, purpose, row) for purpose, row in rows.items())))
    return section(PURPOSES, *blocks)


def _by_function(facts: DraftFacts) -> dict[str, dict[str, list[Activity]]]:
    """Return the activities by business function and purpose; a purpose stands with its first activity."""
    home: dict[str, str] = {}
    found: dict[str, dict[str, list[Activity]]] = {}
    for activity in facts.activities:
        function = home.setdefault(activity.purpose, activity.function)
        found.setdefault(function, {}).setdefault(activity.purpose, []).append(activity)
    return found


def _row(facts: DraftFacts, purpose: str, activities: list[Activity]) -> list[list[Sentence]]:
    return [
        _what_for(facts, facts.data_map.purpose[purpose], activities),
        _capital(_which_data(facts, activities)),
        _capital(list(_bases(facts, activities))),
        _recipients(facts, activities),
        _capital(list(kept(facts, activities))),
    ]


def _capital(cell: list[Sentence]) -> list[Sentence]:
    """Return a cell that begins with a capital letter."""
    first, *rest = cell
    return [first.model_copy(update={"text": raised(first.text)}), *rest]


def _what_for(facts: DraftFacts, purpose: Purpose, activities: list[Activity]) -> list[Sentence]:
    here = (f"purpose:{purpose.id}", *references("activity", (activity.id for activity in activities)))
    name = plain(purpose.name)
    if purpose.stance in OPEN:
        return [
            say(raised(facts.activity_names(activities)), here[1:]),
            ask(f"the purpose, which may be: {lowered(name, facts.proper)}", here),
        ]
    if _VAGUE.search(purpose.name):
        return [say(name, here[1:]), fill("what exactly we do with the data", here)]
    return [say(name, here, [PurposeStated(kind="purpose-stated", purposes=(purpose.id,))])]


def _which_data(facts: DraftFacts, activities: list[Activity]) -> list[Sentence]:
    data = facts.known_data(category for activity in activities for category in facts.data_of(activity))
    rests = references("data", data)
    here = references("activity", (activity.id for activity in activities))
    return [say(facts.data(data), rests)] if data else [ask("which data", here)]


def _bases(facts: DraftFacts, activities: list[Activity]) -> Iterator[Sentence]:
    """Yield the bases; where the activities of a purpose differ, each with the activities it belongs to."""
    by_words: dict[tuple[str, bool], list[tuple[Activity, Sentence]]] = {}
    for activity in activities:
        for sentence in basis_sentences(facts, activity):
            by_words.setdefault((sentence.text, sentence.gap), []).append((activity, sentence))
    for (text, gap), found in by_words.items():
        everywhere = {activity.id for activity, _ in found} == {activity.id for activity in activities}
        whose = facts.activity_names(activity for activity, _ in found)
        inside = f"{text[:-2]} ({whose}).]" if gap else f"{text} ({whose})"
        yield Sentence(
            text=text if everywhere else inside,
            rests=tuple(dict.fromkeys(r for _, sentence in found for r in sentence.rests)),
            claims=tuple(claim for _, sentence in found for claim in sentence.claims),
            gap=gap,
        )


def _recipients(facts: DraftFacts, activities: Iterable[Activity]) -> list[Sentence]:
    wanted = {activity.id for activity in activities}
    getting = [each for each in facts.recipients if wanted.intersection(each.activities)]
    found = [each for each in getting if not each.nameless]
    lost = [each.party.id for each in getting if each.nameless]
    more = [fill("who else", references("party", lost))] if lost else []
    if not found:
        return more
    flows = [flow.id for each in found for flow in each.flows if flow.activity in wanted]
    names = listed(facts.party_name(each.party.id) for each in found)
    names = names if names.startswith(plain(found[0].party.name)) else raised(names)
    return [
        say(names, (*references("party", (each.party.id for each in found)), *references("flow", flows))),
        *more,
    ]
