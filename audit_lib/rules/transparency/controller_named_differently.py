"""The notice gives the controller different names in different clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.claim import ControllerNamed
from ...model.finding import Confidence, Severity
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import counted, listed

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


def _hits(facts: Facts) -> Iterator[Hit]:
    named = facts.said(ControllerNamed)
    groups = _groups(named)
    if len(groups) < 2:
        return
    by_name: dict[str, list[str]] = {}
    for said in named:
        by_name.setdefault(said.claim.name, []).append(said.clause)
    parties = (party for said in named for party in said.claim.parties)
    fields = {
        "count": counted(len(groups), "name"),
        "names": listed(f'"{name}" ({listed(clauses)})' for name, clauses in by_name.items()),
    }
    yield Hit(tuple(f"party:{party}" for party in parties), tuple(said.clause for said in named), fields)


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
    message="The notice gives the controller {count} that it does not reconcile: {names}.",
    severity=Severity.HIGH,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
