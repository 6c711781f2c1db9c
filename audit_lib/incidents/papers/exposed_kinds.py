"""What exposed data is in the eyes of the regulator and of the person: its box, what may follow, what helps.

A map does not say this of its categories; the words of their names are the only sign, besides the sensitivity
and the context that it states. Where to turn for help was looked up in public pages: 7726, 159 and
report@phishing.gov.uk (South East Cyber Resilience Centre, secrc.police.uk/databreach), lost documents (the
regulator's page for people), the credit report (TransUnion UK). What may follow is a judgement, and an
assumption in each case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from ...law.authority import Authority
from ...model.data import DataCategory, DataContext, Sensitivity
from ...model.data_map import DataMap

AUTHORITY: Final = Authority.ASSUMPTION


class Kind(NamedTuple):
    """A kind of data: the box of the regulator's form, what may follow, and what a person can do.

    `follows` completes "People may" for the regulator; `may` and `do` are sentences to the person.
    """

    name: str
    box: str
    follows: str
    may: str
    do: tuple[str, ...]
    words: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_FRAUD: Final = (
    "Look out for letters about cards, loans or accounts that you did not ask for.",
    "Ask Experian, Equifax or TransUnion for your statutory credit report. It is free. "
    "Look for names and loans that you do not know.",
)

_TELL_US: Final = ("If someone uses this against you, tell us, and keep a note of it.",)

#: In the order of the letter: what is most urgent for a person stands first.
KINDS: Final = (
    Kind(
        "address",
        "Basic personal identifiers, such as name and contact details",
        "be found at home by somebody who must not know where they live",
        "Someone could find out where you live.",
        (
            "Are you at risk if someone knows where you live? Then tell us at once, so that we can help.",
            "If you are in danger, call 999.",
        ),
        _words(r"address(es)?|postcodes?|where (they|people) live|leases?|tenancy (papers|agreements?)"),
    ),
    Kind(
        "password",
        "Identification data, such as user names and passwords",
        "lose control of their accounts, here and where they use the same password",
        "Someone could get into your account.",
        (
            "Change your password with us now.",
            "If you use it for other accounts, change it there too. Use a new one for each.",
            "Turn on two-step log-in where you can.",
        ),
        _words(r"passwords?(?! resets?)|passcodes?|pin (numbers?|codes)|log-?in (details|data)|credentials?"),
    ),
    Kind(
        "bank",
        "Economic and financial data, such as card numbers and bank details",
        "lose money by payments in their name, or by somebody who poses as their bank",
        "Someone could try to take money from you, or could say that they are your bank.",
        (
            "Tell your bank or card firm. Use the number on your card, or call 159.",
            "Check your bank account for payments that you did not make.",
        ),
        _words(
            r"bank\w*|cards?( data| numbers?| details)?|sort codes?|ibans?|direct debits?|"
            r"payments?( methods?| details| data)?|account numbers?"
        ),
    ),
    Kind(
        "document",
        "Official documents, such as passports and driving licences",
        "have accounts, loans or contracts taken out in their name",
        "Someone could use the copy to act in your name.",
        (
            *_FRAUD,
            "Is the passport or licence itself lost? Tell the office that issued it. "
            "For a UK passport, that is HM Passport Office.",
        ),
        _words(
            r"passports?|driving licen[cs]es?|(identity|id) (documents?|cards?|evidence)|visas?|"
            r"evidence of identity|right to rent\w*|residence permits?|biometric residence\w*"
        ),
    ),
    Kind(
        "tax",
        "Official documents, such as passports and driving licences",
        "have claims or jobs taken up in their name",
        "Someone could use your National Insurance number to act in your name.",
        _FRAUD,
        _words(r"national insurance( numbers?)?|ni numbers?|tax (codes?|numbers?|references?)"),
    ),
    Kind(
        "health",
        "Health data",
        "be treated worse, be ashamed, or lose trust in those who must know of their health",
        "Someone could learn things about your health that you want to keep to yourself.",
        ("If this upsets you or makes trouble for you, tell us. We can talk about what would help.",),
        _words(r"health\w*|medical\w*|disabilit\w+|illness\w*|support needs?|medication|diagnos\w+"),
    ),
    Kind(
        "offence",
        "Criminal convictions, offences",
        "be treated as offenders, lose a home or a job, or be threatened",
        "Someone could learn that you were linked to an offence, even if it was never shown.",
        ("If someone treats you badly because of this, tell us, and keep a note of it.",),
        _words(r"convictions?|offences?|criminal\w*|suspicions?|suspected fraud\w*"),
    ),
    Kind(
        "money",
        "Economic and financial data, such as card numbers and bank details",
        "be pressed or deceived by somebody who knows what they earn or owe",
        "Someone could learn what you earn, pay or owe, and use it to trick you.",
        ("Do not trust a caller just because they know what you earn, pay or owe.",),
        _words(
            r"incomes?|salar\w+|wages?|arrears|debts?|credit\w*|(?<!right to )rents?|billing\w*|deposits?|"
            r"financial\w*|money|references and income|payslips?"
        ),
    ),
    Kind(
        "images",
        "Other: images and recordings",
        "be watched, recognised or shamed",
        "Someone could see or hear you, and learn when you come and go.",
        ("If someone shows or sends you such a picture or recording, keep it and tell us.",),
        _words(r"cctv\w*|photo\w*|images?|videos?|footage|call recordings?|recordings?"),
    ),
    Kind(
        "whereabouts",
        "Location data",
        "be followed, or have their home entered while they are out",
        "Someone could learn when you come and go.",
        ("Tell us if you see or hear of anything odd around your home.",),
        _words(r"locations?|movements?|fobs?|entry logs?|access logs?|gps|whereabouts"),
    ),
    Kind(
        "contact",
        "Basic personal identifiers, such as name and contact details",
        "get calls and messages from people who want to deceive them",
        "Someone could call or write to you and say that they are us.",
        (
            "Take care with calls, texts and emails that ask for money or for facts about you. "
            "Do not click on links in them.",
            "Send odd texts to 7726 and odd emails to report@phishing.gov.uk. This is free.",
        ),
        _words(r"e-?mails?( address(es)?)?|(tele)?phone\w*( numbers?)?|mobile( numbers?)?|contact details?"),
    ),
    Kind(
        "messages",
        "Other: messages and records of contact",
        "have private matters known, or be deceived by somebody who knows of them",
        "Someone could read what you wrote to us, or what we wrote about you.",
        ("Do not trust a caller just because they know what you wrote to us.",),
        _words(
            r"correspondence|messages?|letters?|communications?|call details|complaints?|requests?|reviews?"
        ),
    ),
    Kind(
        "identity",
        "Basic personal identifiers, such as name and contact details",
        "be mistaken for somebody who uses their name",
        "Someone could use your name or date of birth to act as if they were you.",
        _FRAUD,
        _words(r"identit\w+|names?|dates? of birth|nationality|signatures?"),
    ),
    Kind(
        "online",
        "Other: online identifiers and behaviour",
        "be profiled by others",
        "Someone could learn how you use our site or app.",
        _TELL_US,
        _words(
            r"cookies?\w*|ip( address(es)?)?|browsing\w*|online\w*|device\w*|log-?ins?|account\w*|visit\w*"
        ),
    ),
)

OTHER: Final = Kind(
    "other",
    "Other",
    "lose control over what others know about them",
    "Someone could learn other things about you from the list above.",
    _TELL_US,
    _words(r"(?!)"),
)
SPECIAL: Final = Kind(
    "special",
    "Special category data (to be ticked by what it reveals)",
    "be treated worse because of who they are or what they believe",
    "Someone could learn very private things about you.",
    ("If this upsets you or makes trouble for you, tell us. We can talk about what would help.",),
    _words(r"(?!)"),
)

#: Names that hold the word "address" and say nothing of a home.
_NO_HOME: Final = _words(r"(e-?mail|ip|web|mac) address(es)?")
#: Kinds by which somebody can act in a person's name or get at their money.
FRAUD_KINDS: Final = frozenset(("password", "bank", "document", "tax", "identity"))

_KIND: Final = {kind.name: kind for kind in KINDS}


def kinds_of(category: DataCategory) -> tuple[Kind, ...]:
    """Return what kinds of data a category seems to be, the most urgent first; at least one.

    >>> [kind.name for kind in kinds_of(DataCategory(id="p", name="Copy of passport", stance="stated"))]
    ['document']
    >>> [kind.name for kind in kinds_of(DataCategory(id="e", name="E-mail address", stance="stated"))]
    ['contact']
    """
    text = _NO_HOME.sub(lambda found: found[1], f"{category.name} {category.id.replace('-', ' ')}")
    found = [kind for kind in KINDS if kind.words.search(text)]
    if len(found) > 1:
        found = [kind for kind in found if kind.name != "online"]  # a rent account is about money
    names = {kind.name for kind in found}
    if category.sensitivity is Sensitivity.CRIMINAL_OFFENCE and "offence" not in names:
        found.insert(0, _KIND["offence"])
    if category.sensitivity is Sensitivity.SPECIAL_CATEGORY and "health" not in names:
        found.insert(0, SPECIAL)
    if not found and category.context is DataContext.FINANCIAL:
        found.append(_KIND["money"])
    return tuple(found) or (OTHER,)


def exposed_kinds(data_map: DataMap, data: Iterable[str]) -> dict[Kind, tuple[str, ...]]:
    """Return the kinds of some categories, the most urgent first, each with the categories that are of it.

    >>> from audit_lib.graph.example import example_map
    >>> [(kind.name, ids) for kind, ids in exposed_kinds(example_map(), ["arrears", "passport-copy"]).items()]
    [('document', ('passport-copy',)), ('money', ('arrears',))]
    """
    found: dict[Kind, list[str]] = {}
    for one in data:
        for kind in kinds_of(data_map.category[one]):
            found.setdefault(kind, []).append(one)
    order = [SPECIAL, *KINDS, OTHER]
    return {kind: tuple(found[kind]) for kind in sorted(found, key=order.index)}
