"""What a sentence of a notice does, told by its verbs and by the heading under which it stands."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

from ..concepts.tree import PhraseTree
from ..concepts.words import words_of


class Act(StrEnum):
    """Something that a sentence of a notice does."""

    COLLECT = "collecting"
    SOURCE = "getting data from others"
    USE = "using"
    SHARE = "sharing"
    DENY = "not sharing"
    DEMAND = "having to share"
    KEEP = "keeping"
    TRANSFER = "sending abroad"
    DECIDE = "automated decisions"
    PROFILE = "profiling"
    CONSENT = "consent"
    RIGHTS = "rights"
    COMPLAIN = "complaints"
    PROTECT = "security"
    COOKIES = "cookies"
    CHANGE = "changes of the notice"
    CONTACT = "contact"
    OFFICER = "a data protection officer"
    CONTROL = "the controller"
    SCOPE = "scope"
    LINKS = "other websites"
    LAW = "the law"
    REFUSE = "not collecting"
    NOT = "a denial"


CUES: Final = {
    Act.COLLECT: """
        collect|gather|capture .. information|data|detail|following; we collect; we may collect
        we also collect; we collect and|or|, process; information you give|provide|submit|enter
        you give|provide us; ask you for; also ask for; we ask for; we take your|name
        we hold .. information|data|about; we process the following
        types|kinds|categories|category of personal; personal data|information we; automatically collect
        calls are recorded; calls .. recorded; data is recorded; information collected
        information includes; we record; may include
        when you register|apply|order|contact|visit|sign|join|donate; you tell us about
        see your activity; activity on our; details of your interaction; monitor parts of; we may ask
        we obtain; we need .. information|data|detail; we keep a record; information is collected
        when you choose to provide; data we collect; we store .. information|data|detail; we will collect
        we hold; we take; we look at your; featured in your; collected from you; such as your|name
        you provide; we keep records; what we collect; we process .. data|information about
        we maintain .. record; that we collect; from .. we take|collect
    """,
    Act.SOURCE: """
        receive|obtain|collect|get|gather .. from third|other|another; send|sends us; from third party
        information from other sources; provided|supplied|given|passed to us by; other sources
        third party sources; obtain|receive .. from; we receive .. from; from publicly; from public
        information from other; give us; we also receive|obtain; who share information with us
        passed to us; informs us
    """,
    Act.USE: """
        we use; use your|the information|data|personal; in order to; so that we can; purpose of; purposes
        used to; used for; to help us; we process your; we will use; uses your data; process .. to
        need .. to; allow us to; enable us to; helps us; we may use; use it; use of; use cookies; because
        reasons; process .. for; we may process; how we use; why we use; we do this; so we can
        helps us to; for .. reasons
    """,
    Act.SHARE: """
        share|disclose|pass|transfer .. with|to; we share; may be shared|disclosed|passed; sharing
        disclose; disclosure; we may disclose|pass|transfer; provide .. to third|our|other
        send .. to third|our|other; have access to; third party who|that|which; recipient
        receives your|the; get your; give|gives|gave .. to; given it your; report to; sell; shared with
        passed to; disclosed to; transferred to; made available to; we tell; pass on; passes; work with
        we work with service|third|other; we use other|third|service; on our behalf; for us under
        release .. to; shares; are done through; as our; who help us; provided by our; we inform
        may share; who receive; hosted by; stored by; use .. as; carried out by; run by; runs the
        use google|facebook; check .. details with; we engage; we employ other; use .. companies
    """,
    Act.DENY: """
        not share|sell|disclose|pass|rent|trade|transfer|release|lease
        never share|sell|disclose|pass|rent|give; nobody else; no one else receives
        not be shared|sold|passed|disclosed|given|transferred|released|rented; not to sell; not sell rent
        not give .. to; not otherwise share; neither sell|share; without .. consent|permission
    """,
    Act.DEMAND: """
        under .. duty to disclose|share; required to disclose|share|pass|report|provide
        must disclose|share|report|pass; obliged to disclose|share|pass|report
        legally required|obliged to; required by law to share|disclose|pass|provide
    """,
    Act.REFUSE: """
        not .. collect|store|hold|record|ask|request|process|gather; never collect|ask|store; no copy
    """,
    Act.KEEP: """
        retain; retention; we keep your; keep .. for; only keep; how long; stored for; kept for
        store .. for; we will keep; for as long as; no longer than; as long as necessary; longer than
        deleted after; keep it; hold .. for; delete .. after; destroyed after; will be deleted; held for
        period; deleted from; at end of; keep your; keep records; shredded; kept until; years after
        months after; we keep; expires|expire after; keep information
    """,
    Act.TRANSFER: """
        outside .. uk|eea|united|european|country|europe|eu; international transfer; overseas; abroad
        third country; international data transfer; adequacy decision|regulation
        standard contractual clause; transferred to .. country; other countries; outside your country
        cross border; is in; data bridge; united states; usa
    """,
    Act.DECIDE: """
        automated decision; automated decision-making; solely automated; automated means
        decided by computer; automated processing; automated individual; decision .. automated
        automatic decision
    """,
    Act.PROFILE: """
        profiling; profile you; picture of who; picture .. who you are; segment
        combine .. data|information
    """,
    Act.CONSENT: """
        consent; you agree; opt in; by using|visiting|submitting|sending|providing .. you; agreeing
        permission
    """,
    Act.RIGHTS: """
        right to|of; your rights; you have .. right; rights; you may|can ask|request; you are entitled
        withdraw .. consent; you may object|have|take; subject access
        you can withdraw|object|opt|unsubscribe; entitled to; data protection right
    """,
    Act.COMPLAIN: """
        complain; complaint; lodge; supervisory authority; information commissioner; ico; concern
    """,
    Act.PROTECT: """
        secure; security; protect .. data|information; encrypt; encryption; safeguard .. data|information
        measures; safe; password; unauthorised; access .. restricted|limited; penetration test
        confidential; https; firewall; securely
    """,
    Act.COOKIES: """
        cookie; web beacon; pixel; tracking technology; local storage
    """,
    Act.CHANGE: """
        change|changes to this|our privacy|notice|policy|statement
        update this|our privacy|notice|policy|statement; changes to our privacy; amend this; revise this
        last updated|reviewed|modified|revised|changed; effective date; we change this; took effect
        last update; version; updates to this; changes to notice; significant change; policy was last
        effective from; notice is effective; may change this; modify this
    """,
    Act.CONTACT: """
        contact us; write to; email us; questions about; get in touch; call us; contact our; telephone us
        reach us; contact details; by email; by post; address is; contact the; phone us; ring
        come to our
    """,
    Act.OFFICER: """
        data protection officer; dpo; data protection lead|manager|coordinator
    """,
    Act.CONTROL: """
        data controller; controller; controllers; responsible for your personal
        responsible for processing; registered with ico
    """,
    Act.SCOPE: """
        this notice is for|about; this policy applies; this notice applies|covers
        this privacy notice|policy applies|covers|explains|describes
    """,
    Act.LINKS: """
        links to other; link to other; third party website|site; external link|site|website
        other websites; linked sites; outbound links; links to websites
    """,
    Act.LAW: """
        data protection act; gdpr; general data protection; pecr; privacy and electronic
        act 2018|1998|2000|2014; regulations 2003|2011; data protection law|legislation
        lawful basis|bases; legal basis|bases
    """,
    Act.NOT: "do|does|will|would|are|is not; never; no",
}  # fmt: skip

#: What headings announce; a heading speaks for the sentences below it that do not for themselves.
HEADINGS: Final = {
    Act.COLLECT: """
        collect; information we hold; data we hold; types of data|information
        what information|data|personal; information about you; what we hold; personal data we process
        categories; information you; data you; what we know; personal information we
    """,
    Act.SOURCE: """
        where .. from; sources; how we get; information from third|other; third party information
        how .. obtain
    """,
    Act.USE: """
        use; why; purpose; what we do with; lawful basis; legal basis; reasons; how we process
        what we use; processing
    """,
    Act.SHARE: """
        share; disclose; disclosure; who; recipient; third party; sharing; disclosing; partners; receives
    """,
    Act.KEEP: """
        how long; retention; retain; keep it; storage; storing; keep your data|information|personal
        store
    """,
    Act.TRANSFER: """
        transfer; international; overseas; outside; abroad; where we store; where is
    """,
    Act.DECIDE: "automated",
    Act.RIGHTS: """
        your right; rights; choices; access to your; subject access; accessing your; opt out
    """,
    Act.COMPLAIN: "complaint; complain; concerns",
    Act.PROTECT: """
        security; secure; safe; protect your|information|data|personal; how we protect
    """,
    Act.COOKIES: "cookie; tracking",
    Act.CHANGE: "change; update; version; review of this",
    Act.CONTACT: "contact; questions; get in touch",
    Act.OFFICER: "data protection officer",
    Act.CONTROL: "who we are; controller; about us; who is",
    Act.LINKS: "links; other website; third party website",
    Act.CONSENT: "consent",
}  # fmt: skip


def acts_of(stems: tuple[str, ...]) -> frozenset[Act]:
    """Return what the words of a sentence show it to do.

    >>> sorted(act.value for act in acts_of(words_of("We do not share your name with our printer.").stems))
    ['a denial', 'not sharing', 'sharing']
    """
    return _shown(stems, headings=False)


def acts_announced(heading: str) -> frozenset[Act]:
    """Return what a heading announces.

    >>> [act.value for act in acts_announced("How long we keep it")]
    ['keeping']
    """
    return _shown(words_of(heading).stems, headings=True)


def _shown(stems: tuple[str, ...], *, headings: bool) -> frozenset[Act]:
    return frozenset(
        act for act, tree in _trees(headings=headings) if next(tree.find(stems), None) is not None
    )


@cache
def _trees(*, headings: bool) -> tuple[tuple[Act, PhraseTree], ...]:
    """Give one tree an act: a phrase of one act must not hide one of another."""
    return tuple(
        (act, PhraseTree((act, phrase) for phrase in re.split(r"[;\n]\s*", phrases) if phrase.strip()))
        for act, phrases in (HEADINGS if headings else CUES).items()
    )
