"""By which door people reach an organisation, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...model.claim import RouteGiven
from ...model.document import Sentence
from ...model.noun import Gap
from ...model.rights import Channel, ChannelKind, Use
from ...model.words import lowered
from .facts import DraftFacts, known, references
from .words import fill, listed, plain, remark, say

#: How an address follows a kind of door.
_BY: Final = {
    ChannelKind.ONLINE_FORM: "with the form at {}",
    ChannelKind.EMAIL: "by e-mail to {}",
    ChannelKind.POST: "by letter to {}",
    ChannelKind.TELEPHONE: "by telephone on {}",
    ChannelKind.WEB_PAGE: "on the page {}",
    ChannelKind.IN_PERSON: "in person at {}",
}

#: Doors that people find by their name, without an address.
_NAMED: Final = (ChannelKind.BANNER, ChannelKind.SETTINGS)

#: Doors that are electronic, which a complaint must have one of (DPA 2018 s.164A(2)).
ELECTRONIC: Final = (ChannelKind.ONLINE_FORM, ChannelKind.EMAIL)


def usable(channel: Channel) -> bool:
    """Say whether a person who reads of a door can find it.

    >>> usable(Channel(id="c", name="F", kind="online-form", uses=("rights",), party="us", stance="recorded"))
    False
    """
    return known(channel.address) or channel.kind in _NAMED


def ways(channels: Iterable[Channel], proper: frozenset[str] = frozenset()) -> str:
    """Return the doors that people can find as words of a sentence.

    >>> mail = Channel(id="m", name="Mail", kind="email", uses=("rights",), party="us", stance="recorded",
    ...     address="privacy@kite.example")
    >>> ways([mail])
    'by e-mail to privacy@kite.example'
    """
    words = []
    for channel in channels:
        if channel.kind in _BY and known(channel.address):
            words.append(_BY[channel.kind].format(plain(channel.address)))
        elif usable(channel):
            words.append(f"by way of the {lowered(plain(channel.name), proper)}")
    # An address has commas of its own, and each way begins with a word that says so.
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def lost(channels: Iterable[Channel]) -> list[Channel]:
    """Return the doors to somebody in person that nobody could find: their address is not known.

    >>> lost([])
    []
    """
    uses = {Use.RIGHTS, Use.CONTACT, Use.COMPLAINTS}
    kinds = _BY.keys() - {ChannelKind.WEB_PAGE}
    return [c for c in channels if not usable(c) and c.kind in kinds and uses.intersection(c.uses)]


def routes(facts: DraftFacts, lead: str, channels: Sequence[Channel]) -> list[Sentence]:
    """Return the sentence that gives doors after some words, and the gap for those that nobody could find.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> routes(DraftFacts(example_map(), dt.date(2026, 11, 22)), "You can reach us", [])
    []
    """
    found, unknown = [c for c in channels if usable(c)], [c for c in channels if not usable(c)]
    said = []
    if found:
        claim = RouteGiven(kind="route-given", channels=tuple(channel.id for channel in found))
        text = f"{lead} {ways(found, facts.proper)}."
        said.append(say(text, references("channel", claim.channels), [claim]))
    if unknown:
        names = listed(lowered(plain(channel.name), facts.proper) for channel in unknown)
        said.append(fill(f"the address of: {names}", references("channel", (c.id for c in unknown))))
    return said


def contact(facts: DraftFacts) -> str | None:
    """Return the first way to reach the controller, as words of a sentence; None where none is known.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> contact(DraftFacts(example_map(), dt.date(2026, 11, 22))) is None
    True
    """
    doors = [channel for channel in general_doors(facts) if usable(channel)]
    address = facts.controller.contact
    if doors or isinstance(address, Gap):
        officers = [channel for channel in facts.doors(Use.CONTACT) if usable(channel)]
        return ways((doors or officers)[:1], facts.proper) or None
    return f"at {remark(address)}"


def general_doors(facts: DraftFacts) -> tuple[Channel, ...]:
    """Return the doors by which anybody reaches the controller, beside those of its officer.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> general_doors(DraftFacts(example_map(), dt.date(2026, 11, 22)))
    ()
    """
    officer = facts.data_map.info.dpo
    return tuple(channel for channel in facts.doors(Use.CONTACT) if channel.party != officer)


def rights_doors(facts: DraftFacts) -> tuple[Channel, ...]:
    """Return the doors by which rights can be used; failing these, the general ones.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> rights_doors(DraftFacts(example_map(), dt.date(2026, 11, 22)))
    ()
    """
    own = facts.doors(Use.RIGHTS)
    general = [c for c in own if c.kind not in _NAMED]
    return tuple(general) or own or facts.doors(Use.CONTACT)


def regulator_doors(facts: DraftFacts) -> list[Sentence]:
    """Return the sentence that says where the regulator is found, or the gap.

    >>> from audit_lib.graph.example import example_map
    >>> import datetime as dt
    >>> [s.gap for s in regulator_doors(DraftFacts(example_map(), dt.date(2026, 11, 22)))]
    [True]
    """
    regulator = facts.data_map.info.regulator
    if regulator is None:
        return [fill("the regulator's address", [facts.whole])]
    doors = [
        c
        for c in facts.data_map.channels
        if c.party == regulator and known(c.address) and c.stance.value != "expected"
    ]
    if doors:
        return routes(facts, "You reach it", doors)
    address = facts.data_map.party[regulator].contact
    if known(address):
        return [say(f"You reach it at {remark(address)}.", [f"party:{regulator}"])]
    return [fill(f"how to reach {facts.party_name(regulator)}", [f"party:{regulator}"])]
