"""What a sentence of a privacy notice claims, in a closed vocabulary that rules can reason over.

Ids in a claim name parties, data categories, purposes or activities of the same map. An empty list means
that the sentence names none: a denial without recipients denies sharing with anybody.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .activity import Basis
from .noun import Answer, Flag, Gap, Id, Noun, Text, TextOrGap
from .party import Country
from .rights import RightKind
from .safeguard import Measure


class ConsentHow(StrEnum):
    """How consent is said to be given (UK GDPR Art. 4(11), 7; PECR reg. 6)."""

    BY_CONDUCT = "by-conduct"
    OPT_IN = "opt-in"
    OPT_OUT = "opt-out"
    NOT_SAID = "not-said"


class Strength(StrEnum):
    """How far a promise goes: `absolute` can be broken by one failure, `qualified` says its limits."""

    ABSOLUTE = "absolute"
    QUALIFIED = "qualified"


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
    """Says that data is collected, from whom and how."""

    kind: Literal["collected"]
    data: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    how: TextOrGap = Gap.NOT_STATED


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


class SharingPermitted(Noun):
    """Says that data may be, or is, shared with somebody."""

    kind: Literal["sharing-permitted"]
    recipients: tuple[Id, ...]
    data: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    condition: TextOrGap = Gap.NOT_STATED


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


class SharingDemanded(Noun):
    """Says that data must be shared."""

    kind: Literal["sharing-demanded"]
    recipients: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    condition: TextOrGap = Gap.NOT_STATED


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


class RetentionClaimed(Noun):
    """Says how long data is kept, or what happens at the end."""

    kind: Literal["retention-claimed"]
    retention: tuple[Id, ...]


class TransferClaimed(Noun):
    """Says that data goes, or does not go, to another country."""

    kind: Literal["transfer-claimed"]
    countries: tuple[Country, ...] = ()
    denied: Flag = False
    mechanism: TextOrGap = Gap.NOT_STATED


class AutomatedDecisionsClaimed(Noun):
    """Says whether decisions are made by automated means alone (Art. 22A to 22D)."""

    kind: Literal["automated-decisions-claimed"]
    activities: tuple[Id, ...] = ()
    denied: Flag = False


class ProfilingClaimed(Noun):
    """Says that data is combined or evaluated to form a picture of a person (Art. 4(4))."""

    kind: Literal["profiling-claimed"]
    activities: tuple[Id, ...]
    data: tuple[Id, ...] = ()


class RightOffered(Noun):
    """Offers a right; `set_apart` when it stands apart from other information (Art. 21(4))."""

    kind: Literal["right-offered"]
    right: RightKind
    limits: TextOrGap = Gap.NOT_STATED
    set_apart: Flag = False


class RouteGiven(Noun):
    """Gives a channel by which something can be done."""

    kind: Literal["route-given"]
    channels: tuple[Id, ...]


class ConsentClaimed(Noun):
    """Says that people consent, and how."""

    kind: Literal["consent-claimed"]
    how: ConsentHow
    activities: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()


class SecurityPromised(Noun):
    """Promises a security measure."""

    kind: Literal["security-promised"]
    measure: Measure
    strength: Strength
    data: tuple[Id, ...] = ()


class PromiseMade(Noun):
    """Promises something else about how data is handled."""

    kind: Literal["promise-made"]
    promise: Text
    strength: Strength
    purposes: tuple[Id, ...] = ()


class IdentityChecked(Noun):
    """Says that identity is checked before something is done (Art. 12(6))."""

    kind: Literal["identity-checked"]
    when: Text
    strength: Strength


class ChangePromised(Noun):
    """Says how people learn of changes to the notice (Art. 13(3))."""

    kind: Literal["change-promised"]
    how: TextOrGap


class VersionStated(Noun):
    """States a date or version of the notice."""

    kind: Literal["version-stated"]
    version: Text


class CookiesClaimed(Noun):
    """Says what cookies are for, if they are essential, and how people choose (PECR reg. 6, Sch. A1)."""

    kind: Literal["cookies-claimed"]
    purposes: tuple[Id, ...] = ()
    essential: Answer = Answer.NOT_STATED
    consent: ConsentHow = ConsentHow.NOT_SAID
    parties: tuple[Id, ...] = ()


TypeOfClaim = (
    ControllerNamed | DpoNamed | ScopeStated | LawCited | Collected | RequirementStated | PurposeStated
    | BasisClaimed | SharingPermitted | SharingDenied | SharingDemanded | CustodyClaimed | RecipientLimited
    | RecipientFreed | LiabilityClaimed | RetentionClaimed | TransferClaimed | AutomatedDecisionsClaimed
    | ProfilingClaimed | RightOffered | RouteGiven | ConsentClaimed | SecurityPromised | PromiseMade
    | IdentityChecked | ChangePromised | VersionStated | CookiesClaimed
)  # fmt: skip

#: One claim of a sentence; `kind` says which.
Claim = Annotated[TypeOfClaim, Field(discriminator="kind")]
