"""A channel is named, and its address cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model.finding import Severity
from ...model.noun import Confidence, Stance
from ...model.rights import ChannelKind, Use
from ...model.words import counted
from ..facts import Facts, clauses_of, open_gap
from ..rule import Hit, Rule, Theme
from ..wording import listed

#: Channels that nobody can use without an address, a number or a link.
_ADDRESSED: Final = frozenset(
    {ChannelKind.EMAIL, ChannelKind.POST, ChannelKind.TELEPHONE, ChannelKind.ONLINE_FORM}
)
_USES: Final = frozenset({Use.RIGHTS, Use.CONTACT, Use.COMPLAINTS})


def _hits(facts: Facts) -> Iterator[Hit]:
    bare = [
        channel
        for channel in facts.data_map.channels
        if channel.stance is not Stance.EXPECTED
        and channel.kind in _ADDRESSED
        and _USES & set(channel.uses)
        and open_gap(channel.address)
    ]
    if bare:
        fields = {
            "count": counted(len(bare), "channel"),
            "channels": listed(channel.name for channel in bare),
        }
        yield Hit(tuple(f"channel:{channel.id}" for channel in bare), clauses_of(bare), fields)


RULE = Rule(
    id="address-not-readable",
    theme=Theme.RIGHTS,
    title="Channels whose address cannot be read",
    why="A form that nobody finds and an address that a page hides are no way to use a right.",
    law=("UK GDPR Art. 12(2)", "UK GDPR Art. 13(1)(a)", "UK GDPR Art. 13(1)(b)"),
    remedy="The data protection officer looks at the published page, and has each address and link shown "
    "in full, for screen readers too.",
    false_alarms="The page shows it, and only the copy that was read does not: masked addresses are common.",
    message="Does the published page show the address of {count}: {channels}? The text that was read "
    "does not.",
    severity=Severity.LOW,
    confidence=Confidence.ASK,
    test=_hits,
    items=("A12-2",),
)
