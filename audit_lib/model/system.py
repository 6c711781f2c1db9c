"""Where personal data is kept, and by which door it comes and goes."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Gap, Id, Text
from .party import Country


class SystemKind(StrEnum):
    """What a system is."""

    PLATFORM = "platform"
    APP = "app"
    PORTAL = "portal"
    WEBSITE = "website"
    ONLINE_FORM = "online-form"
    EMAIL = "email"
    TELEPHONE = "telephone"
    SMS = "sms"
    POST = "post"
    IN_PERSON = "in-person"
    CCTV = "cctv"
    ACCESS_CONTROL = "access-control"
    COOKIES = "cookies"
    FILE_STORE = "file-store"
    REGISTER = "register"
    OTHER = "other"


class System(Entry):
    """Something that holds or carries personal data: a platform, a portal, a mailbox, a filing cabinet.

    `operator` is the party that runs it, `holds` the data categories that are kept in it (none for a mere
    channel), `location` the country where it stands.
    """

    name: Text
    kind: SystemKind
    operator: Id
    description: Text | None = None
    location: Country | Gap = Gap.NOT_STATED
    holds: tuple[Id, ...] = ()
