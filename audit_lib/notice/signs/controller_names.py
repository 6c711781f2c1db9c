"""How notices name the organisation that they are of."""

from __future__ import annotations

import re
from typing import Final

from ...model.noun import Confidence
from .passages import Passage
from .phrases import Phrase

#: What the names of organisations end in.
KIND: Final = (
    r"Ltd|Limited|LTD|LIMITED|PLC|plc|Plc|LLP|CIC|C\.I\.C|CIO|Inc|LLC|g?GmbH|B\.V|BV|S\.A|Oy|Pty|Pte|AG"
    r"|OHG|Corporation"
    r"|Council|Trust|University|School|College|Academy|Surgery|Practice|Clinic|Hospital|Association|Society"
    r"|Foundation|Charity|Church|Department|Agency|Authority|Ministry|Commission|Services?|Group|Partnership"
    r"|Partners|Company|Club|Centre|Federation|Institute|Union|Board|Solicitors|Lettings|Homes|Housing"
    "|Studios?"
    r"|Museum|Library|Nursery|Cathedral|Digital|NHS"
)
#: A line that is the name of a company.
COMPANY: Final = re.compile(
    r"[A-Z][\w&'’.-]{0,30} (?:[\w&'’.-]{1,30} ){0,6}?\(?(?:Ltd|Limited|PLC|plc|LLP|CIC|Inc|LLC|g?GmbH|B\.V"
    r"|Pty)\b"
)
ENDS_SO: Final = re.compile(rf"\b[A-Z0-9][\w&'’.-]{{0,30}} (?:[\w&'’.()-]{{1,30}} ){{0,6}}?\(?(?:{KIND})\b")
BEGINS_SO: Final = re.compile(
    r"\b(?:Department|Ministry|Office|University|Bank|Church|Diocese|Museum|House|Friends|Society|City"
    "|Borough)"
    r" (?:for|of) (?:the )?[A-Z]\w+|\b(?:HM|NHS|Her Majesty['’]s|His Majesty['’]s) [A-Z]\w+"
)
PROPER: Final = r"[A-Z][\w&'’.-]*(?: (?:of |and |for |the |& )?[A-Z0-9][\w&'’.-]*){0,7}"
TWO: Final = (
    r"(?:The )?(?:\d{1,3}(?:st|nd|rd|th) )?"
    r"[A-Z][\w&'’.-]*(?: (?:of |and |for |the |& )?[A-Z0-9][\w&'’.-]*){1,7}"
)
#: "Kite Homes ("we")", "we, Kite Homes,", "Kite Homes is the controller", "operated by Kite Homes".
INTRODUCED: Final = re.compile(
    rf"{PROPER},? ?\((?:[^()]{{0,60}}[\s,“\"'‘])?[“\"'‘]?(?:we|us|our|We|Us|Our)[,”\"'’]"
    rf"|\b(?:[Ww]e|[Uu]s|[Oo]ur)[”\"'’)]{{0,2}} (?:are|is|refers? to|means?"
    rf"|and similar terms mean) (?:the )?{PROPER}"
    rf"|\b(?:[Ww]e|[Uu]s),? (?:at )?(?:the )?(?:[a-z]{{2,12}} of (?:the )?)?{PROPER},"
    rf"|{PROPER}(?: \([^()]{{1,60}}\))?,? (?:is|are|acts? as|will be) (?:the|a|your|our) (?:sole |data "
    rf"|joint )?[Cc]ontrollers?"
    rf"|[Cc]ontrollers?\b[^.:;]{{0,80}}?(?: is| are|:| as) (?:the )?{PROPER}"
    rf"|\b(?:operated|run|owned|provided|maintained|published|managed|controlled) by (?:the )?{PROPER}"
    r"|\b(?:operated|run|owned|managed) by (?:the )?(?:charity|company|group|trust)? ?[A-Za-z]+[A-Z]\w+"
    rf"|^{PROPER} is (?:a|an|the|one of|part of|your|run|operated|owned|committed|based|located|registered)\b"
    rf"|\b(?:At|at) {PROPER},? we\b|\bI am {TWO}|\b(?:We|we|us) \({PROPER}\)|\bI,? {TWO},"
    rf"|^{TWO} (?:is|are|takes?|respects?|values?|cares|collects?|processes|uses?|holds?|provides?|offers?"
    r"|determines?|decides?|looks? after|keeps?|will) "
    rf"|\bdealing with {PROPER}|\bname of {PROPER}|\b(?:accountable|answerable|responsible)\b.{{0,40}} {TWO}"
    rf"|\b(?:trading as|registered (?:company|charity)|known as) {PROPER}"
)
COMMON: Final = re.compile(
    r"\b(?:We|You|This|Our|The|If|In|It|Data|Privacy|Personal|Notice|Policy|GDPR|UK|Act|UK GDPR)$"
)
CONTROLLER: Final = Phrase(
    """
    (data )?controllers?
    responsible for <6> {data}
    responsible for <4> (website|site|service|policy|notice)
    (decid\\w*|determin\\w*|control\\w*|say over|in charge) <8> {data}
    (accountable|answerable|on the hook|answers) <3> for <6> {data}
    (decides?|determines?) <4> (why|how|what)
    """
)
IS_US: Final = Phrase(
    """
    (we|us|i) (am|are|is|act as|acts as|remain|will be) <8> controllers?
    {org} (is|are|acts as) <8> controllers?
    (is|are|act as|acts as|be|as) (a|the|your|our|sole|its|their) <3> controllers?
    controllers? <10> (is|are) (us|{org})
    responsible for <6> {data}
    (we|i|{org}) (are |am |is )?(\\w+ )?(decides?|determines?|controls?|in charge|accountable|answerable) \
        <6> \
        ({data}|why|how|what)
    who <3> in charge
    """
)
IDENTITY: Final = Phrase(
    """
    (privacy|data protection) (notice|policy|statement|information) (of|for|from|applies to|explains|\
        describes|sets out|tells)
    (we|us|our) (are|is|means?|refers? to)
    (operated|run|owned|provided|maintained|built|managed|published|administered) by
    (company|charity|registration) (registration )?(number|no)
    registered (office|charity|company|address|in)
    (incorporated|trading) (in|as)
    is committed to
    welcome to
    (takes?|respects?|values?) <2> privacy
    (we|here) at
    this <4> (notice|policy|statement|website|site|service)
    on behalf of
    """
)
WHO: Final = Phrase(
    """
    who (we|are) (are|we)
    who is <4> (controller|responsible)
    about (us|this|our|the)
    controllers?
    introduction
    contact
    contacting us
    identity
    overview
    responsible
    """
)
#: "Kite Homes privacy notice", "Privacy notice of Kite Homes".
TITLED: Final = re.compile(
    r"^(?P<before>[A-Z][\w&'’-]*(?: [\w&'’-]+){0,6}) (?:[Dd]ata )?[Pp]r(?:ivacy|otection)"
    r" (?:[Nn]otice|[Pp]olicy|[Ss]tatement)"
    r"|(?:[Nn]otice|[Pp]olicy|[Ss]tatement)(?: for| of| -| –|:| \|) (?:the )?(?P<behind>[A-Z][\w&'’-]*)"
)
#: What stands in titles where the name of an organisation could stand.
GENERIC: Final = frozenset(
    (
        "customer", "customers", "website", "general", "our", "user", "users", "staff", "pupil", "pupils",
        "parent", "parents", "patient", "patients", "tenant", "tenants", "full", "data", "online", "global",
        "consumer", "client", "clients", "the", "uk", "gdpr", "visitors", "job", "applicants", "suppliers",
        "this", "your", "candidate", "candidates", "employee", "employees", "member", "members",
        "recruitment", "version", "effective", "last",
    )
)  # fmt: skip
#: How far into a notice names are those of who wrote it, in passages, and as a part of all.
EARLY: Final = 12
FIRST_PART: Final = 8
#: In these a name alone may be that of the controller.
FIRST: Final = 4
#: A line that is longer than this is no name.
LINE: Final = 90


