"""What people must be told (UK GDPR Art. 12 to 14, 21(4), 26(2); PECR reg. 6), item by item."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from .authority import Authority
from .commencement import JUNE_2026


class TransparencyItem(NamedTuple):
    """One thing that a notice must say: its id, provision, what is required, and since when."""

    id: str
    provision: str
    requirement: str
    in_force: dt.date | None = None
    authority: Authority = Authority.LAW


_GDPR: Final = "UK GDPR Art."

TRANSPARENCY_ITEMS: Final[tuple[TransparencyItem, ...]] = (
    TransparencyItem("A13-1a", f"{_GDPR} 13(1)(a)", "who the controller is and how to reach it"),
    TransparencyItem(
        "A13-1a-rep", f"{_GDPR} 13(1)(a)", "who represents a controller from abroad in the United Kingdom"
    ),
    TransparencyItem("A13-1b", f"{_GDPR} 13(1)(b)", "how to reach the data protection officer"),
    TransparencyItem("A13-1c-p", f"{_GDPR} 13(1)(c)", "the purposes of the processing"),
    TransparencyItem("A13-1c-b", f"{_GDPR} 13(1)(c)", "the lawful basis of each purpose"),
    TransparencyItem("A13-1d", f"{_GDPR} 13(1)(d)", "the legitimate interests that are pursued"),
    TransparencyItem("A13-1e", f"{_GDPR} 13(1)(e)", "the recipients, or the categories of recipients"),
    TransparencyItem(
        "A13-1f",
        f"{_GDPR} 13(1)(f)",
        "transfers abroad, what makes them lawful, and how to see the safeguards",
    ),
    TransparencyItem("A13-2a", f"{_GDPR} 13(2)(a)", "how long the data is kept, or what decides that"),
    TransparencyItem(
        "A13-2b",
        f"{_GDPR} 13(2)(b)",
        "the rights of access, rectification, erasure, restriction, objection, portability",
    ),
    TransparencyItem("A13-2c", f"{_GDPR} 13(2)(c)", "the right to withdraw consent"),
    TransparencyItem(
        "A13-2ca",
        f"{_GDPR} 13(2)(ca)",
        "the right to complain to the controller (DPA 2018 s.164A)",
        JUNE_2026,
    ),
    TransparencyItem(
        "A13-2d", f"{_GDPR} 13(2)(d)", "the right to complain to the regulator (DPA 2018 s.165)"
    ),
    TransparencyItem(
        "A13-2e",
        f"{_GDPR} 13(2)(e)",
        "whether data must be provided by law or contract, and what follows if it is not",
    ),
    TransparencyItem(
        "A13-2f", f"{_GDPR} 13(2)(f)", "automated decisions that need the safeguards of Art. 22C"
    ),
    TransparencyItem("A13-3", f"{_GDPR} 13(3)", "a new purpose, before data is used for it"),
    TransparencyItem(
        "A14-1d", f"{_GDPR} 14(1)(d)", "which categories of data come from elsewhere than the person"
    ),
    TransparencyItem(
        "A14-2f", f"{_GDPR} 14(2)(f)", "the source of data that comes from elsewhere than the person"
    ),
    TransparencyItem(
        "A14-2da",
        f"{_GDPR} 14(2)(da)",
        "the right to complain to the controller, to people whose data came from others",
        JUNE_2026,
    ),
    TransparencyItem(
        "A14-3",
        f"{_GDPR} 14(3)",
        "all this within a month, at first contact, or at first disclosure, for data from others",
    ),
    TransparencyItem(
        "A12-1", f"{_GDPR} 12(1)", "all this concisely, intelligibly, in clear and plain language"
    ),
    TransparencyItem("A12-2", f"{_GDPR} 12(2)", "how rights can be used"),
    TransparencyItem(
        "A21-4", f"{_GDPR} 21(4)", "the right to object, clearly and apart from other information"
    ),
    TransparencyItem("A26-2", f"{_GDPR} 26(2)", "the essence of an arrangement between joint controllers"),
    TransparencyItem(
        "PECR-6", "PECR reg. 6, Sch. A1 para. 2", "clear and comprehensive information about cookies"
    ),
    TransparencyItem(
        "VER",
        f"{_GDPR} 5(2)",
        "from when the notice is, and which version it is",
        authority=Authority.GUIDANCE,
    ),
)


def transparency_items(as_of: dt.date) -> tuple[TransparencyItem, ...]:
    """Return what people must be told on a day.

    >>> len(transparency_items(dt.date(2026, 6, 19))), len(transparency_items(dt.date(2026, 6, 18)))
    (26, 24)
    """
    return tuple(item for item in TRANSPARENCY_ITEMS if item.in_force is None or as_of >= item.in_force)
