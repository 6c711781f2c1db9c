"""What two audits differ in, as an expert's memo: the few parts that somebody reads who must decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..difference.difference import AuditDifference
from ..model.difference import ContractKind, FindingChange, NewsKind, StillSaid
from ..model.finding import Finding
from ..model.words import counted, lowered
from ..risk.wording import pounds
from ..rules.wording import listed
from .difference_detail import (
    Item,
    Part,
    assessments_part,
    data_part,
    entries_part,
    record_part,
    risks_part,
)

NEWS_NAMES: Final = {kind: kind.value.replace("-", " ") for kind in NewsKind}


def memo(difference: AuditDifference) -> tuple[Part, ...]:
    """Return the parts of a memo in the order in which somebody who decides needs them; empty ones left out.

    Examples
    --------
    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> [part.heading for part in memo(compare_audits(audit, audit))]
    ['What remains']
    """
    parts = (
        _people(difference),
        _agreements(difference),
        _notice(difference),
        Part("Findings that are new", tuple(map(_new, difference.found)), marked="Severity"),
        Part("Findings that are gone", tuple(map(_gone, difference.gone)), marked="Severity"),
        _changed(difference.changed),
        risks_part(difference.risks),
        assessments_part(difference),
        data_part(difference),
        record_part(difference),
        entries_part(difference),
        remains(difference),
    )
    return tuple(part for part in parts if part.items)


def verdict(difference: AuditDifference) -> str:
    """Return the whole of it in a sentence or two, every number counted.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> verdict(compare_audits(audit, audit))
    'Nothing is different.'
    """
    if not difference:
        return "Nothing is different."
    rise = sum(risk.moved > 0 for risk in difference.risks)
    fall = sum(risk.moved < 0 for risk in difference.risks)
    missing = sum(need.missing for need in difference.contracts)
    told = len(difference.must_tell)
    who = f"People must be told of {counted(told, 'thing')} before it takes effect."
    said = [
        f"Findings: {len(difference.found):,} new, {len(difference.gone):,} gone.",
        f"Risks to people: {rise:,} up, {fall:,} down.",
        who if told else "Nobody has to be told.",
    ]
    if missing:
        said.append(
            f"{counted(missing, 'agreement').capitalize()} {'is' if missing == 1 else 'are'} missing."
        )
    if difference.still_said:
        said.append(
            f"{counted(len(difference.still_said), 'sentence').capitalize()} of the notice must change."
        )
    return " ".join(said)


def _people(difference: AuditDifference) -> Part:
    news = sorted(difference.news, key=lambda each: not each.must_tell)
    told = bool(difference.must_tell)
    heading = "People must be told, before it takes effect" if told else "New to people, and told already"
    items = []
    for each in news:
        who = (
            listed([lowered(difference.name(f"party:{one}")) for one in each.subjects], 4)
            if each.subjects
            else ""
        )
        already = f"; the notice says it already ({', '.join(each.told_by)})" if each.told_by else ""
        items.append(
            Item(each.what, NEWS_NAMES[each.kind], f"{each.law}{f'; to {who}' if who else ''}{already}")
        )
    return Part(heading, tuple(items), marked="What")


def _agreements(difference: AuditDifference) -> Part:
    items = []
    for need in difference.contracts:
        ends = need.kind is ContractKind.ENDING
        state = (
            "missing" if need.missing else "recorded" if need.in_place else "to end" if ends else "advised"
        )
        on_record = f"; on record: {need.in_place}" if need.in_place else ""
        items.append(Item(need.what, state, f"{need.law}{on_record}"))
    return Part("Agreements to make, change or end", tuple(items), marked="State")


def _notice(difference: AuditDifference) -> Part:
    """Put sentences together that are wrong for one reason."""
    by_reason: dict[str, list[StillSaid]] = {}
    for each in difference.still_said:
        by_reason.setdefault(each.why, []).append(each)
    items = []
    for why, said in by_reason.items():
        where = ", ".join(each.clause for each in said)
        gists = " / ".join(each.gist for each in said)
        items.append(
            Item(f"{why} {gists}" if len(said) == 1 else why, where, "" if len(said) == 1 else gists)
        )
    return Part("The notice still says, and must be changed", tuple(items), marked="Clauses")


def _new(finding: Finding) -> Item:
    asked = " (a question)" if finding.confidence.value == "ask" else ""
    return Item(f"{finding.title}{asked}. {finding.message}", finding.severity.value, finding.remedy)


def _gone(finding: Finding) -> Item:
    return Item(f"{finding.title}: {finding.message}", finding.severity.value)


def _changed(changes: Sequence[FindingChange]) -> Part:
    """Name the findings that have become graver, milder or decided; count those that touch other entries."""
    items = []
    touched = []
    for each in changes:
        before, after = each.before, each.after
        moves = [
            f"{was} to {now}"
            for was, now in (
                (before.severity.value, after.severity.value),
                (before.confidence.value, after.confidence.value),
                (before.status.value, after.status.value),
            )
            if was != now
        ]
        if moves:
            items.append(Item(f"{after.title}: {', '.join(moves)}.", after.severity.value))
        else:
            touched.append(lowered(after.title))
    if touched:
        items.append(Item(f"Of other extent than before: {listed(touched, 12)}.", ""))
    return Part("Findings that have changed", tuple(items), marked="Severity")


def remains(difference: AuditDifference) -> Part:
    """Return what is left to deal with afterwards: findings by severity, and the gravest of them.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.difference.audits import compare_audits
    >>> from audit_lib.graph.example import example_map
    >>> audit = run_audit(example_map(), dt.date(2026, 11, 22))
    >>> remains(compare_audits(audit, audit)).items[0].text.partition(":")[0]
    '13 findings to deal with'
    """
    return Part("What remains", tuple(_remaining(difference)))


def _remaining(difference: AuditDifference) -> Iterator[Item]:
    after = difference.after
    counts, was = after.counts, difference.before.counts
    grades = ("high", "medium", "low")
    total, before = (sum(each[grade] for grade in grades) for each in (counts, was))
    shown = ", ".join(
        f"{counts[grade]} {grade}{f' (before: {was[grade]})' if was[grade] != counts[grade] else ''}"
        for grade in grades
    )
    changed = f"; {before:,} in all before" if before != total else ""
    yield Item(f"{counted(total, 'finding')} to deal with: {shown}{changed}.")
    gravest = [finding for finding in after.findings if finding.counts and finding.severity.value == "high"]
    if gravest:
        yield Item(f"Gravest: {listed([lowered(finding.title) for finding in gravest], 6)}.")
    high = [risk for risk in after.risks.risks if risk.residual.level.value == "high"]
    if high:
        yield Item(
            f"High risks to people: {len(high)}; first: {lowered(high[0].title)}.", "", high[0].next_step
        )
    loss = difference.loss
    was_lost, now_lost = pounds(loss.before), pounds(loss.after)
    beside = f" (before: {was_lost})" if was_lost != now_lost else ""
    yield Item(f"An average year costs {now_lost}{beside}.")
