"""The answer of `measure` for a person: first what a director asks, then what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ..risk.wording import figure_range, one_in, pounds
from .plain import console, line

if TYPE_CHECKING:
    from ..model.assumption import Figure
    from ..model.quantified import Losses, MeasureReturn, Quantified

#: What of the drivers is named; all of them are in the answer with --format json.
MOST_DRIVERS: Final = 8

_WIDE: Final = 34

_LINES: Final[tuple[tuple[str, Callable[[Losses], str]], ...]] = (
    ("Average year", lambda found: pounds(found.ale)),
    ("Half of all years stay below", lambda found: pounds(found.percentile(0.5))),
    ("1 year in 10 is above", lambda found: pounds(found.percentile(0.9))),
    ("1 year in 20 is above", lambda found: pounds(found.percentile(0.95))),
    ("1 year in 100 is above", lambda found: pounds(found.percentile(0.99))),
    ("There is a loss in", lambda found: one_in(found.any_loss)),
)


def write_measured(found: Quantified, to: Console | None = None) -> None:
    """Print the losses of a year, the scenarios, what drives them, the measures, and every assumption.

    >>> import io
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> page = io.StringIO()
    >>> write_measured(quantify(example_map(), [], years=100), console(page))
    >>> "Average year" in page.getvalue(), "What the numbers rest on" in page.getvalue()
    (True, True)
    """
    page = to or console()
    line(f"{found.title}: risk in numbers", to=page)
    years = "1 simulated year" if found.years == 1 else f"{found.years:,} simulated years"
    line((f"{years}, seed {found.seed}; pounds a year", "quiet"), to=page)
    line(to=page)
    if not found.scenarios:
        line("The map holds no place where a risk can happen, so there is nothing to count.", to=page)
        return
    _states(found, page)
    _kinds(found, page)
    _penalty(found, page)
    _scenarios(found, page)
    _drivers(found, page)
    _measures(found, page)
    _figures(found, page)
    for skipped in found.left_out:
        line(("Not counted: ", "quiet"), f"{skipped.what}: {skipped.why}", to=page)


def _states(found: Quantified, page: Console) -> None:
    columns = [("before any measure", found.inherent), ("as it is", found.current)]
    if found.measures:
        columns.append(("as it is planned", found.target))
    line("".ljust(_WIDE), "".join(name.rjust(20) for name, _ in columns), to=page)
    for name, said in _LINES:
        line(name.ljust(_WIDE), "".join(said(losses).rjust(20) for _, losses in columns), to=page)
    line(to=page)


def _kinds(found: Quantified, page: Console) -> None:
    whole = found.current.ale or 1.0
    parts = sorted(found.current.kinds, key=lambda kind: -kind.ale)
    said = ", ".join(f"{part.kind.value.replace('-', ' ')} {_percent(part.ale / whole)}" for part in parts)
    line(("It consists of: ", "quiet"), said, to=page)


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 or not share else "under 1%"


def _penalty(found: Quantified, page: Console) -> None:
    top = found.ceiling
    turnover = f"a turnover of {pounds(top.turnover)}{' (assumed)' if top.assumed else ''}"
    method = f"{pounds(top.method_low)} to {pounds(top.method_high)}"
    line(
        ("A penalty: ", "quiet"),
        f"at most {pounds(top.higher, 3)} by law; for a grave breach and {turnover} the regulator's method "
        f"starts at {method}. Few breaches lead to one.",
        to=page,
    )
    line(to=page)


def _scenarios(found: Quantified, page: Console) -> None:
    line("Where it comes from, as it is, dearest first; events are those of a year", to=page)
    head = ("average".rjust(10), "1 in 20".rjust(10), "1 in 100".rjust(10), "events".rjust(8))
    line((f"  {''.join(head)}", "quiet"), to=page)
    for each in sorted(found.scenarios, key=lambda each: -each.current.ale):
        losses = each.current
        sums = [losses.ale, losses.percentile(0.95), losses.percentile(0.99)]
        numbers = "".join(pounds(amount).rjust(10) for amount in sums)
        line(f"  {numbers}{losses.events:8.2f}  {each.title}", to=page, hang=len(numbers.lstrip()) + 10)
    line(to=page)


def _drivers(found: Quantified, page: Console) -> None:
    line("What drives the average year: with this figure at the lower, then at the upper end", to=page)
    for driver in found.drivers[:MOST_DRIVERS]:
        ends = f"{pounds(driver.at_low).rjust(10)}{pounds(driver.at_high).rjust(10)}"
        line(f"  {ends}  {driver.name}", to=page, hang=len(ends.lstrip()) + 2)
    line(to=page)


def _measures(found: Quantified, page: Console) -> None:
    if not found.measures:
        line("No measure is planned (risk.yaml, measures), so none is weighed.", to=page)
        line(to=page)
        return
    line("Measures that are planned, best return first; each alone, on top of what is in place", to=page)
    for measure in found.measures:
        _measure(measure, page)
    line(to=page)


def _measure(measure: MeasureReturn, page: Console) -> None:
    value = measure.value
    pays = ("pays", "good") if value and value.mean > 0 else ("does not pay by itself", "medium")
    if not measure.scenarios:
        pays = ("reaches no risk", "medium")
    line(f"  {measure.name}: ", pays, to=page)
    saved = f"{pounds(measure.saved.mean)} ({pounds(measure.saved.low)} to {pounds(measure.saved.high)})"
    line(f"    saves {saved} a year for {pounds(measure.cost.mean)} a year", to=page)
    if value:
        line(f"    return {value.mean:+.0%} ({value.low:+.0%} to {value.high:+.0%})", to=page)
    who = [
        *([f"owner {measure.owner}"] if measure.owner else []),
        *([f"due {measure.due}"] if measure.due else []),
    ]
    if who:
        line((f"    {', '.join(who)}", "quiet"), to=page)


def _figures(found: Quantified, page: Console) -> None:
    given = [figure for figure in found.figures if not figure.assumed]
    said = f"{len(found.assumed)} assumed, {len(given)} given by the map"
    line(f"What the numbers rest on: {said}. Nine times out of ten the true figure is in its range.", to=page)
    for figure in given:
        _figure(figure, ("from the map  ", "good"), page)
    for figure in found.assumed:
        _figure(figure, ("assumed       ", "quiet"), page)
    line(to=page)


def _figure(figure: Figure, mark: tuple[str, str], page: Console) -> None:
    ends = figure_range(figure.low, figure.high, figure.unit.value)
    line("  ", mark, f"{figure.name}: {ends}", (f"  [{figure.id}]", "quiet"), to=page, hang=14)
    line((f"                {figure.why} Source: {figure.source}.", "quiet"), to=page)
