"""The dates of a request as options, shared by the commands that compute with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import Fault
from .options import typed_day

if TYPE_CHECKING:
    from ...model.deadline import RequestDates


def _date(help_text: str) -> Any:
    return typer.Option(metavar="DATE", help=help_text, show_default=False)


IdentityAskedOption = Annotated[str | None, _date("When proof of identity was asked for.")]
IdentityReceivedOption = Annotated[str | None, _date("When it came; left out: not yet.")]
FeeAskedOption = Annotated[str | None, _date("When a fee was asked for.")]
FeePaidOption = Annotated[str | None, _date("When it was paid; left out: not yet.")]
ClarificationAskedOption = Annotated[
    list[str] | None, _date("When it was asked what an access request covers; may be repeated.")
]
ClarificationAnsweredOption = Annotated[
    list[str] | None, _date("When that was answered; repeated in the same order.")
]
ExtendedOption = Annotated[str | None, _date("When the person was told of two further months, and why.")]
MarketingOption = Annotated[bool, typer.Option("--marketing", help="The objection is to direct marketing.")]

_Pair = tuple[str | None, str | None]
_Pairs = tuple[Sequence[str] | None, Sequence[str] | None]


def read_dates(
    received: str | None,
    identity: _Pair,
    fee: _Pair,
    clarifications: _Pairs,
    extended_on: str | None,
    told: list[Fault],
) -> RequestDates | None:
    """Return the dates of a request as typed; None where there is no day of receipt.

    A pair is when something was asked for and when it came. What is no date is added to what will be told.

    >>> told = []
    >>> read_dates("2026-10-01", ("2026-10-02", None), (None, None), (None, None), None, told).identity.open
    True
    """
    from ...model.deadline import Question, RequestDates

    def question(pair: _Pair, asked: str, answered: str) -> Question:
        return Question(asked=typed_day(asked, pair[0], told), answered=typed_day(answered, pair[1], told))

    first = typed_day("--received", received, told)
    proof = question(identity, "--identity-asked", "--identity-received")
    paid = question(fee, "--fee-asked", "--fee-paid")
    asked, answered = (list(each or ()) for each in clarifications)
    several = tuple(
        question(pair, "--clarification-asked", "--clarification-answered")
        for pair in zip_longest(asked, answered)
    )
    extended = typed_day("--extended-on", extended_on, told)
    if first is None:
        return None
    return RequestDates(
        received=first, identity=proof, fee=paid, clarifications=several, extended_on=extended
    )
