"""What a sentence of a privacy notice promises, offers or asks: claims of `model.claim`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .noun import Answer, Flag, Gap, Id, Noun, Text, TextOrGap
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


class Promised(StrEnum):
    """What a promise is about, where rules can hold it against what is done.

    `no-impact`: people's rights and interests do not suffer. `proportion`: no more data than needed.
    `necessity-told`: people hear which data is needed. `end`: data is gone, or anonymous, when its time
    is up. `no-sale`: data is not sold.
    """

    NO_IMPACT = "no-impact"
    PROPORTION = "proportion"
    NECESSITY_TOLD = "necessity-told"
    END = "end"
    NO_SALE = "no-sale"
    OTHER = "other"


class Described(StrEnum):
    """How a sentence describes a right: as the law has it, narrower, or so that its reach stays open."""

    FAIRLY = "fairly"
    NARROWER = "narrower"
    UNCLEAR = "unclear"


class TopicAnnounced(Noun):
    """Announces, in a heading or a sentence, what the notice will treat; `clauses` are those that do."""

    kind: Literal["topic-announced"]
    topic: Text
    clauses: tuple[Id, ...] = ()


class TermUsed(Noun):
    """Uses terms with capitals, as if they were defined; `defined` when this sentence defines them."""

    kind: Literal["term-used"]
    terms: tuple[Text, ...]
    defined: Flag = False


class RightOffered(Noun):
    """Offers a right.

    `described` is our judgement of how the sentence describes it, `set_apart` whether it stands apart from
    other information (Art. 21(4)).
    """

    kind: Literal["right-offered"]
    right: RightKind
    limits: TextOrGap = Gap.NOT_STATED
    described: Described = Described.FAIRLY
    set_apart: Flag = False


class RouteGiven(Noun):
    """Gives a channel by which something can be done; `systems` are where people meet it."""

    kind: Literal["route-given"]
    channels: tuple[Id, ...]
    systems: tuple[Id, ...] = ()


class ConsentClaimed(Noun):
    """Says that people consent, and how; `pressed` when it urges them, or holds something back from a no."""

    kind: Literal["consent-claimed"]
    how: ConsentHow
    activities: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    pressed: Flag = False


class SecurityPromised(Noun):
    """Promises a security measure, for some data, in some systems; where it names none, for all."""

    kind: Literal["security-promised"]
    measure: Measure
    strength: Strength
    data: tuple[Id, ...] = ()
    systems: tuple[Id, ...] = ()


class PromiseMade(Noun):
    """Promises something else about how data is handled."""

    kind: Literal["promise-made"]
    promise: Text
    strength: Strength
    about: Promised = Promised.OTHER
    purposes: tuple[Id, ...] = ()


class IdentityChecked(Noun):
    """Says that identity is checked before something is done (Art. 12(6))."""

    kind: Literal["identity-checked"]
    when: Text
    strength: Strength


class ChangePromised(Noun):
    """Says how people learn of changes; `new_purposes` if also of a new use beforehand (Art. 13(3))."""

    kind: Literal["change-promised"]
    how: TextOrGap
    new_purposes: Flag = False


class VersionStated(Noun):
    """States a date or version of the notice."""

    kind: Literal["version-stated"]
    version: Text


class CookiesClaimed(Noun):
    """Says what cookies are for, if they are essential, and how people choose (PECR reg. 6, Sch. A1).

    `parties` set or read them, `systems` are where they are set, `lasting` is how long they stay, `denied`
    when it says that none are set.
    """

    kind: Literal["cookies-claimed"]
    purposes: tuple[Id, ...] = ()
    essential: Answer = Answer.NOT_STATED
    consent: ConsentHow = ConsentHow.NOT_SAID
    parties: tuple[Id, ...] = ()
    systems: tuple[Id, ...] = ()
    lasting: TextOrGap = Gap.NOT_STATED
    denied: Flag = False
