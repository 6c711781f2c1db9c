"""Technical and organisational measures (UK GDPR Art. 32)."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Id, Text


class Measure(StrEnum):
    """What kind of measure a safeguard is; rules and risks reason over these."""

    ENCRYPTION_IN_TRANSIT = "encryption-in-transit"
    ENCRYPTION_AT_REST = "encryption-at-rest"
    ACCESS_CONTROL = "access-control"
    AUTHENTICATION = "authentication"
    IDENTITY_CHECK = "identity-check"
    MONITORING = "monitoring"
    TESTING = "testing"
    MINIMISATION = "minimisation"
    ANONYMISATION = "anonymisation"
    PSEUDONYMISATION = "pseudonymisation"
    DELETION = "deletion"
    SUPPRESSION_LIST = "suppression-list"
    CONTRACT = "contract"
    POLICY = "policy"
    TRAINING = "training"
    BACKUP = "backup"
    GENERAL = "general"


class Safeguard(Entry):
    """A measure that protects data; one that names no party, system, data or activity is for everything."""

    name: Text
    measure: Measure
    description: Text | None = None
    parties: tuple[Id, ...] = ()
    systems: tuple[Id, ...] = ()
    data: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
