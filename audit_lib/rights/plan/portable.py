"""What portability covers: what the person provided, under consent or a contract, by automated means."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.rights_matrix import Extent, application
from ...model.activity import Activity, LawfulBasis
from ...model.noun import Stance
from ...model.request_plan import Portable
from ...model.rights import RightKind
from .facts import Facts


def portable(facts: Facts) -> tuple[Portable, ...]:
    """Return, for each of our activities under consent or contract, what goes with the person.

    It is what flows from the person bring (Art. 20(1)); what was observed of them counts as provided, what
    was inferred or created does not (WP 242 rev.01, guidance). Of data that an activity makes the map does
    not say which it is: `made` is for a person to divide.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> day = dt.date(2026, 11, 22)
    >>> portable(gather(example_map(), RightKind.PORTABILITY, "tenants", day))
    ()
    """
    if facts.right is not RightKind.PORTABILITY:
        return ()
    return tuple(
        found
        for activity in facts.activities
        for basis in activity.bases
        if application(facts.right, basis.basis).extent is not Extent.DOES_NOT
        for found in _of_activity(facts, activity, basis)
    )


def _of_activity(facts: Facts, activity: Activity, basis: LawfulBasis) -> Iterator[Portable]:
    flows = [flow for flow in facts.by_sender.get(facts.subject, ()) if flow.activity == activity.id]
    provided = facts.highest(name for flow in flows for name in facts.carried[flow.id])
    known = facts.data_map.atoms(provided)
    made = facts.highest(
        name for name in facts.among(facts.data_map.atoms(activity.creates)) if name not in known
    )
    if provided or made:
        yield Portable(
            activity=activity.id,
            basis=basis.basis,
            provided=provided,
            made=made,
            flows=tuple(flow.id for flow in flows),
            expected=Stance.EXPECTED in (activity.stance, basis.stance),
        )
