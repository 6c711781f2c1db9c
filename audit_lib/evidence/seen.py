"""What was seen, in words: how often, about how many people, when, and where to look it up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.day import long_date
from ..model.reconciliation import Unresolved
from ..model.words import discreet, listed, shortened, visible
from .suppression import THRESHOLD, is_small

#: The most letters of a name, an evidence id or a word of a log that a message holds.
LONGEST: Final = 80

#: How many words of a log a message lists.
MOST_WORDS: Final = 6

#: What a party is called that the log does not name.
NOBODY: Final = "somebody whom the log does not name"


class Seen(NamedTuple):
    """Entries of logs: how many, about how many people (0: unknown), between which moments, and examples."""

    entries: int
    people: int
    first: dt.datetime
    last: dt.datetime
    examples: Sequence[str] = ()
    what: str = "observation"


def told(seen: Seen, threshold: int = THRESHOLD, *, withheld: bool = False, zone: ZoneInfo = LONDON) -> str:
    """Return what was seen as the end of a sentence.

    A number about fewer people than the threshold is withheld, and one from which it could be worked out
    (`withheld`); both read the same. Of the examples the first is left, so that they cannot be counted, and
    of the days their months, since a single day would tell that there are few.

    >>> march, may = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC), dt.datetime(2026, 5, 3, tzinfo=dt.UTC)
    >>> told(Seen(1_204, 311, march, may, ("log:1", "log:2")))
    '1,204 observations about 311 people, from 3 March 2026 to 3 May 2026 (for example log:1 and log:2).'
    >>> told(Seen(2, 2, march, march, ("log:1", "log:2")))
    'a number of observations that is withheld, in March 2026 (for example log:1).'
    """
    hidden = withheld or is_small(seen.entries, seen.people or None, threshold)
    days = [moment.astimezone(zone).date() for moment in (seen.first, seen.last)]
    first, last = (_month(day) if hidden else long_date(day) for day in days)
    single = f"{'in' if hidden else 'on'} {first}"
    when = single if first == last else f"from {first} to {last}"
    examples = [shortened(visible(each), LONGEST) for each in seen.examples[: 1 if hidden else 3]]
    example = f" (for example {listed(examples)})" if examples else ""
    return f"{_how_many(seen, hidden)}, {when}{example}."


def _month(day: dt.date) -> str:
    return long_date(day).split(" ", 1)[1]


def _how_many(seen: Seen, hidden: bool) -> str:
    if hidden:
        return f"a number of {plural(seen.what)} that is withheld"
    about = f" about {counted(seen.people, 'person', 'people')}" if seen.people else ""
    return counted(seen.entries, seen.what) + about


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "person", "people"), counted(1_200, "entry")
    ('1 person', '1,200 entries')
    """
    return f"{number:,} {one if number == 1 else many or plural(one)}"


def plural(one: str) -> str:
    """Return the plural of a noun that forms it by rule.

    >>> plural("entry"), plural("observation")
    ('entries', 'observations')
    """
    return f"{one[:-1]}ies" if one.endswith("ry") else f"{one}s"


def words_told(words: Iterable[tuple[Unresolved, int | None]]) -> str:
    """Return which words of a log stand for nothing, the most frequent first, with what they may mean.

    Parameters
    ----------
    words
        Each with how many rows have it, or None where that is withheld. Such a word is not named: it may be
        the name of a person.

    >>> def word(text, rows, likeliest=None):
    ...     return Unresolved(
    ...         source="log", column="recipient", word=text, observations=rows, likeliest=likeliest)
    >>> words_told([(word("Acme", 40, "acme-ltd"), 40), (word("J Bloggs", 1), None)])
    '"Acme" (40 rows; acme-ltd?), and 1 word on a number of rows that is withheld.'
    """
    known = list(words)
    often = sorted(
        ((one, rows) for one, rows in known if rows is not None),
        key=lambda each: (-each[1], each[0].word),
    )
    named = [each for each in often if not each[0].more][:MOST_WORDS]
    said = [_word(one, rows) for one, rows in named]
    more = sum(one.words for one, _ in often) - len(named)
    if more:
        said.append(counted(more, "more word"))
    untold = sum(one.words for one, rows in known if rows is None)
    if untold:
        rest = counted(untold, "word")
        said.append(f"{'and ' if said else ''}{rest} on a number of rows that is withheld")
    return ", ".join(said) + "."


def _word(one: Unresolved, rows: int) -> str:
    word = shortened(discreet(one.word), LONGEST)
    guess = f"; {one.likeliest}?" if one.likeliest else ""
    name = f'"{word}"' if word else "an empty cell"
    return f"{name} ({counted(rows, 'row')}{guess})"


def called(data_map: DataMap, kind: str, name: str | None) -> str:
    """Return what a reader calls an entry of the map, or that the log does not say which it was.

    >>> from audit_lib.graph.example import example_map
    >>> called(example_map(), "party", "court"), called(example_map(), "party", None)
    ('Court', 'somebody whom the log does not name')
    """
    if name is None:
        return {"party": "somebody whom the log does not name"}.get(
            kind, "something that the log does not name"
        )
    return shortened(visible(data_map.name(f"{kind}:{name}")), LONGEST)
