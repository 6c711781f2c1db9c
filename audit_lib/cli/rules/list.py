"""`privacy-audit rules list`: what the rules look for, theme by theme."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...model.theme import Theme
from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json

if TYPE_CHECKING:
    from rich.console import Console

    from ...rules.rule import Rule

#: Without a map no rules but those of the catalogue are there, so a command about rules needs none.
RulesOfMap = Annotated[
    Path | None,
    typer.Argument(
        metavar="MAP",
        help="The folder of a data map, for its organisation's own rules beside the catalogue.",
        show_default=False,
    ),
]


@command
def rules_list(
    data_map: RulesOfMap = None,
    *,
    theme: Annotated[
        Theme | None, typer.Option("--theme", help="Only the rules of this theme.", show_default=False)
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
) -> int:
    """List the rules, grouped by theme, with how much a finding of each matters."""
    rules = [rule for rule in rules_for(data_map) if theme is None or rule.theme is theme]
    if output is TextOrJson.JSON:
        write_json([rule_as_json(rule) for rule in rules])
    else:
        _write(rules, console())
    return 0


def rules_for(data_map: Path | None) -> tuple[Rule, ...]:
    """Return the rules of the catalogue and, with the folder of a map, its organisation's own.

    >>> rules_for(None)[0].theme.value
    'transparency'
    """
    from ...files.read_map import read_map
    from ...rules.own import rules_of

    return rules_of(None if data_map is None else read_map(data_map))


def rule_as_json(rule: Rule) -> dict[str, Any]:
    """Return a rule as an object for JSON.

    >>> rule_as_json(rules_for(None)[0])["own"]
    False
    """
    from ...model.own_rule import PREFIX

    return {
        "id": rule.id,
        "theme": rule.theme.value,
        "title": rule.title,
        "looks_for": rule.looks_for,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "why": rule.why,
        "law": list(rule.law),
        "in_force": rule.in_force.isoformat() if rule.in_force else None,
        "message": rule.message,
        "remedy": rule.remedy,
        "false_alarms": rule.false_alarms,
        "needs_notice": rule.needs_notice,
        "own": rule.id.startswith(PREFIX),
    }


def _write(rules: list[Rule], page: Console) -> None:
    width = max((len(rule.id) for rule in rules), default=0)
    order = list(Theme)
    by_theme = sorted(rules, key=lambda rule: order.index(rule.theme))
    for theme, group in groupby(by_theme, key=lambda rule: rule.theme):
        line((theme.value.replace("-", " ").capitalize(), "good"), to=page)
        for rule in group:
            severity = rule.severity.value
            line("  ", (f"{severity:<6}", severity), f"  {rule.id:<{width}}  {rule.title}", to=page)
        line(to=page)
    count = f"{len(rules)} {'rule' if len(rules) == 1 else 'rules'}"
    line((f"{count}. Read one with privacy-audit rules show RULE.", "quiet"), to=page)
