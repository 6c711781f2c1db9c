"""What a sentence of a privacy notice says of those who get data: claims of `model.claim`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .noun import Answer, Flag, Gap, Id, Noun, Text, TextOrGap
from .party import Country


class Called(StrEnum):
    """What a sentence calls recipients; who acts for the controller is no third party (Art. 4(10))."""

    THIRD_PARTY = "third-party"
    PROVIDER = "provider"


class SharingPermitted(Noun):
    """Says that data may be, or is, shared with somebody.

    `compelled` says whether only somebody who has the power to demand the data gets it: "no" where a mere
    request is enough.
    """

    kind: Literal["sharing-permitted"]
    recipients: tuple[Id, ...]
    data: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    condition: TextOrGap = Gap.NOT_STATED
    compelled: Answer = Answer.NOT_STATED


class SharingDenied(Noun):
    """Says that data is not shared, but for the exceptions.

    `recipients` limits the denial to some recipients; `except_purposes` and `except_recipients` are what the
    sentence itself exempts.
    """

    kind: Literal["sharing-denied"]
    recipients: tuple[Id, ...] = ()
    data: tuple[Id, ...] = ()
    except_purposes: tuple[Id, ...] = ()
    except_recipients: tuple[Id, ...] = ()


class SharingListed(Noun):
    """Says that data goes to others only as listed; `clauses` are the list."""

    kind: Literal["sharing-listed"]
    clauses: tuple[Id, ...]


class SharingDemanded(Noun):
    """Says that data must be shared."""

    kind: Literal["sharing-demanded"]
    recipients: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    condition: TextOrGap = Gap.NOT_STATED


class RecipientsCalled(Noun):
    """Calls recipients third parties, or providers that work for the controller."""

    kind: Literal["recipients-called"]
    recipients: tuple[Id, ...]
    called: Called


class CustodyClaimed(Noun):
    """Says who holds or handles data: with `alone`, nobody else does."""

    kind: Literal["custody-claimed"]
    parties: tuple[Id, ...]
    data: tuple[Id, ...] = ()
    alone: Flag = False


class RecipientLimited(Noun):
    """Puts a limit on what a recipient may do with data (Art. 28(3)(a))."""

    kind: Literal["recipient-limited"]
    recipients: tuple[Id, ...]
    limit: Text


class RecipientFreed(Noun):
    """Gives a recipient freedom to use or disclose data for ends of its own, or says that it has it."""

    kind: Literal["recipient-freed"]
    recipients: tuple[Id, ...]
    purposes: tuple[Id, ...] = ()
    freedom: Text


class LiabilityClaimed(Noun):
    """Says who answers for data; `alone` when it says that nobody else does."""

    kind: Literal["liability-claimed"]
    parties: tuple[Id, ...]
    data: tuple[Id, ...] = ()
    alone: Flag = False


class TransferClaimed(Noun):
    """Says that data goes, or does not go, to another country; `copy_route` is how to see the safeguards."""

    kind: Literal["transfer-claimed"]
    countries: tuple[Country, ...] = ()
    denied: Flag = False
    mechanism: TextOrGap = Gap.NOT_STATED
    copy_route: TextOrGap = Gap.NOT_STATED
