"""The notice gives the controller different names in different clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.claim import ControllerNamed
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.words import counted
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import listed, quoted

#: Words that say which form a company has; "Ltd" and "Limited" make no two companies.
_FORMS = frozenset({"ltd", "limited", "plc", "llp", "inc", "company", "co", "the"})


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    return " ".join(word for word in words if word not in _FORMS)


def _groups(named: list[Said[ControllerNamed]]) -> list[list[Said[ControllerNamed]]]:
    """Put together what goes by one name; names given in one clause are taken for one definition."""
    groups: list[list[Said[ControllerNamed]]] = []
    for said in named:
        fits = [
            group
            for group in groups
            if any(
                other.clause == said.clause or _key(other.claim.name) == _key(said.claim.name)
                for other in group
            )
        ]
        groups = [group for group in groups if group not in fits]
        groups.append([*(other for group in fits for other in group), said])
    return groups


def _shown(group: list[Said[ControllerNamed]]) -> str:
    """Return the names of a group with the clauses that use them."""
    names, clauses = (said.claim.name for said in group), (said.clause for said in group)
    return f"{quoted(names)} ({listed(clauses)})"


def _shifting(named: list[Said[ControllerNamed]]) -> list[str]:
    """Return the names that stand for other companies in one clause than in another."""
    meant: dict[str, set[frozenset[str]]] = {}
    for said in named:
        meant.setdefault(_key(said.claim.name), set()).add(frozenset(said.claim.parties))
    return [said.claim.name for said in named if len(meant[_key(said.claim.name)]) > 1]


def _hits(facts: Facts) -> Iterator[Hit]:
    named = facts.said(ControllerNamed)
    groups = sorted(_groups(named), key=lambda group: named.index(group[0]))
    shifting = _shifting(named)
    parts = []
    if len(groups) > 1:
        names = "; ".join(_shown(group) for group in groups)
        parts.append(
            f"The notice names the controller in {counted(len(groups), 'way')} that it does not reconcile: "
            f"{names}."
        )
    if shifting:
        parts.append(f"It is not clear that {quoted(shifting)} means the same companies everywhere.")
    if parts:
        parties = (party for said in named for party in said.claim.parties)
        clauses = tuple(said.clause for said in named)
        about = tuple(f"party:{party}" for party in parties)
        other = tuple(said.clause for said in named if said.clause not in {s.clause for s in groups[0]})
        yield Hit(about, clauses, {"message": " ".join(parts)}, contradicts=other or clauses[1:])


RULE = Rule(
    id="controller-named-differently",
    theme=Theme.TRANSPARENCY,
    title="Controller goes by different names",
    why="People cannot tell which company decides about their data, whom to sue, or which entry of the "
    "regulator's register is meant.",
    law=("UK GDPR Art. 13(1)(a)", "UK GDPR Art. 12(1)", "UK GDPR Art. 5(1)(a)"),
    remedy="The data protection officer uses the registered name of each company everywhere, says which "
    "one is the controller of what, and gives its company number.",
    false_alarms="The names are one company's registered and trading names and the notice says so in one "
    "place.",
    message="{message}",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1a",),
)
