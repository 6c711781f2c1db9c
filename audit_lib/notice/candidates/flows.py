"""Which data moves between whom, as far as the sentences of a notice say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from ...model.flow import Role
from ...model.noun import Confidence, Gap
from ...model.party import PartyKind
from ..concepts.concept import Family
from ..concepts.concepts import lineage
from .cues import Act
from .gathering import Candidate
from .handling import rights_offered
from .matter import (
    UNSAID_PURPOSE,
    VAGUE,
    Matter,
    activity_for,
    data_candidate,
    purpose_candidate,
    unsaid_data,
)
from .naming import Ids
from .people import CONTROLLER, People
from .reading import Read
from .transfers import countries_abroad, mechanism_in

#: What a class of recipients usually gets data for; taken only where the notice states that purpose.
USUAL: Final = {
    "payment-processors": "take-payments", "maintenance-contractors": "maintain-homes",
    "law-enforcement": "prevent-crime", "courts": "handle-claims", "tax-authority": "keep-accounts",
    "credit-reference-agencies": "check-references-and-credit", "insurers": "manage-insurance",
    "referencing-agencies": "check-references-and-credit", "deposit-schemes": "protect-deposits",
    "debt-collectors": "recover-debts", "fraud-prevention-agencies": "prevent-crime",
    "analytics-providers": "measure-use", "marketing-partners": "market", "investors": "report-to-investors",
    "delivery-companies": "handle-orders", "local-authority": "inform-councils", "banks": "take-payments",
    "business-buyers": "sell-or-hand-over", "regulators": "comply-with-law", "hosting-providers": "run-sites",
    "government-bodies": "comply-with-law", "health-providers": "care-for-patients",
    "professional-advisers": "handle-claims", "payroll-providers": "employ", "recruiters": "recruit",
    "survey-companies": "research-market", "cookie-providers": "measure-use", "schools": "educate",
}  # fmt: skip

#: Purposes for which people are written to, so that data flows back to them.
WRITTEN_TO: Final = ("market", "send-service-messages", "answer-enquiries")
REACHED_BY: Final = ("email-address", "phone-number", "postal-address", "contact-details")


#: A sentence that does one of these and uses data does not say that people give it.
NO_COLLECTION: Final = frozenset({Act.SHARE, Act.KEEP, Act.PROTECT, Act.RIGHTS, Act.NOT, Act.COOKIES})


class Move(NamedTuple):
    """One movement: the keys of its ends, and the concept of its purpose."""

    sender: str
    recipient: str
    purpose: str


def gather_flows(reads: Sequence[Read], people: People, matter: Matter, ids: Ids) -> dict[Move, Candidate]:
    """Return the movements of data of which a notice speaks, one for each pair of parties and purpose.

    What people give is collected, what others give is received, what others get is disclosed. Where a
    sentence says that data moves and not which, the flow carries the category for that and is a question.

    >>> from .parties import gather_people
    >>> from .matter import gather_matter
    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("Tenants: we share your name with the police.")
    >>> ids = Ids()
    >>> people, matter = gather_people(reads, (), ids, "We"), gather_matter(reads, ids)
    >>> [(move.recipient, list(flow.lists["data"]))
    ...  for move, flow in gather_flows(reads, people, matter, ids).items()]
    [('class:law-enforcement', ['names'])]
    """
    flows: dict[Move, Candidate] = {}
    for read in reads:
        for move, data, sure in _moves(read, people, matter, ids):
            flow = _flow(flows, move, people, matter, ids)
            flow.rest_on([read.clause], sure)
            if _only_uses(read):
                flow.fields.setdefault("inferred", True)
            else:
                flow.fields["inferred"] = False
            flow.add(data=(matter.data[name].id for name in data))
            flow.add(subjects=(people.id(key) for key in people.about(read)))
            _abroad(flow, read)
    for move, flow in _written_to(reads, people, matter, ids):
        flows.setdefault(move, flow)
    return flows


def _moves(
    read: Read, people: People, matter: Matter, ids: Ids
) -> Iterator[tuple[Move, tuple[str, ...], Confidence]]:
    data = tuple(name for name in matter.of_clause.get(read.clause, ()) if name in matter.data)
    gets, gives = people.gets.get(read.clause, ()), people.gives.get(read.clause, ())
    if _collects(read, data, gets, gives):
        sure = Confidence.CERTAIN if Act.COLLECT in read.own else Confidence.LIKELY
        for subject in people.about(read):
            yield Move(subject, CONTROLLER, _purpose(read, matter, "")), data, sure
    if Act.DENY in read.own or (Act.REFUSE in read.own and Act.SHARE not in read.own):
        gets = gets if {"unless", "except"} & set(read.stems) else ()
        gives = ()
    for key in gives:
        told = data or (unsaid_data(matter, read.clause, ids),)
        yield Move(key, CONTROLLER, _purpose(read, matter, "")), told, _sure(read, data)
    for key in gets:
        told = data or (unsaid_data(matter, read.clause, ids),)
        purpose = _purpose(read, matter, USUAL.get(key.partition(":")[2], ""))
        yield Move(CONTROLLER, key, purpose), told, _sure(read, data)


def _collects(read: Read, data: Sequence[str], gets: Sequence[str], gives: Sequence[str]) -> bool:
    """Whether people give the data of a sentence to the controller, or it is watched over them."""
    if not data or Act.REFUSE in read.own or read.aside:
        return False
    if gives and Act.COLLECT not in read.own:
        return False
    if Act.COLLECT in read.own:
        return not (gets and Act.SHARE in read.own)
    is_list = Act.COLLECT in read.acts and not read.own & {Act.SHARE, Act.KEEP, Act.PROTECT}
    if Act.USE in read.own and not read.own & NO_COLLECTION and not gets:
        return True
    uses_cookies = Act.COOKIES in read.own and Act.RIGHTS not in read.acts
    return is_list or uses_cookies


def _only_uses(read: Read) -> bool:
    """Whether a sentence says that data is used, from which it follows that somebody gave it."""
    return Act.USE in read.own and not read.acts & {Act.COLLECT, Act.SHARE, Act.SOURCE, Act.COOKIES}


def _sure(read: Read, data: Sequence[str]) -> Confidence:
    if not data:
        return Confidence.ASK
    return Confidence.CERTAIN if read.own & {Act.SHARE, Act.SOURCE} else Confidence.LIKELY


def _purpose(read: Read, matter: Matter, usual: str) -> str:
    """Return the purpose of a movement: one that its sentence names, the most telling first."""
    named = [name for name in matter.for_clause.get(read.clause, ()) if name in matter.purposes]
    if usual in named or (not named and usual in matter.purposes):
        return usual
    telling = [name for name in named if name not in VAGUE]
    return next(iter(telling or named), UNSAID_PURPOSE)


def _flow(flows: dict[Move, Candidate], move: Move, people: People, matter: Matter, ids: Ids) -> Candidate:
    if move not in flows:
        sender, recipient = people.found[move.sender], people.found[move.recipient]
        other = sender if move.recipient == CONTROLLER else recipient
        goal = "" if move.purpose == UNSAID_PURPOSE else f"-{move.purpose}"
        way = "from" if other is sender else "to"
        made = Candidate(ids.make(f"{way}-{other.id}{goal}"), "")
        made.fields = {
            "from": sender.id,
            "to": recipient.id,
            "activity": activity_for(matter, move.purpose, ids).id,
            "role": _role(people, move.recipient),
        }
        flows[move] = made
    return flows[move]


def _role(people: People, key: str) -> Role:
    """Return what a recipient is in a flow, as far as its class tells."""
    kind = people.found[key].fields["kind"]
    if key == CONTROLLER or kind is PartyKind.AUTHORITY:
        return Role.CONTROLLER
    if kind is PartyKind.INDIVIDUALS:
        return Role.INDIVIDUAL
    if kind is PartyKind.PUBLIC:
        return Role.PUBLIC
    family, _, name = key.partition(":")
    if family == "class" and "service-providers" in lineage(name, Family.PARTY):
        return Role.PROCESSOR
    return Role.UNCLEAR


def _abroad(flow: Candidate, read: Read) -> None:
    """Note the country to which a disclosed flow goes, where its sentence says so."""
    if Act.TRANSFER not in read.own or flow.id.startswith("from-") or Act.DENY in read.own:
        return
    countries = countries_abroad(read)
    transfer: dict[str, Any] = {"country": countries[0] if countries else Gap.NOT_STATED}
    mechanism = mechanism_in(read)
    if mechanism:
        transfer["mechanism"] = mechanism
    flow.fields.setdefault("transfer", transfer)


def _written_to(
    reads: Sequence[Read], people: People, matter: Matter, ids: Ids
) -> Iterator[tuple[Move, Candidate]]:
    """Yield a flow to people for each purpose that consists in writing to them."""
    reached = [matter.data[name].id for name in REACHED_BY if name in matter.data][:2]
    for purpose in WRITTEN_TO:
        stated = matter.purposes.get(purpose)
        if not stated or not stated.clauses or not reached or stated.sure is Confidence.ASK:
            continue
        about = next(
            (people.about(read) for read in reads if read.clause in stated.clauses), [people.addressed]
        )
        move = Move(CONTROLLER, about[0], purpose)
        flow = _flow({}, move, people, matter, ids)
        flow.rest_on(stated.clauses, Confidence.LIKELY)
        flow.add(data=reached, subjects=[people.id(about[0])])
        flow.note = "Follows from the purpose: who is written to is reached by these."
        flow.fields["inferred"] = True
        yield move, flow


def requests(reads: Sequence[Read], people: People, matter: Matter, ids: Ids) -> dict[Move, Candidate]:
    """Return the flow of requests that the rights in a notice make necessary, if it offers any.

    >>> from .parties import gather_people
    >>> from .reading import read_sentences
    >>> reads, _ = read_sentences("Tenants have a right of access.")
    >>> ids, matter = Ids(), Matter()
    >>> people = gather_people(reads, (), ids, "We")
    >>> [move.purpose for move in requests(reads, people, matter, ids)]
    ['handle-rights']
    """
    offering = [read.clause for read in reads if rights_offered(read)]
    if not offering:
        return {}
    data = data_candidate(matter, "rights-records", ids)
    data.rest_on(offering[:1], Confidence.LIKELY)
    data.note = "Follows from the rights that are offered."
    purpose_candidate(matter, "handle-rights", ids).rest_on(offering, Confidence.LIKELY)
    move = Move(people.addressed, CONTROLLER, "handle-rights")
    flow = _flow({}, move, people, matter, ids)
    flow.rest_on(offering, Confidence.LIKELY)
    flow.add(data=[data.id], subjects=[people.id(people.addressed)])
    flow.fields["inferred"] = True
    flow.note = "Follows from the rights that are offered: a request is data too."
    return {move: flow}
