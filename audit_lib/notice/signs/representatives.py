"""Whether a controller is established abroad, and who represents it in the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..naming.countries import countries_in
from .passages import Passage
from .patterns import Pattern
from .phrases import Phrase

UK: Final = (
    "(uk|u k|gb|united kingdom|great britain|britain|british|british soil|england|scotland|wales"
    "|northern ireland"
    "|london|manchester|edinburgh|glasgow|cardiff|belfast|birmingham|leeds|bristol)"
)
#: Whoever stands in for a controller from abroad.
DEPUTY: Final = "(representatives?|reps?|delegates?|proxy|deputy|agents?|contact person|stand in)"
#: Representatives of another kind.
OTHER: Final = Phrase(
    """
    (sales|class|customer|service|services|support|student|parent|union|staff|account|company|medical|\
        patient|\
        personal|legal|authorised|elected|employee|media) (\\\\w+ )?representatives?
    representative (of|sample|selection|number|cross section) <4> (population|people|sample|public)
    representatives? <3> (olympic|olympics|games|team|event|council of)
    s representative at
    """.replace("\\\\w", "\\w")
)
REPRESENTATIVE: Final = (
    Pattern(
        "A13-1a-rep",
        "representative",
        Phrase(
            f"""
            {UK} <3> (representatives?|reps?)
            {UK} <3> agents? <8> (gdpr|data protection|privacy|data)
            (data protection|gdpr|privacy|nominated|appointed|designated) <2> (representatives?|reps?|\
        delegates?|\
                agents?) <10> {UK}
            (our|its|local|as|a|acts as) <2> representative <10> {UK}
            representatives? <3> {UK}
            (gdpr|data protection|privacy) <10> {UK} <3> {DEPUTY}
            (our|its|the|local) <2> {DEPUTY} <8> (gdpr|data protection|privacy) <6> {UK}
            {UK} <16> (acts?|acting|serves?|appointed|named|designated|nominated|chosen|is|are) <6> \
                representatives?
            (we|i|us|have|has|been|{{org}}) <3> (appointed|named|designated|nominated|mandated|chosen|\
        instructed|\
                engaged|authorised) <12> (represent|representative|act for|speak for|stand in for) <12>
            represented (in|within) (the )?{UK} by
            {UK} <12> (our|its|their) <2> (representative|delegate|deputy|proxy|stand in)
            (acts?|acting|stands?|speaks?) (in )?(for|on behalf of) (us|it|them|me|{{org}}) <6> (there|{UK})
            (point of contact|contact person|local contact) (in|for) <3> {UK}
            {UK} (point of contact|contact person)
            (our|its|the) (stand in|proxy|deputy) in <2> {UK}
            {UK} <16> (represents?|stands in for|speaks for|acts for|acting for|act on behalf of) (us|it|\
        them|me|\
                {{org}}|our)
            (represents?|stands in for|speaks for|acts for|act for) (us|it|me|{{org}}|the company) (in|\
        within) <1> {UK}
            (obliged|required|law|must|article|art|gdpr) <16> (someone|somebody|contact|agent|representative|\
                person|firm) <6> (in|on) <2> {UK}
            (named|appointed|designated|nominated|have|has|keep) <4> (contact|agent|person|firm|delegate) \
        <4> \
                {UK} <16> (gdpr|law|overseas|abroad|outside|article|art)
            (article|art) 27 <8> (representatives?|agents?|contact)
            (representatives?|agents?) <8> (article|art) 27
            """
        ),
        near=Phrase(f"{UK}", "(article|art) 27", "gdpr", "data protection"),
        unless=OTHER,
    ),
    Pattern(
        "A13-1a-rep",
        "representative",
        under=Phrase(f"{UK} <3> representatives?", f"representatives? <6> {UK}", "(article|art) 27"),
        unless=OTHER,
    ),
)
#: Where organisations can be that are not established here.
PLACE: Final = (
    "(the )?(us|usa|u s|united states|america|california|delaware|new york|texas|washington|oregon|israel"
    "|india"
    "|australia|canada|singapore|new zealand|germany|france|ireland|dublin|netherlands|spain|italy|sweden"
    "|norway"
    "|denmark|finland|poland|austria|switzerland|geneva|zurich|belgium|portugal|luxembourg|estonia|lithuania"
    "|japan|china|hong kong|korea|brazil|mexico|south africa|nigeria|kenya|uae|dubai|united arab emirates"
    "|turkey|ukraine|cyprus|malta|greece|czech republic|hungary|romania|bulgaria|iceland|jersey|guernsey"
    "|isle of man|philippines|malaysia|thailand|vietnam|taiwan|berlin|paris|amsterdam|sydney|melbourne"
    "|toronto)"
)
NATION: Final = (
    "(u s|us|american|californian?|delaware|german|french|dutch|irish|canadian|australian|swiss|spanish"
    "|italian"
    "|swedish|norwegian|danish|finnish|polish|austrian|belgian|portuguese|indian|israeli|singaporean|japanese"
    "|chinese|new zealand|luxembourg|estonian|american|brazilian|south african|foreign|overseas)"
)
FIRM: Final = (
    "(company|corporation|business|startup|start up|organi[sz]ation|non ?profit|firm|charity|foundation|gmbh"
    "|partnership|association|institute|agency|studio|publisher|shop|club|school|bank|enterprise|entity)"
)
WE_ARE_ABROAD: Final = Phrase(
    f"""
    (we|i) (are |am |have been |were |is )?(\\w+ )?(located|established|based|headquartered|incorporated|\
        domiciled|\
        resident|registered|operate|work|trade|run|sit|live) <4> (in|from|under|out of|outside) <2> {PLACE}
    (we|i|company|controller|{{org}}) (are |am |is )?(\\w+ )?(located|established|based|headquartered|\
        incorporated|\
        operates?|lives?|works?) <2> outside( of)? (the )?(uk|\
        united kingdom|eea|eu|european)
    ^(the )?(\\w+ ){{0,5}}(is|are|am) (located|established|based|headquartered|incorporated|registered) \
        <3> (in|\
        under|outside) <2> {PLACE}
    (company|{{org}}|controller|operator|it) (is |are |sits |was )?(\\w+ )?(located|established|based|\
        headquartered|\
        incorporated|sits|in|registered) <3> (in|under|from) <3> {PLACE}
    (is|are|am|as) an? (\\w+ )?({NATION}|{PLACE} based) (\\w+ )?{FIRM}
    the {NATION} {FIRM} <6> (is|are|as) <3> controller
    (no|without an?|not have an?) (\\w+ )?(branch|establishment|office|presence|offices) <4> (uk|u k|\
        united kingdom)
    principal place of business <4> {PLACE}
    (incorporated|registered|established|formed|set up) under {NATION} law
    (head office|headquarters|hq|headquartered|registered office|main office|principal office|seat|head \
        quarters|\
        (our|my) (offices?|home|studio|workshop|base|team)) <4> (in|at|is|are) <6> {PLACE}
    (from|out of) <2> (base|home|office|offices|studio) in <3> {PLACE}
    (we|i) <3> (abroad|overseas|not <2> (uk|british) (company|organi[sz]ation|business|firm|charity))
    (we|i|{{org}}) <3> not (established|based|located|incorporated|registered) <2> (uk|u k|united kingdom|\
        britain)
    (we|i|us) (are|am) <5> (in|from|of) <2> {PLACE}
    ^(\\w+ ){{1,5}}is <4> {FIRM} <4> (in|from|of) {PLACE}
    (laws|law) of <5> {PLACE} <8> (govern|appl)\\w*
    (australian privacy (principles|act)|privacy act 1988)
    """
)
#: Law, registers and regulators of elsewhere, which tell where a notice speaks of nothing here.
FOREIGN_LAW: Final = Phrase(
    """
    (oaic|australian information commissioner|bdsg|bundesdatenschutzgesetz|handelsregister|amtsgericht|\
        cnil|aepd|\
        pipeda|popia|lgpd|autoriteit persoonsgegevens|datatilsynet|registergericht|edoeb|imprint)
    (abn|acn|hrb|siren|siret|kvk|uen) (no |number )?\\d+
    (@|at) ?[\\w-]+[.](com[.]au|de|fr|nl|ie|us|ca|co[.]nz|nz|se|no|dk|ch|at|it|es)
    """
)
LOCATED: Final = Phrase(
    """
    (we|i|company|controller|operator|{org}) (are |am |is |were |was )?(\\w+ )?(located|established|based|\
        incorporated|\
        headquartered|domiciled|resident|registered|operates?|works?|sits?|lives?|run) <4> (in|from|under|\
        out of)
    ^(the )?(\\w+ ){0,4}is (\\w+ )?(located|established|based|incorporated|headquartered|registered) (in|\
        under)
    """
)
OURS: Final = Phrase("(we|you|your|our|us|they)")
#: Who is spoken of, where it is not the controller.
OF_OTHERS: Final = Phrase(
    """
    (servers?|data cent(re|er)s?|providers?|suppliers?|processors?|partners?|recipients?|hosts?|hosting|\
        google|\
        facebook|meta|stripe|microsoft|amazon|mailchimp|stored|store|transfer\\w*|{third}|\
        subcontractors?|youtube|twitter|vimeo|zoom|dropbox|paypal|(if|when|where) you (are|live)|users? \
        (in|who)|customers? in)
    """
)
#: That something is of the United Kingdom, anywhere in a notice.
UK_LAW: Final = re.compile(
    r"\b(?:UK|U\.K\.|United Kingdom|England|Scotland|Wales|Ltd|ICO|DPA 2018|Data Protection Act)\b"
    r"|(?<!Australian )Information Commission|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\.uk\b"
)
#: Companies of a foreign kind.
KIND: Final = (
    r"(?:Inc\b|LLC\b|L\.L\.C|g?GmbH\b|B\.V\.|Corp\b|Pte\b|Pty\b|S\.à|S\.A\.|A/S|Oy\b|OHG\b|\be\.V\.|ApS\b"
    r"|SARL\b"
    r"|S\.r\.l|S\.p\.A)"
)
CONTROLLER: Final = re.compile(
    rf"(?:[Cc]ontrollers?\b|[Rr]esponsible\b).{{0,120}}?\b(?:{KIND}|USA\b|United States|California"
    rf"|Delaware|Ireland"
    r"|Netherlands|Germany|Luxembourg|Singapore|Austria|Australia|Canada|France|Switzerland|India|Norway"
    r"|Sweden"
    r"|Denmark|Spain|Italy|Israel|Japan|New Zealand|South Africa)"
    rf"|^.{{0,80}}\b{KIND}.{{0,80}}\b[Cc]ontroller"
)
NAMED: Final = re.compile(rf"^[A-Z][\w&'’.-]{{0,30}}(?: [\w&'’.,-]{{1,30}}){{0,5}}? {KIND}")
ZIP: Final = re.compile(r"\b(?:[A-Z]{2} \d{5}|NSW \d{4}|VIC \d{4}|QLD \d{4})\b")
ADDRESS: Final = re.compile(
    r"\b(?:[A-Z]{2} \d{5}|NSW \d{4}|VIC \d{4}|QLD \d{4})\b|\bU\.?S\.?A\.?\W{0,3}$"
    r"|,\s(?:USA|United States|Germany|Australia|Canada|Ireland|Singapore|New Zealand)\.?$"
)
HERE: Final = re.compile(
    r"\b(?:UK|United Kingdom|England|Scotland|Wales|London|Ltd|ICO|Information Commission)\b"
)
WHO: Final = Phrase(
    "who (we|are)", "contact", "controllers?", "about us", "responsible", "identity", "imprint"
)
EARLY: Final = 12
#: How many letters a word of a prepared text may have moved.
NEAR: Final = 10
#: A line of an address is no longer.
ADDRESS_LINE: Final = 200


def foreign(found: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages that show that the controller is established outside the United Kingdom.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> said = "We are a Canadian company. Our servers are located in Canada."
    >>> [passage.place for passage in foreign(passages(split_sentences(said)))]
    ['1.1']
    """
    elsewhere = not any(UK_LAW.search(passage.raw) for passage in found)
    for passage in found:
        if is_foreign(passage) or (elsewhere and FOREIGN_LAW.within(passage.text)):
            yield passage


