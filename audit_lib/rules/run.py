"""Runs rules over a map: every finding, and whatever could not be judged, with the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from ..model.data_map import DataMap
from ..model.decided import addressed, decided, finding_id, rests_on_evidence
from ..model.finding import Finding, Skipped
from .facts import Facts
from .own import rules_of
from .rule import Hit, Rule

__all__ = ["RuleRun", "finding_id", "run_rules"]


class RuleRun(NamedTuple):
    """What the rules gave: findings, gravest first, and what was skipped."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]


def run_rules(data_map: DataMap, as_of: dt.date, rules: Sequence[Rule] | None = None) -> RuleRun:
    """Look for everything that an auditor would report of a map on a day.

    Without `rules`, those of the catalogue are run, and after them those of the organisation's own.

    A rule that the law does not yet ask for, that needs a notice where there is none, or that breaks, is
    skipped with the reason; so is a decision about something that no rule found, unless it is about what logs
    show, which the rules do not see. Findings that come twice are one. The time is linear in the size of the
    map.

    >>> from audit_lib.graph.example import example_map
    >>> found = run_rules(example_map(), dt.date(2026, 11, 22))
    >>> [finding.rule for finding in found.findings][:1]
    ['no-lawful-basis']
    """
    facts = Facts(data_map, as_of)
    rules = rules_of(data_map) if rules is None else rules
    found: dict[str, Finding] = {}
    skipped: list[Skipped] = []
    for rule in rules:
        why_not = _not_applicable(rule, facts)
        if why_not:
            skipped.append(Skipped(what=f"rule {rule.id}", why=why_not))
            continue
        try:
            for hit in rule.test(facts):
                finding = _finding(rule, hit, data_map)
                found[finding.id] = _merged(found.get(finding.id), finding)
        except Exception as error:  # a broken rule is a result, whatever broke it
            why = f"The rule broke: {type(error).__name__}: {error}"
            skipped.append(Skipped(what=f"rule {rule.id}", why=why))
    here = [decision for decision in data_map.decisions if not rests_on_evidence(decision.finding)]
    findings, unmatched = decided(found, here, as_of)
    order = {rule.id: number for number, rule in enumerate(rules)}
    gravest_first = sorted(findings, key=lambda finding: (-finding.severity.rank, order[finding.rule]))
    return RuleRun(tuple(gravest_first), (*skipped, *unmatched))


def _not_applicable(rule: Rule, facts: Facts) -> str | None:
    if rule.in_force and facts.as_of < rule.in_force:
        return f"What it rests on ({'; '.join(rule.law)}) applies from {rule.in_force.isoformat()}."
    if rule.needs_notice and not facts.has_notice:
        return "The map holds no clauses of a notice, so there is no notice to judge."
    return None


def _finding(rule: Rule, hit: Hit, data_map: DataMap) -> Finding:
    about = tuple(dict.fromkeys(hit.about))
    clauses = tuple(dict.fromkeys(hit.clauses))
    touched = [*about, *(f"clause:{clause}" for clause in clauses)]
    return Finding(
        id=finding_id(rule.id, about),
        rule=rule.id,
        theme=rule.theme.value,
        title=rule.title,
        severity=hit.severity or rule.severity,
        confidence=hit.confidence or rule.confidence,
        law=rule.law if hit.law is None else hit.law,
        about=about,
        clauses=clauses,
        contradicts=tuple(dict.fromkeys(hit.contradicts)),
        items=rule.items if hit.items is None else hit.items,
        places=tuple(dict.fromkeys(data_map.place(reference) for reference in touched)),
        message=rule.message.format(**hit.fields) if hit.message is None else hit.message,
        remedy=addressed(rule.remedy, data_map),
    )


def _merged(one: Finding | None, other: Finding) -> Finding:
    """Return one finding for two about the same: the graver, with the clauses and places of both."""
    if one is None:
        return other
    graver = max(one, other, key=lambda finding: finding.severity.rank)
    return graver.model_copy(
        update={
            "clauses": tuple(dict.fromkeys([*one.clauses, *other.clauses])),
            "contradicts": tuple(dict.fromkeys([*one.contradicts, *other.contradicts])),
            "items": tuple(dict.fromkeys([*one.items, *other.items])),
            "places": tuple(dict.fromkeys([*one.places, *other.places])),
        }
    )
