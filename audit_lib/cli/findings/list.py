"""`privacy-audit findings list`: every finding with what has been decided about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer
from rich.console import Console

from ...errors import ParameterError, did_you_mean
from ...model.finding import Severity
from ...model.theme import Theme
from ..faults import command
from ..options import AsOfOption, MapArgument, TextOrJson, day, load
from ..plain import console, line, write_json
from .on_evidence import EvidenceOption, OnEvidence, read_on_evidence, standing

if TYPE_CHECKING:
    from ...model.data_map import DataMap
    from ...model.finding import Decision, Finding

#: The longest title that the ids are lined up behind.
WIDEST: Final = 64


class Stands(StrEnum):
    """How a finding stands; closed is what was decided about and no rule finds any more."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IN_HAND = "in-hand"
    EXPIRED = "expired"
    CLOSED = "closed"


@command
def findings_list(
    data_map: MapArgument = None,
    status: Annotated[
        list[Stands] | None,
        typer.Option("--status", help="Only what stands so; may be repeated.", show_default=False),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme", metavar="THEME", help="Only this theme; may be repeated.", show_default=False
        ),
    ] = None,
    output: Annotated[TextOrJson, typer.Option("--format", help="How to answer.")] = TextOrJson.TEXT,
    evidence: EvidenceOption = None,
    as_of: AsOfOption = None,
) -> int:
    """List findings in a line each, gravest first, with what has been decided about them.

    Of findings that rest on logs, those are listed about which something was decided; with --evidence, all
    that stand in its file. Exit status: 0 listed, 2 the input cannot be read. To have findings fail a build,
    use check.
    """
    from ...rules.run import run_rules

    when, themes = day(as_of), _themes(theme or [])
    read = load(data_map)
    found = run_rules(read, when).findings
    wanted = [
        finding
        for finding in found
        if (not status or finding.status.value in status) and (not themes or finding.theme in themes)
    ]
    wants_closed = (not status or Stands.CLOSED in status) and not themes
    told = read_on_evidence(evidence, read.info.id)
    on_logs = standing(read.decisions, told, when)
    logged = [
        one
        for one in on_logs
        if (not status or one.status.value in status) and (not themes or one.theme in themes)
    ]
    known = [one.id for one in on_logs]
    closed = closed_decisions(read.decisions, found, known) if wants_closed else []
    if output is TextOrJson.JSON:
        answer = _json(read, wanted, logged, closed) | {"as_of": when.isoformat()}
        write_json(answer)
    else:
        line(f"{read.info.title}, as of {when.isoformat()}", to=console())
        _write(wanted, logged, closed, console())
    return 0


def _themes(given: list[str]) -> set[str]:
    known = [theme.value for theme in Theme]
    meant = [typed.strip().lower().replace(" ", "-") for typed in given]
    for typed, theme in zip(given, meant, strict=True):
        if theme not in known:
            hint = did_you_mean(theme, known) or f" Known: {', '.join(known)}."
            raise ParameterError.at("--theme", f'No theme is called "{typed}".{hint}')
    return set(meant)


class Closed(NamedTuple):
    """A decision about what no rule finds any more, and what the same rule finds now."""

    decision: Decision
    now: list[str]


def closed_decisions(
    decisions: Iterable[Decision], found: Sequence[Finding], known: Iterable[str] = ()
) -> list[Closed]:
    """Return the decisions that fit no finding; where its rule finds something else, the extent has changed.

    `known` are further ids that are not closed: of findings that rest on logs, and not on the map alone.

    >>> closed_decisions([], [])
    []
    """
    there = {finding.id for finding in found} | set(known)
    by_rule: dict[str, list[str]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, []).append(finding.id)
    return [
        Closed(decision, by_rule.get(decision.finding.rpartition("-")[0], []))
        for decision in decisions
        if decision.finding not in there
    ]


def _counts(wanted: list[Finding], logged: list[OnEvidence], closed: list[Closed]) -> dict[str, int]:
    by = Counter([*(one.status.value for one in wanted), *(one.status.value for one in logged)])
    return {**{stands.value: by[stands.value] for stands in Stands}, "closed": len(closed)}


def _json(
    read: DataMap, wanted: list[Finding], logged: list[OnEvidence], closed: list[Closed]
) -> dict[str, Any]:
    return {
        "map": read.stamp,
        "findings": [finding.as_json() for finding in wanted],
        "on_evidence": [one.as_json() for one in logged],
        "closed": [decision.model_dump(mode="json") | {"now": now} for decision, now in closed],
        "counts": _counts(wanted, logged, closed),
    }


def _write(wanted: list[Finding], logged: list[OnEvidence], closed: list[Closed], page: Console) -> None:
    line(to=page)
    _lines(wanted, page)
    if logged:
        line("Resting on logs:", to=page)
        _lines(logged, page)
    for decision, now in closed:
        line(("CLOSED ", "good"), f"{_words(decision.status.value).ljust(9)} {decision.finding}", to=page)
        line((f"{' ' * 17}{_decided(decision)}", "quiet"), to=page)
        if now:
            line(f"{' ' * 17}The same rule now finds {', '.join(now)}.", to=page)
    if wanted or logged or closed:
        line(to=page)
    counts = ", ".join(f"{number} {_words(name)}" for name, number in _counts(wanted, logged, closed).items())
    number = len(wanted) + len(logged)
    line(f"{number} finding{'' if number == 1 else 's'}: {counts}.", to=page)
    if closed:
        line(
            (
                "Closed is what was decided about and no rule finds any more; findings reopen takes it out.",
                "quiet",
            ),
            to=page,
        )


def _lines(listed: Sequence[Finding | OnEvidence], page: Console) -> None:
    wide = max((len(finding.title) for finding in listed if len(finding.title) <= WIDEST), default=0)
    longest = max((len(finding.id) for finding in listed), default=0)
    broken = not page.soft_wrap and 17 + wide + 2 + longest > page.width  # no room for the id beside it
    for finding in listed:
        severity = Severity(finding.severity).value
        line(
            (severity.upper().ljust(7), severity),
            f"{_words(finding.status.value).ljust(9)} ",
            finding.title if broken else f"{finding.title.ljust(wide)}  ",
            ("" if broken else finding.id, "quiet"),
            to=page,
            hang=17,
        )
        if broken:
            line((f"{' ' * 17}{finding.id}", "quiet"), to=page)
        if isinstance(finding, OnEvidence) and finding.message:
            line((f"{' ' * 17}{finding.message}", "quiet"), to=page)
        if finding.decision:
            line((f"{' ' * 17}{_decided(finding.decision)}", "quiet"), to=page)


def _decided(decision: Decision) -> str:
    until = f"until {decision.expires.isoformat()}" if decision.expires else "no end"
    return f"{decision.owner}, {until}: {decision.reason}"


def _words(status: str) -> str:
    return status.replace("-", " ")