def is_foreign(passage: Passage) -> bool:
    """Whether a passage shows that the controller is established outside the United Kingdom.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> said = "We are a Canadian company. Our servers are located in Canada."
    >>> [is_foreign(passage) for passage in passages(split_sentences(said))]
    [True, False]
    """
    text, raw = passage.text, passage.raw
    if OF_OTHERS.within(text):
        return False
    if WE_ARE_ABROAD.within(text):
        return True
    countries = set(countries_in(raw))
    if HERE.search(raw) or "GB" in countries:
        return False
    if CONTROLLER.search(raw) or any(_place(raw, found.end()) for found in LOCATED.matches(text)):
        return True
    return _address(passage, abroad=bool(countries - {"EU"}))


def _place(raw: str, start: int) -> bool:
    """Whether a country stands where a text says in which one somebody is."""
    there = raw[max(0, start - NEAR) : start + 4 * NEAR].partition(" and ")[0]
    return bool(set(countries_in(there)) - {"EU", "GB"})


def _address(passage: Passage, *, abroad: bool) -> bool:
    """Whether a passage is a line of an address, or the name of a company, from abroad."""
    raw = passage.raw
    own = passage.number < EARLY or WHO.within(passage.heading)
    if own and len(raw) <= ADDRESS_LINE and ZIP.search(raw):
        return True
    if not own or len(raw) > ADDRESS_LINE or OURS.within(passage.text):
        return False
    if NAMED.search(raw) or (passage.opens and NAMED.search(passage.title)):
        return True
    return ADDRESS.search(raw) is not None or (abroad and "," in raw)
