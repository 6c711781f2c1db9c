"""The naive way to read a notice, which the drafting of maps is compared with in `notice_to_map`.

Every run of capitalised words inside a sentence is a party, every noun of a list of twenty a category, every
"to" with the words behind it a purpose, every sentence with "share", "disclose" or "pass" a flow of its nouns
to each of its parties, and one keyword is one kind of claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.fingerprints import fingerprint

NOUNS = frozenset({
    "name", "address", "email", "phone", "telephone", "birth", "passport", "payment", "card", "bank", "cctv",
    "cookies", "health", "income", "credit", "reference", "location", "preferences", "images",
    "correspondence",
})  # fmt: skip
KEYWORDS = {
    "collect": "collected", "share": "sharing-permitted", "disclose": "sharing-permitted",
    "right": "right-offered", "consent": "basis-claimed", "contract": "basis-claimed",
    "legitimate": "basis-claimed", "keep": "retention-claimed", "retain": "retention-claimed",
    "cookies": "cookies-claimed", "secure": "security-promised", "use": "purpose-stated",
    "controller": "controller-named", "email": "route-given", "post": "route-given",
}  # fmt: skip
SHARES = frozenset({"share", "disclose", "pass"})
CAPITALS = re.compile(r"(?<=[a-z,;:] )[A-Z][\w&]*(?: [A-Z][\w&]*)*")
TO = re.compile(r"\bto ([a-z]+(?: [a-z]+){0,2})")


class NaiveFlow(NamedTuple):
    """A sentence that shares: its fingerprint, one recipient, and all nouns."""

    mark: str
    recipient: str
    nouns: frozenset[str]


class Naive(NamedTuple):
    """What the naive way finds: names with the fingerprints of their sentences, flows, and claims."""

    parties: dict[str, set[str]]
    data: dict[str, set[str]]
    purposes: dict[str, set[str]]
    flows: tuple[NaiveFlow, ...]
    claims: frozenset[tuple[str, str]]


def read_naively(text: str, headings: tuple[str, ...]) -> Naive:
    """Read a notice the naive way."""
    parties, data, purposes = (defaultdict[str, set[str]](set) for _ in range(3))
    flows: list[NaiveFlow] = []
    claims = set[tuple[str, str]]()
    for sentence in split_sentences(text, headings):
        mark, words = fingerprint(sentence.text), set(re.findall(r"[a-z]+", sentence.text.lower()))
        named, nouns = CAPITALS.findall(sentence.text), frozenset(NOUNS & words)
        for found, names in ((parties, named), (data, nouns), (purposes, TO.findall(sentence.text))):
            for name in names:
                found[name].add(mark)
        if SHARES & words:
            flows.extend(NaiveFlow(mark, party, nouns) for party in named)
        claims |= {(mark, kind) for word, kind in KEYWORDS.items() if word in words}
    return Naive(parties, data, purposes, tuple(flows), frozenset(claims))
