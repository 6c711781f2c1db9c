"""The columns by which requests come in from a spreadsheet and go out to one."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ...model.request import Request

#: What may be filled in, and what each column holds; `right` and `received` must be there.
COLUMNS: Final = {
    "right": "access, rectification, erasure, restriction, portability, objection, withdraw-consent, "
    "automated-decisions or complain-to-controller",
    "received": "the day of receipt, as 2026-03-31",
    "person": "name, e-mail or tenancy reference, or a pseudonym that this register has made",
    "subject": "a kind of people of the data map",
    "channel": "a channel of the data map",
    "nation": "england-and-wales, scotland or northern-ireland",
    "marketing": "yes if an objection is to direct marketing",
    "reference": "what the organisation calls the matter",
    "identity_asked": "when proof of identity was asked for",
    "identity_received": "when it came",
    "fee_asked": "when a fee was asked for",
    "fee_paid": "when it was paid",
    "clarification_asked": "when it was asked what an access request covers; several days with ; between",
    "clarification_answered": "when that was answered, in the same order",
    "extended_on": "when the person was told of two further months",
    "acknowledged_on": "when a complaint was acknowledged",
    "stopped_on": "when marketing, or what rested on a consent, stopped",
    "closed_on": "when the person was answered",
    "outcome": "granted, partly-granted, refused, no-data, not-identified, upheld, partly-upheld, "
    "not-upheld, answered or withdrawn",
    "reason": "of a refusal: manifestly-unfounded, excessive, exemption, identity or right-does-not-apply",
    "told_ways": "yes if the person was told how to complain and go to court, else no",
}

#: What the register makes itself: written on the way out, and worked out anew on the way in.
MADE: Final = ("due", "safe", "waiting", "next_due", "next_duty")

#: The column of the register's own id; on the way in it is kept as the reference, if there is no other.
ID: Final = "id"

_NO_ID: Final = "This is no id of a data map: small letters and digits, with hyphens between."

#: What is wrong with what a field does not take, without a word of what was written there.
NOT_TAKEN: Final = {
    "reference": "Give up to 40 letters, digits and . / _ # -, a digit among them; no name, no address, no "
    "telephone.",
    "subject": _NO_ID,
    "channel": _NO_ID,
    "data": _NO_ID,
    "activities": _NO_ID,
    "id": "This is no id of a register, such as R-2026-0001.",
}

HEADINGS: Final = (ID, *COLUMNS, *MADE)


def cells_of(request: Request) -> tuple[str, ...]:
    """Return a request as the cells of a row, in the order of `HEADINGS`; what is not there is empty.

    >>> from audit_lib.model.deadline import RequestDates
    >>> from audit_lib.model.rights import RightKind
    >>> request = Request(id="R-2026-0001", right=RightKind.ACCESS, due=dt.date(2026, 11, 2),
    ...     dates=RequestDates(received=dt.date(2026, 10, 1)))
    >>> [cell for cell in cells_of(request) if cell]
    ['R-2026-0001', 'access', '2026-10-01', '2026-11-02', '2026-11-02', 'Answer the request']
    """
    dates = request.dates
    found: dict[str, str | dt.date | None] = {
        **{name: getattr(request, name, None) for name in HEADINGS},
        "marketing": "yes" if request.marketing else "",
        "told_ways": {True: "yes", False: "no", None: ""}[request.told_ways],
        "identity_asked": dates.identity.asked,
        "identity_received": dates.identity.answered,
        "fee_asked": dates.fee.asked,
        "fee_paid": dates.fee.answered,
        "clarification_asked": ";".join(f"{each.asked or ''}" for each in dates.clarifications),
        "clarification_answered": ";".join(f"{each.answered or ''}" for each in dates.clarifications),
        "extended_on": dates.extended_on or request.late_extension,
    }
    return tuple("" if found[name] is None else str(found[name]) for name in HEADINGS)
