"""`privacy-audit screen`: which activities call for an impact assessment, and what has to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from .assessments import ActivityOption
from .faults import command
from .options import MapArgument, TextOrJson, known_id, load
from .plain import console, line, write_json

if TYPE_CHECKING:
    from rich.console import Console

    from ..model.screening import Screening

#: Words and colours of the outcomes; the order is that in which they are printed.
_OUTCOMES: Final = {
    "required": ("required", "high"),
    "presumed": ("presumed", "medium"),
    "not-decidable": ("not decidable", "low"),
    "not-indicated": ("not indicated", "good"),
}
#: Columns of the outcome.
_WIDE: Final = 15


@command
def screen(
    data_map: MapArgument = None,
    *,
    activity: ActivityOption = None,
    form: Annotated[
        TextOrJson, typer.Option("--format", help="For a person or for a program.")
    ] = TextOrJson.TEXT,
) -> int:
    """Screen activities for an impact assessment: nine criteria, the regulator's list, Art. 35(3).

    What the map cannot show is asked and never assumed. An answer is written into the map, under
    dpia.answers of the activity, and counts from then on.
    """
    from ..risk.screening import screen as screen_one
    from ..risk.screening import screen_all

    read = load(data_map)
    one = known_id("--activity", activity, read.activity, "activity")
    found = screen_all(read) if one is None else (screen_one(read, one),)
    if form is TextOrJson.JSON:
        answer = _as_json(read.stamp, found)
        write_json(answer)
    else:
        _text(found, console(), whole=one is not None)
    return 0


def _as_json(stamp: dict[str, str], found: Sequence[Screening]) -> dict[str, object]:
    counts = {name: sum(s.outcome == name for s in found) for name in _OUTCOMES}
    screened = [screening.as_json() for screening in found]
    return {"map": stamp, "counts": counts, "screenings": screened}


def _text(found: Sequence[Screening], page: Console, *, whole: bool) -> None:
    if not found:
        line("The map holds no activity, so there is nothing to screen.", to=page)
    for name, (words, style) in _OUTCOMES.items():
        for screening in (each for each in found if each.outcome == name):
            line((words.ljust(_WIDE), style), f"{screening.name} ({screening.activity})", to=page, hang=_WIDE)
            if whole or name in ("required", "presumed"):
                line((f"{' ' * _WIDE}{'; '.join(screening.why)}", "quiet"), to=page)
            if whole:
                _signs(screening, page)
    if not whole:
        _questions(found, page)


def _signs(screening: Screening, page: Console) -> None:
    for sign in screening.signs:
        line(f"    {sign.met.value:9}  {sign.name}", to=page)
        for evidence in sign.evidence:
            line((f"               {evidence.text}", "quiet"), to=page)
        for question in sign.ask:
            line(f"               Ask: {question}", to=page)


def _questions(found: Sequence[Screening], page: Console) -> None:
    """Print what has to be asked: questions that settle something for several activities first."""
    asked: dict[str, int] = {}
    for screening in found:
        for question in screening.questions:
            asked[question] = asked.get(question, 0) + 1
    if asked:
        line("", to=page)
        shared = sorted((q for q in asked if asked[q] > 1), key=lambda q: -asked[q])
        many = "1 question is open" if len(asked) == 1 else f"{len(asked)} questions are open"
        line(f"{many}; an answer goes into the map.{' For several activities:' if shared else ''}", to=page)
        for question in shared:
            line(f"  {asked[question]:3}  {question}", to=page, hang=len(f"{asked[question]}") + 2)
        line("  For one activity, see --activity ID.", to=page)
