"""What a careful reader of a notice would stop at: red flags, found by a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...law.statutes import claims_data_protection, nearest_statute, statute
from ...model.finding import Severity
from ...model.noun import Confidence
from ...model.reading import FlagKind, RedFlag
from ..clauses import Sentence
from ..naming.leads import leads
from .entry import AFTER, BEFORE, FlagEntry
from .lexicon import LEXICON

#: One letter each, so that words found in the plain text stand at the same place in the sentence.
PLAIN: Final = str.maketrans("‘’‛′`´“”„«»‐‑‒–—\xa0\u202f\t", "''''''\"\"\"\"\"-----   ")

#: How many letters of the sentence are shown.
SHOWN: Final = 160

#: Signs that the organisation is at home in the United Kingdom.
BRITISH: Final = re.compile(
    r"\bICO\b|\bInformation Commission|\bUK\b|\bUnited Kingdom\b|\bEngland\b|\bScotland\b|\bWales\b"
    r"|\bNorthern Ireland\b|Data Protection Act (?:1998|2018)|\.co\.uk\b|\.org\.uk\b|\.gov\.uk\b|\bHMRC\b"
    r"|£ ?\d"
)

UK_GDPR: Final = re.compile(
    r"\bUK[- ]?GDPR\b|\b(?:UK|United Kingdom|retained) General Data Protection|\bDPA 2018\b"
)
EU_GDPR: Final = re.compile(
    r"\b(?:the |EU )*General Data Protection Regulations?(?:,? \(?(?:EU\) )?2016/679\)?| \(GDPR\))?"
    r"|\bEU GDPR\b|\bRegulation \(EU\) 2016/679\b|\b(?<!UK )GDPR\b"
)

#: The name of an Act or a Regulation: words with capitals, small words between them, the year.
CITED: Final = re.compile(
    r"\b(?:[A-Z][\w&'-]{0,30},? (?:(?:and|of|the|on|for) ){0,2}){1,8}"
    r"(?:Act|Regulations?|Directive|Order)\b(?:,? (?:of )?(?:19|20)\d\d(?:/\d{1,4})?)?"
)

#: What stands before a name and is no part of it, the country of a law of another country included.
LEADING: Final = re.compile(
    r"^(?:(?:Under|The|For|In|Of|Our|See|And|This|That|Both|By|With|To|If|As|Where|When|All|Any|UK|EU|British"
    r"|Irish|French|German|Swiss|Singapore|Malaysian?|Indian?|Kenyan?|Nigerian?)\s+)+"
)

#: Between the names of two laws that are cited together.
JOINED: Final = re.compile(r"(?:,| and| or| of| under)(?: the)? ")


def red_flags(sentences: Sequence[Sentence]) -> tuple[RedFlag, ...]:
    """Return what a careful reader would stop at, in the order of the notice, with the words that matched.

    Each entry of the lexicon gives one flag a sentence at most. Words that are denied, explained or tied to a
    condition close by give none. Some words are wrong only in a notice of the United Kingdom; they are looked
    for where any sentence shows that it is one.

    Parameters
    ----------
    sentences
        The sentences of the notice.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> notice = "By using this site you consent to our use of your data. You may ask us in May 2024."
    >>> [(flag.place, flag.kind.value, flag.words) for flag in red_flags(split_sentences(notice))]
    [('1.1', 'implied-consent', 'By using this site you consent')]
    """
    british = any(BRITISH.search(sentence.text) for sentence in sentences)
    entries = [entry for entry in LEXICON if british or not entry.british]
    found = [
        flag
        for sentence, lead in zip(sentences, leads(sentences), strict=True)
        for flag in _flags(sentence, lead, entries)
    ]
    return tuple(_with_foreign_law(found, sentences) if british else found)


def _flags(sentence: Sentence, lead: str, entries: Sequence[FlagEntry]) -> Iterator[RedFlag]:
    plain = sentence.text.translate(PLAIN)
    taken: list[tuple[FlagKind, int, int]] = []
    for entry in entries:
        match = _match(entry, plain, sentence.heading, lead)
        if match is None or any(
            kind is entry.kind and start < match.end() and match.start() < end for kind, start, end in taken
        ):
            continue
        taken.append((entry.kind, *match.span()))
        yield RedFlag(
            kind=entry.kind,
            place=sentence.place,
            words=_shown(sentence.text[match.start() : match.end()]),
            severity=entry.severity,
            confidence=entry.confidence,
            why=entry.why,
            ask=entry.ask,
            law=entry.law,
        )
    yield from _unknown_laws(sentence, plain)


def _match(entry: FlagEntry, text: str, heading: str, lead: str) -> re.Match[str] | None:
    """Return the first place in a sentence where the words of an entry stand unexcused."""
    for match in entry.words.finditer(text):
        if entry.needs and not (entry.needs.search(text) or entry.needs.search(heading)):
            return None
        if entry.unless and entry.unless.search(text):
            return None
        before = f"{lead[-BEFORE:].translate(PLAIN)} {text[max(0, match.start() - BEFORE) : match.start()]}"
        after = text[match.end() : match.end() + AFTER]
        excused = (entry.before and entry.before.search(before)) or (
            entry.after and entry.after.search(after)
        )
        if not excused:
            return match
    return None


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


def _unknown_laws(sentence: Sentence, plain: str) -> Iterator[RedFlag]:
    """Give a flag for each law about data protection that is cited by a name that no law bears."""
    for cited in dict.fromkeys(match[0] for match in CITED.finditer(plain)):
        name = LEADING.sub("", cited)
        last = JOINED.split(name)[-1]
        if not claims_data_protection(last) or statute(name) or statute(last) or "Directive" in last:
            continue
        near = nearest_statute(name)
        yield RedFlag(
            kind=FlagKind.OUTDATED_LAW,
            place=sentence.place,
            words=_shown(name),
            severity=Severity.MEDIUM,
            confidence=Confidence.LIKELY,
            why="No law of the United Kingdom bears this name.",
            ask=f"Ask which law is meant; perhaps the {near.title}." if near else "Ask which law is meant.",
            law=("UK GDPR Art. 12(1)",),
        )


def _with_foreign_law(found: Sequence[RedFlag], sentences: Sequence[Sentence]) -> Sequence[RedFlag]:
    """Add one flag for a British notice that cites the GDPR of the Union and nowhere that of the UK."""
    plain = [sentence.text.translate(PLAIN) for sentence in sentences]
    if any(UK_GDPR.search(text) for text in plain):
        return found
    for number, text in enumerate(plain):
        match = EU_GDPR.search(text)
        if match:
            flag = RedFlag(
                kind=FlagKind.OUTDATED_LAW,
                place=sentences[number].place,
                words=_shown(match[0]),
                severity=Severity.LOW,
                confidence=Confidence.LIKELY,
                why="Since 2021 the law of the United Kingdom is the UK GDPR, which the notice never names.",
                ask="Cite the UK GDPR and the Data Protection Act 2018.",
                law=("European Union (Withdrawal) Act 2018 s. 3", "Data Protection Act 2018 s. 3(10)"),
            )
            order = {sentence.place: at for at, sentence in enumerate(sentences)}
            return sorted([*found, flag], key=lambda one: order[one.place])
    return found
