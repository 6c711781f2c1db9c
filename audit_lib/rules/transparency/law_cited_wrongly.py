"""The notice cites data protection law that does not exist, or is not the law of the United Kingdom."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.statutes import EU_GDPR, claims_data_protection, nearest_statute, statute
from ...model.claim import LawCited
from ...model.finding import Severity
from ...model.noun import Confidence
from ..facts import Facts, Said
from ..rule import Hit, Rule, Theme
from ..wording import in_clauses, quoted


def _unknown(cited: list[Said[LawCited]]) -> list[Said[LawCited]]:
    return [s for s in cited if claims_data_protection(s.claim.name) and statute(s.claim.name) is None]


def _only_foreign(cited: list[Said[LawCited]]) -> list[Said[LawCited]]:
    """Return the citations of the Union's regulation, where no domestic data protection law is cited."""
    known = [(said, statute(said.claim.name)) for said in cited]
    if any(law and law.data_protection for _, law in known):
        return []
    return [said for said, law in known if law and law.title == EU_GDPR]


def _hits(facts: Facts) -> Iterator[Hit]:
    cited = facts.said(LawCited)
    unknown, foreign = _unknown(cited), _only_foreign(cited)
    if not (unknown or foreign):
        return
    parts = []
    if unknown:
        names = [said.claim.name for said in unknown]
        near = quoted(law.title for name in names if (law := nearest_statute(name)))
        meant = f"; {near} may be meant" if near else ""
        parts.append(f"No data protection law is called {quoted(names)} ({_where(unknown)}{meant}).")
    if foreign:
        names = [said.claim.name for said in foreign]
        parts.append(
            f"The notice relies on {quoted(names)} ({_where(foreign)}) and names neither the UK GDPR nor the "
            "Data Protection Act 2018."
        )
    clauses = tuple(dict.fromkeys(said.clause for said in [*unknown, *foreign]))
    yield Hit(tuple(f"clause:{clause}" for clause in clauses), clauses, {"message": " ".join(parts)})


def _where(cited: list[Said[LawCited]]) -> str:
    return in_clauses(said.clause for said in cited)


RULE = Rule(
    id="law-cited-wrongly",
    theme=Theme.TRANSPARENCY,
    title="Cites law that does not exist or is not the law here",
    why="People's rights rest on the UK GDPR and the Data Protection Act 2018; a law that does not exist "
    "gives nobody a right, and shows that nobody has checked the notice.",
    law=("UK GDPR Art. 12(1)", "UK GDPR Art. 5(1)(a)", "Data Protection Act 2018 s.3(10)"),
    remedy="The data protection officer cites each law by its short title: the UK GDPR, the Data "
    "Protection Act 2018, and PECR for cookies.",
    false_alarms="The law exists abroad and is not in the list of statutes; or the notice defines the "
    "short form elsewhere as the UK GDPR.",
    message="{message}",
    severity=Severity.LOW,
    confidence=Confidence.CERTAIN,
    test=_hits,
    needs_notice=True,
)
