"""What has changed in a notice since it was mapped, as tables."""

from __future__ import annotations

from ..model.coverage import Standing
from ..model.notice_change import NoticeChange, SentenceChange
from ..model.noun import Confidence
from ..model.words import raised
from .notice_sentences import change_title
from .notice_tables import places
from .sentences import count, listing
from .table import Cell, Mark, Table, tabulate


def changes_table(change: NoticeChange, *, most: int = 200) -> Table:
    """Return what was reworded, removed, added or moved, and what of the map rests on it.

    Examples
    --------
    >>> changes_table(NoticeChange(changes=(), lost=(), significant=())).title
    'The notice is as it was when the map was made'
    """
    rows = [
        (
            Cell(
                _standing(each),
                Mark.MUTED if each.standing is Standing.MOVED else Mark.STRONG,
                tail=_alike(each),
            ),
            Cell(each.old_text or each.gist or "", tail=each.clause or ""),
            Cell(each.text or "", tail=f"place {each.place}" if each.place else ""),
            Cell(listing(each.rests, 6), Mark.MUTED),
        )
        for each in change.changes
        if each.standing is not Standing.UNCHANGED
    ]
    columns = ("What happened", "As it was", "As it is", "What rests on it")
    return tabulate(change_title(change), columns, rows, most, widths=(12, 33, 33, 22))


def _standing(change: SentenceChange) -> str:
    return change.standing.value if change.standing else "added"


def _alike(change: SentenceChange) -> str:
    reworded = change.standing is Standing.REWORDED and change.likeness is not None
    return f"likeness {change.likeness:.2f}" if reworded else ""


def significance_table(change: NoticeChange) -> Table:
    """Return why people have to be told of a change, gravest first (UK GDPR Art. 13(3), 5(1)(a)).

    Examples
    --------
    >>> significance_table(NoticeChange(changes=(), lost=(), significant=())).title
    'Nothing that people must be told of'
    """
    listed = sorted(change.significant, key=lambda one: -one.severity.rank)
    rows = [
        (
            Cell(
                one.severity.value,
                Mark.GAP if one.confidence is Confidence.ASK else Mark.STRONG,
                tail="to be asked" if one.confidence is Confidence.ASK else one.confidence.value,
            ),
            Cell(one.what, lead=raised(one.kind.value.replace("-", " "))),
            Cell(places([*one.clauses, *one.places]), Mark.MUTED),
        )
        for one in listed
    ]
    title = (
        f"{count(len(rows), 'reason').capitalize()} to tell people"
        if rows
        else "Nothing that people must be told of"
    )
    return tabulate(title, ("Severity", "What changes for people", "Where"), rows, widths=(12, 66, 22))


def lost_table(change: NoticeChange, *, most: int = 100) -> Table:
    """Return the entries of the map whose sentences are gone or reworded, those without any ground first.

    Examples
    --------
    >>> lost_table(NoticeChange(changes=(), lost=(), significant=())).title
    'Nothing in the map loses its ground'
    """
    listed = sorted(change.lost, key=lambda one: not one.all_gone)
    rows = [
        (
            Cell(one.name, Mark.STRONG, tail=one.reference),
            "no sentence is left as it was" if one.all_gone else "a part",
            Cell(places(one.clauses), Mark.MUTED),
        )
        for one in listed
    ]
    title = (
        f"{count(len(rows), 'entry loses', 'entries lose')} ground"
        if rows
        else "Nothing in the map loses its ground"
    )
    return tabulate(title, ("Entry of the map", "What is lost", "Clauses"), rows, most)
