"""What a new version of a notice says that the old one did not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model.data import Sensitivity
from ...model.finding import Severity
from ...model.notice_change import ChangeKind, Significance
from ...model.noun import Confidence
from ...model.words import lowered
from ..concepts.concept import Family
from ..concepts.concepts import Mention, concept, lineage, sensitivity
from ..naming.countries import countries_in
from ..naming.country_names import country_name
from ..naming.names import Ground, names_in
from ..naming.organisations import organisations
from .known import Known, concept_name, is_denied
from .words import Changed, Comparison, reason

SHARES: Final = re.compile(
    r"\b(?:shar|disclos|pass(?:es|ed|ing)?\b|transfer|sen[dt]|giv|provid|suppl|releas|sell|sold|recipient"
    r"|receiv|gets?\b"
    r"|access|process|on our behalf|work(?:s|ing)? (?:with|for)|partner|report|hand|tell|host|runs?\b"
    r"|us(?:e|es|ing)\b)",
    re.IGNORECASE,
)
HANDLES: Final = re.compile(
    r"\b(?:collect|hold|record|ask|tak|us(?:e|es|ing)\b|process|stor|shar|need|receiv|obtain|provid|giv"
    r"|sen[dt]|monitor"
    r"|keep|includ|such as|combin|analys|gather|check|see\b|know)",
    re.IGNORECASE,
)
TRANSFERS: Final = re.compile(
    r"\b(?:transfer|shar|disclos|pass|stor|sen[dt]|host|process|held|hold|keep|kept|bas|locat|staff|server|office|centre"
    r"|center|access|outside"
    r"|work)",
    re.IGNORECASE,
)
ABROAD: Final = re.compile(
    r"\b(?:outside|beyond|out of) (?:of )?(?:the )?(?:UK|United Kingdom|EEA|EU|European)|\boverseas\b"
    r"|\babroad\b"
    r"|\bthird countr|\bother countries\b|\binternational transfers?\b",
    re.IGNORECASE,
)

#: Purposes that nearly every sentence can be read to speak of, and that surprise nobody.
EVERYDAY: Final = frozenset(
    re.findall(
        r"\S+",
        "keep-records comply-with-law provide-services manage-relationship handle-rights verify-identity "
        "answer-enquiries perform-public-task send-service-messages",
    )
)

#: To these people complain and turn; that a notice names them is no sharing.
TURNED_TO: Final = frozenset(
    ["information-commissioner", "regulators", "ombudsmen", "courts", "public-sources", "the-public"]
)

#: Behind these a word about data names an event ("after the call").
EVENT: Final = re.compile(
    r"\b(?:after|until|since|end of|during|before|following|when|by|on|via) (?:the |your |a |an |each "
    r"|that )?(?:\w+ )?$",
    re.IGNORECASE,
)

#: From this likeness on a reworded sentence may well have spoken of the same in its old words.
NEARLY: Final = 0.8

#: A sentence of no more words may be a heading that the map did not know.
HEADING: Final = 3


def said_anew(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield what the changed sentences say that the old notice did not: whom, what for, what, where, on what.

    Parameters
    ----------
    comparison, known
        The changed sentences, and what the old notice spoke of.

    >>> from audit_lib.notice.clauses import draft_clauses
    >>> from audit_lib.model.data_map import DataMap
    >>> from audit_lib.notice.drift.compare import comparison_of
    >>> data_map = DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "UK", "controller": "kite"},
    ...     "parties": [{"id": "kite", "name": "Kite", "kind": "organisation", "stance": "recorded"}],
    ...     "clauses": [{**draft, "gist": "-"} for draft in draft_clauses("We keep it.")]})
    >>> found = comparison_of(data_map, "We keep it. We share it with banks in India.")
    >>> [one.what for one in said_anew(found, Known(frozenset(), frozenset({"GB"}), frozenset()))]
    ['A kind of recipient is new: banks and lenders.',
     'Data can go to India, of which the old notice said nothing.']
    """
    yield from _new_recipients(comparison, known)
    yield from _new_purposes(comparison, known)
    yield from _new_categories(comparison, known)
    yield from _new_transfers(comparison, known)
    yield from _new_bases(comparison, known)


