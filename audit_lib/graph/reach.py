"""Where a data category can end up, by which chain of flows, purpose after purpose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import networkx as nx
import numpy as np

from .chains import CONSIDERED, LISTED, chains
from .question import Question, question
from .shortest import chain, shortest
from .trace import Arrival, Holding, Route, Step, Trace

Chain = tuple[int, ...]


def reach(
    graph: nx.MultiDiGraph[str],
    data: str,
    *,
    source: str | None = None,
    target: str | None = None,
    subject: str | None = None,
) -> Trace:
    """Return where a data category, with all beneath it, can end up, and by which chains of flows.

    Data leaves a party only if the party holds it. At the outset people hold every category, whoever
    operates a system holds what the system holds, and the controllers of an activity hold what the activity
    creates; beyond that a party holds what flows bring it. A flow that names a category with others beneath
    it carries what its sender holds of them.

    For each party and each category the trace has the shortest chain: one without expected flows where
    there is any, and one that begins where the data has its origin (people, or an activity that creates it)
    rather than where it is merely kept in a system. Of several of one length, the flows that the map names
    first win. With a `target`, it has all loop-free chains to that party too, shortest first, up to a bound;
    where the bound cuts them, `Trace.cut` says so.

    Parameters
    ----------
    graph
        From `build_graph`.
    data
        The id of a data category.
    source
        Follow only what starts at this party. It is taken to hold the category and all beneath it, whether
        the map says so or not, and nobody else to hold anything.
    target
        List only routes to this party. It may be the source: then the trace shows what comes back.
    subject
        Follow only flows about these people, and only what activities about them create. Systems and
        people count as before: the map does not say whose data a system holds, and people give data about
        others.

    Raises
    ------
    ParameterError
        The map does not know one of the ids; the error names each, with the nearest known id.

    Examples
    --------
    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> graph = build_graph(example_map())
    >>> trace = reach(graph, "passport-copy")
    >>> trace.parties
    ('agent', 'referencer', 'insurer')
    >>> trace.arrivals[-1].routes[0].purposes
    ('letting', 'checking', 'insuring')
    >>> reach(graph, "arrears", target="court").arrivals[0].routes[0].flows
    ('sue',)
    """
    asked = question(graph, data, source, target, subject)
    routes, cut = _chains(asked)
    told = _teller(asked)
    parties = asked.form.data_map.parties
    arrivals = []
    for party, found in routes.items():
        ordered = sorted(found, key=lambda flows: (len(flows), flows))
        steps = tuple(Route(told(flows)) for flows in ordered)
        arrives = frozenset(name for route in steps for name in route.data)
        names = (
            tuple(name for name in asked.form.category if name in arrives)
            if len(steps) > 1
            else steps[0].data
        )
        arrivals.append(Arrival(parties[party].id, names, steps, bool(asked.outset(party))))
    place = asked.form.party
    arrivals.sort(key=lambda one: (len(one.routes[0].steps), place[one.party]))
    atoms = asked.form.names(asked.wanted)
    return Trace(data, source, target, subject, atoms, _holders(asked), tuple(arrivals), cut)


def _chains(asked: Question) -> tuple[dict[int, set[Chain]], str | None]:
    """Return the chains to each party as flow numbers, and whether they were cut."""
    target = None if asked.target is None else asked.form.party[asked.target]
    found: dict[int, set[Chain]] = {}
    for atom in asked.atoms:
        for party, flows in _shortest(asked, atom, target):
            found.setdefault(party, set()).add(flows)
    if target is None or not found:
        return found, None
    listed, cut = chains(asked, target)
    found[target].update(listed)
    if not cut:
        return found, None
    count = len(found[target])
    message = (
        f"{count} routes are listed, the shortest among them; there may be more. The search ends at {LISTED} "
        f"chains, or when it has looked at {CONSIDERED:,} beginnings of chains. Name a source or a narrower "
        "category to see the rest."
    )
    return found, message


def _shortest(asked: Question, atom: int, target: int | None) -> list[tuple[int, Chain]]:
    """Return the shortest chain of one category to each party: without expected flows where there is one."""
    form, flows = asked.form, asked.carrying(atom)
    own, stored = asked.holding(asked.own, atom), asked.holding(asked.stored, atom)
    ways = shortest(form, flows, own, stored)
    sure = shortest(form, flows[~form.expected[flows]], own, stored) if form.expected[flows].any() else ways
    brought = np.flatnonzero(ways.last >= 0) if target is None else np.array([target])
    return [
        (party, chain(form, sure if sure.last[party] >= 0 else ways, party))
        for party in brought.tolist()
        if ways.last[party] >= 0
    ]


def _teller(asked: Question) -> Callable[[Chain], tuple[Step, ...]]:
    """Return the function that turns flow numbers into steps, each with what the chain brings so far."""
    data_map = asked.form.data_map
    names, carries = cache(asked.form.names), cache(asked.carries)

    @cache
    def step(number: int, bits: int) -> Step:
        flow = data_map.flows[number]
        purpose = data_map.activity[flow.activity].purpose
        ends = (flow.sender, flow.recipient, flow.via)
        return Step(flow.id, *ends, flow.activity, purpose, flow.role, flow.stance, names(bits))

    def told(flows: Chain) -> tuple[Step, ...]:
        bits = asked.outset(int(asked.form.sender[flows[0]]))
        steps = []
        for flow in flows:
            bits &= carries(flow)
            steps.append(step(flow, bits))
        return tuple(steps)

    return told


def _holders(asked: Question) -> tuple[Holding, ...]:
    """Return who holds any of the asked data at the outset, and why.

    People hold whatever is about themselves; of them, those are told who send it to somebody.
    """
    form = asked.form
    if asked.source is not None:
        return (Holding(asked.source, form.names(asked.wanted), ()),)
    data_map, wanted = form.data_map, form.data_map.below[asked.data]
    senders = {int(sender) for atom in asked.atoms for sender in form.sender[asked.carrying(atom)]}
    because: dict[str, list[str]] = {}
    for ground in asked.grounds():
        if ground.data is None and form.party[ground.party] not in senders:
            continue
        if ground.data is None or not wanted.isdisjoint(data_map.atoms(ground.data)):
            because.setdefault(ground.party, []).append(ground.reference)
    return tuple(
        Holding(party, form.names(asked.outset(form.party[party])), tuple(because[party]))
        for party in form.party
        if party in because
    )
