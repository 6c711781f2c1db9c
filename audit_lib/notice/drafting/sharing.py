"""Who receives data, by name, with what they get and why (UK GDPR Art. 13(1)(e), 14(1)(e), 28)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...model.claim import Collected, RecipientLimited, SharingPermitted
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.flow import Flow, Role
from ...model.noun import Gap
from ...model.party import PartyKind
from ...model.words import lowered, raised
from .facts import ACTING, DECIDING, DraftFacts, Recipient, references
from .words import ask, fill, grid, listed, publishable, remark, say

SHARING: Final = "Who receives your data"

_ACTING_COLUMNS: Final = ("Who works for us", "What they get", "What for")
_DECIDING_COLUMNS: Final = ("Who decides for themselves", "What they get", "What for, and when")
_OPEN_COLUMNS: Final = ("Who else", "What they get", "What for, and when")


def who_receives(facts: DraftFacts) -> Section:
    """Return the section on recipients: who works for us, who decides for themselves, what is not settled.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> who_receives(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Who receives your data'
    """
    acting, deciding, unsettled = _sorted(facts)
    if not facts.recipients:
        what = "that nobody outside our organisation receives your data, not even companies that work for us"
        return section(SHARING, paragraph(ask(what, [facts.whole]), _principals(facts)))
    lead = say("These work for us and use your data on our behalf:") if acting else None
    others = say("These receive your data and decide for themselves how they use it:") if deciding else None
    open_lead = say("These receive your data too:") if unsettled else None
    return section(
        SHARING,
        paragraph(lead),
        grid(_ACTING_COLUMNS, (_row(facts, each, with_condition=False) for each in acting)),
        paragraph(*_bound(facts, acting)),
        paragraph(others),
        grid(_DECIDING_COLUMNS, (_row(facts, each) for each in deciding)),
        paragraph(open_lead),
        grid(_OPEN_COLUMNS, (_row(facts, each) for each in unsettled)),
        paragraph(*_unsettled(facts), *_classes(facts), _principals(facts)),
        bullets(_nameless(facts, each) for each in facts.recipients if each.nameless),
    )


def _sorted(facts: DraftFacts) -> tuple[list[Recipient], list[Recipient], list[Recipient]]:
    """Return the recipients who act for us, who decide for themselves, and of whom neither is known."""
    acting = [each for each in facts.recipients if each.acts_for_us]
    rest = [each for each in facts.recipients if not (each.acts_for_us or each.nameless)]
    deciding = [each for each in rest if _decides(each)]
    return acting, deciding, [each for each in rest if not _decides(each)]


def _decides(recipient: Recipient) -> bool:
    by_kind = recipient.party.kind in (PartyKind.INDIVIDUALS, PartyKind.PUBLIC)
    return by_kind or any(flow.role in DECIDING for flow in recipient.flows)


def _row(facts: DraftFacts, recipient: Recipient, *, with_condition: bool = True) -> list[list[Sentence]]:
    party, flows = recipient.party, recipient.flows
    purposes = _purposes(facts, recipient)
    data = _data(facts, recipient)
    conditions = dict.fromkeys(lowered(remark(str(f.condition))) for f in flows if publishable(f.condition))
    when = listed(conditions, last="or") if with_condition else ""
    claim = SharingPermitted(
        kind="sharing-permitted",
        recipients=(party.id,),
        data=tuple(data),
        purposes=purposes,
        condition=raised(when) if when else Gap.NOT_STATED,
    )
    rests = (f"party:{party.id}", *references("flow", (flow.id for flow in flows)))
    who = [say(raised(facts.party_name(party.id)), rests, [claim]), *_path(facts, flows)]
    what = say(raised(facts.data(data)), references("data", data)) if data else ask("which data", rests)
    why = raised(listed(_purpose_words(facts, purposes)))
    return [who, [what], [say(f"{why} – {when}" if when else why, references("purpose", purposes))]]


def _purposes(facts: DraftFacts, recipient: Recipient) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts.data_map.activity[a].purpose for a in recipient.activities))


def _purpose_words(facts: DraftFacts, purposes: Iterable[str]) -> Iterator[str]:
    for purpose in purposes:
        yield facts.small(f"purpose:{purpose}")


def _data(facts: DraftFacts, recipient: Recipient) -> list[str]:
    """Return what a party gets; where no flow says so, what the activities that name it use."""
    named = (c for activity in recipient.named_by for c in activity.data)
    carried = [c for flow in recipient.flows for c in flow.data]
    return facts.known_data(carried or named)


def _path(facts: DraftFacts, flows: tuple[Flow, ...]) -> Iterator[Sentence]:
    """Yield from whom a party has data, where that is not from us."""
    people = facts.data_map.individuals
    direct = [flow for flow in flows if flow.sender in people]
    outside = [flow.sender for flow in flows if facts.outside(flow.sender) and flow.sender not in people]
    from_us = any(flow.sender in facts.data_map.inside for flow in flows)
    also = "also " if from_us else ""
    if outside:
        yield say(f"{also}from {facts.parties(outside)}", references("party", outside))
    if direct:
        data = facts.known_data(category for flow in direct for category in flow.data)
        whose = tuple(dict.fromkeys(flow.sender for flow in direct))
        claim = Collected(kind="collected", data=tuple(data), subjects=whose, how="Given directly to others")
        yield say(f"{also}directly from you", (), [claim])


def _bound(facts: DraftFacts, acting: list[Recipient]) -> Iterator[Sentence]:
    """Yield who is bound by a contract on record, and for whom that has to be confirmed (Art. 28(3))."""
    bound = [each for each in acting if _under_contract(each)]
    unbound = [each for each in acting if not _under_contract(each)]
    if bound:
        parties = tuple(each.party.id for each in bound)
        limit = "Only what the contract asks of them"
        claim = RecipientLimited(kind="recipient-limited", recipients=parties, limit=limit)
        contracts = {flow.id for each in bound for flow in each.flows}
        works = "works" if len(parties) == 1 else "work"
        use = "uses" if len(parties) == 1 else "use"
        names = raised(facts.parties(parties))
        text = f"{names} {works} under a written contract and {use} your data only as it says."
        yield say(text, (*references("party", parties), *references("flow", sorted(contracts))), [claim])
    if unbound:
        yield ask(
            f"that a written contract binds these: {facts.parties(each.party.id for each in unbound)}",
            (
                *references("party", (each.party.id for each in unbound)),
                *references("flow", (flow.id for each in unbound for flow in each.flows)),
            ),
        )


def _under_contract(recipient: Recipient) -> bool:
    """Say whether a contract is on record for all that a party gets, and nothing lets it do more."""
    acting = [flow for flow in recipient.flows if flow.role in ACTING]
    return bool(acting) and not recipient.unsettled and all(publishable(flow.contract) for flow in acting)


def _unsettled(facts: DraftFacts) -> Iterator[Sentence]:
    found = [each for each in facts.recipients if each.unsettled and not each.nameless]
    if found:
        flows = [flow for each in found for flow in each.unsettled]
        words = (
            f"{facts.party_name(each.party.id)} ({facts.activity_names(f.activity for f in each.unsettled)})"
            for each in found
        )
        yield ask(
            f"whether these act for us or decide for themselves: {listed(words)}",
            (
                *references("party", (each.party.id for each in found)),
                *references("flow", (f.id for f in flows)),
            ),
        )


def _classes(facts: DraftFacts) -> Iterator[Sentence]:
    """Yield the gap for organisations that are known only as a class."""
    classes = [
        each.party.id
        for each in facts.recipients
        if each.party.generic and not each.nameless and each.party.kind is PartyKind.ORGANISATION
    ]
    if classes:
        flows = (flow.id for each in facts.recipients if each.party.id in classes for flow in each.flows)
        yield fill(
            f"the names of those behind these descriptions, as far as we know them: {facts.parties(classes)}",
            (*references("party", classes), *references("flow", flows)),
        )


def _principals(facts: DraftFacts) -> Sentence | None:
    """Return the question what those do under a contract with whom something is done, if nothing says so."""
    settled = {flow.recipient for flow in facts.flows if flow.role in (*DECIDING, Role.PROCESSOR)}
    settled |= {party for activity in facts.activities for party in activity.controllers}
    open_ones: dict[str, list[str]] = {}
    for activity in facts.activities:
        for party in activity.contract_with:
            if facts.outside(party) and party not in settled | facts.data_map.individuals:
                open_ones.setdefault(party, []).append(activity.id)
    if not open_ones:
        return None
    activities = dict.fromkeys(activity for each in open_ones.values() for activity in each)
    rests = (*references("party", open_ones), *references("activity", activities))
    names = facts.parties(open_ones)
    done = facts.activity_names(activities)
    return ask(
        f"whether {names}, with whom there is a contract, decide about your data or get it ({done})", rests
    )


def _nameless(facts: DraftFacts, recipient: Recipient) -> Sentence:
    """Return the gap for data that goes to somebody whom nobody has named or described."""
    ends = listed(_purpose_words(facts, _purposes(facts, recipient)))
    data = facts.data(_data(facts, recipient)) or "data"
    flows = references("flow", (flow.id for flow in recipient.flows))
    return fill(f"who gets {data}, in order to: {ends}", (f"party:{recipient.party.id}", *flows))
