"""Runs rules over a map: every finding, and whatever could not be judged, with the reason."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ..model.data_map import DataMap
from ..model.finding import Decision, Finding, Skipped, Status
from .facts import Facts
from .own import rules_of
from .rule import Hit, Rule

#: Who looks after data protection, as remedies call them.
OFFICER: Final = "data protection officer"


class RuleRun(NamedTuple):
    """What the rules gave: findings, gravest first, and what was skipped."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]


def finding_id(rule: str, about: Iterable[str]) -> str:
    """Return the id of a finding, which stays the same while the rule finds the same entries.

    >>> finding_id("no-version", ["map:btr"]) == finding_id("no-version", ["map:btr"])
    True
    >>> len(finding_id("no-version", ["map:btr"]))
    19
    """
    touched = "\n".join(sorted(set(about)))
    return f"{rule}-{hashlib.sha256(touched.encode()).hexdigest()[:8]}"


def run_rules(data_map: DataMap, as_of: dt.date, rules: Sequence[Rule] | None = None) -> RuleRun:
    """Look for everything that an auditor would report of a map on a day.

    Without `rules`, those of the catalogue are run, and after them those of the organisation's own.

    A rule that the law does not yet ask for, that needs a notice where there is none, or that breaks, is
    skipped with the reason; so is a decision about something that no rule found. Findings that come twice are
    one. The time is linear in the size of the map.

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
    findings, unmatched = _decided(found, data_map.decisions, as_of)
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
        remedy=_addressed(rule.remedy, data_map),
    )


def _addressed(remedy: str, data_map: DataMap) -> str:
    """Return a remedy that somebody can carry out: not every organisation has an officer (Art. 37)."""
    return remedy if data_map.info.dpo else remedy.replace(OFFICER, OFFICER.replace("officer", "lead"))


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


def _decided(
    found: Mapping[str, Finding], decisions: Iterable[Decision], as_of: dt.date
) -> tuple[list[Finding], list[Skipped]]:
    """Put each decision on its finding; a decision that fits no finding, or comes second, is not lost."""
    taken: dict[str, Decision] = {}
    unmatched = []
    for decision in decisions:
        why = None
        if decision.finding not in found:
            why = "There is no such finding (any more): take the decision out, or correct its id."
        elif decision.finding in taken:
            why = f"An earlier decision by {taken[decision.finding].owner} about this finding counts."
        if why:
            unmatched.append(Skipped(what=f"decision about {decision.finding}", why=why))
        else:
            taken[decision.finding] = decision
    decided = [
        finding.model_copy(update={"status": _status(taken[key], as_of), "decision": taken[key]})
        if key in taken
        else finding
        for key, finding in found.items()
    ]
    return decided, unmatched


def _status(decision: Decision, as_of: dt.date) -> Status:
    run_out = decision.expires is not None and as_of > decision.expires
    return Status.EXPIRED if run_out and decision.status is not Status.OPEN else decision.status
