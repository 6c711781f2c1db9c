"""Where data goes abroad, and what protects it there (UK GDPR Art. 13(1)(f), Chapter V)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ...law.adequacy import HOME, adequate
from ...model.claim import TransferClaimed
from ...model.document import Section, Sentence
from ...model.document_words import bullets, paragraph, section
from ...model.flow import Flow, Transfer
from ...model.noun import Gap
from ...model.party import PartyKind
from ...model.words import raised
from ..naming.country_names import country_name
from .facts import DraftFacts, references
from .routes import contact
from .words import ask, fill, publishable, remark, say

ABROAD: Final = "Data outside the United Kingdom"

#: Of people, and of everybody, nobody can say where they are.
_SOMEWHERE: Final = (PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.TEAM)

#: An authority of which no country is known is one of this country.
_ELSEWHERE: Final = (PartyKind.ORGANISATION, PartyKind.TEAM)


class Destination(NamedTuple):
    """A recipient and the country to which its data goes: None where that is not known."""

    party: str
    country: str | None
    mechanism: str | None
    flow: str | None


def abroad(facts: DraftFacts) -> Section:
    """Return the section on countries outside the United Kingdom.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> abroad(DraftFacts(example_map(), dt.date(2026, 11, 22))).heading
    'Data outside the United Kingdom'
    """
    found = _destinations(facts)
    known = [each for each in found if each.country not in (None, HOME)]
    unknown = [
        each for each in found if each.country is None and facts.data_map.party[each.party].kind in _ELSEWHERE
    ]
    if not known and not unknown:
        return section(ABROAD, paragraph(*_at_home(facts, found)))
    routes = list(_routes(facts, known))
    return section(ABROAD, bullets(routes), paragraph(*_safeguards(facts, known), *_unknown(facts, unknown)))


def _destinations(facts: DraftFacts) -> list[Destination]:
    """Return where each recipient that stands somewhere gets its data; what a flow says counts first."""
    found: list[Destination] = []
    for recipient in facts.recipients:
        if recipient.party.kind not in _SOMEWHERE:
            continue
        found.extend(_by_flow(facts, flow) for flow in recipient.flows)
        if recipient.named_by and not recipient.flows:
            found.append(Destination(recipient.party.id, _seat(facts, recipient.party.id), None, None))
    return list(dict.fromkeys(found))


def _by_flow(facts: DraftFacts, flow: Flow) -> Destination:
    said = flow.transfer
    if isinstance(said, Transfer):
        country = None if isinstance(said.country, Gap) else said.country
        mechanism = remark(str(said.mechanism)) if publishable(said.mechanism) else None
        return Destination(flow.recipient, country, mechanism, flow.id)
    if said in (Gap.NONE, Gap.NOT_APPLICABLE):
        return Destination(flow.recipient, HOME, None, flow.id)
    return Destination(flow.recipient, _seat(facts, flow.recipient), None, flow.id)


def _seat(facts: DraftFacts, party: str) -> str | None:
    country = facts.data_map.party[party].country
    if country in (Gap.NONE, Gap.NOT_APPLICABLE):
        return HOME
    return None if isinstance(country, Gap) else country


def _rests(each: Destination) -> tuple[str, ...]:
    return (f"party:{each.party}", *references("flow", [each.flow] if each.flow else []))


def _at_home(facts: DraftFacts, found: list[Destination]) -> Iterator[Sentence]:
    if not found:
        yield ask("that your data stays in the United Kingdom", [facts.whole])
        return
    claim = TransferClaimed(kind="transfer-claimed", denied=True)
    rests = dict.fromkeys(reference for each in found for reference in _rests(each))
    yield say("Those who receive your data keep and use it in the United Kingdom.", rests, [claim])


def _routes(facts: DraftFacts, known: list[Destination]) -> Iterator[Sentence]:
    """Yield a sentence for each party, country and safeguard, or the gap where nothing protects the data."""
    grouped: dict[tuple[str, str, str | None], list[Destination]] = {}
    for each in known:
        grouped.setdefault((each.party, str(each.country), each.mechanism), []).append(each)
    copy = contact(facts)
    for (party, country, mechanism), routes in grouped.items():
        rests = tuple(dict.fromkeys(reference for each in routes for reference in _rests(each)))
        claim = TransferClaimed(
            kind="transfer-claimed",
            countries=(country,),
            mechanism=mechanism or Gap.NOT_STATED,
            copy_route=raised(copy) if copy and mechanism else Gap.NOT_STATED,
        )
        where = country_name(country)
        protected = f"; there it is protected by this safeguard: {mechanism}" if mechanism else ""
        text = f"{raised(facts.party_name(party))} receives your data, or can see it, in {where}{protected}."
        yield say(text, rests, [claim])
        if not mechanism and adequate(country):
            yield ask(f"that United Kingdom adequacy regulations cover what goes to {where}", rests)
        elif not mechanism:
            yield fill(f"what protects your data in {where}", rests)


def _safeguards(facts: DraftFacts, known: list[Destination]) -> Iterator[Sentence]:
    if not any(each.mechanism for each in known):
        return
    words = contact(facts)
    rests = dict.fromkeys(reference for each in known for reference in _rests(each))
    if words:
        yield say(f"You can get a copy of these safeguards from us: ask {words}.", rests)
    else:
        yield fill("how to get a copy of these safeguards", (*rests, facts.whole))


def _unknown(facts: DraftFacts, unknown: list[Destination]) -> Iterator[Sentence]:
    if unknown:
        parties = list(dict.fromkeys(each.party for each in unknown))
        rests = dict.fromkeys(reference for each in unknown for reference in _rests(each))
        what = "in which countries these keep your data or can see it, and what protects it there"
        yield fill(f"{what}: {facts.parties(parties)}", (*rests, facts.whole))
