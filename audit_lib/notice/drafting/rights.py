"""Rights, how to use them, and complaints (UK GDPR Art. 7(3), 12, 15 to 21; DPA 2018 s.164A, s.165)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ...law.commencement import JUNE_2026
from ...law.rights_matrix import Extent, application
from ...model.activity import Activity, Basis
from ...model.claim import IdentityChecked, RightOffered, Strength
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.noun import Gap
from ...model.rights import RightKind, Use
from ...model.safeguard import Measure
from .basis import told_bases
from .facts import DraftFacts, references
from .facts import facts as _facts
from .routes import ELECTRONIC, contact, regulator_doors, rights_doors, routes, usable
from .words import ask, fill, plain, say

OBJECT: Final = "Your right to object"
RIGHTS: Final = "Your other rights"
CONSENT: Final = "Taking back your consent"
COMPLAINTS: Final = "If you are unhappy with us"

_WHERE_BASED: Final = (Basis.CONSENT, Basis.CONTRACT)


class _Told(NamedTuple):
    """A right in plain words, and within which limits it is there."""

    right: RightKind
    words: str
    limits: str = ""


_OTHERS: Final = (
    _Told(RightKind.ACCESS, "You can ask for a copy of your data, and for an explanation of how we use it."),
    _Told(RightKind.RECTIFICATION, "You can have wrong data corrected and missing data added."),
    _Told(
        RightKind.ERASURE,
        "You can have your data deleted.",
        "This does not hold while the law or a contract still needs us to keep it.",
    ),
    _Told(
        RightKind.RESTRICTION,
        "You can have us restrict the use of your data: we then keep it and do nothing else with it.",
        "This holds, for example, while we check if the data is right.",
    ),
    _Told(
        RightKind.PORTABILITY,
        "You can take the data that you gave us elsewhere, in a form that computers read (data portability).",
        "This holds for what rests on your consent or on a contract with you.",
    ),
)


def objection(facts: DraftFacts) -> Section:
    """Return the section on the right to object, which stands apart from everything else (Art. 21(4)).

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> objection(DraftFacts(example_map(), dt.date(2026, 11, 22))).set_apart
    True
    """
    rests = _entries(facts, RightKind.OBJECTION)
    claim = RightOffered(kind="right-offered", right=RightKind.OBJECTION, set_apart=True)
    grounds = "our legitimate interests, a recognised legitimate interest or a task in the public interest"
    lead = say(f"You can object at any time to any use of your data that rests on {grounds}.", rests, [claim])
    stop = say("We then stop, unless we have a compelling reason that outweighs your interests.")
    open_to_it = [a for a in facts.activities if _open_to_objection(facts, a)]
    names = [facts.small(f"purpose:{purpose}") for purpose in dict.fromkeys(a.purpose for a in open_to_it)]
    what = (
        say(
            f"You can object to these: {'; '.join(names)}.",
            references("activity", (a.id for a in open_to_it)),
        )
        if names
        else None
    )
    return section(
        OBJECT,
        paragraph(lead, stop),
        paragraph(what, *_marketing(facts)),
        paragraph(*_use(facts, "To object, reach us", most=1)),
        set_apart=True,
    )


def _open_to_objection(facts: DraftFacts, activity: Activity) -> bool:
    told = (basis.basis for basis in told_bases(facts, activity))
    return any(application(RightKind.OBJECTION, basis).extent is Extent.APPLIES for basis in told)


def _marketing(facts: DraftFacts) -> Iterator[Sentence]:
    marketing = [activity for activity in facts.activities if facts.promotes(activity)]
    if marketing:
        text = "You can object to direct marketing at any time and without a reason, and we then always stop."
        yield say(text, references("activity", (activity.id for activity in marketing)))


def _use(facts: DraftFacts, lead: str, most: int | None = None) -> Iterator[Sentence]:
    """Yield where to turn to use a right, at most so many doors, or the gap."""
    doors = [door for door in rights_doors(facts) if usable(door)]
    yield from routes(facts, lead, doors[:most])
    if not doors:
        words = contact(facts)
        here = f"party:{facts.controller.id}"
        yield say(f"{lead} {words}.", [here]) if words else fill("where to turn", [here, facts.whole])


def other_rights(facts: DraftFacts) -> Section:
    """Return the section on the other rights and how to use them.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> other_rights(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Your other rights'
    """
    doors = rights_doors(facts)
    lost = [door for door in doors if not usable(door)]
    missing = routes(facts, "", lost) if lost else []
    bound = (
        None if facts.doors(Use.RIGHTS) else fill("where exactly people turn to use a right", [facts.whole])
    )
    return section(
        RIGHTS,
        paragraph(say("You also have these rights:")),
        bullets(_offer(facts, told) for told in _OTHERS),
        paragraph(*_use(facts, "To use any of your rights, reach us"), *missing, bound),
        paragraph(*_manner(facts)),
    )


def _offer(facts: DraftFacts, told: _Told) -> Sentence:
    limits = told.limits
    if told.right is RightKind.PORTABILITY:
        names = _resting(facts, _WHERE_BASED)
        limits = f"{limits[:-1]}: {names}." if names else limits
    claim = RightOffered(kind="right-offered", right=told.right, limits=told.limits or Gap.NOT_STATED)
    return say(f"{told.words} {limits}".strip(), _entries(facts, told.right), [claim])


def _resting(facts: DraftFacts, wanted: Iterable[Basis]) -> str:
    """Return the purposes of what rests on some bases, as words."""
    bases = set(wanted)
    resting = [a for a in facts.activities if any(b.basis in bases for b in told_bases(facts, a))]
    return "; ".join(facts.small(f"purpose:{p}") for p in dict.fromkeys(a.purpose for a in resting))


def _entries(facts: DraftFacts, right: RightKind) -> tuple[str, ...]:
    return references("right", (entry.id for entry in facts.data_map.rights if entry.right is right))


def _manner(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield what the law says of every request (Art. 12, 12A), and whether identity is checked."""
    yield say("We answer within one month and charge nothing.", _entries(facts, RightKind.INFORMED))
    yield say(
        "If your request is complex, we can take up to two months more. We tell you so in the first month."
    )
    checks = [s for s in _facts(facts.data_map.safeguards) if s.measure is Measure.IDENTITY_CHECK]
    always = any(s.claim.strength is Strength.ABSOLUTE for s in facts.data_map.said(IdentityChecked))
    rests = references("safeguard", (check.id for check in checks))
    if always:
        yield ask(
            "that we ask for proof of who you are only if we have reasonable doubt", rests or [facts.whole]
        )
    elif checks:
        when = "Where we have reasonable doubt about who asks"
        claim = IdentityChecked(kind="identity-checked", when=when, strength=Strength.QUALIFIED)
        text = "We ask you to show who you are only if we have reasonable doubt about it."
        yield say(text, rests, [claim])


def consent(facts: DraftFacts) -> Section | None:
    """Return the section on taking back consent; None where nothing rests on it, confirmed or not.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> consent(DraftFacts(example_map(), dt.date(2026, 11, 22))) is None
    True
    """
    if not any(basis.basis is Basis.CONSENT for a in facts.data_map.activities for basis in a.bases):
        return None
    sure = [a for a in facts.activities if any(b.basis is Basis.CONSENT for b in told_bases(facts, a))]
    rests = _entries(facts, RightKind.WITHDRAW_CONSENT)
    offered = RightOffered(kind="right-offered", right=RightKind.WITHDRAW_CONSENT)
    doors = [c for c in facts.channels if c.id in _consent_doors(facts) and usable(c)]
    return section(
        CONSENT,
        paragraph(
            say(
                "Where we rely on your consent, you can withdraw it at any time, as easily as you gave it.",
                rests,
                [offered],
            ),
            say("What we did before you took it back stays lawful."),
            _asked_for(facts, sure),
        ),
        paragraph(
            *(
                routes(facts, "To take back your consent, reach us", doors)
                or _use(facts, "To take it back, reach us")
            )
        ),
    )


def _consent_doors(facts: DraftFacts) -> set[str]:
    return {
        channel
        for right in _facts(facts.data_map.rights)
        if right.right is RightKind.WITHDRAW_CONSENT
        for channel in right.channels
    }


def _asked_for(facts: DraftFacts, sure: list[Activity]) -> Sentence | None:
    if not sure:
        return None
    names = "; ".join(facts.small(f"purpose:{p}") for p in dict.fromkeys(a.purpose for a in sure))
    return say(f"We rely on your consent for this: {names}.", references("activity", (a.id for a in sure)))


def complaints(facts: DraftFacts) -> Section:
    """Return the section on complaints: to us, where the law knows them on the day, and to the regulator.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> complaints(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'If you are unhappy with us'
    """
    own = list(_to_us(facts)) if facts.as_of >= JUNE_2026 else []
    return section(COMPLAINTS, paragraph(*own), paragraph(*_to_regulator(facts)))


def _to_us(facts: DraftFacts) -> Iterator[Sentence]:
    rests = _entries(facts, RightKind.COMPLAIN_TO_CONTROLLER)
    claim = RightOffered(kind="right-offered", right=RightKind.COMPLAIN_TO_CONTROLLER)
    yield say("You can complain to us about how we use your data.", rests, [claim])
    doors = [door for door in facts.doors(Use.COMPLAINTS) if usable(door)]
    yield from routes(facts, "To complain, reach us", doors)
    if not any(door.kind in ELECTRONIC for door in doors):
        general = contact(facts)
        if not doors and general:
            yield say(f"To complain, reach us {general}.", [f"party:{facts.controller.id}"])
        yield fill("an electronic way to complain to us, such as a form on our website", [facts.whole])
    yield say(
        "We acknowledge your complaint within 30 days, look into it without delay and tell you the outcome.",
        rests,
    )


def _to_regulator(facts: DraftFacts) -> Iterator[Sentence]:
    regulator = facts.data_map.info.regulator
    claim = RightOffered(kind="right-offered", right=RightKind.COMPLAIN_TO_REGULATOR)
    rests = _entries(facts, RightKind.COMPLAIN_TO_REGULATOR)
    name = f"the {plain(facts.data_map.party[regulator].name)}" if regulator else ""
    whom = f"{name}, the regulator for data protection" if name else "the regulator for data protection"
    here = [f"party:{regulator}"] if regulator else []
    yield say(f"You can also complain to {whom}, at any time.", (*rests, *here), [claim])
    if regulator is None:
        yield fill("the regulator’s name", [facts.whole])
    yield from regulator_doors(facts)
