"""The claims that the sentences of a notice make, where their words are plain enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...model.claim import ConsentHow, Strength
from ...model.noun import Answer, Gap
from ...model.rights import RightKind
from ..concepts.concept import Family
from .cues import Act
from .gathering import Candidate
from .handling import rights_offered
from .matter import VAGUE, Matter
from .named import SECOND
from .people import CONTROLLER, People
from .phrases import (
    ABSOLUTE,
    BY_CONDUCT,
    DATE,
    ESSENTIAL,
    EXCLUSIVE,
    IS_CONTROLLER,
    LAW,
    LIMITS,
    OPT_IN,
    OPT_OUT,
    PASSED_ON,
    REQUIRES,
    SALE,
    STRICTLY,
)
from .reading import Read
from .transfers import countries_abroad, mechanism_in

#: Words that show how people learn of a change, in our words.
TOLD_BY: Final = (
    ("email", "By email"),
    ("websit", "On the website"),
    ("page", "On this page"),
    ("post", "On this page"),
)


@dataclass(frozen=True)
class Ground:
    """All that the claims of a sentence may point at."""

    people: People
    matter: Matter
    kept: Mapping[str, str]
    doors: Mapping[str, Sequence[str]]
    officer: Candidate | None


def claims_of(read: Read, ground: Ground) -> tuple[dict[str, Any], ...]:
    """Return what a sentence claims, each claim with the ids that it names.

    >>> from .reading import read_sentences
    >>> read = read_sentences("We follow the UK GDPR.")[0][0]
    >>> claims_of(read, Ground(People(), Matter(), {}, {}, None))
    ({'kind': 'law-cited', 'name': 'UK GDPR'},)
    """
    found = [
        *_who(read, ground),
        *_what(read, ground),
        *_sharing(read, ground),
        *_handling(read, ground),
        *_promises(read, ground),
    ]
    unique: list[dict[str, Any]] = []
    for claim in found:
        if claim not in unique:
            unique.append(claim)
    return tuple(unique)


def _data(read: Read, ground: Ground) -> tuple[str, ...]:
    of = ground.matter.of_clause.get(read.clause, ())
    return tuple(ground.matter.data[name].id for name in of if name in ground.matter.data)


def _purposes(read: Read, ground: Ground) -> tuple[str, ...]:
    named = [name for name in ground.matter.for_clause.get(read.clause, ()) if name in ground.matter.purposes]
    telling = [name for name in named if name not in VAGUE]
    return tuple(ground.matter.purposes[name].id for name in telling or named)


def _who(read: Read, ground: Ground) -> Iterator[dict[str, Any]]:
    people = ground.people
    named = [
        one
        for key, one in people.found.items()
        if read.clause in one.clauses and (key == CONTROLLER or one.note == SECOND)
    ]
    if IS_CONTROLLER.search(read.text):
        for one in named or [one for one in [people.found.get(CONTROLLER)] if one and not one.note]:
            yield {"kind": "controller-named", "name": one.name, "parties": (one.id,)}
    if Act.OFFICER in read.own and not ground.officer:
        yield {"kind": "dpo-denied"}
    if Act.OFFICER in read.own and ground.officer and read.clause in ground.officer.clauses:
        channels = tuple(ground.doors.get(read.clause, ()))
        yield {"kind": "dpo-named", "party": ground.officer.id, "channels": channels}
    if Act.SCOPE in read.own:
        subjects = tuple(people.id(key) for key in people.subjects.get(read.clause, ()))
        yield {"kind": "scope-stated", "subjects": subjects}
    for name in dict.fromkeys(" ".join(match[0].split()) for match in LAW.finditer(read.text)):
        yield {"kind": "law-cited", "name": name}
    if Act.CHANGE in read.own and (date := DATE.search(read.text)):
        yield {"kind": "version-stated", "version": " ".join(date[0].split())}


def _what(read: Read, ground: Ground) -> Iterator[dict[str, Any]]:
    data, purposes, people = _data(read, ground), _purposes(read, ground), ground.people
    about = tuple(people.id(key) for key in people.subjects.get(read.clause, ()))
    if Act.REFUSE in read.own and data and Act.SHARE not in read.own:
        yield {"kind": "data-denied", "data": data, "subjects": about}
    elif Act.COLLECT in read.acts and data and not (Act.SHARE in read.own and Act.COLLECT not in read.own):
        sources = tuple(people.id(key) for key in people.gives.get(read.clause, ()))
        yield {"kind": "collected", "data": data, "subjects": about, "sources": sources}
    used = Act.USE in read.own or (read.lead and Act.USE in read.lead.own) or Act.USE in read.announced
    if purposes and used and not read.aside and not read.own & {Act.DENY, Act.COOKIES, Act.SHARE, Act.KEEP}:
        yield {"kind": "purpose-stated", "purposes": purposes, "data": data}
    if Act.DENY not in read.own and Act.RIGHTS not in read.announced:
        for basis in read.ids(Family.BASIS):
            yield {
                "kind": "basis-claimed",
                "basis": basis,
                "purposes": purposes,
                "data": data if Act.USE in read.own or Act.COLLECT in read.own else (),
                "exclusive": bool(EXCLUSIVE.search(read.text)) and basis == "consent",
            }
    if REQUIRES.search(read.text) and not read.aside:
        yield {"kind": "requirement-stated", "data": data}
    if Act.PROFILE in read.own and (done := ground.matter.activities.get("understand-customers")):
        yield {"kind": "profiling-claimed", "activities": (done.id,), "data": data}
    if Act.DECIDE in read.own and Act.RIGHTS not in read.own:
        yield {"kind": "automated-decisions-claimed", "denied": bool(read.own & {Act.NOT, Act.REFUSE})}


def _sharing(read: Read, ground: Ground) -> Iterator[dict[str, Any]]:
    if read.aside and Act.SHARE not in read.own:
        return
    people, data, purposes = ground.people, _data(read, ground), _purposes(read, ground)
    recipients = tuple(people.id(key) for key in people.gets.get(read.clause, ()))
    if Act.DENY in read.own and SALE.search(read.text) and not PASSED_ON.search(read.text):
        yield {
            "kind": "promise-made",
            "promise": "Data is not sold",
            "strength": Strength.ABSOLUTE,
            "about": "no-sale",
        }
    elif Act.DENY in read.own:
        excepts = bool({"unless", "except", "without", "other"} & set(read.stems))
        yield {
            "kind": "sharing-denied",
            "recipients": () if excepts else recipients,
            "data": data,
            "except_purposes": purposes if excepts else (),
            "except_recipients": recipients if excepts else (),
        }
    elif Act.DEMAND in read.own:
        yield {"kind": "sharing-demanded", "recipients": recipients, "purposes": purposes}
    elif recipients and Act.SHARE in read.acts and Act.NOT not in read.own:
        yield {"kind": "sharing-permitted", "recipients": recipients, "data": data, "purposes": purposes}
    if recipients and LIMITS.search(read.text):
        limit = "Only for the service, or as instructed"
        yield {"kind": "recipient-limited", "recipients": recipients, "limit": limit}
    if recipients and Act.SHARE in read.own and "third" in read.stems:
        yield {"kind": "recipients-called", "recipients": recipients, "called": "third-party"}
    if Act.TRANSFER in read.own:
        denied = bool(read.own & {Act.NOT, Act.DENY}) and not {"unless", "without"} & set(read.stems)
        yield {
            "kind": "transfer-claimed",
            "countries": countries_abroad(read),
            "denied": denied,
            "mechanism": mechanism_in(read) or Gap.NOT_STATED,
        }


def _handling(read: Read, ground: Ground) -> Iterator[dict[str, Any]]:
    if read.clause in ground.kept:
        yield {"kind": "retention-claimed", "retention": (ground.kept[read.clause],)}
    for right in rights_offered(read):
        apart = right is RightKind.OBJECTION and "object" in read.sentence.heading.casefold()
        yield {"kind": "right-offered", "right": right, "set_apart": apart}
    if channels := tuple(ground.doors.get(read.clause, ())):
        yield {"kind": "route-given", "channels": channels}
    if Act.COOKIES in read.own and Act.RIGHTS not in read.announced:
        essential = Answer.NO if ESSENTIAL.search(read.text) else Answer.NOT_STATED
        if essential is Answer.NOT_STATED and STRICTLY.search(read.text):
            essential = Answer.YES
        yield {
            "kind": "cookies-claimed",
            "purposes": _purposes(read, ground),
            "essential": essential,
            "consent": _consent(read),
        }


def _consent(read: Read) -> ConsentHow:
    for pattern, how in (
        (BY_CONDUCT, ConsentHow.BY_CONDUCT),
        (OPT_IN, ConsentHow.OPT_IN),
        (OPT_OUT, ConsentHow.OPT_OUT),
    ):
        if pattern.search(read.text):
            return how
    return ConsentHow.NOT_SAID


def _promises(read: Read, ground: Ground) -> Iterator[dict[str, Any]]:
    strength = Strength.ABSOLUTE if ABSOLUTE.search(read.text) else Strength.QUALIFIED
    measures = read.ids(Family.MEASURE)
    if Act.CONSENT in read.own and Act.RIGHTS not in read.acts and not read.own & {Act.DENY, Act.COOKIES}:
        how = _consent(read)
        if how is not ConsentHow.NOT_SAID or "consent" in read.ids(Family.BASIS):
            subjects = tuple(ground.people.id(key) for key in ground.people.subjects.get(read.clause, ()))
            yield {
                "kind": "consent-claimed",
                "how": how,
                "purposes": _purposes(read, ground),
                "subjects": subjects,
            }
    if "identity-check" in measures:
        yield {
            "kind": "identity-checked",
            "when": "Before a request is answered",
            "strength": Strength.QUALIFIED,
        }
    if Act.PROTECT in read.acts and not read.aside:
        for measure in measures:
            if measure != "identity-check":
                yield {"kind": "security-promised", "measure": measure, "strength": strength}
    if Act.CHANGE in read.own and not read.own & {Act.USE} | {Act.CHANGE} - read.own:
        yield {"kind": "change-promised", "how": _how_told(read)}


def _how_told(read: Read) -> str | Gap:
    for word, how in TOLD_BY:
        if word in read.stems:
            return how
    return Gap.NOT_STATED
