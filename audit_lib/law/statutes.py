"""The statutes that a privacy notice is likely to cite, under their names and the names that people use."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from .authority import Authority


class Statute(NamedTuple):
    """A law: its short title, other names for it, and whether it is UK data protection law."""

    title: str
    aliases: tuple[str, ...] = ()
    data_protection: bool = False
    domestic: bool = True
    authority: Authority = Authority.LAW


#: The title of the Union's regulation, which is not the law of the United Kingdom.
EU_GDPR: Final = "Regulation (EU) 2016/679"

STATUTES: Final[tuple[Statute, ...]] = (
    Statute(
        "UK GDPR",
        (
            "UK General Data Protection Regulation",
            "United Kingdom General Data Protection Regulation",
            "the retained General Data Protection Regulation",
        ),
        data_protection=True,
    ),
    Statute("Data Protection Act 2018", ("DPA 2018", "DPA", "Data Protection Act"), data_protection=True),
    Statute(
        "Data (Use and Access) Act 2025",
        ("DUAA", "DUAA 2025", "Data Use and Access Act", "Data Use and Access Act 2025"),
        data_protection=True,
    ),
    Statute(
        "Privacy and Electronic Communications (EC Directive) Regulations 2003",
        (
            "PECR",
            "Privacy and Electronic Communications Regulations",
            "Privacy and Electronic Communications Regulations 2003",
        ),
        data_protection=True,
    ),
    Statute(
        EU_GDPR,
        (
            "General Data Protection Regulation",
            "General Data Protection Regulations",
            "General Data Protection Regulation 2016/679",
            "GDPR",
            "EU GDPR",
        ),
        domestic=False,
    ),
    Statute("Data Protection Act 1998", ("DPA 1998",)),
    Statute("Data Protection (Charges and Information) Regulations 2018"),
    Statute("Data Retention and Investigatory Powers Act 2014"),
    Statute("California Consumer Privacy Act", ("CCPA",), domestic=False),
    Statute("Privacy Act 1988", domestic=False),
    Statute("Children's Online Privacy Protection Act", ("COPPA",), domestic=False),
    Statute(
        "Directive 2002/58/EC",
        ("ePrivacy Directive", "Privacy and Electronic Communications Directive"),
        domestic=False,
    ),
    Statute("Human Rights Act 1998", ("Human Rights Act",)),
    Statute("Freedom of Information Act 2000", ("Freedom of Information Act", "FOIA")),
    Statute("Equality Act 2010", ("Equality Act",)),
    Statute("Companies Act 2006", ("Companies Act",)),
    Statute("Limitation Act 1980", ("Limitation Act",)),
    Statute("Finance Act 1998", ("FA 1998",)),
    Statute("Value Added Tax Act 1994", ("VAT Act",)),
    Statute("Immigration Act 2014", ("Immigration Act", "right to rent legislation")),
    Statute("Housing Act 2004", ("Housing Act",)),
    Statute("Housing Act 1988"),
    Statute("Landlord and Tenant Act 1985", ("Landlord and Tenant Act",)),
    Statute("Renters' Rights Act 2025", ("Renters' Rights Act",)),
    Statute("Tenant Fees Act 2019", ("Tenant Fees Act",)),
    Statute("Estate Agents Act 1979", ("Estate Agents Act",)),
    Statute("Gas Safety (Installation and Use) Regulations 1998", ("Gas Safety Regulations",)),
    Statute(
        "Money Laundering, Terrorist Financing and Transfer of Funds (Information on the Payer) "
        "Regulations 2017",
        ("Money Laundering Regulations", "Money Laundering Regulations 2017", "MLR 2017"),
    ),
    Statute("Sanctions and Anti-Money Laundering Act 2018", ("SAMLA",)),
    Statute("Proceeds of Crime Act 2002", ("Proceeds of Crime Act", "POCA")),
    Statute("Civil Contingencies Act 2004", ("Civil Contingencies Act",)),
    Statute("Consumer Rights Act 2015", ("Consumer Rights Act",)),
    Statute("Consumer Credit Act 1974", ("Consumer Credit Act",)),
    Statute("Investigatory Powers Act 2016", ("Investigatory Powers Act",)),
    Statute("Crime and Disorder Act 1998", ("Crime and Disorder Act",)),
    Statute(
        "Health and Safety at Work etc. Act 1974",
        ("Health and Safety at Work Act", "Health and Safety at Work Act 1974"),
    ),
    Statute("Employment Rights Act 1996", ("Employment Rights Act",)),
    Statute("Online Safety Act 2023", ("Online Safety Act",)),
)


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold().replace("’", "'").replace("'", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


_BY_NAME: Final[Mapping[str, Statute]] = {
    _key(name): statute for statute in STATUTES for name in (statute.title, *statute.aliases)
}


def statute(name: str) -> Statute | None:
    """Return the law that goes by a name, or None where none that is known here does.

    A name in two parts, such as "the UK GDPR (Regulation 2016/679)", counts where the part before the
    bracket does.

    >>> statute("the Data Protection Act 2018").data_protection
    True
    >>> statute("General Data Protection Regulation (GDPR)").title
    'Regulation (EU) 2016/679'
    >>> statute("Data Privacy Act") is None
    True
    """
    ways = (name, name.partition("(")[0], name.partition(",")[0])
    return next((found for way in ways if (found := _BY_NAME.get(_key(way)))), None)


def nearest_statute(name: str) -> Statute | None:
    """Return the known domestic law whose name is most like a name that no law bears, if any is.

    >>> nearest_statute("Data Protecton Act").title
    'Data Protection Act 2018'
    """
    domestic = [key for key, known in _BY_NAME.items() if known.domestic]
    near = difflib.get_close_matches(_key(name), domestic, n=1, cutoff=0.7)
    return _BY_NAME[near[0]] if near else None


def claims_data_protection(name: str) -> bool:
    """Say whether a name claims to be one particular law (an Act, a Regulation) about data protection.

    Of these the list here is meant to be whole; of other laws it holds only the usual ones.

    >>> claims_data_protection("General Data Privacy Act"), claims_data_protection("Housing Act 2001")
    (True, False)
    >>> claims_data_protection("data protection law")
    False
    """
    words = set(_key(name).split())
    an_act = words & {"act", "regulation", "regulations", "directive", "order"}
    capitals = name != name.casefold()
    return capitals and bool(an_act) and bool(words & {"data", "privacy", "gdpr"})
