"""Which assessments have to be made, or made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..law.adequacy import HOME
from ..model.activity import Activity, Basis
from ..model.difference import Review, ReviewKind
from ..model.flow import Flow
from ..model.noun import Answer
from ..rules.abroad import country_of
from ..rules.facts import Facts, given
from ..rules.wording import listed
from .two import Two
from .wording import names, tops


def assessments_to_review(two: Two) -> tuple[Review, ...]:
    """Return the assessments that what is new in an activity calls for; what only stops calls for none.

    A data protection impact assessment is reviewed when the risk changes (Art. 35(11)); where none is known,
    the activity is screened (Art. 35(1)). A legitimate interests assessment is made, or made again, where the
    activity rests on that basis (Art. 6(1)(f)).

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> new = example_map()
    >>> old = type(new).model_validate({**new.content(), "flows": new.content()["flows"][:3]})
    >>> [(review.kind.value, review.why) for review in
    ...     assessments_to_review(Two(old, new, dt.date(2026, 11, 22)))]
    [('dpia-screening', 'Court gets arrears')]
    """
    before = {activity.id: activity for activity in two.old.activities}
    old_flows = {flow.id: flow for flow in two.old.flows}
    found: list[Review] = []
    for activity in two.new.activities:
        if activity.id in two.anonymous:
            continue
        flows = list(_by_flows(two, activity, old_flows))
        fed = {flow.recipient for flow in two.new.flows_of[activity.id]} if flows else set()
        reasons = [*_own(two, before.get(activity.id), activity, fed), *flows]
        if reasons:
            found += _reviews(two.new, activity, listed(dict.fromkeys(reasons), 4))
    order = list(ReviewKind)
    return tuple(sorted(found, key=lambda review: order.index(review.kind)))


def _reviews(facts: Facts, activity: Activity, why: str) -> Iterator[Review]:
    dpia = activity.dpia
    assessed = dpia.required is Answer.YES or any(map(given, (dpia.link, dpia.progress, dpia.approved_on)))
    if assessed:
        yield Review(kind=ReviewKind.DPIA, activity=activity.id, why=why, law="UK GDPR Art. 35(11)")
    elif dpia.required is not Answer.NOT_APPLICABLE:
        yield Review(kind=ReviewKind.DPIA_SCREENING, activity=activity.id, why=why, law="UK GDPR Art. 35(1)")
    if any(basis.basis is Basis.LEGITIMATE_INTERESTS for basis in facts.bases(activity)):
        yield Review(kind=ReviewKind.LIA, activity=activity.id, why=why, law="UK GDPR Art. 6(1)(f)")


def _own(two: Two, was: Activity | None, activity: Activity, fed: set[str]) -> Iterator[str]:
    """Yield what is new in the activity itself; of processors those that no flow of it feeds."""
    if was is None:
        yield "the activity is new"
        return
    if was.purpose != activity.purpose:
        yield "it serves another purpose"
    data = two.new.atoms((*activity.data, *activity.creates)) - two.old.atoms((*was.data, *was.creates))
    if data:
        yield f"it uses {names(two.new.data_map, 'data', tops(two.new.data_map, data), 4)}"
    subjects = set(activity.subjects) - set(was.subjects)
    if subjects:
        yield f"it concerns {names(two.new.data_map, 'party', subjects, 4)}"
    if {b.basis for b in two.new.bases(activity)} - {b.basis for b in two.old.bases(was)}:
        yield "it rests on another basis"
    if given(activity.automated_decisions) and was.automated_decisions != activity.automated_decisions:
        yield "it decides by automated means"
    others = set(activity.processors) - set(was.processors) - fed
    if others:
        yield f"{listed((two.name(f'party:{each}') for each in sorted(others)), 4)} works on it"
    for name in activity.systems:
        here, there = (facts.data_map.system.get(name) for facts in (two.new, two.old))
        moved = here and there and here.location != there.location
        if here and moved and given(here.location) and here.location != HOME:
            yield f"{here.name} stands in another country"


def _by_flows(two: Two, activity: Activity, before: Mapping[str, Flow]) -> Iterator[str]:
    """Yield who gets data that did not, or gets it elsewhere, for the activity."""
    for flow in two.new.flows_of[activity.id]:
        if not two.new.outside(flow.recipient):
            continue
        was = before.get(flow.id)
        name = two.name(f"party:{flow.recipient}")
        same = was is not None and was.recipient == flow.recipient
        known = two.old.atoms(was.data) if was is not None and same else frozenset()
        more = two.new.atoms(flow.data) - known
        if more:
            yield f"{name} gets {names(two.new.data_map, 'data', tops(two.new.data_map, more), 4)}"
        elif was is not None and _goes_abroad(two, was, flow):
            yield f"what {name} gets goes to another country"
        elif was is not None and was.role is not flow.role:
            yield f"{name} gets it in another role"


def _goes_abroad(two: Two, was: Flow, flow: Flow) -> bool:
    country = country_of(two.new, flow)
    return country not in (None, HOME, country_of(two.old, was))