def _new_recipients(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the recipients, by name or by kind, that the old notice did not speak of."""
    changed = {one.sentence.place: one for one in comparison.changed}
    for one in organisations(comparison.sentences):
        places = [place for place in one.places if place in changed]
        if (
            len(places) < len(one.places)
            or known.has_name(one.name)
            or one.role in ("controller", "regulator")
        ):
            continue
        for told in places:
            if not _shares(changed[told]) or _all_denied(changed[told], one.name):
                continue
            yield reason(
                ChangeKind.NEW_RECIPIENT,
                f"{one.name} is named, of which the old notice said nothing.",
                Severity.HIGH,
                one.confidence if one.confidence is Confidence.ASK else Confidence.LIKELY,
                clause=changed[told].clause,
                place=told,
            )
    for changed_one, mention in _new_mentions(comparison, known, Family.PARTY):
        if mention.concept not in TURNED_TO and _shares(changed_one):
            name = concept_name(Family.PARTY, mention.concept)
            yield _said(
                ChangeKind.NEW_RECIPIENT,
                f"A kind of recipient is new: {lowered(name)}.",
                Severity.HIGH,
                changed_one,
            )


def _new_purposes(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the purposes that the old notice did not speak of."""
    for one, mention in _new_mentions(comparison, known, Family.PURPOSE):
        if mention.concept not in EVERYDAY:
            name = lowered(concept_name(Family.PURPOSE, mention.concept))
            yield _said(ChangeKind.NEW_PURPOSE, f"A purpose is new: {name}.", Severity.HIGH, one)


def _new_categories(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the data categories that the old notice did not speak of; a wider word for known data is none."""
    below = {above for family, of in known.concepts if family is Family.DATA for above in lineage(of)}
    for one, mention in _new_mentions(comparison, known, Family.DATA):
        how = sensitivity(mention.concept)
        parent = concept(Family.DATA, mention.concept).parent
        narrower = (Family.DATA, parent) in known.concepts and how is Sensitivity.ORDINARY
        event = EVENT.search(one.sentence.text[: mention.start])
        if mention.concept in below or narrower or event or not _handles(one):
            continue
        name = lowered(concept_name(Family.DATA, mention.concept))
        severity = Severity.MEDIUM if how is Sensitivity.ORDINARY else Severity.HIGH
        yield _said(ChangeKind.NEW_CATEGORY, f"A category of data is new: {name}.", severity, one)


def _new_bases(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the lawful bases that are new, or that took the place of another in the same sentence."""
    for one in comparison.changed:
        found = [m for m in one.mentions if m.family is Family.BASIS]
        bases = {m.concept for m in found if not is_denied(one.sentence.text, m.start)}
        claims = one.clause.claims if one.clause else ()
        before = {claim.basis.value for claim in claims if claim.kind == "basis-claimed"}
        for basis in sorted(bases):
            fresh = (Family.BASIS, basis) not in known.concepts
            if fresh or (before and basis not in before and not before & bases):
                name = lowered(concept_name(Family.BASIS, basis))
                what = f"A lawful basis is {'new' if fresh else 'put in place of another'}: {name}."
                yield _said(ChangeKind.NEW_BASIS, what, Severity.MEDIUM, one)


def _new_transfers(comparison: Comparison, known: Known) -> Iterator[Significance]:
    """Yield the countries to which data goes and of which the old notice did not speak."""
    told = bool(known.countries - {"GB"})
    for one in comparison.changed:
        text = one.sentence.text
        if not TRANSFERS.search(f"{one.lead} {text}"):
            continue
        outside = ABROAD.search(text)
        if is_denied(text, outside.start() if outside else len(text)):
            continue
        countries = [c for c in countries_in(text) if c not in known.countries and c not in ("GB", "EU")]
        for country in countries:
            what = f"Data can go to {country_name(country)}, of which the old notice said nothing."
            yield _said(ChangeKind.NEW_TRANSFER, what, Severity.HIGH, one)
        if outside and not countries and not told:
            what = "Data can leave the United Kingdom, of which the old notice said nothing."
            yield _said(ChangeKind.NEW_TRANSFER, what, Severity.HIGH, one)


def _new_mentions(comparison: Comparison, known: Known, family: Family) -> Iterator[tuple[Changed, Mention]]:
    for one in comparison.changed:
        fresh = [
            mention
            for mention in one.mentions
            if mention.family is family and (family, mention.concept) not in known.concepts
        ]
        spans = _taken(one.sentence.text, one.mentions, family) if fresh else []
        for mention in fresh:
            inside = any(start <= mention.start and mention.end <= end for start, end in spans)
            text = f"{one.lead} {one.sentence.text}"
            if not inside and not is_denied(text, len(one.lead) + 1 + mention.start):
                yield one, mention


def _taken(text: str, mentions: Sequence[Mention], family: Family) -> list[tuple[int, int]]:
    """Return where the names of organisations stand, and data: their words are no purposes and no kinds."""
    names = [(name.start, name.end) for name in names_in(text) if name.ground >= Ground.KIND]
    data = [(each.start, each.end) for each in mentions if each.family is Family.DATA]
    return names if family is Family.DATA else [*names, *data]


def _shares(one: Changed) -> bool:
    return SHARES.search(f"{one.context} {one.sentence.text}") is not None


def _handles(one: Changed) -> bool:
    return HANDLES.search(f"{one.context} {one.sentence.text}") is not None


def _all_denied(one: Changed, name: str) -> bool:
    text = f"{one.lead} {one.sentence.text}"
    at = text.find(name)
    return at >= 0 and is_denied(text, at)


def _said(kind: ChangeKind, what: str, severity: Severity, one: Changed) -> Significance:
    """Return a reason; a question where the sentence may be a heading, or where hardly a word is another."""
    short = len(one.sentence.text.split()) <= HEADING and not one.lead
    nearly = one.old_text is None and one.likeness is not None and one.likeness >= NEARLY
    confidence = (
        Confidence.ASK if short or (nearly and kind is not ChangeKind.NEW_TRANSFER) else Confidence.LIKELY
    )
    return reason(kind, what, severity, confidence, clause=one.clause, place=one.sentence.place)
