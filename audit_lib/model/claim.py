"""What a sentence of a privacy notice claims, in a closed vocabulary that rules can reason over.

Ids in a claim name parties, data categories, purposes or activities of the same map. An empty list means
that the sentence names none: a denial without recipients denies sharing with anybody.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .activity import Basis
from .claim_promises import (
    ChangePromised,
    ConsentClaimed,
    ConsentHow,
    CookiesClaimed,
    Described,
    IdentityChecked,
    Promised,
    PromiseMade,
    RightOffered,
    RouteGiven,
    SecurityPromised,
    Strength,
    TermUsed,
    TopicAnnounced,
    VersionStated,
)
from .claim_sharing import (
    Called,
    CustodyClaimed,
    LiabilityClaimed,
    RecipientFreed,
    RecipientLimited,
    RecipientsCalled,
    SharingDemanded,
    SharingDenied,
    SharingListed,
    SharingPermitted,
    TransferClaimed,
)
from .noun import Flag, Gap, Id, Noun, Text, TextOrGap

__all__ = [
    "ArrangementTold",
    "AutomatedDecisionsClaimed",
    "BasisClaimed",
    "Called",
    "ChangePromised",
    "Claim",
    "Collected",
    "ConsentClaimed",
    "ConsentHow",
    "ControllerNamed",
    "CookiesClaimed",
    "CustodyClaimed",
    "DataDenied",
    "Described",
    "DpoDenied",
    "DpoNamed",
    "IdentityChecked",
    "InformingTimed",
    "LawCited",
    "LiabilityClaimed",
    "ProfilingClaimed",
    "PromiseMade",
    "Promised",
    "PurposeStated",
    "RecipientFreed",
    "RecipientLimited",
    "RecipientsCalled",
    "RepresentativeNamed",
    "RequirementStated",
    "RetentionClaimed",
    "RightOffered",
    "RouteGiven",
    "ScopeStated",
    "SecurityPromised",
    "SharingDemanded",
    "SharingDenied",
    "SharingListed",
    "SharingPermitted",
    "Strength",
    "TermUsed",
    "TopicAnnounced",
    "TransferClaimed",
    "TypeOfClaim",
    "VersionStated",
]


class ControllerNamed(Noun):
    """Names the controller, in the notice's own name for it."""

    kind: Literal["controller-named"]
    name: Text
    parties: tuple[Id, ...]
    address: TextOrGap = Gap.NOT_STATED


class DpoNamed(Noun):
    """Names a data protection officer and how to reach them."""

    kind: Literal["dpo-named"]
    party: Id
    channels: tuple[Id, ...] = ()


class DpoDenied(Noun):
    """Says that there is no data protection officer, and who answers instead."""

    kind: Literal["dpo-denied"]
    party: Id | None = None


class RepresentativeNamed(Noun):
    """Names who represents a controller from abroad (Art. 27)."""

    kind: Literal["representative-named"]
    party: Id
    channels: tuple[Id, ...] = ()


class ArrangementTold(Noun):
    """Tells what joint controllers have agreed: who of them does what for people (Art. 26(2))."""

    kind: Literal["arrangement-told"]
    parties: tuple[Id, ...]
    essence: Text


class ScopeStated(Noun):
    """Says whose practices, or which people and services, the notice is about."""

    kind: Literal["scope-stated"]
    parties: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()


class LawCited(Noun):
    """Cites a law by a name."""

    kind: Literal["law-cited"]
    name: Text


class Collected(Noun):
    """Says that data is collected, about whom and how.

    `sources` are others than the person; `optional` when it says that people give the data by choice.
    """

    kind: Literal["collected"]
    data: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    how: TextOrGap = Gap.NOT_STATED
    optional: Flag = False


class DataDenied(Noun):
    """Says that data is not collected; with `seen`, that it is looked at and not kept."""

    kind: Literal["data-denied"]
    data: tuple[Id, ...]
    subjects: tuple[Id, ...] = ()
    seen: Flag = False


class InformingTimed(Noun):
    """Says when people whose data came from others are told of it (Art. 14(3))."""

    kind: Literal["informing-timed"]
    when: Text


class RequirementStated(Noun):
    """Says that data must be provided, and what follows if it is not (Art. 13(2)(e))."""

    kind: Literal["requirement-stated"]
    data: tuple[Id, ...] = ()
    consequence: TextOrGap = Gap.NOT_STATED


class PurposeStated(Noun):
    """Says what data is used for."""

    kind: Literal["purpose-stated"]
    purposes: tuple[Id, ...]
    data: tuple[Id, ...] = ()


class BasisClaimed(Noun):
    """Says on which lawful basis something rests; `exclusive` when it says "only"."""

    kind: Literal["basis-claimed"]
    basis: Basis
    purposes: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    data: tuple[Id, ...] = ()
    interest: TextOrGap = Gap.NOT_STATED
    exclusive: Flag = False


class RetentionClaimed(Noun):
    """Says how long data is kept, or what happens at the end."""

    kind: Literal["retention-claimed"]
    retention: tuple[Id, ...]


class AutomatedDecisionsClaimed(Noun):
    """Says whether decisions are made by automated means alone, and what people can do (Art. 22A to 22D)."""

    kind: Literal["automated-decisions-claimed"]
    activities: tuple[Id, ...] = ()
    denied: Flag = False
    safeguards: TextOrGap = Gap.NOT_STATED


class ProfilingClaimed(Noun):
    """Says that data is combined or evaluated to form a picture of a person (Art. 4(4))."""

    kind: Literal["profiling-claimed"]
    activities: tuple[Id, ...]
    data: tuple[Id, ...] = ()


TypeOfClaim = (
    ControllerNamed | DpoNamed | DpoDenied | RepresentativeNamed | ArrangementTold | ScopeStated
    | LawCited | Collected | DataDenied | InformingTimed | RequirementStated | PurposeStated
    | BasisClaimed | SharingPermitted | SharingDenied | SharingListed | SharingDemanded | RecipientsCalled
    | CustodyClaimed | RecipientLimited | RecipientFreed | LiabilityClaimed | RetentionClaimed
    | TransferClaimed | AutomatedDecisionsClaimed | ProfilingClaimed | TopicAnnounced | TermUsed
    | RightOffered | RouteGiven | ConsentClaimed | SecurityPromised | PromiseMade | IdentityChecked
    | ChangePromised | VersionStated | CookiesClaimed
)  # fmt: skip

#: One claim of a sentence; `kind` says which.
Claim = Annotated[TypeOfClaim, Field(discriminator="kind")]
