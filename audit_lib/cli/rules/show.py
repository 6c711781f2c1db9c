"""`privacy-audit rules show`: one rule, as it would be defended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ...errors import ParameterError, did_you_mean
from ..faults import command
from ..options import TextOrJson
from ..plain import console, line, write_json
from .list import RulesOfMap, rule_as_json, rules_for

if TYPE_CHECKING:
    from rich.console import Console

    from ...rules.rule import Rule

#: How sure a finding is, in words.
_SURE: Final = {
    "certain": "certain: the map itself shows it",
    "likely": "likely: a person should look",
    "ask": "a question: the map cannot answer it",
}


@command
def rules_show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule, as findings name it.")],
    data_map: RulesOfMap = None,
    *,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
) -> int:
    """Show a rule: what it looks for, why, the law, from when, what to do, and when it is a false alarm."""
    rules = rules_for(data_map)
    found = known_rule(rule, rules, with_own=data_map is not None)
    if output is TextOrJson.JSON:
        write_json(rule_as_json(found))
    else:
        _write(found, console())
    return 0


def known_rule(given: str, rules: Sequence[Rule], *, with_own: bool) -> Rule:
    """Return the rule of an id; the id of one of its findings will do, too.

    >>> known_rule("no-lawful-bases", rules_for(None), with_own=False)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: RULE No rule has the id "no-lawful-bases". Did you mean ...?
    """
    from ...model.own_rule import PREFIX

    by_id = {rule.id: rule for rule in rules}
    found = by_id.get(given) or by_id.get(given.rpartition("-")[0])
    if found is not None:
        return found
    hint = did_you_mean(given, by_id)
    if not with_own and given.startswith(PREFIX):
        hint = " An organisation's own rules stand with its map: name the map behind the rule."
    raise ParameterError.at("RULE", f'No rule has the id "{given[:80]}".{hint}')


def _write(rule: Rule, page: Console) -> None:
    severity = rule.severity.value
    line((severity.upper(), severity), f"  {rule.title}", to=page)
    line((f"{rule.id}, {rule.theme.value.replace('-', ' ')}", "quiet"), to=page)
    line(to=page)
    since = (
        f"from {rule.in_force.isoformat()}" if rule.in_force else "for as long as the workbench looks back"
    )
    needs = "a notice" if rule.needs_notice else "the map alone"
    for name, text in (
        ("Looks for", rule.looks_for),
        ("Why", rule.why),
        ("Law", "; ".join(rule.law)),
        ("In force", since),
        ("Needs", needs),
        *_says(rule),
        ("What to do", rule.remedy),
        ("False alarm", rule.false_alarms),
        ("How sure", _SURE[rule.confidence.value]),
    ):
        line((f"{name}: ", "quiet"), text, to=page)


def _says(rule: Rule) -> list[tuple[str, str]]:
    """Return the words of a finding, unless the rule finds all of them for each case anew."""
    return [] if rule.message == "{message}" else [("Says", rule.message)]
