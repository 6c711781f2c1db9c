"""The organisations that a notice names, found by the grammar of names and not by a list of customers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

from ...model.noun import Confidence
from ...model.reading import Organisation
from ..clauses import Sentence
from .labels import labels_after
from .names import RUN, Ground, Name, names_in
from .roles import CONTROLLER, MENTIONED, RANK, role_of
from .words import LEGAL_FORM

FORM_AT_END: Final = re.compile(rf"(?:,? {LEGAL_FORM})+$")
LOWER: Final = re.compile(r"(?<![\w.@/])[a-zß-öø-ÿ][\w\-]*")

#: The regulator under its names of yesterday, today and tomorrow.
REGULATOR: Final = re.compile(
    r"ico|(?:office of the )?information commission(?:er)?(?:s)?(?: s)?(?: office)?"
)

#: Whoever publishes a notice and is never called controller does this in it, at least so many times.
ACTS: Final = (
    r" (?:also |will |may |can |does |do |is |are |only )*(?:collect|use|keep|ask|take|process|hold|record"
    r"|respect|commit)"
    r"\w*"
)
PUBLISHED: Final = 2

CONFIDENCES: Final = {
    Ground.FORM: Confidence.CERTAIN,
    Ground.KIND: Confidence.CERTAIN,
    Ground.STRONG_CUE: Confidence.LIKELY,
    Ground.CUE: Confidence.ASK,
}


class Seen(NamedTuple):
    """A name where it stands: as written, what shows that it is one, the place, and what it does there."""

    text: str
    ground: Ground
    place: str
    role: str


def organisations(sentences: Sequence[Sentence]) -> tuple[Organisation, ...]:
    """Return the organisations that a notice names, in the order in which they first stand there.

    A name is known by its legal form ("Ltd"), by the kind of public body ("Council"), by standing in a short
    list of very widely known recipients, or by what is said around it ("provided by", "such as"). The last
    are likely, or a question where the words around them are weak. Names are merged with the labels that the
    notice defines for them and with shorter forms of themselves. The role is a guess: controller, regulator,
    recipient, source, or mentioned.

    Parameters
    ----------
    sentences
        The sentences of the notice.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> notice = 'Kite Foods Ltd ("we") sells bread. We send names to Wren Ltd to print. Wren deletes them.'
    >>> [(one.name, one.role, one.places) for one in organisations(split_sentences(notice))]
    [('Kite Foods Ltd', 'controller', ('1.1',)), ('Wren Ltd', 'recipient', ('1.2', '1.3'))]
    """
    lower = frozenset(word for sentence in sentences for word in LOWER.findall(sentence.text))
    aliases: dict[str, str] = {}
    seen = defaultdict[str, list[Seen]](list)
    for sentence in sentences:
        for name, role in _named(sentence, lower, aliases):
            seen[key(name.text)].append(Seen(name.text, name.ground, sentence.place, role))
    merged = _merged(seen, _with_shorter_forms(seen, aliases))
    _add_mentions(merged, sentences, aliases)
    order = {sentence.place: at for at, sentence in enumerate(sentences)}
    found = [_organisation(each, order) for each in merged.values()]
    if not any(one.role == CONTROLLER for one in found):
        found = _with_publisher(found, sentences)
    return tuple(sorted(found, key=lambda one: order[one.places[0]]))


def key(name: str) -> str:
    """Return the form of a name under which its ways of writing are one: no legal form, marks, or capitals.

    >>> key("BTR (Operating) Ltd") == key("BTR Operating Limited"), key("the ICO") == key("ICO")
    (True, True)
    """
    plain = FORM_AT_END.sub("", name.replace("’", "'").removesuffix("'s"))
    words = re.sub(r"[^\w]+", " ", plain).casefold().split()
    short = " ".join(words[1:] if words[:1] == ["the"] else words)
    return "information commissioner" if REGULATOR.fullmatch(short) else short


def _named(sentence: Sentence, lower: frozenset[str], aliases: dict[str, str]) -> Iterator[tuple[Name, str]]:
    """Yield the names in a sentence with their roles, and note the labels that it defines for them."""
    before, last = MENTIONED, 0
    labels_end = 0
    for name in names_in(sentence.text, lower):
        if name.start < labels_end:
            continue
        labels = labels_after(sentence.text, name.end, name.text)
        for label in labels.aliases:
            if key(label) != key(name.text):
                aliases.setdefault(key(label), key(name.text))
        if labels.aliases or labels.publisher:
            labels_end = sentence.text.find(")", name.end) + 1
        role = role_of(sentence, name, publisher=labels.publisher, last=last, role_before=before)
        yield name, role
        before, last = role, name.end


def _with_shorter_forms(seen: Mapping[str, Sequence[Seen]], aliases: Mapping[str, str]) -> Mapping[str, str]:
    """Add to the labels the beginnings of names by which only one of the names begins."""
    found = dict(aliases)
    longer = defaultdict[str, set[str]](set)
    for name in seen:
        words = name.split()
        for length in range(1, len(words)):
            longer[" ".join(words[:length])].add(name)
    for name, each in seen.items():
        whole = any(one.ground is Ground.FORM for one in each)
        if len(longer[name]) == 1 and name not in found and not whole:
            found[name] = next(iter(longer[name]))
    return found


def _merged(seen: Mapping[str, Sequence[Seen]], aliases: Mapping[str, str]) -> dict[str, list[Seen]]:
    merged = defaultdict[str, list[Seen]](list)
    for name, each in seen.items():
        target, steps = name, 0
        while target in aliases and steps < len(aliases):
            target, steps = aliases[target], steps + 1
        merged[target].extend(each)
    return merged


def _add_mentions(
    merged: dict[str, list[Seen]], sentences: Sequence[Sentence], aliases: Mapping[str, str]
) -> None:
    """Add the sentences in which a name that is known by now, its first word or its label stands."""
    firsts = Counter(name.split()[0] for name in merged if name)
    short = {
        name.split()[0]: name
        for name, each in merged.items()
        if name
        and firsts[name.split()[0]] == 1
        and len(name.split()) > 1
        and len(name.split()[0]) > 3
        and any(one.ground is Ground.FORM for one in each)
    }
    targets = {**{name: name for name in merged}, **{a: t for a, t in aliases.items() if t in merged}}
    openings = {name.split()[0] for name in targets if name}
    for sentence in sentences:
        for run in RUN.finditer(sentence.text):
            words = run[0].split()
            if len(words) == 1 and key(words[0]) in short:
                merged[short[key(words[0])]].append(Seen("", Ground.CUE, sentence.place, MENTIONED))
            for target in _targets_in(words, targets, openings):
                merged[target].append(Seen("", Ground.CUE, sentence.place, MENTIONED))


def _targets_in(words: Sequence[str], targets: Mapping[str, str], openings: Set[str]) -> Iterator[str]:
    """Yield the known names that a run of words holds, of those that begin with one word the longest."""
    for first, word in enumerate(words):
        if key(word).split()[:1] and key(word).split()[0] in openings:
            runs = (key(" ".join(words[first:after])) for after in range(len(words), first, -1))
            longest = next((targets[name] for name in runs if name in targets), None)
            if longest:
                yield longest


def _with_publisher(found: Sequence[Organisation], sentences: Sequence[Sentence]) -> list[Organisation]:
    """Take for the controller whoever is most often said to collect or use data, at least twice."""
    text = {sentence.place: sentence.text for sentence in sentences}
    times = {
        one.name: sum(bool(re.search(rf"\b{re.escape(one.name)}{ACTS}", text[place])) for place in one.places)
        for one in found
    }
    most = max(times.values(), default=0)
    firsts = [name for name, number in times.items() if number == most]
    if len(firsts) != 1 or most < PUBLISHED:
        return list(found)
    update = {"role": CONTROLLER}
    return [one.model_copy(update=update) if one.name == firsts[0] else one for one in found]


def _organisation(each: Sequence[Seen], order: Mapping[str, int]) -> Organisation:
    written = Counter(one.text for one in each if one.text)
    ground = max(one.ground for one in each)
    name = max(written, key=lambda text: (bool(FORM_AT_END.search(text)), written[text]))
    confidence = CONFIDENCES[ground]
    if ground is Ground.CUE and len({one.place for one in each}) > 1:
        confidence = Confidence.LIKELY
    return Organisation(
        name=" ".join(name.split()).rstrip("."),
        role=max((one.role for one in each), key=RANK.__getitem__),
        places=tuple(sorted({one.place for one in each}, key=order.__getitem__)),
        confidence=confidence,
    )
