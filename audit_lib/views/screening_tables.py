"""The screening for impact assessments as tables: activities by criteria, and the questions that are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..law.dpia_criteria import CRITERIA, PRESUMED_FROM
from ..model.screening import Met, Outcome, Screening, Sign
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate

_OUTCOMES: Final[Mapping[Outcome, tuple[str, Mark]]] = {
    Outcome.REQUIRED: ("required", Mark.HIGH),
    Outcome.PRESUMED: ("presumed", Mark.MEDIUM),
    Outcome.NOT_DECIDABLE: ("not decidable", Mark.GAP),
    Outcome.NOT_INDICATED: ("not indicated", Mark.MUTED),
}
_MET: Final[Mapping[Met, tuple[str, Mark]]] = {
    Met.MET: ("yes", Mark.STRONG),
    Met.NOT_MET: ("no", Mark.MUTED),
    Met.NOT_KNOWN: ("?", Mark.GAP),
}
#: Questions of one table; the rest is counted.
MOST_QUESTIONS: Final = 40


def screening_table(screenings: Iterable[Screening], *, most: int = 100) -> Table:
    """Return activities by criteria: which are met, what that comes to, and why; the gravest first.

    "yes*" and "no*" are a person's answers, which count before what the map shows.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.screening import screen_all
    >>> screening_table(screen_all(example_map())).title
    '0 of 3 activities call for an impact assessment; 3 cannot be decided yet'
    """
    order = list(_OUTCOMES)
    listed = sorted(screenings, key=lambda each: order.index(each.outcome))
    rows = [
        (Cell(each.name, Mark.STRONG, tail=each.activity), _outcome(each), *map(_cell, each.criteria))
        for each in listed
    ]
    columns = ("Activity", "Impact assessment", *map(str, range(1, len(CRITERIA) + 1)))
    table = tabulate(_title(listed), columns, rows, most)
    stars = any(sign.answered for each in listed for sign in each.criteria)
    said = f"{criteria_key()} {PRESUMED_FROM} of them are enough for a presumption."
    said += " * answered by a person." if stars else ""
    return Table(table.title, table.columns, table.rows, f"{said} {table.note}".strip())


def criteria_key() -> str:
    """Return what the numbers of the criteria stand for, in one line.

    >>> criteria_key()[:40]
    'The criteria: 1 evaluation or scoring, 2'
    """
    return f"The criteria: {', '.join(f'{at} {name}' for at, name in enumerate(CRITERIA.values(), 1))}."


def _title(screenings: list[Screening]) -> str:
    called = [each for each in screenings if each.outcome in (Outcome.REQUIRED, Outcome.PRESUMED)]
    open_ones = [each for each in screenings if each.outcome is Outcome.NOT_DECIDABLE]
    verb = "calls" if len(called) == 1 else "call"
    of = count(len(screenings), "activity", "activities")
    later = f"; {len(open_ones):,} cannot be decided yet" if open_ones else ""
    return f"{len(called):,} of {of} {verb} for an impact assessment{later}"


def _outcome(screening: Screening) -> Cell:
    words, mark = _OUTCOMES[screening.outcome]
    shown = screening.outcome in (Outcome.REQUIRED, Outcome.PRESUMED)
    return Cell(words, mark, tail=listing(list(screening.why), 3) if shown else "")


def _cell(sign: Sign) -> Cell:
    words, mark = _MET[sign.met]
    return Cell(f"{words}{'*' * sign.answered}", mark)


def evidence_table(screening: Screening) -> Table:
    """Return every sign of one activity with what speaks for or against it, and what has to be asked.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.screening import screen
    >>> evidence_table(screen(example_map(), "letting-work")).title
    'letting: not decidable'
    """
    rows = [
        (Cell(sign.name, tail=sign.law), _cell(sign), Cell(_words(sign), tail="\n".join(sign.ask)))
        for sign in screening.signs
    ]
    title = f"{screening.name}: {_OUTCOMES[screening.outcome][0]}"
    return tabulate(title, ("Sign", "Met", "Evidence, and what to ask"), rows, widths=(30, 8, 62))


def _words(sign: Sign) -> str:
    return "\n".join(
        f"{evidence.text} ({', '.join(evidence.clauses)})" if evidence.clauses else evidence.text
        for evidence in sign.evidence
    )


def questions_table(screenings: Iterable[Screening], *, most: int = MOST_QUESTIONS) -> Table:
    """Return what has to be asked, with the activities that each answer serves; the most useful first.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.risk.screening import screen_all
    >>> questions_table(screen_all(example_map()), most=2).rows[0][1].text
    '3'
    """
    asked: dict[str, list[str]] = {}
    for screening in screenings:
        for question in screening.questions:
            asked.setdefault(question, []).append(screening.name)
    useful = sorted(asked, key=lambda question: -len(asked[question]))
    rows = [(question, str(len(asked[question])), listing(asked[question], 4)) for question in useful]
    title = f"{count(len(rows), 'question')} to ask" if rows else "Nothing has to be asked"
    return tabulate(title, ("Question", "Activities", "Such as"), rows, most, widths=(52, 10, 38))
