"""What people can ask for, and by which door."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Gap, Id, Text, TextOrGap


class RightKind(StrEnum):
    """The rights of a data subject (UK GDPR Art. 7(3), 12 to 22D; DPA 2018 s.164A, s.165)."""

    INFORMED = "informed"
    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    WITHDRAW_CONSENT = "withdraw-consent"
    AUTOMATED_DECISIONS = "automated-decisions"
    COMPLAIN_TO_CONTROLLER = "complain-to-controller"
    COMPLAIN_TO_REGULATOR = "complain-to-regulator"

    @property
    def asked(self) -> str:
        """What somebody asks who uses the right, in a word or two: access, a complaint."""
        said = {
            RightKind.INFORMED: "information",
            RightKind.WITHDRAW_CONSENT: "withdrawal of consent",
            RightKind.AUTOMATED_DECISIONS: "automated decisions",
            RightKind.COMPLAIN_TO_CONTROLLER: "complaint",
            RightKind.COMPLAIN_TO_REGULATOR: "complaint to the regulator",
        }
        return said.get(self, self.value)


class Right(Entry):
    """A right that is offered, the team that answers it, and the channels by which it can be used."""

    right: RightKind
    channels: tuple[Id, ...] = ()
    team: Id | None = None
    limits: TextOrGap = Gap.NOT_STATED


class Use(StrEnum):
    """What a channel is for."""

    RIGHTS = "rights"
    CONTACT = "contact"
    COOKIES = "cookies"
    COMPLAINTS = "complaints"
    CHANGES = "changes"


class ChannelKind(StrEnum):
    """What a channel is."""

    ONLINE_FORM = "online-form"
    EMAIL = "email"
    POST = "post"
    TELEPHONE = "telephone"
    WEB_PAGE = "web-page"
    BANNER = "banner"
    SETTINGS = "settings"
    IN_PERSON = "in-person"


class Channel(Entry):
    """A door by which people reach the organisation or an authority.

    `party` answers there, `address` is what a person would write to, call or open.
    """

    name: Text
    kind: ChannelKind
    uses: tuple[Use, ...]
    party: Id
    address: TextOrGap = Gap.NOT_STATED
