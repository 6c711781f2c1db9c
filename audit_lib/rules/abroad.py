"""Where flows lead when they lead abroad."""

from __future__ import annotations

from collections.abc import Iterator

from ..law.adequacy import HOME
from ..model.flow import Flow, Transfer
from ..model.noun import Gap
from .facts import Facts


def country_of(facts: Facts, flow: Flow) -> str | None:
    """Return the country to which a disclosure leads (ISO 3166-1 alpha-2), or None where it is not known.

    What the flow says of its transfer counts before the recipient's seat; a flow of which it was stated that
    it is no transfer leads nowhere abroad.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> country_of(facts, facts.flows[0]) is None
    True
    """
    if isinstance(flow.transfer, Transfer):
        return None if isinstance(flow.transfer.country, Gap) else flow.transfer.country
    if flow.transfer in (Gap.NONE, Gap.NOT_APPLICABLE):
        return HOME
    seat = facts.data_map.party[flow.recipient].country
    return HOME if seat in (Gap.NONE, Gap.NOT_APPLICABLE) else None if isinstance(seat, Gap) else seat


def destinations(facts: Facts) -> Iterator[tuple[Flow, str]]:
    """Yield the disclosures that lead abroad, each with its country.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> facts = Facts(example_map(), dt.date(2026, 11, 22))
    >>> list(destinations(facts))
    []
    """
    for flow in facts.disclosures:
        country = country_of(facts, flow)
        if country not in (None, HOME):
            yield flow, str(country)
