"""The words of a letter: sentences, gaps, names made fit to print, and how people are reached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from ...model.data_map import DataMap
from ...model.document import Block, Bullets, Paragraph, Sentence
from ...model.letter import LetterPart
from ...model.noun import Gap
from ...model.rights import Channel, ChannelKind, Use

#: How many letters of a name or a remark of the map a letter shows.
_LONGEST: Final = 400

#: More names in one sentence than this, and nobody reads it; they go into a list.
_MOST_NAMES: Final = 40

_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}

#: How a door is named in a list of ways to reply.
_BY: Final = {
    ChannelKind.ONLINE_FORM: "Online form",
    ChannelKind.EMAIL: "By email",
    ChannelKind.POST: "By post",
    ChannelKind.TELEPHONE: "By phone",
    ChannelKind.WEB_PAGE: "Online",
    ChannelKind.IN_PERSON: "In person",
}


def say(text: str, *rests: str) -> Sentence:
    """Return a sentence, and the references of the map that it speaks of.

    >>> say("We keep it.", "retention:all").rests
    ('retention:all',)
    """
    return Sentence(text=text, rests=tuple(dict.fromkeys(rests)))


def gap(what: str, *rests: str) -> Sentence:
    """Return what a person has to fill in, between square brackets.

    >>> gap("the day on which it was done").text
    '[the day on which it was done]'
    """
    return Sentence(text=f"[{what}]", rests=tuple(dict.fromkeys(rests)), gap=True)


def paragraph(*sentences: Sentence | str | None) -> Paragraph:
    """Return a paragraph of the sentences that there are.

    >>> len(paragraph("We looked.", None, gap("what we found")).sentences)
    2
    """
    return Paragraph(
        sentences=tuple(say(each) if isinstance(each, str) else each for each in sentences if each)
    )


def bullets(items: Iterable[Sentence | str]) -> Bullets:
    """Return a list.

    >>> bullets(["one", "two"]).items[1].text
    'two'
    """
    return Bullets(items=tuple(say(each) if isinstance(each, str) else each for each in items))


def part(heading: str | None, *blocks: Block | None) -> LetterPart:
    """Return a part of a letter made of the blocks that hold something.

    >>> part("What we did", None, paragraph("We looked.")).heading
    'What we did'
    """
    return LetterPart(heading=heading, blocks=tuple(block for block in blocks if block and _holds(block)))


def _holds(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.sentences)
    return bool(block.items if isinstance(block, Bullets) else block.rows)


def plain(text: str) -> str:
    r"""Return a text of the map in one line, without invisible characters, cut where it is very long.

    >>> plain("Rent\nand \u202eaccounts.")
    'Rent and accounts'
    """
    seen = "".join(
        letter
        for letter in text
        if letter.isspace() or letter in "\u200c\u200d" or unicodedata.category(letter) not in _UNSEEN
    )
    line = " ".join(seen.split()).rstrip(".;, ")
    return (
        line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
    ) or "(a name without letters)"


_UNSEEN: Final = ("Cf", "Cc", "Co", "Cs")


def lowered(text: str) -> str:
    """Return a text with a small first letter, unless it opens with an abbreviation or two proper names.

    >>> lowered("Date of birth"), lowered("CCTV images"), lowered("Tax Office")
    ('date of birth', 'CCTV images', 'Tax Office')
    """
    first = re.match(r"(\w+)(?:\W+[A-Z])?", text)
    if first is None or first[1][1:] != first[1][1:].lower() or first[0] != first[1]:
        return text
    return text[0].lower() + text[1:]


def listed(names: Iterable[str], last: str = "and") -> str:
    """Return names as words of a sentence, each once; beyond forty the rest is counted.

    Between names that hold an "and" or a comma themselves stand semicolons.

    >>> listed(["name", "address", "name"]), listed(["rent and accounts", "repairs"])
    ('name and address', 'rent and accounts; repairs')
    """
    once = list(dict.fromkeys(names))
    if len(once) > _MOST_NAMES:
        once = [*once[:_MOST_NAMES], f"{len(once) - _MOST_NAMES} more"]
    if any(re.search(rf",| {last} ", name) for name in once):
        return "; ".join(once)
    return f"{', '.join(once[:-1])} {last} {once[-1]}" if len(once) > 1 else "".join(once)


def name(data_map: DataMap, kind: str, entry: str) -> str:
    """Return what a reader calls an entry of the map.

    >>> from audit_lib.graph.example import example_map
    >>> name(example_map(), "data", "passport-copy")
    'Passport copy'
    """
    return plain(data_map.name(f"{kind}:{entry}"))


def data_words(data_map: DataMap, categories: Iterable[str]) -> str:
    """Return data categories as words of a sentence.

    >>> from audit_lib.graph.example import example_map
    >>> data_words(example_map(), ["name", "arrears"])
    'name and arrears'
    """
    return listed(lowered(name(data_map, "data", category)) for category in categories)


def highest(data_map: DataMap, categories: Iterable[str]) -> tuple[str, ...]:
    """Return the fewest categories that say the same, in the order of the map.

    >>> from audit_lib.graph.example import example_map
    >>> highest(example_map(), ["name", "passport-copy", "identity", "arrears"])
    ('identity', 'arrears')
    """
    given = frozenset(categories)
    whole = {each for each in given if data_map.below[each] <= given}
    beneath = {low for each in whole for low in data_map.below[each] if low != each}
    return tuple(each.id for each in data_map.data if each.id in given - beneath)


def lasting(period: str) -> str:
    """Return an ISO 8601 duration of years, months, weeks and days in words.

    >>> lasting("P6Y"), lasting("P1Y6M")
    ('6 years', '1 year and 6 months')
    """
    found = re.findall(r"(\d+)([YMWD])", period)
    return listed(f"{int(n)} {_UNITS[unit]}{'' if int(n) == 1 else 's'}" for n, unit in found)


def doors(data_map: DataMap, use: Use, among: Iterable[str] = ()) -> list[Channel]:
    """Return the channels for a use by which somebody can write back; those `among` some, if any of them can.

    >>> from audit_lib.graph.example import example_map
    >>> doors(example_map(), Use.RIGHTS)
    []
    """
    able = [each for each in data_map.channels if use in each.uses and each.kind in _BY]
    wanted = set(among)
    return [each for each in able if each.id in wanted] or able


def ways(channels: Iterable[Channel], otherwise: str) -> Bullets:
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
