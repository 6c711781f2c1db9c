"""The parts of a letter, and the ways in which somebody can write back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...model.data_map import DataMap
from ...model.document import Block, Bullets
from ...model.document_words import bullets, say
from ...model.letter import LetterPart
from ...model.noun import Gap
from ...model.rights import Channel, ChannelKind, Use
from ..words import gap, plain

#: How a door is named in a list of ways to reply.
_BY: Final = {
    ChannelKind.ONLINE_FORM: "Online form",
    ChannelKind.EMAIL: "By email",
    ChannelKind.POST: "By post",
    ChannelKind.TELEPHONE: "By phone",
    ChannelKind.WEB_PAGE: "Online",
    ChannelKind.IN_PERSON: "In person",
}


def part(heading: str | None, *blocks: Block | None) -> LetterPart:
    """Return a part of a letter made of the blocks that hold something.

    >>> from audit_lib.model.document_words import paragraph
    >>> part("What we did", None, paragraph("We looked.")).heading
    'What we did'
    """
    return LetterPart(heading=heading, blocks=tuple(block for block in blocks if block is not None))


def doors(data_map: DataMap, use: Use, among: Iterable[str] = ()) -> list[Channel]:
    """Return the channels for a use by which somebody can write back; those `among` some, if any of them can.

    >>> from audit_lib.graph.example import example_map
    >>> doors(example_map(), Use.RIGHTS)
    []
    """
    able = [each for each in data_map.channels if use in each.uses and each.kind in _BY]
    wanted = set(among)
    return [each for each in able if each.id in wanted] or able


def ways(channels: Iterable[Channel], otherwise: str) -> Bullets | None:
    """Return channels as a list of ways to reply; an address that the map does not give is a gap.

    >>> ways([], "where to write").items[0].text
    '[where to write]'
    """
    items = []
    for channel in channels:
        by, rests = _BY[channel.kind], f"channel:{channel.id}"
        if isinstance(channel.address, Gap):
            items.append(gap(f"{by}: the address of \u201c{plain(channel.name)}\u201d", rests))
        else:
            items.append(say(f"{by}: {plain(channel.address)}", rests))
    return bullets(items or [gap(otherwise)])
