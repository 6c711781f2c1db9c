"""Figures of observations and people as they may be shown: no small one is told, nor can be worked out.

What a reader of all tables knows: the total of a verdict, its months, its findings (which `withheld` makes
safe) and the patterns under each of them, as far as they are shown. In each such list the
small figures are hidden, and others with them where the sum would give them away; or the sum is. What is
hidden looks the same whether it is small itself or hidden for the sake of a small one: the difference would
tell. Nowhere are months added up over verdicts, so that each verdict is a table for itself; a table with both
kinds of totals needs `evidence.suppression.suppress`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from ..evidence.findings import finding_of_group
from ..evidence.hiding import Count, hide, is_enough
from ..evidence.suppression import is_small
from ..evidence.withheld import withheld
from ..model.reconciliation import Group, Reconciliation
from ..model.verdict import COVERED, Verdict
from .evidence_decisions import accepted, finding_key
from .evidence_people import people_of_verdicts

#: What stands in the place of a figure that is not told.
HIDDEN: Final = "withheld"


class Figures(NamedTuple):
    """What may be shown of a reconciliation: None for a figure that is hidden.

    `people` is how many different people a verdict is about, where that was counted; `excused` is how many
    of the observations of a verdict a decision excuses, for those verdicts of which it excuses some.
    """

    totals: Mapping[Verdict, int | None]
    months: Mapping[tuple[Verdict, str], int | None]
    hidden: frozenset[Group]
    threshold: int
    people: Mapping[Verdict, int | None] = MappingProxyType({})
    excused: Mapping[Verdict, int | None] = MappingProxyType({})

    @property
    def note(self) -> str:
        """What a figure that is withheld means, in a sentence."""
        return hidden_note(self.threshold)


def hidden_note(threshold: int) -> str:
    """Return what a figure that is withheld means, in a sentence.

    >>> hidden_note(10)
    'Withheld: about fewer than 10 people, or a number from which such a one could be worked out.'
    """
    small = f"about fewer than {threshold:,} people"
    return f"Withheld: {small}, or a number from which such a one could be worked out."


def figures(reconciliation: Reconciliation) -> Figures:
    """Return what may be shown of a reconciliation, by its own threshold.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> figures(example_reconciliation()).totals[Verdict.DECLARED]
    1200
    """
    least = reconciliation.threshold
    months: dict[Verdict, dict[str, Count]] = {}
    for one in reconciliation.months:
        months.setdefault(one.verdict, {})[one.month] = Count(one.observations, one.people or 0)
    findings = _findings(reconciliation)
    untold = _untold(reconciliation, months, findings)
    gone = {verdict: _months(counts, least, hide_one=verdict in untold) for verdict, counts in months.items()}
    totals = {
        verdict: None if verdict in untold else number for verdict, number in reconciliation.verdicts.items()
    }
    hidden = frozenset(group for one in findings for group in one.hidden)
    return Figures(
        totals=totals,
        months={
            (verdict, month): None if month in gone[verdict] else one.observations
            for verdict, counts in months.items()
            for month, one in counts.items()
        },
        hidden=hidden,
        threshold=least,
        people=people_of_verdicts(reconciliation, totals, hidden),
        excused=_excused(reconciliation, findings, totals),
    )


def _excused(
    reconciliation: Reconciliation, findings: Sequence[_Finding], totals: Mapping[Verdict, int | None]
) -> dict[Verdict, int | None]:
    """Return how many observations decisions excuse: what the findings tell, or all of a verdict, or None."""
    named = accepted(reconciliation)
    if not named:
        return {}
    found: dict[Verdict, list[_Finding]] = {}
    rest = set[Verdict]()
    for one in findings:
        if finding_of_group(reconciliation.data_map, one.total) in named:
            found.setdefault(one.total.verdict, []).append(one)
        else:
            rest.add(one.total.verdict)
    return {
        verdict: totals.get(verdict)
        if verdict not in rest
        else None
        if any(one.withheld for one in excused)
        else sum(one.total.observations for one in excused)
        for verdict, excused in found.items()
    }


class _Finding(NamedTuple):
    """The total that a finding tells of, whether it is withheld there, and which patterns beneath to hide."""

    total: Group
    withheld: bool
    hidden: frozenset[Group]


def _findings(reconciliation: Reconciliation) -> list[_Finding]:
    """Return the findings of all verdicts, with the patterns under each that are hidden.

    Where a finding does not tell its figure, none of its patterns does.
    """
    beneath: dict[tuple[object, ...], dict[Group, Count]] = {}
    for group in reconciliation.groups:
        into = beneath.setdefault((group.verdict, *finding_key(group)), {})
        into[group] = Count(group.observations, group.people)
    given = {(one.verdict, *finding_key(one)): one for one in reconciliation.totals}
    totals = [given.get(key) or _merged(list(counts)) for key, counts in beneath.items()]
    kept_back = withheld(reconciliation.data_map, totals, reconciliation.threshold)
    return [
        _Finding(
            total,
            place in kept_back,
            frozenset(counts if place in kept_back else hide(counts, reconciliation.threshold)[0]),
        )
        for place, (total, counts) in enumerate(zip(totals, beneath.values(), strict=True))
    ]


def _merged(groups: Sequence[Group]) -> Group:
    """Return groups of one finding as one; its people are at least those of the largest."""
    counts = {
        "observations": sum(one.observations for one in groups),
        "people": max(one.people for one in groups),
        "first": min(one.first for one in groups),
        "last": max(one.last for one in groups),
    }
    return groups[0].model_copy(update=counts)


def _untold(
    reconciliation: Reconciliation,
    months: Mapping[Verdict, Mapping[str, Count]],
    findings: Sequence[_Finding],
) -> set[Verdict]:
    """Return the verdicts whose total is hidden: small ones, and those that would tell of a small part."""
    least, found = reconciliation.threshold, set[Verdict]()
    for verdict, number in reconciliation.verdicts.items():
        mine = [one for one in findings if one.total.verdict is verdict]
        back = [Count(one.total.observations, one.total.people) for one in mine if one.withheld]
        parts = months.get(verdict, {})
        known = reconciliation.people_by_verdict.get(verdict, 0)
        people = max([known, *(one.total.people for one in mine), *(one.people for one in parts.values())])
        told = not is_small(number, people or None, least)
        if not (told and (not back or is_enough(back, least)) and hide(parts, least)[1]):
            found.add(verdict)
    return found | _beside(reconciliation, found)


def _beside(reconciliation: Reconciliation, found: set[Verdict]) -> set[Verdict]:
    """Return what else to hide, since all observations together less the rest would tell what is hidden.

    What depends on the person can be declared as well, and cannot be worked out so.
    """
    hidden = [
        Count(reconciliation.verdicts[verdict])
        for verdict in found
        if verdict.is_violation and not verdict.is_personal
    ]
    rest = {
        verdict: number
        for verdict, number in reconciliation.verdicts.items()
        if not verdict.is_violation and verdict not in found
    }
    if not hidden or not rest or is_enough(hidden, reconciliation.threshold):
        return set()
    return {min(rest, key=lambda verdict: (rest[verdict], verdict))}


def _months(counts: Mapping[str, Count], least: int, *, hide_one: bool) -> set[str]:
    """Return the months of a verdict to hide: one at least where its total is hidden, or they tell it."""
    gone, _ = hide(counts, least)
    if hide_one and not gone:
        smallest = min(counts, key=lambda month: (counts[month].observations, month))
        gone, _ = hide(counts, least, {smallest})
    return gone


def told(number: int | None) -> str:
    """Return a figure as text, or that it is withheld.

    >>> told(1240), told(0), told(None)
    ('1,240', '0', 'withheld')
    """
    return HIDDEN if number is None else f"{number:,}"


def group_words(known: Figures, groups: Sequence[Group]) -> str:
    """Return how many observations some groups of one verdict are, and about how many people.

    Of what is hidden nothing is added, so that it cannot be subtracted. The same person can be in several
    groups, so that of several only the least number is known.
    """
    shown = [group for group in groups if group not in known.hidden]
    if not shown:
        return HIDDEN
    least = "at least " if len(shown) < len(groups) else ""
    said = f"{least}{sum(group.observations for group in shown):,} observed"
    people = max(group.people for group in shown)
    if not people:
        return f"{said}, people not recorded"
    lead = "at least " if len(groups) > 1 and not least else ""
    return f"{said}, {lead}{people:,} people"


def declared_share(reconciliation: Reconciliation, known: Figures) -> str:
    """Return which part of the observations is declared; roughly, where a part of it is hidden.

    Among many observations one per mille is more than what is hidden for the sake of a small figure.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> declared_share(example_reconciliation(), figures(example_reconciliation()))
    '95.8 %'
    """
    whole = reconciliation.observations
    declared = sum(number for verdict, number in reconciliation.verdicts.items() if verdict in COVERED)
    if not whole or not declared:
        return "none"
    if declared == whole:
        return "all"
    coarse = whole < 2000 * known.threshold
    if coarse and None in [known.totals.get(verdict, 0) for verdict in COVERED]:
        return f"over {min(90, 10 * (10 * declared // whole))} %"
    return f"{min(99.9, max(0.1, round(100 * declared / whole, 1))):.1f} %"
