"""The plan of one rights request: whom to ask, whom to tell, what stays, what is held back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ..model.data_map import DataMap
from ..model.request_plan import Desk, Portable, RequestPlan
from ..model.rights import RightKind
from .plan.facts import Facts, gather
from .plan.held_back import held_back
from .plan.informed import informed
from .plan.kept import kept
from .plan.notes import notes
from .plan.portable import portable
from .plan.questions import questions
from .plan.sources import sources
from .plan.tells import tellings
from .plan.verdicts import reached, verdicts


def plan_request(  # noqa: PLR0913  what a person may ask
    data_map: DataMap,
    right: RightKind,
    subject: str,
    as_of: dt.date,
    *,
    data: Sequence[str] = (),
    marketing: bool = False,
) -> RequestPlan:
    """Say what one person of a kind who uses a right sets going: whom to ask, whom to tell, what stays.

    Everything comes from the flows, activities and systems of the map that are about these people; what the
    map cannot tell is asked in `questions` and never asserted.

    Parameters
    ----------
    subject
        The kind of people to which the person belongs, a party of the map.
    as_of
        The day on which it is planned; the law of that day counts.
    data
        The categories that the request is about, with what lies beneath; none for everything.
    marketing
        An objection is to direct marketing (Art. 21(2)).

    Raises
    ------
    ParameterError
        The subject is no kind of people of the map, a category is unknown, or the right needs no search; one
        error tells all of it.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> plan = plan_request(example_map(), RightKind.ERASURE, "tenants", dt.date(2026, 11, 22))
    >>> [source.party for source in plan.searched], [telling.party for telling in plan.tells]
    (['agent'], ['referencer', 'court', 'insurer'])
    """
    facts = gather(data_map, right, subject, as_of, data, marketing=marketing)
    judged = verdicts(facts)
    told = tellings(facts)
    carried = portable(facts)
    ported = _ported(facts, carried) if right is RightKind.PORTABILITY else None
    asked = sources(facts, reached(facts, judged), ported)
    return RequestPlan(
        map_id=data_map.info.id,
        right=right,
        subject=subject,
        as_of=as_of,
        data=tuple(dict.fromkeys(data)),
        marketing=marketing,
        desk=_desk(facts),
        sources=asked,
        tells=told,
        verdicts=judged,
        held_back=held_back(facts if ported is None else replace(facts, wanted=ported)),
        kept=kept(facts),
        portable=carried,
        informed=informed(facts, asked),
        questions=questions(facts, asked, told, judged, carried),
        notes=notes(facts),
    )


def _ported(facts: Facts, carried: tuple[Portable, ...]) -> frozenset[str]:
    """Return the categories, to the last level, that may go with the person."""
    named = tuple(name for one in carried for name in (*one.provided, *one.made))
    return frozenset(facts.among(facts.data_map.atoms(named)))


def _desk(facts: Facts) -> Desk:
    """Return who answers the right, as the map says; of several entries, the first with a team."""
    offered = [one for one in facts.data_map.rights if one.right is facts.right]
    if not offered:
        return Desk()
    one = next((each for each in offered if each.team), offered[0])
    return Desk(right=one.id, team=one.team, channels=one.channels, limits=one.limits)
