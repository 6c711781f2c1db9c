"""What people must be told (UK GDPR Art. 12 to 14, 21(4), 26(2); PECR reg. 6), item by item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from .authority import Authority
from .commencement import JUNE_2026


class TransparencyItem(NamedTuple):
    """One thing that a notice must say.

    Parameters
    ----------
    id, provision, requirement
        Its id, where it stands in the law, and what it asks for.
    aspects
        What it consists of, by id, in words that follow "says".
    enough
        Sets of aspects; a notice that shows all of one set tells the item so that a reader could act on it.
    due
        In which case it is due; empty when it always is.
    needs_facts
        Whether silence can be right, which only somebody who knows the organisation can say.
    in_force, authority
        Since when, and whether it is law.
    """

    id: str
    provision: str
    requirement: str
    aspects: Mapping[str, str]
    enough: tuple[tuple[str, ...], ...]
    due: str = ""
    needs_facts: bool = False
    in_force: dt.date | None = None
    authority: Authority = Authority.LAW


def _item(  # noqa: PLR0913  the fields of an item
    id: str,  # noqa: A002  the word of the field
    article: str,
    requirement: str,
    aspects: Mapping[str, str],
    *enough: str,
    due: str = "",
    needs_facts: bool = False,
    in_force: dt.date | None = None,
) -> TransparencyItem:
    return TransparencyItem(
        id,
        f"UK GDPR Art. {article}",
        requirement,
        aspects,
        tuple(tuple(one.split()) for one in enough),
        due=due,
        needs_facts=needs_facts,
        in_force=in_force,
    )


_INDIRECT: Final = "where data comes from elsewhere than the person"

TRANSPARENCY_ITEMS: Final[tuple[TransparencyItem, ...]] = (
    _item(
        "A13-1a",
        "13(1)(a)",
        "who the controller is and how to reach it",
        {"name": "who the controller is", "contact": "how to reach it"},
        "name contact",
    ),
    _item(
        "A13-1a-rep",
        "13(1)(a)",
        "who represents a controller from abroad in the United Kingdom",
        {"representative": "who represents it in the United Kingdom"},
        "representative",
        due="where the controller is not established in the United Kingdom",
        needs_facts=True,
    ),
    _item(
        "A13-1b",
        "13(1)(b)",
        "how to reach the data protection officer",
        {"officer": "that there is a data protection officer", "contact": "how to reach the officer"},
        "officer contact",
        needs_facts=True,
    ),
    _item(
        "A13-1c-p",
        "13(1)(c)",
        "the purposes of the processing",
        {"purposes": "what data is used for, specifically", "vague": "uses in general words"},
        "purposes",
    ),
    _item(
        "A13-1c-b",
        "13(1)(c)",
        "the lawful basis of each purpose",
        {"basis": "which lawful bases there are", "linked": "which purpose rests on which basis"},
        "basis linked",
    ),
    _item(
        "A13-1d",
        "13(1)(d)",
        "the legitimate interests that are pursued",
        {"relied-on": "that legitimate interests are relied on", "interest": "which interests these are"},
        "interest",
        due="where something rests on legitimate interests",
    ),
    _item(
        "A13-1e",
        "13(1)(e)",
        "the recipients, or the categories of recipients",
        {
            "recipients": "who receives data, by name or by class",
            "vague": "that others receive data",
            "none": "that nobody else receives data",
        },
        "recipients",
        "none",
    ),
    _item(
        "A13-1f",
        "13(1)(f)",
        "transfers abroad, what makes them lawful, and how to see the safeguards",
        {
            "transfer": "that data goes abroad, or where to",
            "safeguard": "what makes that lawful",
            "copy": "how to see the safeguards",
            "adequate": "that the countries are approved",
            "none": "that data does not leave the country",
        },
        "transfer safeguard copy",
        "transfer adequate",
        "none",
        needs_facts=True,
    ),
    _item(
        "A13-2a",
        "13(2)(a)",
        "how long the data is kept, or what decides that",
        {
            "period": "how long data is kept",
            "criteria": "what decides how long",
            "vague": "that data is kept as long as needed",
        },
        "period",
        "criteria",
    ),
    _item(
        "A13-2b",
        "13(2)(b)",
        "the rights of access, rectification, erasure, restriction, objection, portability",
        {
            "access": "the right of access",
            "rectification": "the right to rectification",
            "erasure": "the right to erasure",
            "restriction": "the right to restriction",
            "objection": "the right to object",
            "portability": "the right to portability",
        },
        "access rectification erasure restriction objection portability",
    ),
    _item(
        "A13-2c",
        "13(2)(c)",
        "the right to withdraw consent",
        {"withdraw": "that consent can be withdrawn"},
        "withdraw",
        due="where something rests on consent",
    ),
    _item(
        "A13-2ca",
        "13(2)(ca)",
        "the right to complain to the controller (DPA 2018 s.164A)",
        {"complain": "that people can complain to the controller", "route": "how to complain to it"},
        "complain route",
        in_force=JUNE_2026,
    ),
    _item(
        "A13-2d",
        "13(2)(d)",
        "the right to complain to the regulator (DPA 2018 s.165)",
        {"complain": "that people can complain to the regulator"},
        "complain",
    ),
    _item(
        "A13-2e",
        "13(2)(e)",
        "whether data must be provided by law or contract, and what follows if it is not",
        {"required": "which data must be provided", "consequence": "what follows if it is not provided"},
        "required consequence",
    ),
    _item(
        "A13-2f",
        "13(2)(f)",
        "automated decisions that need the safeguards of Art. 22C",
        {
            "decisions": "that decisions are automated",
            "safeguards": "how people can have a decision looked at, or what it rests on",
            "none": "that no decision is automated alone",
        },
        "decisions safeguards",
        "none",
        due="where people are profiled or decisions about them are automated",
        needs_facts=True,
    ),
    _item(
        "A13-3",
        "13(3)",
        "a new purpose, before data is used for it",
        {
            "new-purpose": "that people are told before data is used for something new",
            "changes": "that people are told of changes",
        },
        "new-purpose",
    ),
    _item(
        "A14-1d",
        "14(1)(d)",
        "which categories of data come from elsewhere than the person",
        {"categories": "which data comes from others"},
        "categories",
        due=_INDIRECT,
        needs_facts=True,
    ),
    _item(
        "A14-2f",
        "14(2)(f)",
        "the source of data that comes from elsewhere than the person",
        {"source": "from whom data comes", "vague": "that data comes from others"},
        "source",
        due=_INDIRECT,
        needs_facts=True,
    ),
    _item(
        "A14-2da",
        "14(2)(da)",
        "the right to complain to the controller, to people whose data came from others",
        {"complain": "that people can complain to the controller", "route": "how to complain to it"},
        "complain route",
        due=_INDIRECT,
        in_force=JUNE_2026,
    ),
    _item(
        "A14-3",
        "14(3)",
        "all this within a month, at first contact, or at first disclosure, for data from others",
        {"timing": "when people whose data came from others are told"},
        "timing",
        due=_INDIRECT,
        needs_facts=True,
    ),
    _item(
        "A12-1",
        "12(1)",
        "all this concisely, intelligibly, in clear and plain language",
        {"plain": "what it says in sentences that most people can read", "readable": "it readably in part"},
        "plain",
    ),
    _item(
        "A12-2",
        "12(2)",
        "how rights can be used",
        {"route": "where to turn to use a right", "contact": "how to get in touch in general"},
        "route",
    ),
    _item(
        "A21-4",
        "21(4)",
        "the right to object, clearly and apart from other information",
        {"objection": "that people can object", "apart": "it apart from the other rights"},
        "objection apart",
        due="where something rests on legitimate interests or a public task, or is direct marketing",
    ),
    _item(
        "A26-2",
        "26(2)",
        "the essence of an arrangement between joint controllers",
        {"joint": "that controllers are joint", "essence": "who of them does what for people"},
        "essence",
        due="where there are joint controllers",
        needs_facts=True,
    ),
    TransparencyItem(
        "PECR-6",
        "PECR reg. 6, Sch. A1 para. 2",
        "clear and comprehensive information about cookies",
        {
            "purposes": "what cookies are for",
            "choice": "how people choose",
            "details": "which cookies there are, from whom, or how long they last",
            "none": "that no cookies are set",
        },
        (("purposes", "choice", "details"), ("none",)),
        due="where cookies or the like are used",
        needs_facts=True,
    ),
    TransparencyItem(
        "VER",
        "UK GDPR Art. 5(2)",
        "from when the notice is, and which version it is",
        {"date": "from when it is", "version": "which version it is"},
        (("date",), ("version",)),
        authority=Authority.GUIDANCE,
    ),
)


def transparency_items(as_of: dt.date) -> tuple[TransparencyItem, ...]:
    """Return what people must be told on a day.

    >>> len(transparency_items(dt.date(2026, 6, 19))), len(transparency_items(dt.date(2026, 6, 18)))
    (26, 24)
    """
    return tuple(item for item in TRANSPARENCY_ITEMS if item.in_force is None or as_of >= item.in_force)
