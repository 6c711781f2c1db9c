"""What each sentence of a notice is about, by its words and by its heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model.reading import ReadSentence, Topic
from ..clauses import Sentence
from .decisions import AUTOMATED
from .passages import Passage, passages
from .phrases import Phrase
from .sources import ELSEWHERE, NOT_RECEIVED, RECEIVED

#: Words that tell the topic of the sentence in which they stand.
WORDS: Final = {
    Topic.CONTROLLER: Phrase(
        """
        (data )?controllers?
        responsible for <4> {data}
        who we are
        (registered|incorporated) in (england|scotland|wales|northern ireland|the united kingdom)
        registered (office|charity|company)
        company (registration )?number
        """
    ),
    Topic.OFFICER: Phrase("{dpo}"),
    Topic.SCOPE: Phrase(
        """
        (this|our) (privacy )?(notice|policy|statement) <4> (applies|covers|explains|describes|sets out|\
            tells|relates|is for|does not apply)
        (purpose|scope) of this
        """
    ),
    Topic.COLLECTION: Phrase(
        """
        (we|{org}|may) <4> (collect|collects|gather|gathers|ask for|ask you for|record|records|obtain) <8> \
            ({data}|names?|address(es)?|your)
        you <4> (give|provide|submit|enter|send|tell|supply) <4> (us|to us|{data})
        (collect|collected|collection of|types? of|categories of|kinds? of) <4> {data}
        {data} (that )?(we|{org}) <3> (collect|collects|hold|holds|process|processes|obtain|gather)
        """
    ),
    Topic.PURPOSES: Phrase(
        """
        {use} <10> (to|for|so that|so we|in order to)
        purposes?
        (in order to|so that we can|to enable us|to help us|help us to|allows? us to)
        """
    ),
    Topic.LAWFUL_BASIS: Phrase(
        """
        {lawful}
        {legitimate}
        (article|art) [69]
        (legal|contractual|statutory) obligations?
        (performance|perform) <6> (contract|agreement)
        (vital|public) interests?
        public task
        """
    ),
    Topic.CONSENT: Phrase("consent*", "(your|explicit) (permission|agreement)", "opt(ed|ing)? (in|out)"),
    Topic.SPECIAL_DATA: Phrase(
        """
        special categor(y|ies)
        sensitive (personal )?(data|information)
        (racial|ethnic|ethnicity|religious|religion|philosophical|political opinions?|trade union|sexual \
            orientation|sex life|biometric|genetic)
        (health|medical) (data|information|conditions?|records?|history|details|needs)
        disabilit(y|ies)
        criminal (convictions?|offences?|records?)
        """
    ),
    Topic.MARKETING: Phrase("marketing", "newsletters?", "promotion(s|al)?", "advertis*", "special offers"),
    Topic.PROFILING: Phrase("profiling", "profiles? (of|about) you", "algorithm*") | AUTOMATED,
    Topic.SHARING: Phrase(
        """
        (share|shares|shared|sharing|disclose|discloses|disclosed|disclosure|disclosures|passed to|pass on|\
            passed on|recipients?) <10>
        ({third}|service providers?|(data|sub) ?processors?|sell|selling)
        """
    ),
    Topic.TRANSFERS: Phrase(
        """
        {abroad}
        (adequacy|standard contractual clauses|data transfer agreement|binding corporate rules|privacy \
            shield|data privacy framework)
        """
    ),
    Topic.RETENTION: Phrase(
        """
        (retain|retains|retained|retention|how long|as long as|longer than)
        (keep|kept|hold|held|store|stored|delete|deleted|destroyed?|erased) <12> {period}
        (delete|deleted|destroy|destroyed|anonymised|disposed) <8> ({data}|it|them|securely|after|when|once)
        """
    ),
    Topic.SECURITY: Phrase(
        """
        (secure|securely|security|encrypt*|password*|firewalls?|https|unauthori[sz]ed|safeguard your|keep \
            <3> safe|technical and organi[sz]ational|penetration|confidentiality|breach(es)?)
        """
    ),
    Topic.RIGHTS: Phrase(
        """
        rights? (of|to|over|in relation|under|regarding|not) <3>
        (your|these|following|data protection|individual|any of <2>) rights?
        subject access
        (rectification|erasure|portability|restrict processing|be forgotten)
        (copy of|access to) <3> {data} (we|that we|{org}) (hold|holds|have)
        object to
        """
    ),
    Topic.COMPLAINTS: Phrase("complain*", "{ico}", "supervisory authorit(y|ies)"),
    Topic.COOKIES: Phrase(
        """
        cookies?
        (web )?beacons?
        tracking technolog(y|ies)
        local storage
        google analytics
        """
    ),
    Topic.CHILDREN: Phrase(
        """
        child(ren)?
        minors?
        (under|below) <3> (13|16|18)
        (parent|guardian)(s|al)? <4> (consent|permission|guardian)
        """
    ),
    Topic.LINKS: Phrase(
        """
        (links?|linked|linking) <6> (websites?|sites?|pages|third)
        (third party|external|other) (web ?sites?|sites?|apps?)
        """
    ),
    Topic.CONTACT: Phrase(
        """
        contact (us|details|form|our|the|{dpo})
        get in touch
        (write to|email|e mail|call|telephone|phone|ring) (us|our|the|:)
        """
    ),
    Topic.CHANGES: Phrase(
        """
        (change|changes|changed|update|updates|updated|amend|amended|revise|revised|review|reviewed|\
            modify) <8> (notice|policy|statement|page)
        (notice|policy|statement) <8> (change|changed|update|updated|amended|revised|reviewed|modified)
        last (updated|reviewed|revised|modified)
        (version|effective date|date of issue)
        """
    ),
}  # fmt: skip
#: Headings that tell the topic of what stands beneath them.
HEADINGS: Final = {
    Topic.CONTROLLER: Phrase(
        """
        who (we|are) (are|we)
        (data )?controllers?
        about us
        who is responsible <4>
        our details
        """
    ),
    Topic.OFFICER: Phrase("{dpo}"),
    Topic.SCOPE: Phrase(
        """
        introduction
        scope
        overview
        about this <3>
        purpose of this <2>
        summary
        """
    ),
    Topic.COLLECTION: Phrase(
        """
        (what|which|how|when|types?|categories|kinds?) <6> (collect|collects|hold|gather|obtain|collected|\
            process)
        (data|information) (we|you|that we) <3> (collect|hold|give|provide|process|gather|need)
        collecti(on|ng) <5>
        """
    ),
    Topic.SOURCES: Phrase(
        """
        sources?
        where <6> (from|come|get|obtain|collect)
        (data|information) <5> from (others?|third|other)
        """
    ),
    Topic.PURPOSES: Phrase(
        """
        (how|why|what) <4> (use|uses|used|need|process|processed)
        purposes?
        use of <4> (data|information)
        """
    ),
    Topic.LAWFUL_BASIS: Phrase("{lawful}", "lawfulness", "(legal|lawful) (basis|bases)"),
    Topic.CONSENT: Phrase("consent"),
    Topic.SPECIAL_DATA: Phrase("special categor(y|ies)", "sensitive", "criminal"),
    Topic.MARKETING: Phrase("marketing", "newsletters?", "advertising"),
    Topic.PROFILING: Phrase("profiling", "automated <4>"),
    Topic.SHARING: Phrase(
        """
        (who|whom|how|when|share|shares|sharing|disclos*|third part(y|ies)|recipients?) <6> (share|shares|\
            shared|sharing|disclos*|third part(y|ies)|recipients?|access|see|receives?)
        (sharing|disclosures?|disclosing|recipients?|third parties|processors?|service providers?)
        """
    ),
    Topic.TRANSFERS: Phrase(
        """
        transfers?
        transferring
        international(ly)?
        overseas
        abroad
        outside the <3>
        """
    ),
    Topic.RETENTION: Phrase(
        """
        retention
        how long <6>
        (keeping|storing|storage of) <4> (data|information)
        retain <4>
        """
    ),
    Topic.SECURITY: Phrase(
        """
        secur(e|ity|ing|ely)
        safe
        protect(ing|ion of|ed)? (your|the|personal|it)
        how <4> (protect|safe)
        """
    ),
    Topic.RIGHTS: Phrase("rights?", "subject access <2>", "your choices"),
    Topic.COMPLAINTS: Phrase("complain*", "concerns", "supervisory authority", "regulator"),
    Topic.COOKIES: Phrase("cookies?", "tracking", "analytics"),
    Topic.CHILDREN: Phrase("child(ren)?", "minors?"),
    Topic.LINKS: Phrase("links?", "other web ?sites?", "third party (web ?)?sites?"),
    Topic.CONTACT: Phrase("contact", "contacting us", "get in touch", "how to reach us", "questions"),
    Topic.CHANGES: Phrase(
        """
        changes?
        updates?
        updating <4>
        versions?
        review of <4>
        amendments?
        """
    ),
}  # fmt: skip


def read_topics(sentences: Sequence[Sentence]) -> tuple[ReadSentence, ...]:
    r"""Return each sentence with what it is about: by its own words, its list and its heading.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> text = "Cookies\nWe share what they tell us with Kite Ltd, our web host in York."
    >>> [[topic.value for topic in read.topics] for read in read_topics(split_sentences(text))]
    [['sharing', 'cookies']]
    """
    by_place: dict[str, list[Passage]] = {}
    for passage in passages(sentences):
        by_place.setdefault(passage.place, []).append(passage)
    headed: dict[str, frozenset[Topic]] = {}
    found, last = [], frozenset[Topic]()
    for sentence in sentences:
        pieces = by_place.get(sentence.place)
        if pieces is not None:
            about = frozenset(topic for piece in pieces for topic in _topics(piece))
            last = about | _under(pieces[0].heading, headed)
        found.append(
            ReadSentence(
                place=sentence.place,
                heading=sentence.heading,
                text=sentence.text,
                topics=tuple(topic for topic in Topic if topic in last),
            )
        )
    return tuple(found)


def _topics(passage: Passage) -> frozenset[Topic]:
    own = frozenset(topic for topic, phrase in WORDS.items() if phrase.within(passage.text))
    lead = passage.lead
    if lead:
        own |= frozenset(topic for topic, phrase in WORDS.items() if phrase.within(lead))
    from_others = RECEIVED.within(passage.joined, len(lead)) or ELSEWHERE.within(passage.text)
    if from_others and not NOT_RECEIVED.within(passage.text):
        own |= {Topic.SOURCES}
    return own


def _under(heading: str, known: dict[str, frozenset[Topic]]) -> frozenset[Topic]:
    if heading not in known:
        known[heading] = frozenset(topic for topic, phrase in HEADINGS.items() if phrase.within(heading))
    return known[heading]
