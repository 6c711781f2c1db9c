"""A schedule of usual retention periods for a residential landlord or its agent, each with what it rests on.

A row is law only where a statute says how long to keep; the rest are assumptions for a person to confirm or
change. A time limit for claims (England and Wales: Limitation Act 1980) is a reason to keep, and no duty.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from .authority import Authority


class RetentionPeriod(NamedTuple):
    """How long a kind of data is usually kept: the event that starts it, the period (ISO 8601), the source.

    `period` is None where no period in months or years fits; `note` then says what applies. `words` are
    what a name of such data is likely to hold.
    """

    id: str
    data: str
    starts: str
    period: str | None
    source: str
    authority: Authority
    words: tuple[str, ...]
    note: str = ""


_LAW: Final = Authority.LAW
_GUESS: Final = Authority.ASSUMPTION
_CONTRACT: Final = "Limitation Act 1980 s.5: six years for a claim on a simple contract"

RETENTION_PERIODS: Final[tuple[RetentionPeriod, ...]] = (
    RetentionPeriod(
        "right-to-rent",
        "passport copy and right to rent check",
        "end of the tenancy",
        "P1Y",
        "Immigration Act 2014 and the Home Office's code of practice",
        _LAW,
        ("passport", "right to rent", "visa"),
        "At least one year; then destroy.",
    ),
    RetentionPeriod(
        "applicants",
        "unsuccessful applications",
        "the decision",
        "P6M",
        "time for a claim under the Equality Act 2010",
        _GUESS,
        ("applicant", "application"),
        "Twelve months at most.",
    ),
    RetentionPeriod(
        "direct-debit",
        "payment method and direct debit details",
        "the last payment",
        "P13M",
        "payment scheme rules",
        _GUESS,
        ("direct debit", "payment method", "bank"),
        "The record of the transaction itself: six years.",
    ),
    RetentionPeriod(
        "card-data",
        "card data",
        "the transaction",
        None,
        "PCI DSS",
        _GUESS,
        ("card",),
        "Do not store it; keep a token.",
    ),
    RetentionPeriod(
        "tenancy-agreement",
        "tenancy agreement",
        "end of the tenancy",
        "P6Y",
        _CONTRACT,
        _GUESS,
        ("lease", "tenancy"),
        "Twelve years where it is a deed: s.8.",
    ),
    RetentionPeriod(
        "identity-contact",
        "identity and contact details",
        "end of the tenancy",
        "P6Y",
        _CONTRACT,
        _GUESS,
        ("identity", "contact", "name", "address", "telephone", "birth"),
        "Reduce to name, address and dates after one year.",
    ),
    RetentionPeriod(
        "reviews",
        "published reviews",
        "publication",
        "P2Y",
        "practice",
        _GUESS,
        ("review", "rating"),
        "Until taken down; look again after two years.",
    ),
    RetentionPeriod(
        "account",
        "account settings and preferences",
        "closing of the account",
        "P12M",
        "practice",
        _GUESS,
        ("account", "setting", "preference"),
    ),
    RetentionPeriod(
        "surveys",
        "survey answers",
        "close of the survey",
        "P12M",
        "practice",
        _GUESS,
        ("survey",),
        "Then anonymise.",
    ),
    RetentionPeriod(
        "portal-logs",
        "portal and website logs",
        "the event",
        "P12M",
        "security monitoring",
        _GUESS,
        ("log-in", "login", "log", "usage", "device"),
    ),
    RetentionPeriod(
        "interactions",
        "calls, messages and notes of contacts",
        "the event",
        "P2Y",
        "practice",
        _GUESS,
        ("call", "interaction", "message", "sms"),
        "Notes about the tenancy itself: six years after its end.",
    ),
    RetentionPeriod(
        "cctv",
        "CCTV recordings",
        "the recording",
        "P30D",
        "common practice; no statutory period",
        _GUESS,
        ("cctv", "footage", "camera"),
        "A copy for an incident: until it is closed.",
    ),
    RetentionPeriod(
        "access-logs",
        "fob and door access logs",
        "the event",
        "P90D",
        "practice",
        _GUESS,
        ("fob", "access log"),
    ),
    RetentionPeriod(
        "billing",
        "billing and accounts",
        "end of the accounting period",
        "P6Y",
        "Finance Act 1998 Sch. 18 para. 21",
        _LAW,
        ("billing", "invoice", "account history", "rent payment"),
    ),
    RetentionPeriod(
        "correspondence",
        "correspondence",
        "end of the tenancy",
        "P6Y",
        _CONTRACT,
        _GUESS,
        ("correspondence",),
    ),
    RetentionPeriod(
        "maintenance",
        "maintenance and repairs",
        "close of the job",
        "P6Y",
        _CONTRACT,
        _GUESS,
        ("maintenance", "repair"),
        "Gas safety records: at least two years; electrical reports: until the next one.",
    ),
    RetentionPeriod(
        "combined-profile",
        "combined profile of a person",
        "making it",
        "P12M",
        "practice",
        _GUESS,
        ("profile",),
        "Better not to keep it.",
    ),
    RetentionPeriod(
        "fraud",
        "fraud and antisocial behaviour files",
        "close of the case",
        "P6Y",
        "practice",
        _GUESS,
        ("fraud", "antisocial", "offence"),
        "Look again each year.",
    ),
    RetentionPeriod(
        "investor-report",
        "reports to investors",
        "the report",
        None,
        "practice",
        _GUESS,
        ("investor",),
        "Figures only; no personal data.",
    ),
    RetentionPeriod(
        "requests",
        "rights requests and complaints",
        "closing",
        "P3Y",
        "practice",
        _GUESS,
        ("request", "complaint"),
        "Six years where a claim is likely.",
    ),
    RetentionPeriod(
        "suppression",
        "suppression list",
        "the objection",
        None,
        "UK GDPR Art. 21(3)",
        _GUESS,
        ("suppression", "restriction list"),
        "Without end, with the least that identifies a person.",
    ),
    RetentionPeriod(
        "request-identity",
        "proof of identity for a request",
        "the check",
        None,
        "UK GDPR Art. 12(6)",
        _GUESS,
        ("proof of identity", "evidence of identity", "identity evidence"),
        "Destroy at once; keep a note of the check.",
    ),
    RetentionPeriod(
        "cookies",
        "cookies and the record of consent to them",
        "setting them",
        "P6M",
        "practice",
        _GUESS,
        ("cookie",),
        "As the table of cookies says; the record of consent six to twelve months.",
    ),
    RetentionPeriod(
        "breach-log",
        "log of personal data breaches",
        "closing",
        "P6Y",
        "UK GDPR Art. 33(5)",
        _GUESS,
        ("breach",),
    ),
)


def usual_period(name: str) -> RetentionPeriod | None:
    """Return the row of the schedule that a data category's name points to, or None.

    The longest word of a row that stands in the name decides.

    >>> usual_period("Copy of passport").period
    'P1Y'
    >>> usual_period("Favourite colour") is None
    True
    """
    wanted = f" {name.casefold()} "
    hits = [(len(word), row) for row in RETENTION_PERIODS for word in row.words if f" {word}" in wanted]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None
