"""What the figures of a risk rest on where nobody knows better: ranges that a map can replace."""

from __future__ import annotations

from enum import StrEnum

from .noun import Noun, Said


class Unit(StrEnum):
    """What a figure counts."""

    POUNDS = "GBP"
    POUNDS_A_PERSON = "GBP a person"
    POUNDS_A_YEAR = "GBP a year"
    PEOPLE = "people"
    SHARE = "share"
    EVENTS = "events a year"
    CHANCE = "chance a year"
    FACTOR = "times"

    @property
    def is_share(self) -> bool:
        """Whether the figure lies between 0 and 1."""
        return self in (Unit.SHARE, Unit.CHANCE)


class AssumptionName(StrEnum):
    """The assumptions that hold for several scenarios; a map replaces them under these names."""

    TURNOVER = "turnover"
    PEOPLE = "people"
    STORE_SHARE = "store-share"
    SLIP_PEOPLE = "slip-people"
    GRIEVANCE_PEOPLE = "grievance-people"
    REMOTE = "remote"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    STORE_RESPONSE = "store-response"
    SLIP_RESPONSE = "slip-response"
    GRIEVANCE_RESPONSE = "grievance-response"
    STORE_INQUIRY = "store-inquiry"
    SLIP_INQUIRY = "slip-inquiry"
    GRIEVANCE_INQUIRY = "grievance-inquiry"
    INQUIRY_COST = "inquiry-cost"
    STORE_TOLD = "store-told"
    SLIP_TOLD = "slip-told"
    TELLING_COST = "telling-cost"
    STORE_CLAIMS = "store-claims"
    SLIP_CLAIMS = "slip-claims"
    GRIEVANCE_CLAIMS = "grievance-claims"
    CLAIM_COST = "claim-cost"
    STORE_FINE = "store-fine"
    SLIP_FINE = "slip-fine"
    GRIEVANCE_FINE = "grievance-fine"
    FINE_A_PERSON = "fine-a-person"
    FINE_ADJUSTED = "fine-adjusted"
    STORE_LEAVERS = "store-leavers"
    SLIP_LEAVERS = "slip-leavers"
    GRIEVANCE_LEAVERS = "grievance-leavers"
    LEAVER_COST = "leaver-cost"
    ENCRYPTION_IN_TRANSIT = "effect-encryption-in-transit"
    ENCRYPTION_AT_REST = "effect-encryption-at-rest"
    ACCESS_CONTROL = "effect-access-control"
    AUTHENTICATION = "effect-authentication"
    IDENTITY_CHECK = "effect-identity-check"
    TESTING = "effect-testing"
    MINIMISATION = "effect-minimisation"
    ANONYMISATION = "effect-anonymisation"
    PSEUDONYMISATION = "effect-pseudonymisation"
    DELETION = "effect-deletion"
    SUPPRESSION_LIST = "effect-suppression-list"
    CONTRACT = "effect-contract"
    POLICY = "effect-policy"
    TRAINING = "effect-training"
    MONITORING = "effect-monitoring"
    BACKUP = "effect-backup"


class Figure(Noun):
    """A figure as a 90 % range, with why it is so and who says so.

    `id` is that of an assumption, or "frequency:" or "people:" with a scenario. `assumed` says that nobody of
    the organisation has given it; a figure that the map gives is `replaced` if it stands in place of an
    assumption. With `mode` the range is a triangle: lowest, most frequent, highest.
    """

    id: str
    name: Said
    unit: Unit
    low: float
    high: float
    why: str
    source: str
    mode: float | None = None
    assumed: bool = True
