"""The seven kinds of threat to privacy that LINDDUN tells apart, in our words.

Deng, Wuyts, Scandariato, Preneel and Joosen, "A privacy threat analysis framework: supporting the elicitation
and fulfillment of privacy requirements", Requirements Engineering 16 (2011), 3-32. The names are those that
the method uses today.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from .authority import Authority

#: A published method, and no provision of law.
AUTHORITY: Final = Authority.GUIDANCE
SOURCE: Final = "Deng et al. 2011, doi 10.1007/s00766-010-0115-7"


class Threat(StrEnum):
    """A kind of threat."""

    LINKING = "linking"
    IDENTIFYING = "identifying"
    NON_REPUDIATION = "non-repudiation"
    DETECTING = "detecting"
    DATA_DISCLOSURE = "data disclosure"
    UNAWARENESS = "unawareness"
    NON_COMPLIANCE = "non-compliance"


class ThreatMeaning(NamedTuple):
    """What happens to people under a threat, and what keeps it from happening."""

    happens: str
    kept_off_by: str


THREATS: Final[Mapping[Threat, ThreatMeaning]] = {
    Threat.LINKING: ThreatMeaning(
        "pieces of data are put together and say more than each of them does",
        "another identifier for each recipient, and fewer of them",
    ),
    Threat.IDENTIFYING: ThreatMeaning(
        "data that seems to be about nobody turns out to be about somebody",
        "keeping the key apart, and figures about groups",
    ),
    Threat.NON_REPUDIATION: ThreatMeaning(
        "people cannot deny what they have done, where nobody should be able to prove it",
        "fewer traces, and an early end of them",
    ),
    Threat.DETECTING: ThreatMeaning(
        "that something about a person exists can be seen, and says enough by itself",
        "messages and lists that look the same for everybody",
    ),
    Threat.DATA_DISCLOSURE: ThreatMeaning(
        "data comes to more people, in more detail or for longer than its purpose needs",
        "minimisation, access on need, encryption, and contracts along the whole chain",
    ),
    Threat.UNAWARENESS: ThreatMeaning(
        "people do not know what is done with data about them and cannot step in",
        "information in time, and a door that is open to everybody concerned",
    ),
    Threat.NON_COMPLIANCE: ThreatMeaning(
        "the processing leaves law, promises or good practice behind",
        "rights that work along the whole chain, and records that show it",
    ),
}


def named_source(threat: Threat) -> str:
    """Return a threat as a rule cites it among what it rests on.

    >>> named_source(Threat.LINKING)
    'LINDDUN: linking (Deng et al. 2011, doi 10.1007/s00766-010-0115-7)'
    """
    return f"LINDDUN: {threat.value} ({SOURCE})"