def titled(title: str) -> bool:
    """Whether the title of a notice names an organisation.

    >>> titled("Kite Homes Privacy Policy"), titled("Website Privacy Policy")
    (True, False)
    """
    found = TITLED.search(title)
    if found is None:
        return False
    name = found["before"] or found["behind"]
    return name.split()[0].casefold() not in GENERIC


def named(passage: Passage, passages: int) -> Confidence | None:
    """Return how sure it is that a passage says which organisation the notice is of, if it does.

    Parameters
    ----------
    passage
        A passage of the notice.
    passages
        How many the notice has: at its beginning names are those of who wrote it.

    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.signs.passages import passages
    >>> named(passages(split_sentences("Kite Homes Ltd is the data controller."))[0], 1)
    <Confidence.CERTAIN: 'certain'>
    """
    early = passage.number < max(EARLY, passages // FIRST_PART)
    responsible = CONTROLLER.within(passage.text) and IS_US.within(passage.text)
    headed = WHO.within(passage.heading)
    if not (early or responsible or headed or CONTROLLER.within(passage.text)):
        return None
    raw = passage.raw.replace("*", "").replace("_", " ")
    organisation = bool(ENDS_SO.search(raw) or BEGINS_SO.search(raw))
    introduced = any(not COMMON.search(match[0].rstrip(" ,")) for match in INTRODUCED.finditer(raw))
    if responsible:
        return Confidence.CERTAIN if organisation and introduced else Confidence.LIKELY
    if introduced and (early or organisation or headed):
        return Confidence.LIKELY
    if organisation and (headed or (early and IDENTITY.within(passage.text))):
        return Confidence.LIKELY
    lines = (raw, passage.title) if passage.opens else (raw,)
    line = early and any(len(one) < LINE and COMPANY.match(one) for one in lines)
    return Confidence.ASK if line or (organisation and passage.number < FIRST) else None
