"""Names of organisations in a sentence: words with a capital, and what shows that they are names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from .labels import labels_after
from .words import (
    BODIES,
    COMMON,
    KNOWN,
    LAWS,
    LEADING,
    LEGAL_FORM,
    NO_NAMES,
    OPENERS,
    OPENINGS,
    PRODUCTS,
    PUBLIC_BODIES,
)

CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][^\W_]*+(?:[&'’\-][^\W_]++)*+(?!\.\w)"

#: Words with a capital, with what may stand between two of them inside a name; no longer than a name can be.
RUN: Final = re.compile(
    rf"(?<![\w@/.#]){CAPITAL}(?:(?: (?:&|of|for|of the|for the|de|du|von|van) | ){CAPITAL}"
    rf"| \(\w{{1,15}}\)(?= [A-Z])){{0,9}}"
)

FORM: Final = re.compile(rf"(?:,? ){LEGAL_FORM}(?!\w)")
PUBLIC: Final = re.compile(rf"(?<![\w@/.])(?:{PUBLIC_BODIES})(?![\w]|\.\w)")
OPENING: Final = re.compile(rf"{OPENINGS} (?:of|for)(?: the)? (?P<of>[A-Z].*)")
PRODUCT_NAMES: Final = re.compile(rf"(?: (?:{'|'.join(sorted(PRODUCTS))})(?!\w))+")
TOKEN: Final = re.compile(r"\S+")
SMITH_AND: Final = re.compile(rf"(?<![\w.]){CAPITAL} and $")

#: Before a name these show that it is one that does something with data.
CUE: Final = re.compile(
    r"\b(?:with|to|by|from|through|via|using|called|named|like|on behalf of|such as|including|includes?"
    r"|e\.g\.?,?|for example,?|(?:provider|processor|partner|supplier|contractor|agency|host|platform"
    r"|insurer|bank"
    r"|compan(?:y|ies)|agencies|tool|system|database|software|processors|providers|partners|suppliers"
    r"|recipients)"
    r"(?: (?:is|are|include|includes|called))?,?:?|(?:we|also|and|currently) use|uses?|(?:stored|hosted"
    r"|kept|held) (?:on|at|with))"
    r" (?:the |our |a company called |\")?$",
    re.IGNORECASE,
)

#: Before the name of whoever publishes the notice.
PUBLISHER: Final = re.compile(
    r"(?:\b(?:we|We), (?:at )?|\bwe are |\bWe are |\bcontrollers?,? (?:is|for [^.;]{1,40} is):? "
    r"|\b[Tt]his (?:is )?(?:\w+ ){0,3}(?:notice|policy|statement) (?:is )?(?:of|for|from|by) "
    r"|\bbehalf of )(?:the )?$"
)

#: Shorter runs are names only by their kind or their legal form.
SHORTEST: Final = 3

#: Of the cues those that hardly ever stand before anything but a name.
STRONG: Final = re.compile(
    r"(?:\b(?:called|named|provided by|operated by|hosted by|run by|managed by|supplied by|such as|e\.g\.?,?"
    r"|(?:provider|processor|partner|supplier|processors|providers|partners|suppliers|recipients)"
    r"(?: (?:is|are|include|includes))?,?:?|work with|(?:we|also|currently) use))"
    r" (?:the |our |\")?$",
    re.IGNORECASE,
)

#: What a sentence with such a cue must speak of.
HANDLING: Final = re.compile(
    r"\b(?:shar|disclos|pass|transfer|sen[dt]|provid|host|stor|process|us(?:e|es|ing)\b|run\b|runs\b"
    r"|operat|work|system"
    r"|platform|software|payment|suppl|check|partner|database|data\b|information|held|kept|details"
    r"|analytic|collect)",
    re.IGNORECASE,
)

#: Behind a name at the start of a sentence these show that it does something.
DOES: Final = re.compile(
    r"^(?: ?\([^()]{1,60}\))?,? (?:(?:also|will|does|may|only|then|currently|is)? ?(?:provid|run|operat"
    r"|host|process|handl|stor"
    r"|sen[dt]|suppl|act|collect|us|work|carr|receiv|get|hold|manag|help|control|maintain|deliver)(?:e?s"
    r"|ies|e|ed)?\b"
    r"|(?:is|are) (?:a|an|our|the|committed|responsible|registered)\b|as (?:the|our|a)\b|\((?:\"|“|'|‘))"
)
PLURAL: Final = re.compile(r"[a-z]s$")
CHAIN: Final = re.compile(
    r"^(?:,|;|/| ?\([^()]{0,60}\))?,?\s*(?:(?:and|or|&|as well as)\s+)?(?:the |also )?$"
)


#: Items of one list stand no further apart.
CHAINED: Final = 100

#: What may stand before the first word of a sentence.
OPENING_MARKS: Final = " \t\"'“‘(*_•-–—"


class Ground(IntEnum):
    """What shows that words with a capital are the name of an organisation, the surest last."""

    CUE = 1
    STRONG_CUE = 2
    KIND = 3
    FORM = 4


class Name(NamedTuple):
    """A name in a sentence: as written, where it stands (characters), and what shows that it is one."""

    text: str
    start: int
    end: int
    ground: Ground


class Line(NamedTuple):
    """A sentence, the words that the notice writes small, if it is about data, and where its words begin."""

    text: str
    lower: frozenset[str]
    handles: bool
    opening: int


def names_in(text: str, lower: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """Return the names of organisations that a sentence shows by itself, in its order.

    Parameters
    ----------
    text
        The sentence.
    lower
        Words that the notice writes without a capital elsewhere: with a capital they are still no names.

    >>> [name.text for name in names_in("We send it to Kite Ltd and use Wren to print for the City of Rook.")]
    ['Kite Ltd', 'Wren', 'City of Rook']
    """
    line = Line(text, lower, HANDLING.search(text) is not None, len(text) - len(text.lstrip(OPENING_MARKS)))
    public = [Name(match[0], *match.span(), Ground.KIND) for match in PUBLIC.finditer(text)]
    found: list[Name] = []
    at = last = 0
    for run in RUN.finditer(text):
        while at < len(public) and public[at].end <= run.start():
            at += 1
        if at < len(public) and public[at].start < run.end():
            continue
        for name in _names_of(line, run.start(), run.end(), last):
            found.append(name)
            last = name.end
    return tuple(sorted([*public, *found], key=lambda name: name.start))


def _names_of(line: Line, start: int, end: int, last: int) -> Iterator[Name]:
    """Yield the names in a run of words with a capital; a legal form ends a name."""
    text = line.text
    form = FORM.search(text, start, min(len(text), end + 40))
    while form and form.start() <= end:
        name = _with_form(text, start, form)
        if name:
            yield name
            last = name.end
        start = form.end()
        form = FORM.search(text, start, min(len(text), end + 40)) if start < end else None
    if start < end:
        rest = RUN.search(text, start, end)
        if rest:
            yield from _without_form(line, rest.start(), rest.end(), last)


def _with_form(text: str, start: int, form: re.Match[str]) -> Name | None:
    tokens = _stripped(text, start, form.start(), strip_end=False)
    if not tokens or all(
        _plain(word) in {"the", "company", "private", "public", "a", "registered"} for word, *_ in tokens
    ):
        return None
    start = tokens[0][1]
    before = SMITH_AND.search(text, max(0, start - 30), start)
    if before and len(tokens) == 1 and _is_name_word(before[0].split()[0], frozenset()):
        start = before.start()
    return Name(text[start : form.end()].rstrip(","), start, form.end(), Ground.FORM)


def _without_form(line: Line, start: int, end: int, last: int) -> Iterator[Name]:
    text, lower = line.text, line.lower
    tokens, whole = _stripped(text, start, end, strip_end=True), text[start:end]
    if not tokens or re.search(r"\d+[a-z]?,? $", text[max(0, tokens[0][1] - 6) : tokens[0][1]]):
        return
    start, end = tokens[0][1], tokens[-1][2]
    name, words = text[start:end], [word for word, *_ in tokens]
    known = next((at for at, word in enumerate(words) if _bare(word) in KNOWN), None)
    if known is not None and all(_bare(word) in KNOWN | PRODUCTS or _plain(word) in COMMON for word in words):
        yield _known(text, *tokens[known][:2])
        return
    if _is_body(name, words, lower) and not LAWS.match(text[end : end + 40].lstrip()):
        yield Name(_bare(name), start, start + len(_bare(name)), Ground.KIND)
        return
    if LAWS.search(whole) or LAWS.match(text[end : end + 40].lstrip()):
        return
    if not any(_is_name_word(word, lower) for word in words):
        return
    ground = _cue(line, start, end, last, single=len(words) == 1)
    if ground:
        yield Name(_bare(name), start, start + len(_bare(name)), ground)


def _known(text: str, word: str, start: int) -> Name:
    """Give a widely known name; the products behind it stand for whoever makes them."""
    name = _bare(word)
    products = PRODUCT_NAMES.match(text, start + len(name))
    return Name(name, start, products.end() if products else start + len(name), Ground.KIND)


def _stripped(text: str, start: int, end: int, *, strip_end: bool) -> Sequence[tuple[str, int, int]]:
    """Return the words of a run with where each stands, without common words at either end."""
    tokens = [
        (match[0], start + match.start(), start + match.end()) for match in TOKEN.finditer(text[start:end])
    ]
    while tokens and (_plain(tokens[0][0]) in LEADING or (strip_end and _plain(tokens[0][0]) in OPENERS)):
        tokens = tokens[1:]
    while strip_end and tokens and _plain(tokens[-1][0]) in COMMON and _bare(tokens[-1][0]) not in BODIES:
        tokens = tokens[:-1]
    while tokens and tokens[0][0] in {"of", "for", "&", "the", "de", "du"}:
        tokens = tokens[1:]
    while strip_end and tokens and tokens[-1][0] in {"of", "for", "&", "the", "de", "du"}:
        tokens = tokens[:-1]
    return tokens


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$|[^\w\-/]", "", word).casefold()


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).rstrip(".,;:")


def _is_name_word(word: str, lower: frozenset[str]) -> bool:
    plain = _plain(word)
    return (
        word[:1].isupper()
        and len(plain) > 1
        and plain not in COMMON
        and plain not in NO_NAMES
        and plain not in lower
        and not plain.isdigit()
    )


def _is_body(name: str, words: Sequence[str], lower: frozenset[str]) -> bool:
    """Whether a name shows by its last or its first word what kind of body it is."""
    opening = OPENING.fullmatch(name)
    if opening:
        return any(_plain(word) not in COMMON for word in opening["of"].split())
    return (
        len(words) > 1
        and _bare(words[-1]) in BODIES
        and any(
            _plain(word) not in COMMON and _plain(word) not in lower and word[:1].isupper()
            for word in words[:-1]
        )
    )


def _cue(line: Line, start: int, end: int, last: int, *, single: bool) -> Ground | None:
    """Return what around a run shows that it is a name, if anything does."""
    text = line.text
    before, after = text[max(0, start - 60) : start], text[end : end + 90]
    labels = labels_after(text, end)
    if labels.publisher or labels.aliases or PUBLISHER.search(before):
        return Ground.STRONG_CUE
    if end - start < SHORTEST or not line.handles:
        return None
    if STRONG.search(before):
        return Ground.STRONG_CUE
    several = single and PLURAL.search(text[start:end])
    chained = last and start - last <= CHAINED and CHAIN.match(text[last:start])
    named = CUE.search(before) or chained or (start <= line.opening and DOES.match(after))
    return Ground.CUE if named and not several else None
