"""`privacy-audit request deadline` and `request complaint`: by when a person must be answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ...errors import Fault, ParameterError
from ..clock_text import answer
from ..faults import command
from ..options import TextOrJson, load
from .dates import (
    ClarificationAnsweredOption,
    ClarificationAskedOption,
    ExtendedOption,
    FeeAskedOption,
    FeePaidOption,
    IdentityAskedOption,
    IdentityReceivedOption,
    MarketingOption,
    read_dates,
)
from .options import typed_day, typed_word

if TYPE_CHECKING:
    from ...law.calendar import Nation

_NATIONS: Final = "england-and-wales|scotland|northern-ireland"


MapOption = Annotated[
    Path | None,
    typer.Option(
        "--map", metavar="MAP", help="A data map, whose jurisdiction says the nation.", show_default=False
    ),
]
NationOption = Annotated[
    str | None,
    typer.Option(
        "--nation",
        metavar=_NATIONS,
        help="Whose bank holidays count (default: the map's; without either, in time in all three).",
        show_default=False,
    ),
]
ReceivedOption = Annotated[
    str, typer.Option("--received", metavar="DATE", help="The day of receipt, as 2026-03-31.")
]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For a person or for a program.")]


@command
def request_deadline(
    *,
    right: Annotated[
        str, typer.Option("--right", metavar="RIGHT", help="What the person asks for, such as access.")
    ],
    received: ReceivedOption,
    identity_asked: IdentityAskedOption = None,
    identity_received: IdentityReceivedOption = None,
    fee_asked: FeeAskedOption = None,
    fee_paid: FeePaidOption = None,
    clarification_asked: ClarificationAskedOption = None,
    clarification_answered: ClarificationAnsweredOption = None,
    extended_on: ExtendedOption = None,
    marketing: MarketingOption = False,
    nation: NationOption = None,
    data_map: MapOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Say by when a rights request must be answered, with the safe date, every step and what it rests on.

    RIGHT is access, rectification, erasure, restriction, portability, objection, withdraw-consent
    or automated-decisions.
    """
    from ...law.calendar import Nation
    from ...model.rights import RightKind
    from ...rights.deadlines import request_clock

    told: list[Fault] = []
    dates = read_dates(
        received,
        (identity_asked, identity_received),
        (fee_asked, fee_paid),
        (clarification_asked, clarification_answered),
        extended_on,
        told,
    )
    kind, where = typed_word("--right", right, RightKind, told), typed_word("--nation", nation, Nation, told)
    if told or dates is None or kind is None:
        raise ParameterError(told)
    counted = where or _nation_of_map(data_map)
    return answer(lambda: request_clock(kind, dates, marketing=marketing, nation=counted), output)


@command
def request_complaint(
    *,
    received: ReceivedOption,
    nation: NationOption = None,
    data_map: MapOption = None,
    output: FormatOption = TextOrJson.TEXT,
) -> int:
    """Say by when a complaint to the controller must be acknowledged, and what follows."""
    from ...law.calendar import Nation
    from ...rights.deadlines import complaint_clock

    told: list[Fault] = []
    first, where = typed_day("--received", received, told), typed_word("--nation", nation, Nation, told)
    if told or first is None:
        raise ParameterError(told)
    counted = where or _nation_of_map(data_map)
    return answer(lambda: complaint_clock(first, nation=counted), output)


def _nation_of_map(given: Path | None) -> Nation | None:
    from ...law.calendar import nation_of

    return None if given is None else nation_of(load(given).info.jurisdiction)
