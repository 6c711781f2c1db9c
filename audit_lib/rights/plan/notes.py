"""What else a person who answers a request should know, by right."""

from __future__ import annotations

from typing import Final

from ...law.rights_matrix import PROVISIONS
from ...model.authority import Authority
from ...model.request_plan import Remark
from ...model.rights import RightKind
from .facts import Facts

_SAID: Final[dict[RightKind, tuple[tuple[str, str, Authority], ...]]] = {
    RightKind.ACCESS: (
        (
            "The search has to be reasonable and proportionate: keep a note of where you looked and why not "
            "elsewhere.",
            "UK GDPR Art. 15(1A); Data (Use and Access) Act 2025 s.78",
            Authority.LAW,
        ),
        (
            "The first copy is free; asked electronically, it is given electronically.",
            "UK GDPR Art. 15(3)",
            Authority.LAW,
        ),
    ),
    RightKind.RECTIFICATION: (
        (
            "If the person asks, say who the recipients are.",
            "UK GDPR Art. 19",
            Authority.LAW,
        ),
        (
            "While it is checked whether data is accurate, the person can ask for restriction.",
            "UK GDPR Art. 18(1)(a)",
            Authority.LAW,
        ),
    ),
    RightKind.ERASURE: (
        (
            "A ground is needed: no longer necessary, consent withdrawn, an objection upheld, unlawful, a "
            "duty to erase, or collected from a child online.",
            "UK GDPR Art. 17(1)",
            Authority.LAW,
        ),
        ("If the person asks, say who the recipients are.", "UK GDPR Art. 19", Authority.LAW),
        (
            "Backups that cannot be changed are put beyond use until overwritten; tell the person so.",
            "regulator's guidance on erasure and backups",
            Authority.GUIDANCE,
        ),
    ),
    RightKind.RESTRICTION: (
        (
            "A ground is needed: accuracy contested; unlawful, and the person wants no erasure; no longer "
            "needed by us, but by the person for a claim; or an objection being weighed.",
            "UK GDPR Art. 18(1)",
            Authority.LAW,
        ),
        ("If the person asks, say who the recipients are.", "UK GDPR Art. 19", Authority.LAW),
    ),
    RightKind.PORTABILITY: (
        (
            "Only what is processed by automated means: paper files are reached by access alone.",
            "UK GDPR Art. 20(1)(b)",
            Authority.LAW,
        ),
        (
            "Data observed of the person counts as provided; what was inferred from it does not.",
            "WP 242 rev.01",
            Authority.GUIDANCE,
        ),
    ),
    RightKind.OBJECTION: (
        (
            "While an objection is weighed, the person can ask for restriction.",
            "UK GDPR Art. 18(1)(d)",
            Authority.LAW,
        ),
        (
            "Against what rests on consent there is nothing to object: take it as taking the consent back.",
            "UK GDPR Art. 7(3)",
            Authority.ASSUMPTION,
        ),
    ),
    RightKind.WITHDRAW_CONSENT: (
        ("Withdrawing must be as easy as giving consent.", "UK GDPR Art. 7(3)", Authority.LAW),
        (
            "If nothing else keeps the data, withdrawing opens the way to erasure.",
            "UK GDPR Art. 17(1)(b)",
            Authority.LAW,
        ),
    ),
    RightKind.AUTOMATED_DECISIONS: (
        (
            "The person is told of the decision, can say their view, have a human look at it and contest it.",
            "UK GDPR Art. 22C",
            Authority.LAW,
        ),
    ),
}
_MARKETING: Final = (
    Remark(
        says="Stop at once and say so: nothing is weighed, and the month for answers is no reason to wait.",
        provision="UK GDPR Art. 12(3), 21(3)",
    ),
)


def notes(facts: Facts) -> tuple[Remark, ...]:
    """Return what belongs to the right as such, and what a narrowed request leaves out.

    >>> import datetime as dt
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.rights.plan.facts import gather
    >>> facts = gather(example_map(), RightKind.ACCESS, "tenants", dt.date(2026, 11, 22))
    >>> notes(facts)[0].provision
    'UK GDPR Art. 15(1A); Data (Use and Access) Act 2025 s.78'
    """
    said = tuple(
        Remark(says=says, provision=provision, authority=authority)
        for says, provision, authority in _SAID[facts.right]
    )
    found = _MARKETING if facts.marketing else said
    return (*found, *_of_map(facts))


def _of_map(facts: Facts) -> tuple[Remark, ...]:
    if facts.held:
        return ()
    says = "The map shows nobody who holds anything of this about these people: say so only after a search."
    return (Remark(says=says, provision=PROVISIONS[facts.right], authority=Authority.ASSUMPTION),)
