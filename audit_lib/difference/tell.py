"""A short text that tells people of a change before it takes effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..law.commencement import JUNE_2026
from ..law.rights_matrix import rights_under
from ..model.day import long_date
from ..model.difference import Letter, News
from ..model.noun import Gap
from ..model.rights import RightKind
from ..rules.facts import Facts
from .difference import AuditDifference
from .wording import names


def tell(difference: AuditDifference, effective: dt.date | None = None) -> Letter | None:
    """Return a letter that tells people what changes for them; None where nothing has to be told.

    It says who writes, from when what changes, what people can do, and whom they can ask. What the map does
    not know stands in square brackets for a person to fill in; a person reads it before it is sent.

    Parameters
    ----------
    difference
        The answer of `compare_audits`.
    effective
        The day from which the change holds, if it is known.

    Notes
    -----
    UK GDPR Art. 12(1), 13(3), 14(4), 21(4); DPA 2018 s.164A, s.165.

    Examples
    --------
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> new = example_map()
    >>> old = type(new).model_validate({**new.content(), "flows": new.content()["flows"][:3]})
    >>> audits = [run_audit(each, dt.date(2026, 11, 22)) for each in (old, new)]
    >>> print(tell(compare_audits(*audits), dt.date(2027, 1, 4)).paragraphs[1])
    From 4 January 2027 this changes:
    - Court will get information about you: arrears. What for: letting. It decides for itself how it uses
    the information and answers to you for that.
    """
    news = difference.must_tell
    if not news:
        return None
    facts = Facts(difference.after.data_map, difference.after.as_of)
    since = f"From {long_date(effective)}" if effective else "From [the day on which it takes effect]"
    said = dict.fromkeys(each.plain for each in news)
    changes = "\n".join([f"{since} this changes:", *(f"- {plain}" for plain in said)])
    return Letter(
        title="What we do with information about you is going to change",
        paragraphs=(
            _opening(facts, news),
            changes,
            "\n".join(_rights(facts, news)),
            _complaint(facts),
            "Our privacy notice will say this from then on: [where the new notice stands].",
        ),
    )


def _opening(facts: Facts, news: tuple[News, ...]) -> str:
    concerned = {subject for each in news for subject in each.subjects}
    who = names(facts.data_map, "party", concerned, 12)
    us = facts.data_map.party[facts.data_map.info.controller].name
    whom = f" You get this letter because you are, or may be, one of these: {who}." if who else ""
    return f"{us} writes to you about how your personal data is used.{whom}"


def _rights(facts: Facts, news: tuple[News, ...]) -> Iterator[str]:
    """Yield what people can do, as the bases of the activities that change give it."""
    touched = {ref.partition(":")[2] for each in news for ref in each.about if ref.startswith("activity:")}
    flows = {ref.partition(":")[2] for each in news for ref in each.about if ref.startswith("flow:")}
    touched |= {flow.activity for flow in facts.flows if flow.id in flows}
    bases = {
        b.basis for activity in facts.activities if activity.id in touched for b in facts.bases(activity)
    }
    can = rights_under(bases, facts.as_of)
    yield "What you can do:"
    if RightKind.OBJECTION in can:
        yield "- Object: tell us that you do not want this, and why; we then look at your case."
    if RightKind.WITHDRAW_CONSENT in can:
        yield "- Withdraw your consent at any time, where we use information because you agreed."
    if not bases:
        yield "- [Whether people can object: the lawful basis of what changes is not known.]"
    yield "- Object to direct marketing at any time; we then stop, whatever the reason."
    yield "- Ask for a copy of the information that we hold about you, and have it put right."


def _with_article(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def _complaint(facts: Facts) -> str:
    info = facts.data_map.info
    officer = facts.data_map.party.get(info.dpo or "")
    party = officer or facts.data_map.party[info.controller]
    contact = "[contact details]" if isinstance(party.contact, Gap) else party.contact
    regulator = facts.data_map.party.get(info.regulator or "")
    where = _with_article(regulator.name) if regulator else "[the regulator]"
    complain = "complain to us, or" if facts.as_of >= JUNE_2026 else "complain"
    return (
        f"To ask, to object or to complain, write to {party.name}: {contact}. You can {complain} to {where}."
    )
