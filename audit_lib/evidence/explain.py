"""Why one observation is judged as it is, test by test, with what of the map each test rests on."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from ..errors import InputError, ParameterError, did_you_mean
from ..model.data_map import DataMap
from ..model.evidence_source import WORDS, Column, Evidence, Source, SourceKind
from ..model.explanation import Examined, Explanation, Observation, Outcome, Word
from ..model.reconciliation import Meaning
from ..model.verdict import Verdict
from ..model.words import discreet
from .engine.duckdb_session import DuckSession
from .explaining.history import History
from .explaining.map_tests import Judged, judge_by_map
from .explaining.moments import day_of, moment_of
from .explaining.person_tests import judge_by_person, untested
from .explaining.registers import Unlocking, registers_of, restricted_in
from .explaining.rows import Row, history_of, resolved, rows_where, some_ids
from .intake import Intake, Table, take
from .words import Resolved

#: How much of a word, and of an id in a message, is shown.
_LONGEST: Final = 120

_ALL_BUT_WORDS: Final = ("sender", "recipient", "data", "purpose", "role", "basis", "country", "time")


def explain(  # noqa: PLR0913  what was observed, and what it is set against
    data_map: DataMap,
    evidence: Evidence,
    root: Path,
    as_of: dt.date,
    observation: str,
    *,
    pseudonym: Callable[[str], str] | None = None,
    replaced: Mapping[str, Sequence[Path]] | None = None,
    unlocking: Unlocking = Unlocking(),  # noqa: B008  a frozen value
) -> Explanation:
    """Return every test that one observation passed or failed, and what each rests on.

    Only the source of the observation and what it is judged against are read. A row whose cell holds several
    values is several observations under one id, and each is explained.

    Parameters
    ----------
    data_map, evidence, root
        The map, its sources, and the folder that the names of their files start from.
    as_of
        The day that the explanation is made for; it stands in the answer and changes no verdict.
    observation
        Its evidence id, as ``source:id``.
    pseudonym
        What turns a person into a keyed pseudonym; without it, nothing about the person is shown.
    replaced
        The files to read in place of those that a source names.
    unlocking
        What opens a register of restrictions, where the map names one as a source.

    Raises
    ------
    ParameterError
        When there is no such source or row, or the source holds no disclosures.
    InputError
        When a source cannot be read.

    >>> from audit_lib.graph.example import example_map
    >>> explain(example_map(), Evidence(sources=()), Path(), dt.date(2026, 11, 22), "log:7")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: log:7 The map names no source of disclosures at all.
    """
    source, row_id = _source(evidence, observation)
    with tempfile.TemporaryDirectory(prefix="privacy-audit-") as folder:
        needed = _needed(evidence, source)
        kept = {name: files for name, files in (replaced or {}).items() if name in needed}
        taken = take(_of(evidence, needed), root, Path(folder) / "taken", replaced=kept)
        table = _table(taken, source, observation)
        session = DuckSession(Path(folder))
        try:
            rows = rows_where(session, table, Column.ID, row_id)
            if not rows:
                raise _no_row(table, observation, some_ids(session, table))
            person = rows[0].text(Column.PERSON)
            history = history_of(session, data_map, taken.tables, person)
        finally:
            session.close()
    registers = registers_of(evidence)
    if registers:
        more = [one for at in registers for one in restricted_in(root, at, data_map, person, unlocking)]
        history = history.with_restrictions(more)
    return Explanation(
        data_map=data_map,
        as_of=as_of,
        id=observation,
        source=source.id,
        source_name=source.name,
        files=source.files,
        observations=tuple(judged(data_map, row, history, pseudonym) for row in rows),
        skipped=taken.skipped,
        invented=any(table.source.invented for table in taken.tables),
    )


def judged(
    data_map: DataMap, row: Row, history: History, pseudonym: Callable[[str], str] | None = None
) -> Observation:
    """Return one row with all its tests and verdicts, by what is known of its person."""
    found = resolved(data_map, row)
    meaning = _meaning(row.table.source, found)
    at = row.moments.get(Column.AT) or 0
    person = row.text(Column.PERSON)
    words = tuple(_word(row, column, found[column]) for column in WORDS)
    first = _words_test(words)
    if first.verdict:
        why = "A word of the row stands for nothing in the map, so that nothing was compared."
        by_map = Judged(untested(why, _ALL_BUT_WORDS), (), None, (first.verdict,))
        of_person = untested(why)
    else:
        by_map = judge_by_map(data_map, meaning, day_of(at))
        of_person = untested("The row names no person.")
        if person:
            activity = data_map.flow[by_map.nearest.flow].activity if by_map.nearest else None
            of_person = judge_by_person(data_map, meaning, at, activity, history)
    earned = {*by_map.verdicts, *(test.verdict for test in of_person if test.verdict)}
    return Observation(
        at=moment_of(at),
        day=day_of(at),
        has_person=person is not None,
        person=pseudonym(person) if pseudonym and person else None,
        words=words,
        meaning=meaning,
        tests=(first, *by_map.tests, *of_person),
        flow=by_map.nearest.flow if by_map.nearest else None,
        nearby=by_map.nearby,
        verdicts=tuple(verdict for verdict in Verdict if verdict in earned),
    )


def _meaning(source: Source, found: Mapping[Column, Resolved | None]) -> Meaning:
    ids = {column.value: one.id for column, one in found.items() if one is not None}
    return Meaning(source=source.id, **ids)


def _word(row: Row, column: Column, found: Resolved | None) -> Word:
    constant = row.table.source.constants.get(column)
    said = constant if constant is not None else row.text(column)
    if found is not None and found.id is None:
        said = discreet(said or "")
    return Word(
        column=column.value,
        word=_short(said) if said is not None else None,
        stands_for=found.id if found else None,
        likeliest=found.likeliest if found else None,
        constant=constant is not None,
    )


def _words_test(words: tuple[Word, ...]) -> Examined:
    """Return the test whether it is known what the row says."""
    lacking = [f'the {word.column} "{word.word}" stands for nothing' for word in words if word.unresolved]
    empty = {word.column for word in words if word.word is None}
    lacking += [f"the {column} is not recorded" for column in ("recipient", "data") if column in empty]
    if lacking:
        why = f"In the map, {'; '.join(lacking)}."
        return Examined(test="words", outcome=Outcome.FAILED, why=why, verdict=Verdict.UNRESOLVED)
    why = "Every word that the source records stands for an entry of the map."
    return Examined(test="words", outcome=Outcome.PASSED, why=why)


def _source(evidence: Evidence, observation: str) -> tuple[Source, str]:
    """Return the source that an evidence id names, and the id of the row in it."""
    name, colon, row_id = observation.partition(":")
    known = {source.id: source for source in evidence.sources}
    observed = [source.id for source in evidence.sources if source.kind is SourceKind.DISCLOSURES]
    there_are = f"Sources of disclosures: {', '.join(observed)}."
    where = _short(observation)
    if not observed:
        raise ParameterError.at(where, "The map names no source of disclosures at all.")
    if not colon or not row_id.strip():
        raise ParameterError.at(where, f"An evidence id is written source:id. {there_are}")
    if name not in known:
        hint = did_you_mean(name, observed)
        raise ParameterError.at(where, f'No source has the id "{_short(name)}".{hint} {there_are}')
    if known[name].kind is not SourceKind.DISCLOSURES:
        kind = known[name].kind.value
        message = f'"{name}" is a source of {kind}, and only disclosures are judged. {there_are}'
        raise ParameterError.at(where, message)
    return known[name], row_id


def _needed(evidence: Evidence, source: Source) -> frozenset[str]:
    """Return the source itself and all that is no log of disclosures or receipts."""
    logs = (SourceKind.DISCLOSURES, SourceKind.RECEIPTS)
    return frozenset(other.id for other in evidence.sources if other == source or other.kind not in logs)


def _of(evidence: Evidence, needed: frozenset[str]) -> Evidence:
    kept = tuple(source for source in evidence.sources if source.id in needed)
    return evidence.model_copy(update={"sources": kept})


def _table(taken: Intake, source: Source, observation: str) -> Table:
    found = next((table for table in taken.tables if table.source.id == source.id), None)
    if found is not None:
        return found
    why = "; ".join(skipped.why for skipped in taken.skipped if source.id in skipped.what)
    raise ParameterError.at(
        _short(observation), f"The source {source.id} was not read: {why or 'no reason given'}"
    )


def _no_row(table: Table, observation: str, ids: tuple[str, ...]) -> InputError:
    refused = f", and {table.refused.count:,} could not be read" if table.refused.count else ""
    message = f"The source {table.source.id} has no row with this id. It has {table.rows:,} rows{refused}"
    examples = " and ".join(f"{table.source.id}:{_short(each)}" for each in ids)
    return ParameterError.at(
        _short(observation), f"{message}; ids are such as {examples}." if ids else f"{message}."
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
