"""The answer of `evidence explain` for a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console

from ...model.explanation import Fit, Outcome
from ...model.verdict import Verdict
from ..check_text import law_text
from ..plain import console, line
from .check_text import INVENTED

if TYPE_CHECKING:
    from ...model.explanation import Examined, Explanation, Nearby, Observation, Support, Word

_MARKS: Final = {
    Outcome.PASSED: ("passed", "good"),
    Outcome.FAILED: ("FAILED", "high"),
    Outcome.NOT_APPLICABLE: ("n/a", "quiet"),
    Outcome.NOT_TESTED: ("not tested", "quiet"),
}
#: What it means that something is declared in general.
IN_GENERAL: Final = "A flow covers it by a parent category, a class of recipients or an open transfer only"
#: How many flows are printed before the rest is counted.
MOST_FLOWS: Final = 4
_FITS: Final = {Fit.EXACT: "", Fit.GENERAL: " in general", Fit.NOT: " not covered"}


def write_explanation(found: Explanation, to: Console | None = None) -> None:
    """Print what an observation says, the verdicts, each test with what it rests on, the flows beside it.

    >>> import datetime as dt, io
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.model.explanation import Explanation
    >>> page = io.StringIO()
    >>> write_explanation(Explanation(data_map=example_map(), as_of=dt.date(2026, 11, 22), id="log:7",
    ...     source="log", source_name="Access log", observations=()), console(page))
    >>> page.getvalue().splitlines()[0]
    'log:7  Access log'
    """
    page = to or console()
    if found.invented:
        line((INVENTED, "high"), to=page)
    line(f"{found.id}  {found.source_name}", to=page)
    if len(found.observations) > 1:
        line((f"{len(found.observations)} observations stand under this id.", "quiet"), to=page)
    for number, one in enumerate(found.observations, 1):
        line(to=page)
        if len(found.observations) > 1:
            line(f"Observation {number}", to=page)
        _observation(one, page)
    for skipped in found.skipped:
        line(("Not read: ", "quiet"), f"{skipped.what}: {skipped.why}", to=page)


def _observation(one: Observation, page: Console) -> None:
    at = one.at.isoformat(timespec="seconds")
    line(f"At {at} (local day {one.day.isoformat()})", to=page)
    for word in one.words:
        if word.word is not None:
            line(f"  {word.column:<10} ", _said(word), to=page, hang=13)
    person = one.person or ("recorded, not shown" if one.has_person else "not recorded")
    line(f"  {'person':<10} ", person, to=page)
    line(to=page)
    _verdicts(one, page)
    told = set[str]()
    for same in _runs(one.tests):
        _test(same, told, page)
    line(to=page)
    _flows(one, page)


def _verdicts(one: Observation, page: Console) -> None:
    """Print the verdicts, and of each that is not covered what it says and on which provisions."""
    from ...evidence.grounds import ground_of

    styles = ["good" if verdict.is_covered else _style(verdict) for verdict in one.verdicts]
    listed = ", ".join(verdict.value for verdict in one.verdicts)
    line("Verdict: " if len(one.verdicts) == 1 else "Verdicts: ", (listed, styles[-1]), to=page)
    for verdict in one.verdicts:
        if verdict is Verdict.DECLARED_IN_GENERAL:
            line(f"  {verdict.value}: {IN_GENERAL}", to=page, hang=2)
        rule = ground_of(verdict)
        if rule:
            line(f"  {verdict.value}: {rule.title}", (f"  {law_text(rule.law)}", "quiet"), to=page, hang=2)
    line(to=page)


def _runs(tests: Sequence[Examined]) -> list[list[Examined]]:
    """Return the tests in their order, neighbours that came out alike for one reason together."""
    runs: list[list[Examined]] = []
    for test in tests:
        last = runs[-1][-1] if runs else None
        alike = last and (last.outcome, last.why, last.verdict) == (test.outcome, test.why, test.verdict)
        if alike:
            runs[-1].append(test)
        else:
            runs.append([test])
    return runs


def _style(verdict: Verdict) -> str:
    return "medium" if verdict is Verdict.UNRESOLVED else "high"


def _said(word: Word) -> str:
    how = ", for all rows" if word.constant else ""
    if word.unresolved:
        near = f"; likeliest {word.likeliest}" if word.likeliest else ""
        return f'"{word.word}" stands for nothing{near}'
    if word.word == word.stands_for:
        return f"{word.word}{how}"
    return f'"{word.word}" is {word.stands_for}{how}'


def _test(same: Sequence[Examined], told: set[str], page: Console) -> None:
    """Print tests that came out alike; what they rest on stands in full once, by its reference after that."""
    first = same[0]
    mark, style = _MARKS[first.outcome]
    earned = f"  -> {first.verdict.value}" if first.verdict else ""
    supports = list(first.rests_on)
    again = [one.reference for one in supports if one.reference in told and _is_main(one)]
    rests = f"  [{', '.join(dict.fromkeys(again))}]" if again else ""
    names = ", ".join(test.test for test in same)
    said = f"{names:<11} {first.why}"
    line((f"{mark:<10} ", style), said, (earned, style), (rests, "quiet"), to=page, hang=23)
    if first.outcome is Outcome.NOT_APPLICABLE:
        return
    for support in supports:
        if support.reference not in told:
            line((f"{' ' * 23}{support.reference}: {support.words}", "quiet"), to=page, hang=2)
            told |= set() if support.reference.startswith("source:") else {support.reference}


def _is_main(support: Support) -> bool:
    """Say whether a test rests on this itself, and not on a clause that belongs to it."""
    return not support.reference.startswith("clause:")


def _flows(one: Observation, page: Console) -> None:
    if not one.nearby:
        return
    line("Flows beside it, the nearest first:", to=page)
    for near in one.nearby[:MOST_FLOWS]:
        line(f"  {near.flow}  ", _fit(near), to=page, hang=4)
    rest = len(one.nearby) - MOST_FLOWS
    if rest > 0:
        line((f"  and {rest} more: --format json lists all", "quiet"), to=page)
    line(to=page)


def _fit(near: Nearby) -> str:
    ends = (("sender", near.sender), ("recipient", near.recipient), ("data", near.data))
    said = [f"{what}{_FITS[fit]}" for what, fit in ends if fit is not Fit.EXACT]
    said += [f"{what} differs" for what in near.differs]
    return ", ".join(said) or "covers it"
