"""Phrases as an analyst would note them down, and what they find in a sentence.

A phrase is written in plain words: a blank is anything that stands between two words, `` ?`` a blank that may
be absent, ``<4>`` up to four words of any kind, ``keep*`` any word that begins so, ``(a|b)`` a choice, ``?``
behind it that it may be absent, ``{we}`` a phrase of the vocabulary. No repetition is unbounded but that of
the letters of a word, so that the time a phrase takes grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from .wordings import LETTERS, beginnings_of, words_of

#: Phrases that many others are made of.
VOCABULARY: Final = {
    "org": "the (council|school|trust|practice|company|charity|university|college|firm|surgery|clinic"
    "|department|agency|society|association|club|foundation|church|parish|organi[sz]ation|academy|business"
    "|group"
    "|ministry|authority|institute|service|team|hospital|federation)",
    "we": "(we|us|i|me|{org})",
    "data": "((personal|personally|identifiable|identifying|your|their|this|the|that|such|any|all|sensitive"
    "|own) ){0,4}(data|informations?|details|records?|pii)",
    "use": "(us(e|es|ed|ing)|process(es|ed|ing)?|collect(s|ed|ing)?|hold(s|ing)?|held|handl(e|es|ed|ing)"
    "|need(s|ed)?|require(s|d)?|keep(s|ing)?|stor(e|es|ed|ing)|gather(s|ed|ing)?|obtain(s|ed|ing)?)",
    "share": "(shar(e|es|ed|ing)|disclos(e|es|ed|ing)|pass(es|ed|ing)?( (on|over))?|provid(e|es|ed|ing)"
    "|transfer(s|red|ring)?|giv(e|es|en|ing)|releas(e|es|ed|ing)|send(s|ing)?|sent|mak(e|es|ing) available"
    "|made available|transmit(s|ted|ting)?|suppl(y|ies|ied|ying)|tell(s|ing)?)",
    "sell": "(sell(s|ing)?|sold|rent(s|ed|ing)?|trad(e|es|ed|ing)|leas(e|es|ed|ing))",
    "not": "(not|never|no longer|neither|cannot|nor)",
    "may": "(may|can|will|shall|must|could|would|might|should|are (able|entitled|free|welcome) to)",
    "third": "third part(y|ies)",
    "ico": "(ico|information commission(ers?)?|ico\\.org\\.uk|ico\\.gov\\.uk)",
    "regulator": "({ico}|(data protection|data privacy|data|information|privacy|supervisory)"
    " (supervisory |protection )?(authority|authorities|regulators?|commissioners?)"
    "|supervisory authorit(y|ies)|data protection commission(er)?"
    "|(the|data|privacy|information|uk) watchdogs?"
    "|data protection (ombudsman|inspectorate|agency|registrar)|cnil|dpc|oaic|aepd|garante)",
    "rights": "((data|your|these|those|any|such|the|this|privacy|legal|of|subject|subjects|protection"
    "|information|individual|above|all|following) ){0,5}(rights?|requests?)",
    "lawful": "(lawful|legal|legitimate|statutory) (basis|bases|grounds?|reasons?|justifications?|gateways?)",
    "legitimate": "(legitimate(ly)?( (business|commercial|and lawful|organi[sz]ational|public))? interests?"
    "|interests? that (is|are) legitimate)",
    "decide": "(automated|automatic|automatically|solely automated|algorithmic)"
    "( (individual|and|or|profiling))?"
    "( (decisions?|decision making|processing|means|profiling|made|decided|scoring|assessments?))",
    "dpo": "(data protection (and \\w+ |\\w+ )?(officers?|leads?|managers?|representatives?|champions?"
    "|advis[eo]rs?|contact)|dpos?|d p o|(chief |data )?privacy (officers?|managers?|leads?)"
    "|information governance (officers?|managers?|leads?)|officer (responsible|in charge)"
    " (for|of) data protection|data compliance (officer|manager))",
    "abroad": "(abroad|overseas|(outside|beyond|other than)( of)? (of )?(the )?(uk|united kingdom"
    "|great britain|eea|eu|european|country|jurisdiction)"
    "|(other|third|foreign|different|non \\w+) (countr(y|ies)|jurisdictions?)"
    "|internationally|international (transfers?|organi[sz]ations?)|cross border|restricted transfers?)",
    "long": "((only )?(for )?(as|so|no) long(er)?( (as|than))?)",
    "period": "((a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    "|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy"
    "|ninety|hundred|couple of|few|\\d{1,4})( \\w+){0,2} (hours?|days?|weeks?|months?|years?|yrs?|terms?))",
    "person": "(you|i|individuals?|people|persons?|anyone|anybody|everyone|everybody|those|they"
    "|data subjects?"
    "|subjects?|users?|members?|parents?|carers?|pupils?|students?|patients?|clients?|customers?|tenants?"
    "|residents?|applicants?|candidates?|employees?|volunteers?|visitors?|supporters?|donors?|subscribers?"
    "|guests?|drivers?|participants?|families|owners?|players?|learners?|leaseholders?|householders?)",
    "able": "(may|can|could|might|must be able to|(is|are|be) (\\w+ )?(able|entitled|free|welcome|at liberty"
    "|allowed|permitted) to|(has|have|enjoys?|given|gives) <2> (rights?|chance|option|choice|opportunity"
    "|entitlement|ability|power))",
    "mine": "(your|my|his|her|their|own|a persons|someones)",
    "thing": "(data|informations?|details|records?|files?|notes?|entry|entries|history|footage|pictures?"
    "|images?"
    "|photos?|photographs?|recordings?|profile|account|particulars|papers|documents?|answers|cv)",
    "see": "(see|seeing|view|viewed|viewing|look(ing)? (at|over|through)|inspect(ed|ing)?|access(ing|ed)?"
    "|obtain(ed|ing)?|receiv(e|ed|ing)|get(ting)?|read|find(ing)? out|know|told|learn|check|request(ed|ing)?"
    "|examine|consult|download(ing)?|given|shown|ask(ing)? for|sent|have)",
    "fix": "(correct(s|ed|ing|ions?)?|rectif(y|ied|ies|ying|ication)|amend(s|ed|ing|ments?)?|fix(ed|es|ing)?"
    "|put(ting)? <4> (right|straight)|set(ting)? <4> (right|straight)|straighten(ed|ing)?|updat(e|ed|es|ing)"
    "|remed(y|ied|ying)|revis(e|ed|ing)|alter(ed|ing)?|chang(e|ed|es|ing)|edit(ed|ing)?|complet(e|ed|ing|ion)"
    "|fill(ed|ing)? in|made good|make good|adjust(ed|ing)?|supplement(ed|ing)?|brought up to date"
    "|bring <4> up to date|sort(ed)? out|replac(e|ed|ing))",
    "wrong": "(wrong|mistaken|mistakes?|errors?|inaccura\\w+|incorrect|out of date|outdated|incomplete|untrue"
    "|missing|misspel\\w+|not <2> (true|right|accurate|correct|up to date|complete)|slips?)",
    "wipe": "(eras(e|ed|es|ing|ure)|delet(e|ed|es|ing|ion)|wip(e|ed|es|ing)|remov(e|ed|es|ing|al)"
    "|destroy(ed|s|ing)?|destruction|purg(e|ed|es|ing)|shred(s|ded|ding)?|bin(ned)?|scrub(bed|s)?"
    "|get(ting)? rid of|got rid of|dispos(e|ed|ing|al) of|forgotten|forget|throw <3> away|thrown away"
    "|tak(e|en|ing) <3> (off|down)|strik(e|ing) <3> (off|out)|struck (off|out)|clear(ed)?)",
    "freeze": "(restrict(s|ed|ing|ions?)?|freez(e|es|ing)|froze|frozen|paus(e|ed|es|ing)|suspend(ed|s|ing)?"
    "|suspension|limit(s|ing)?|(be|being|use|processing) limited|block(s|ed|ing)?|quarantin(e|ed|ing)"
    "|narrow(ed|ing)?|lock(ed|ing)?"
    "|put(ting)? <5> on (hold|ice)|set(ting)? <3> aside|park(ed)?|hold off)",
    "halt": "(stop(s|ped|ping)?|ceas(e|ed|ing)|halt(ed|ing)?|prevent(ed|ing)?|(put|putting) (a stop"
    "|an end) to"
    "|say(ing)? no to|opt(s|ed|ing)? out of|refus(e|ed|ing)|oppos(e|ed|ing)|disagree with|take issue with"
    "|not to|no longer|give up|leave off|drop)",
}

WORD: Final = re.compile(r"\w+")


class Phrase:
    """A phrase in several wordings, any of which will do.

    Parameters
    ----------
    wordings
        One a line, as described at the head of this file.

    >>> Phrase("right to <2> object").within("you have a right to always object")
    True
    >>> Phrase("right to <2> object").within("the right to restrict, and never to object")
    False
    """

    __slots__ = ("_anyhow", "_begins", "_patterns", "wordings")

    def __init__(self, *wordings: str) -> None:
        lines = (" ".join(line.split()) for wording in wordings for line in wording.splitlines())
        self.wordings = tuple(line.replace("| ", "|") for line in lines if line)
        self._patterns: tuple[_Pattern, ...] = ()
        self._begins: frozenset[str] = frozenset()
        self._anyhow = False

    def __or__(self, other: Phrase) -> Phrase:
        """Return the phrase that is said where either is."""
        return Phrase(*self.wordings, *other.wordings)

    def within(self, text: str, start: int = 0) -> bool:
        """Whether a prepared text says this, ending behind a place in it."""
        for pattern in self._likely(text):
            if start == 0:
                if pattern.search(text):
                    return True
            elif any(match.end() > start for match in pattern.finditer(text)):
                return True
        return False

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where a prepared text says this, wording by wording."""
        for pattern in self._likely(text):
            yield from pattern.finditer(text)

    def count(self, text: str) -> int:
        """Return how often a prepared text says this."""
        return sum(1 for _ in self.matches(text))

    def _likely(self, text: str) -> Iterator[re.Pattern[str]]:
        """Yield the wordings that a text can hold, judged by how its words begin."""
        if not self._patterns:
            self._patterns = tuple(map(_compiled, self.wordings))
            self._anyhow = any(not one.needed for one in self._patterns)
            self._begins = frozenset().union(*(one.needed[0] for one in self._patterns if one.needed))
        begins = _beginnings(text)
        if not self._anyhow and begins.isdisjoint(self._begins):
            return
        for needed, pattern in self._patterns:
            for one in needed:
                if begins.isdisjoint(one):
                    break
            else:
                yield pattern


