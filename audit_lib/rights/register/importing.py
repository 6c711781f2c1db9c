"""Requests out of a table that somebody has kept: all of them, or all that is wrong with the table."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final, get_args

from pydantic import TypeAdapter, ValidationError

from ...errors import Fault, InputError, ParameterError, Place, did_you_mean
from ...files.register import Register
from ...law.calendar import nation_of
from ...law.restriction_rules import marketing_activities
from ...model.data_map import DataMap
from ...model.deadline import Question, RequestDates
from ...model.noun import Id
from ...model.request import EntryId, NationName, NewRequest, Outcome, Reference, Refusal, Request
from ...model.restriction import Restriction
from ...model.rights import RightKind
from ..requests import add_requests, read_requests
from ..restrictions import suppress
from .columns import ID, NOT_TAKEN
from .entry import entry_of
from .table import Row, Table, rows_of

#: How many faults are listed; the others are counted.
MAX_LISTED: Final = 200

#: What stands for a person; anything else in that column is a name.
_PSEUDONYM: Final = re.compile(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}")

#: What may be repeated where a day is wanted: in a row that has slipped, a name or a telephone stands there.
_HARMLESS: Final = re.compile(r"(?:[-./: ]*[0-9]){1,8}[-./: ]*", re.ASCII)

_SEVERAL: Final = ("clarification_asked", "clarification_answered")
_ONE_DAY: Final = (
    "received", "identity_asked", "identity_received", "fee_asked", "fee_paid", "extended_on",
    "acknowledged_on", "stopped_on", "closed_on",
)  # fmt: skip
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "right": tuple(right.value for right in RightKind),
    "nation": get_args(NationName),
    "outcome": tuple(outcome.value for outcome in Outcome),
    "reason": tuple(reason.value for reason in Refusal),
    "marketing": ("yes", "no"),
    "told_ways": ("yes", "no"),
}


#: What may stand in the columns that hold neither days nor one of some words.
_FORMS: Final[Mapping[str, TypeAdapter[str]]] = {
    "reference": TypeAdapter(Reference),
    "subject": TypeAdapter(Id),
    "channel": TypeAdapter(Id),
    ID: TypeAdapter(EntryId),
}


def parse_requests(
    table: Table,
    as_of: dt.date,
    *,
    pseudonym: Callable[[str], str] | None = None,
    data_map: DataMap | None = None,
) -> tuple[Request, ...]:
    r"""Return the requests of a table, in its order, each with its times worked out.

    The table is CSV, its columns are those of `request_columns`. The ids are those of the column `id`, else
    numbers in the order of the rows; a register gives its own. What the register makes is made anew.

    Parameters
    ----------
    table
        What stands in the file, and what faults call it.
    as_of
        The day of the entry: nothing can lie after it.
    pseudonym
        Makes a pseudonym of what stands in the column `person`; without it, only pseudonyms may stand there.
    data_map
        A map whose people and channels are those of the table, and whose jurisdiction says whose bank
        holidays count where a row does not.

    Raises
    ------
    ParameterError
        Everything that is wrong, each with its line and column. No fault repeats what may name a person.

    >>> table = Table("requests.csv", "right,received\naccess,2026-10-01\n")
    >>> (found,) = parse_requests(table, dt.date(2026, 11, 22))
    >>> found.id, found.due
    ('R-2026-0001', datetime.date(2026, 11, 2))
    """
    return tuple(request for request, _ in _read(table, _Reading(as_of, pseudonym, data_map)))


def _read(table: Table, reading: _Reading) -> list[tuple[Request, bool]]:
    """Return the requests of a table, and of each whether its id is that of the table."""
    file = table.file
    rows, faults = rows_of(table)
    for row in rows:
        told = reading.read(row)
        faults += [Fault(Place(file, row.line), f"{column}: {message}") for column, message in told]
    if faults:
        more = len(faults) - MAX_LISTED
        listed = sorted(faults[:MAX_LISTED], key=lambda fault: fault.place.line)
        counted = [Fault(Place(file), f"There are {more:,} more faults.")] if more > 0 else []
        raise ParameterError([*listed, *counted])
    return reading.found


def import_requests(
    register: Register,
    table: Table,
    at: dt.datetime,
    as_of: dt.date,
    data_map: DataMap | None = None,
) -> tuple[tuple[Request, ...], tuple[Restriction, ...]]:
    r"""Enter every request of a table into a register, or none; return them, and whom marketing leaves out.

    The register gives ids of its own; those of the table become references where there is no other.

    Raises
    ------
    ParameterError
        Everything that is wrong with the table, or it has come in before; nothing has changed.
    OutputError
        It could not be written; nothing has changed.

    >>> from audit_lib.rights.register.example import AT, TODAY, example_register
    >>> with example_register() as register:
    ...     table = Table("requests.csv", "right,received\naccess,2026-10-01\n")
    ...     entered, listed = import_requests(register, table, AT, TODAY)
    >>> [request.id for request in entered], listed
    (['R-2026-0002'], ())
    """
    read = _read(table, _Reading(as_of, register.pseudonym, data_map))
    news = [
        request.model_copy(update={"reference": request.reference or request.id}) if named else request
        for request, named in read
    ]
    with register.together():
        _refuse_known(register, news, table.file)
        entered = add_requests(register, news, at, as_of)
        return entered, suppress(register, entered, at, marketing_activities(data_map) if data_map else ())


def _refuse_known(register: Register, news: Iterable[Request], file: str) -> None:
    """Refuse a table that has come in before: what has a reference comes in once."""
    known = {_mark(request): request.id for request in read_requests(register)}
    twice = [
        (request.reference, known[_mark(request)])
        for request in news
        if request.reference and _mark(request) in known
    ]
    if twice:
        reference, id_ = twice[0]
        message = (
            f"{len(twice):,} of its requests are in the register already, the first, {reference}, as {id_}."
        )
        raise ParameterError.at(file, message)


def _mark(request: Request) -> tuple[object, ...]:
    return request.reference, request.received, request.right


class _Reading:
    """What has been read of a table so far."""

    def __init__(
        self, as_of: dt.date, pseudonym: Callable[[str], str] | None, data_map: DataMap | None
    ) -> None:
        self.as_of, self.pseudonym, self.data_map = as_of, pseudonym, data_map
        self.nation = nation_of(data_map.info.jurisdiction) if data_map else None
        self.found: list[tuple[Request, bool]] = []
        self.numbers = Counter[int]()
        self.used = set[str]()

    def read(self, row: Row) -> list[tuple[str, str]]:
        """Add the request of a row to those found; return what is wrong with it, by column."""
        told: list[tuple[str, str]] = []
        days = {name: _days(row.cells.get(name, ""), name, told) for name in (*_ONE_DAY, *_SEVERAL)}
        told += _unknown(row.cells, self.data_map)
        person = self._person(row.cells.get("person"), told)
        if told:
            return told
        fields = _fields(row.cells, days) | {"person": person}
        fields["nation"] = fields["nation"] or (self.nation.value if self.nation else None)
        entry_id = row.cells.get(ID) or self._next(fields["dates"].received.year)
        if entry_id in self.used:
            told.append((ID, "The same id stands in another row."))
        self.used.add(entry_id)
        try:
            self.found.append((entry_of(NewRequest(**fields), entry_id, self.as_of), ID in row.cells))
        except ParameterError as error:
            told += [(fault.place.file.replace("-", "_"), fault.message) for fault in error.faults]
        return told

    def _next(self, year: int) -> str:
        self.numbers[year] += 1
        return f"R-{year}-{self.numbers[year]:04}"

    def _person(self, cell: str | None, told: list[tuple[str, str]]) -> str | None:
        if cell is None or _PSEUDONYM.fullmatch(cell):
            return cell
        if self.pseudonym is None:
            message = "This is no pseudonym. Import the table into a register, which makes pseudonyms."
            told.append(("person", message))
            return None
        try:
            return self.pseudonym(cell)
        except InputError:
            told.append(("person", "There is no name here: nothing but characters that nobody sees."))
            return None


def _fields(cells: Mapping[str, str], days: Mapping[str, list[dt.date | None]]) -> dict[str, Any]:
    """Return the fields of a request; what is not in the table is not there."""
    one = {name: days[name][0] if days[name] else None for name in _ONE_DAY}
    pairs = zip_longest(*(days[name] for name in _SEVERAL))
    dates = RequestDates(
        received=one["received"],
        identity=Question(asked=one["identity_asked"], answered=one["identity_received"]),
        fee=Question(asked=one["fee_asked"], answered=one["fee_paid"]),
        clarifications=tuple(Question(asked=asked, answered=answered) for asked, answered in pairs),
        extended_on=one["extended_on"],
    )
    chosen = {name: cells[name].lower() if name in cells else None for name in _CHOICES}
    return {
        **{name: cells.get(name) for name in ("subject", "channel", "reference")},
        **{name: one[name] for name in ("acknowledged_on", "stopped_on", "closed_on")},
        **chosen,
        "dates": dates,
        "marketing": chosen["marketing"] == "yes",
        "told_ways": {"yes": True, "no": False, None: None}[chosen["told_ways"]],
    }


def _days(cell: str, name: str, told: list[tuple[str, str]]) -> list[dt.date | None]:
    """Return the days of a cell, for a clarification several; an empty place among them is not yet known."""
    if not cell:
        return []
    found: list[dt.date | None] = []
    for part in cell.split(";") if name in _SEVERAL else [cell]:
        written = part.strip()
        try:
            day = dt.date.fromisoformat(written) if written else None
        except ValueError:
            day = None
        if written and (day is None or day.isoformat() != written):
            shown = f'"{written}"' if _HARMLESS.fullmatch(written) else "This"
            told.append((name, f"{shown} is no date: write it as 2026-03-31."))
        found.append(day)
    return found


def _unknown(cells: Mapping[str, str], data_map: DataMap | None) -> Iterator[tuple[str, str]]:
    """Tell which words, people and channels are not known."""
    for name, known in _CHOICES.items():
        if name in cells and cells[name].lower() not in known:
            yield name, f"This is none of {', '.join(known)}.{did_you_mean(cells[name], known)}"
    ids = {"subject": data_map.individuals, "channel": data_map.channel.keys()} if data_map else {}
    for name, form in _FORMS.items():
        if name not in cells:
            continue
        try:
            form.validate_python(cells[name])
        except ValidationError:
            yield name, NOT_TAKEN[name]
        else:
            if name in ids and cells[name] not in ids[name]:
                yield name, f"The data map has no such {name}.{did_you_mean(cells[name], ids[name])}"
