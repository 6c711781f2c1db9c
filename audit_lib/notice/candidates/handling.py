"""How long data is kept, what protects it, what people can ask for and by which door."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...model.noun import Confidence, Gap
from ...model.rights import ChannelKind, RightKind, Use
from ...model.safeguard import Measure
from ..concepts.concept import Family
from ..concepts.concepts import concept
from ..concepts.periods import periods_in
from .cues import Act
from .gathering import Candidate
from .matter import Matter
from .naming import Ids, clean
from .people import CONTROLLER, REGULATOR, People
from .reading import Read

#: Addresses as they stand in a notice; each repetition has an upper bound.
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
TELEPHONE: Final = re.compile(r"(?<![\w/.-])(?:\+\d{1,3}|0\d)[\d ()-]{6,16}\d(?![\w/-])")
WEB: Final = re.compile(
    r"(?:https?://|www\.)[\w./?=&%#-]{3,150}"
    r"|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:org|gov|co)\.uk[\w/-]{0,80}"
)

#: From what a period runs, in our words.
STARTS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\b(?:last|final) (?:contact|visit|login|activity|interaction|appointment)", "The last contact"),
        (r"financial year|tax year|accounting period", "The end of the financial year"),
        (r"tenancy|lease", "The end of the tenancy"),
        (r"employment|leaving date|leave the (?:company|organisation)|leaver", "The end of the employment"),
        (r"contract|agreement|relationship|ceas(?:e|es|ing) to be|stop being", "The end of the contract"),
        (r"end of (?:the |your )?services?", "The end of the contract"),
        (r"\b(?:closed?|closure)\b", "The closing of the account"),
        (r"decision|unsuccessful|recruitment|vacancy", "The decision"),
        (r"purchase|transaction|payment|order|donation", "The transaction"),
        (r"date of birth|birthday|\bage of\b|25 years", "The date of birth"),
        (r"collect|record(?:ed|ing)|captur|receiv|submi", "The collection"),
    )
)

#: Words that say "as long as needed" without a period.
AS_NEEDED: Final = re.compile(
    r"(?:as|so) long as|no longer than|longer than (?:is |are )?(?:necessary|needed|required)|until",
    re.IGNORECASE,
)
BY_LAW: Final = re.compile(r"\blaws?\b|legal|regulat|statut", re.IGNORECASE)


def retention(reads: Sequence[Read], matter: Matter, ids: Ids) -> dict[tuple[object, ...], Candidate]:
    """Return what sentences say of how long data is kept; those that say the same make one entry.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("We keep your emails for six years after your tenancy.")
    >>> kept = next(iter(retention(reads, Matter(), Ids()).values()))
    >>> kept.fields["period"], kept.fields["starts"]
    ('P6Y', 'The end of the tenancy')
    """
    found: dict[tuple[object, ...], Candidate] = {}
    for read in reads:
        periods = [period.duration for period in periods_in(read.text)]
        if Act.KEEP not in read.acts or (read.aside and Act.KEEP not in read.own):
            continue
        if not periods and not _keeps_otherwise(read):
            continue
        data = [matter.data[name] for name in read.ids(Family.DATA) if name in matter.data]
        work = [matter.activities[name] for name in read.ids(Family.PURPOSE) if name in matter.activities]
        told = _how_long(read, periods)
        key = (tuple(one.id for one in data or work), *told.items())
        if key not in found:
            about = ", ".join(one.name for one in (data or work)[:3]) or "Everything, or not said what"
            first = data[0].id if data else "data"
            found[key] = Candidate(ids.make(f"keep-{first}"), f"Keep: {about}", fields=told)
            found[key].add(data=(one.id for one in data))
            found[key].add(activities=() if data else (one.id for one in work))
        if not data and not work:
            found[key].note = "Say what this is about: the sentence names no data that was recognised."
        found[key].rest_on([read.clause], Confidence.LIKELY if periods and (data or work) else Confidence.ASK)
    return found


def _keeps_otherwise(read: Read) -> bool:
    """Whether a sentence without a period says how long data is kept, or what then happens to it."""
    if AS_NEEDED.search(read.text) or {"retain", "retention"} & set(read.stems):
        return True
    holds = bool({"hold", "keep", "store"} & set(read.stems)) and BY_LAW.search(read.text) is not None
    ends = bool({"delet", "destroy", "eras", "shred"} & set(read.stems)) and Act.KEEP in read.announced
    return holds or ends


def _how_long(read: Read, periods: Sequence[str]) -> dict[str, Any]:
    text = read.text
    found: dict[str, Any] = {"period": periods[0] if periods else Gap.NOT_STATED}
    if len(set(periods)) > 1:
        others = [period for period in dict.fromkeys(periods) if period != periods[0]]
        found["note"] = f"Other periods stand in the sentence: {', '.join(others)}."
    if periods:
        found["starts"] = next((words for pattern, words in STARTS if pattern.search(text)), Gap.NOT_STATED)
    elif BY_LAW.search(text):
        found["ground"] = "As the law requires"
    else:
        found["ground"] = "As long as it is needed"
    if {"delet", "destroy", "eras", "shred"} & set(read.stems):
        found["at_end"] = "Deleted"
    elif {"anonymiz", "aggregat"} & set(read.stems):
        found["at_end"] = "Anonymised"
    return found


def safeguards(reads: Sequence[Read], ids: Ids) -> dict[Measure, Candidate]:
    """Return the measures that a notice names where it speaks of security, by their kind.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("We protect your data by encryption.")
    >>> [measure.value for measure in safeguards(reads, Ids())]
    ['general', 'encryption-at-rest']
    """
    found: dict[Measure, Candidate] = {}
    for read in reads:
        is_security = Act.PROTECT in read.acts or read.own & {Act.SHARE, Act.KEEP, Act.TRANSFER}
        for name in read.ids(Family.MEASURE):
            measure = Measure(name)
            outside = measure not in {Measure.IDENTITY_CHECK, Measure.SUPPRESSION_LIST}
            if outside and (not is_security or read.aside or Act.CHANGE in read.own):
                continue
            if measure not in found:
                title = concept(Family.MEASURE, name).name
                found[measure] = Candidate(ids.make(f"measure-{name}"), title, fields={"measure": measure})
            found[measure].rest_on(
                [read.clause], Confidence.CERTAIN if Act.PROTECT in read.own else Confidence.LIKELY
            )
    return found


def rights(reads: Sequence[Read], ids: Ids) -> dict[RightKind, Candidate]:
    """Return the rights that a notice offers, by their kind.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("You may ask us to erase your data.")
    >>> [right.value for right in rights(reads, Ids())]
    ['erasure']
    """
    found: dict[RightKind, Candidate] = {}
    for read in reads:
        for right in rights_offered(read):
            if right not in found:
                found[right] = Candidate(ids.make(f"right-{right}"), "", fields={"right": right})
            sure = Confidence.CERTAIN if Act.RIGHTS in read.own else Confidence.LIKELY
            found[right].rest_on([read.clause], sure)
    return found


def rights_offered(read: Read) -> tuple[RightKind, ...]:
    """Return the rights that one sentence offers.

    >>> from .reading import read_sentences
    >>> [right.value for right in rights_offered(read_sentences("We restrict access to staff.")[0][0])]
    []
    """
    if not read.acts & {Act.RIGHTS, Act.COMPLAIN, Act.DECIDE} or (
        Act.NOT in read.own and Act.RIGHTS not in read.acts
    ):
        return ()
    offers = Act.RIGHTS in read.acts
    return tuple(
        right
        for right in map(RightKind, read.ids(Family.RIGHT))
        if offers
        or (
            Act.COMPLAIN in read.acts
            and right in {RightKind.COMPLAIN_TO_CONTROLLER, RightKind.COMPLAIN_TO_REGULATOR}
        )
    )


def channels(reads: Sequence[Read], people: People, ids: Ids) -> dict[tuple[str, str, str], Candidate]:
    """Return the doors by which people reach the controller or the regulator, by party, kind and address.

    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("Email privacy@kite.example about your rights.")
    >>> people = People(found={"controller": Candidate("kite", "Kite")})
    >>> [(key[1], channel.fields["address"]) for key, channel in channels(reads, people, Ids()).items()]
    [('email', 'privacy@kite.example')]
    """
    found: dict[tuple[str, str, str], Candidate] = {}
    for read in reads:
        uses = _uses(read)
        if not uses:
            continue
        party = REGULATOR if REGULATOR in people.found and _is_regulators(read) else CONTROLLER
        for kind, address in _doors(read):
            key = (party, kind.value, address.casefold())
            if key not in found:
                who = people.found[party]
                title = f"{concept(Family.CHANNEL, kind).name} of {who.name}"
                made = Candidate(
                    ids.make(f"{kind}-{who.id}"), clean(title, 200), fields={"kind": kind, "party": who.id}
                )
                made.fields["address"] = clean(address) or Gap.NOT_STATED
                found[key] = made
            found[key].rest_on([read.clause], Confidence.LIKELY if address else Confidence.ASK)
            found[key].add(uses=uses)
    return found


def _uses(read: Read) -> list[Use]:
    meant = (
        (Act.RIGHTS, Use.RIGHTS), (Act.COMPLAIN, Use.COMPLAINTS), (Act.CONTACT, Use.CONTACT),
        (Act.COOKIES, Use.COOKIES), (Act.CHANGE, Use.CHANGES), (Act.OFFICER, Use.CONTACT),
        (Act.CONTROL, Use.CONTACT),
    )  # fmt: skip
    return list(dict.fromkeys(use for act, use in meant if act in read.acts))


def _is_regulators(read: Read) -> bool:
    return any(m.family is Family.PARTY and m.concept == "information-commissioner" for m in read.mentions)


def _doors(read: Read) -> Iterator[tuple[ChannelKind, str]]:
    """Yield the channels of a sentence with their addresses, or "" where it only names a kind."""
    kinds = dict.fromkeys(map(ChannelKind, read.ids(Family.CHANNEL)))
    written = {
        ChannelKind.EMAIL: EMAIL.findall(read.text),
        ChannelKind.TELEPHONE: TELEPHONE.findall(read.text),
        ChannelKind.WEB_PAGE: WEB.findall(read.text),
    }
    for kind, addresses in written.items():
        for address in addresses[:3]:
            yield kind, address.strip(".")
    pointless = {ChannelKind.WEB_PAGE, ChannelKind.IN_PERSON}
    for kind in kinds:
        if not written.get(kind) and kind not in pointless:
            yield kind, ""
