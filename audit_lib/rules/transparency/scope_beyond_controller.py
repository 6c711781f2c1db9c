"""The notice speaks for parties of which it does not say that they are controllers, or for fewer."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import ControllerNamed, ScopeStated
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, listed, quoted


def _hits(facts: Facts) -> Iterator[Hit]:
    scoped = [said for said in facts.said(ScopeStated) if said.claim.parties]
    named = facts.said(ControllerNamed)
    if not scoped or not named:
        return
    controllers = {party for said in named for party in said.claim.parties} | facts.data_map.inside
    beyond = [said for said in scoped if set(said.claim.parties) - controllers]
    if not beyond:
        return
    extra = dict.fromkeys(p for said in beyond for p in said.claim.parties if p not in controllers)
    clauses = [said.clause for said in beyond]
    told = [said.clause for said in named]
    fields = {
        "scope": listed(facts.names("party", extra)),
        "where": in_clauses(clauses),
        "controllers": quoted(said.claim.name for said in named),
        "told": in_clauses(told),
    }
    about = tuple(f"party:{party}" for party in extra)
    yield Hit(about, (*clauses, *told), fields, contradicts=tuple(told))


RULE = Rule(
    id="scope-beyond-controller",
    theme=Theme.TRANSPARENCY,
    title="Notice speaks for more parties than its controllers",
    why="A notice that covers others without naming them as controllers leaves open who answers for what "
    "they do.",
    law=("UK GDPR Art. 13(1)(a)", "UK GDPR Art. 12(1)", "UK GDPR Art. 26(2)"),
    remedy="The data protection officer limits the notice to the controllers that it names, or names every "
    "company that it covers and what each does.",
    false_alarms="The wider group is mentioned only as the owner of the controller, not as somebody who "
    "uses data.",
    message="The notice says that it is about the practices of {scope} ({where}), and names only "
    "{controllers} as controller ({told}).",
    severity=Severity.MEDIUM,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
    items=("A13-1a",),
)
