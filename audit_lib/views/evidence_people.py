"""How many different people something is about, where that tells nothing of a pattern that is hidden.

The same person can be in several patterns and verdicts, so that people do not add up: all together are no
more than the sum of the parts. What is left of them when those of all shown parts are taken away must be in
hidden parts, and is not to say how many people one of these has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..evidence.hiding import tells
from ..evidence.suppression import is_small
from ..model.reconciliation import Group, Reconciliation
from ..model.verdict import Verdict


def people_of_verdicts(
    reconciliation: Reconciliation, totals: Mapping[Verdict, int | None], hidden: Collection[Group]
) -> dict[Verdict, int | None]:
    """Return about how many people each verdict is of which that was counted; None where it is hidden.

    Parameters
    ----------
    totals
        How many observations earned each verdict, as far as that is shown.
    hidden
        The patterns whose figures are hidden.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> bad = Verdict.UNDECLARED_RECIPIENT
    >>> found = example_reconciliation().model_copy(update={"people_by_verdict": {bad: 31}})
    >>> people_of_verdicts(found, found.verdicts, ())[bad]
    31
    """
    found: dict[Verdict, int | None] = {}
    for verdict, people in reconciliation.people_by_verdict.items():
        groups = [group for group in reconciliation.groups if group.verdict is verdict]
        shown = sum(group.people for group in groups if group not in hidden)
        few = sum(group in hidden for group in groups)
        least = reconciliation.threshold
        untold = totals.get(verdict) is None or is_small(people, None, least)
        found[verdict] = None if untold or tells(people - shown, few, least) else people
    return found


def all_people(
    reconciliation: Reconciliation, people: Mapping[Verdict, int | None], hidden: Collection[Group]
) -> int | None:
    """Return how many people all contradictions touch; None where that is hidden.

    `people` is what is shown of each verdict.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> all_people(example_reconciliation(), {}, ())
    31
    """
    if None in people.values():
        return None
    rest, few = reconciliation.people, 0
    rest -= sum(number or 0 for number in people.values())
    for group in reconciliation.groups:
        if people.get(group.verdict) is None:
            rest -= 0 if group in hidden else group.people
            few += group in hidden
    least = reconciliation.threshold
    small = is_small(reconciliation.people, None, least)
    return None if small or tells(rest, few, least) else reconciliation.people
