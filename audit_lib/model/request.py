"""A request, a complaint or an objection as the register keeps it, and how it ended."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, StringConstraints

from .deadline import RequestDates
from .noun import Flag, Id, Noun, Said
from .rights import RightKind

#: What stands for a person, as the register makes it: 16 characters of base32 (80 bits) of a keyed hash, in
#: groups of four, worth nothing without the key. Nothing else may stand there.
Pseudonym = Annotated[str, StringConstraints(pattern=r"^[a-z2-7]{4}(-[a-z2-7]{4}){3}$")]

#: What the register calls an entry.
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}-[0-9]{4}-[0-9]{4,9}$", max_length=20)]


def _no_telephone(text: str) -> str:
    """Refuse a number as long as that of a telephone or a card."""
    if len(text.translate(_FILLERS)) >= 10 and text.translate(_FILLERS).isdigit():
        raise ValueError("this looks like the number of a telephone or a card")
    return text


_FILLERS: Final = str.maketrans("", "", " ./_#-")

#: What the organisation itself calls the matter. A name, an address and a sentence do not fit in it.
Reference = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z ./_#-]*[0-9][A-Za-z0-9 ./_#-]*$", max_length=40),
    AfterValidator(_no_telephone),
]

#: Whose bank holidays count: those of `law.calendar.Nation`.
NationName = Literal["england-and-wales", "scotland", "northern-ireland"]


class RequestKind(StrEnum):
    """Whether a person uses a right or complains; each has a time of its own."""

    REQUEST = "request"
    COMPLAINT = "complaint"


class Outcome(StrEnum):
    """How a request or a complaint ended, as the person was told.

    `no-data`: nothing is held about the person. `not-identified`: nobody could tell who is asking
    (Art. 11(2), 12(6)). `answered`: it was answered, and neither granted nor refused fits.
    """

    GRANTED = "granted"
    PARTLY_GRANTED = "partly-granted"
    REFUSED = "refused"
    NO_DATA = "no-data"
    NOT_IDENTIFIED = "not-identified"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    NOT_UPHELD = "not-upheld"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Refusal(StrEnum):
    """Why a request was refused, in whole or in part (UK GDPR Art. 11(2), 12(5) and (6), 17(3), 23)."""

    MANIFESTLY_UNFOUNDED = "manifestly-unfounded"
    EXCESSIVE = "excessive"
    EXEMPTION = "exemption"
    IDENTITY = "identity"
    RIGHT_DOES_NOT_APPLY = "right-does-not-apply"


#: The outcomes that go with each kind; the others belong to the other kind.
OUTCOMES: Final = {
    RequestKind.REQUEST: (
        Outcome.GRANTED,
        Outcome.PARTLY_GRANTED,
        Outcome.REFUSED,
        Outcome.NO_DATA,
        Outcome.NOT_IDENTIFIED,
        Outcome.ANSWERED,
        Outcome.WITHDRAWN,
    ),
    RequestKind.COMPLAINT: (
        Outcome.UPHELD,
        Outcome.PARTLY_UPHELD,
        Outcome.NOT_UPHELD,
        Outcome.ANSWERED,
        Outcome.WITHDRAWN,
    ),
}

#: The outcomes for which the reason is kept, because the person must be told it (Art. 12(4)).
NEED_A_REASON: Final = (Outcome.REFUSED, Outcome.PARTLY_GRANTED)

#: What is due within so many days is due soon.
SOON_DAYS: Final = 7

#: What has to be done by a day.
ANSWER: Final = "Answer the request"
ACKNOWLEDGE: Final = "Acknowledge the complaint"

#: What has to stop at once, without a number of days in the law.
STOP_MARKETING: Final = "Stop direct marketing"
STOP_RELYING: Final = "Stop what rests on the consent"


class NewRequest(Noun):
    """What is told of one request, complaint or objection; nothing in it names the person.

    `subject`, `channel` are ids of the data map. `late_extension` is the day on which the person was told of
    two further months too late: it moves nothing. `stopped_on` is the day from which marketing, or what
    rested on a consent, has stopped; `acknowledged_on` that of the acknowledgement of a complaint.
    `told_ways` says whether the person was told how to complain and go to court (Art. 12(4)).
    """

    right: RightKind
    dates: RequestDates
    subject: Id | None = None
    person: Pseudonym | None = None
    marketing: Flag = False
    nation: NationName | None = None
    channel: Id | None = None
    reference: Reference | None = None
    acknowledged_on: dt.date | None = None
    stopped_on: dt.date | None = None
    late_extension: dt.date | None = None
    closed_on: dt.date | None = None
    outcome: Outcome | None = None
    reason: Refusal | None = None
    told_ways: bool | None = None

    @property
    def kind(self) -> RequestKind:
        """Whether it is a complaint to the controller, or a right that is used."""
        complaint = self.right is RightKind.COMPLAIN_TO_CONTROLLER
        return RequestKind.COMPLAINT if complaint else RequestKind.REQUEST

    @property
    def received(self) -> dt.date:
        """The day of receipt."""
        return self.dates.received

    @property
    def open(self) -> bool:
        """Whether the person still has to be answered."""
        return self.closed_on is None

    @property
    def extended(self) -> bool:
        """Whether two further months were taken, in time."""
        return self.dates.extended_on is not None


class Request(NewRequest):
    """One request, complaint or objection of the register, with its times worked out.

    `due` is the last day of the answer, or of the acknowledgement of a complaint, in London; None while
    something is awaited that the time hangs on (`waiting` says what), and where the law gives no number.
    `safe` is the day that is in time on every reading. Both are those of `rights.deadlines` for the
    dates as they stand.
    """

    id: EntryId
    due: dt.date | None = None
    safe: dt.date | None = None
    waiting: Said | None = None

    @property
    def next_duty(self) -> str | None:
        """What is to be done next; None: nothing, it is closed."""
        if not self.open:
            return None
        if self.stopped_on is None and self.marketing:
            return STOP_MARKETING
        if self.right is RightKind.WITHDRAW_CONSENT:
            return STOP_RELYING if self.stopped_on is None else "Confirm that it has stopped"
        if self.kind is RequestKind.REQUEST:
            return ANSWER
        acknowledged = self.acknowledged_on is not None
        return "Tell the outcome" if acknowledged or self.due is None else ACKNOWLEDGE

    @property
    def next_due(self) -> dt.date | None:
        """The last day for what is to be done next.

        What must be done at once is due on the day of receipt. None: nothing is to be done, its time waits
        for an answer, or the law gives no number.
        """
        duty = self.next_duty
        if duty in (STOP_MARKETING, STOP_RELYING):
            return self.received
        return self.due if duty in (ANSWER, ACKNOWLEDGE) else None

    def overdue(self, as_of: dt.date) -> bool:
        """Say whether the last day for what is to be done next has passed."""
        return self.next_due is not None and self.next_due < as_of

    @property
    def met_on(self) -> dt.date | None:
        """The day by which `due` is judged: of the answer, or of a complaint's acknowledgement if earlier."""
        days = [day for day in (self.acknowledged_on, self.closed_on) if day is not None]
        if self.kind is RequestKind.COMPLAINT:
            return min(days, default=None)
        return self.closed_on

    @property
    def in_time(self) -> bool | None:
        """Whether it was met by its last day; None: not closed, or there was no last day."""
        if self.open or self.due is None or self.met_on is None:
            return None
        return self.met_on <= self.due
