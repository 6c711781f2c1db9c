"""Risk in numbers as tables: what scenarios cost, what measures bring, and what all of it rests on."""

from __future__ import annotations

from dataclasses import replace

from ..model.quantified import Estimate, Losses, MeasureReturn, Quantified
from ..risk.wording import figure_range, pounds
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

_EVENTS = {
    "store": "a store of data is exposed",
    "slip": "a slip exposes a few people",
    "grievance": "a complaint or claim, without a breach",
}


def losses_table(measured: Quantified) -> Table:
    """Return what each scenario costs in a year, dearest first, and all of them together.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> found = losses_table(quantify(example_map(), [], years=100))
    >>> found.columns[1], found.rows[-1][0].text
    ('Events a year', 'All together')
    """
    planned = bool(measured.measures)
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(f"{_EVENTS[each.event]}; {_people(each.people)}", lead=each.title),
            f"{each.current.events:.2f}",
            *_amounts(each.inherent, each.current, each.target if planned else None),
        )
        for each in sorted(measured.scenarios, key=lambda each: -each.current.ale)
    ]
    whole = _amounts(measured.inherent, measured.current, measured.target if planned else None)
    total = (f"{measured.current.events:.2f}", *whole)
    rows.append((Cell("All together", Mark.STRONG), *(Cell(said, Mark.STRONG) for said in total)))
    states = ("Average year, before measures", "Average year, now", *(["Average year, planned"] * planned))
    columns = ("Scenario", "Events a year", *states, "1 year in 20 is above", "1 year in 100 is above")
    title = (
        f"{count(len(measured.scenarios), 'scenario').capitalize()}: {pounds(measured.current.ale)} in an "
        f"average year, and more than {pounds(measured.current.percentile(0.95))} in 1 year in 20"
    )
    widths = (36, 9, *([14] * len(states)), 13, 13)
    return tabulate(title, columns, rows, widths=widths)


def _people(number: float) -> str:
    return f"about {max(1, round(number)):,} {'person' if number < 1.5 else 'people'}"


def _amounts(inherent: Losses, current: Losses, target: Losses | None) -> tuple[str, ...]:
    means = [inherent.ale, current.ale, *([target.ale] if target else [])]
    return tuple(pounds(each) for each in (*means, current.percentile(0.95), current.percentile(0.99)))


def measures_table(measured: Quantified, *, most: int | None = None) -> Table:
    """Return what each planned measure costs, saves and brings, the best return first; at most `most`.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> measures_table(quantify(example_map(), [], years=100)).title
    'No measure is planned'
    """
    titles = {each.scenario: each.title for each in measured.scenarios}
    rows = [_measure(measure, titles) for measure in measured.measures]
    pays = sum(bool(each.value and each.value.mean > 0) for each in measured.measures)
    title = (
        f"{pays or 'None'} of {count(len(rows), 'planned measure')} {'save' if pays > 1 else 'saves'} more "
        f"than {'they cost' if pays > 1 else 'it costs'}"
        if rows
        else "No measure is planned"
    )
    columns = ("Measure", "Costs a year", "Saves a year", "Return", "Where it helps")
    found = tabulate(title, columns, rows, most, (30, 15, 15, 16, 24))
    if not rows:
        return found
    note = (
        "Each alone, on top of what is in place. Return: what it saves beyond its cost, as a share of the "
        "cost. Beneath: nine times out of ten it is in this range."
    )
    return replace(found, note=f"{found.note} {note}".strip())


def _measure(measure: MeasureReturn, titles: dict[str, str]) -> tuple[Cell | str, ...]:
    who = [measure.owner or "", f"due {measure.due}" if measure.due else ""]
    value = measure.value
    brings = Cell("free of cost")
    if value:
        low, mean, high = (f"{share:+.0%}".replace("-", "−") for share in (value.low, value.mean, value.high))
        brings = Cell(mean, Mark.STRONG, tail=f"{low} to {high}")
    helps = listing([titles[name] for name in measure.scenarios], 1) if measure.scenarios else ""
    return (
        Cell(measure.measure.value.replace("-", " "), lead=measure.name, tail=", ".join(filter(None, who))),
        _estimate(measure.cost),
        _estimate(measure.saved),
        brings,
        Cell(helps) if helps else Cell("reaches no risk", Mark.GAP),
    )


def _estimate(found: Estimate) -> Cell:
    return Cell(pounds(found.mean), tail=f"{pounds(found.low)} to {pounds(found.high)}")


def assumptions_table(measured: Quantified) -> Table:
    """Return every figure that the numbers rest on; those that the map gives come first and are marked.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.quantify import quantify
    >>> found = assumptions_table(quantify(example_map(), [], years=100))
    >>> found.columns[-1], found.rows[0][3].text
    ('Name in risk.yaml', 'assumed')
    """
    ordered = sorted(measured.figures, key=lambda figure: figure.assumed)
    rows = [
        (
            Cell(figure.why, lead=figure.name),
            figure_range(figure.low, figure.high, figure.unit.value),
            figure.source,
            Cell("assumed", Mark.GAP) if figure.assumed else Cell("from the map", Mark.STRONG),
            Cell(figure.id, Mark.MUTED),
        )
        for figure in ordered
    ]
    given = len(rows) - len(measured.assumed)
    title = (
        f"The numbers rest on {count(len(rows), 'figure')}: {given} from the map, {len(rows) - given} assumed"
    )
    columns = ("Figure", "Range, nine times out of ten", "Source", "Given or assumed", "Name in risk.yaml")
    return tabulate(title, columns, rows, widths=(30, 16, 22, 12, 20))