def filled(wording: str, words: Mapping[str, str]) -> str:
    """Return a wording with words put in where their name stands in square brackets.

    >>> filled("[WHO] decides", {"WHO": "(nobody|no one)"})
    '(nobody|no one) decides'
    """
    for name, meant in words.items():
        wording = wording.replace(f"[{name}]", meant)
    return wording


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:LETTERS] for word in WORD.findall(text))


def _compiled(wording: str) -> _Pattern:
    spelled = wording
    for _ in range(4):
        spelled = re.sub(r"\{([a-z]+)\}", lambda name: VOCABULARY[name[1]], spelled)
    spelled = spelled.replace(" ?", r"\W?")
    spelled = re.sub(r"(?:^<\d+> | <\d+>$)", "", spelled)
    needed = sorted(filter(None, map(beginnings_of, words_of(spelled))), key=len)
    spelled = re.sub(r"\((?!\?)", "(?:", spelled)
    spelled = re.sub(r" ?<(\d+)> ?", r"(?:\\W{1,9}\\w+){0,\1}?\\W{1,9}", spelled)
    spelled = re.sub(r"(?<=[\w)])(?<!\\w)\*", r"\\w*", spelled)
    spelled = spelled.replace(" ", r"\W{1,9}")
    return _Pattern(tuple(needed[:3]), re.compile(rf"(?<!\w)(?:{spelled})(?!\w)"))


class _Pattern(NamedTuple):
    """A wording ready to be searched for, and how words begin that it cannot do without."""

    needed: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
