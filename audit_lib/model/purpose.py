"""What for."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Text


class PurposeKind(StrEnum):
    """What sort of purpose it is, where the law has something to say about just that sort.

    Rules and assessments reason over these; `other` is everything about which they have nothing particular to
    say. The name of a purpose is for people, and nothing is read out of it.
    """

    TENANCY = "tenancy"
    RENT_AND_PAYMENTS = "rent-and-payments"
    DEBT_RECOVERY = "debt-recovery"
    REPAIRS = "repairs"
    RIGHT_TO_RENT = "right-to-rent"
    REFERENCING = "referencing"
    DEPOSIT_PROTECTION = "deposit-protection"
    GAS_SAFETY = "gas-safety"
    ELECTRICAL_SAFETY = "electrical-safety"
    FIRE_SAFETY = "fire-safety"
    SANCTIONS = "sanctions"
    MONEY_LAUNDERING = "money-laundering"
    STATUTORY_REPORTING = "statutory-reporting"
    SAFEGUARDING = "safeguarding"
    CRIME_PREVENTION = "crime-prevention"
    ANTISOCIAL_BEHAVIOUR = "antisocial-behaviour"
    SITE_SECURITY = "site-security"
    NETWORK_SECURITY = "network-security"
    LEGAL_CLAIMS = "legal-claims"
    AUTHORITY_REQUESTS = "authority-requests"
    DIRECT_MARKETING = "direct-marketing"
    MARKET_RESEARCH = "market-research"
    PROFILING = "profiling"
    ANALYTICS = "analytics"
    STATISTICS = "statistics"
    INVESTOR_REPORTING = "investor-reporting"
    GROUP_ADMINISTRATION = "group-administration"
    RIGHTS_REQUESTS = "rights-requests"
    EMPLOYMENT = "employment"
    OTHER = "other"


class Purpose(Entry):
    """A purpose of processing (UK GDPR Art. 5(1)(b)), in words that a data subject would understand."""

    name: Text
    description: Text | None = None
    kind: PurposeKind = PurposeKind.OTHER
