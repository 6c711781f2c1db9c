"""What may not be used, and from when until when: out of the register, and what a row of a list means.

The register knows people by pseudonyms that its own key makes; a log knows them by its own ids. They are
matched by giving the register's pseudonym to every id of the logs (`matched`): a restriction is found if the
register was given the id that stands in the logs, such as the number of a tenant or an e-mail address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from ..errors import InputError
from ..files.evidence_files import files_of
from ..model.data_map import DataMap
from ..model.evidence_source import Source
from ..model.restriction import Ground, Restriction

if TYPE_CHECKING:
    from ..files.register import Register, Stored

#: What the ground of a restriction is taken for where a list states none: one of Art. 18, and no objection.
NO_GROUND_STATED: Final = Ground.ACCURACY

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND: Final = dt.timedelta(microseconds=1)


class Scope(NamedTuple):
    """What a restriction reaches, whoever it is about; without `data` or `activities`, all."""

    ground: Ground
    data: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()

    def on(self, day: dt.date) -> Restriction:
        """Return a restriction of this scope, of nobody, that holds on a day: for `blocks`.

        >>> Scope(Ground.OBJECTION, ("identity",)).on(dt.date(2026, 11, 22)).data
        ('identity',)
        """
        return Restriction(
            id="RES-0000-0000",
            person="aaaa-aaaa-aaaa-aaaa",
            request="R-0000-0000",
            since=day,
            **self._asdict(),
        )


class Bar(NamedTuple):
    """Whom a restriction is about, as the logs name people, from when, until before when, and its scope.

    Moments are microseconds since 1970 UTC, `until_us` is None without an end, `scope` counts from 0.
    """

    person: str | int
    since_us: int
    until_us: int | None
    scope: int


class Bars(NamedTuple):
    """Restrictions of people of the logs, and the different scopes that they have.

    `unknown` are ids that a register names and the map does not have, and `strangers` is how many
    restrictions are of people who are in no log, `strange_people` how many people those are.
    """

    bars: tuple[Bar, ...]
    scopes: tuple[Scope, ...]
    unknown: tuple[str, ...] = ()
    strangers: int = 0
    strange_people: int = 0


def scopes(restrictions: Iterable[Restriction]) -> tuple[tuple[Scope, ...], tuple[int, ...]]:
    """Return the different scopes of restrictions, as they first come, and for each restriction its scope.

    Two have the same scope if their ground is the same, and their data and activities whatever the order.

    >>> one = Scope(Ground.CLAIMS, ("rent", "name")).on(dt.date(2026, 11, 22))
    >>> scopes([one, one.model_copy(update={"data": ("name", "rent")})])
    ((Scope(ground=<Ground.CLAIMS: 'claims'>, data=('name', 'rent'), activities=()),), (0, 0))
    """
    known: dict[Scope, int] = {}
    numbers = []
    for each in restrictions:
        scope = Scope(each.ground, tuple(sorted({*each.data})), tuple(sorted({*each.activities})))
        numbers.append(known.setdefault(scope, len(known)))
    return tuple(known), tuple(numbers)


def open_source(
    root: Path, source: Source, *, key_file: Path | None = None, passphrase: str | None = None
) -> Register:
    """Open the register that a source of format ``register`` names, to read; it is closed by `with`.

    Parameters
    ----------
    root
        The folder of the map.
    source
        The source; its one file is the register.
    key_file, passphrase
        What opens it and makes its pseudonyms; without a key file, the key is looked for beside it.

    Raises
    ------
    InputError
        There is no register here, or the key or passphrase is not the right one.

    >>> source = Source(id="list", kind="restrictions", name="List", format="register", files=["r.db"])
    >>> open_source(Path("no-such-map"), source)
    Traceback (most recent call last):
    audit_lib.errors.InputError: no-such-map/r.db There is no register here. Make one with privacy-audit
    request init, or correct the source "list" in evidence.yaml.
    """
    from ..files.register import open_register  # noqa: PLC0415 - few maps have a register

    found = files_of(root, source)
    if not found:
        what = (
            "There is no register here. Make one with privacy-audit request init, or correct the source "
            f'"{source.id}" in evidence.yaml.'
        )
        raise InputError.at(str(root / source.files[0]), what)
    return open_register(found[0], key_file=key_file, passphrase=passphrase, read_only=True)


def registered(register: Register) -> tuple[Restriction, ...]:
    """Return all restrictions of a register, those that have ended too, in the order in which they began.

    Raises
    ------
    InputError
        The register holds something that cannot be read as a restriction.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(Path(folder) / "register.db", create=True) as register:
    ...         registered(register)
    ()
    """
    return tuple(_restriction(stored) for stored in register.entries("restriction", order="opened"))


def _restriction(stored: Stored) -> Restriction:
    try:
        return Restriction.model_validate({**stored.body, "id": stored.id})
    except ValidationError:
        message = "The register holds something here that is no restriction. Verify the register."
        raise InputError.at(stored.id, message) from None


def matched(
    register: Register, restrictions: Sequence[Restriction], people: Iterable[str | int]
) -> dict[str, tuple[str | int, ...]]:
    """Return under which ids the logs know the people of some restrictions, by the register's pseudonyms.

    Only people who have a restriction are kept, however many there are in the logs.

    Parameters
    ----------
    register
        Opened with its key.
    restrictions
        What `registered` returns.
    people
        The different ids of people in the logs; empty ones are passed over.

    Raises
    ------
    InputError
        When the register was opened without its key.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(Path(folder) / "register.db", create=True) as register:
    ...         named = register.pseudonym("T-0042")
    ...         one = Scope(Ground.CLAIMS).on(dt.date(2026, 11, 22)).model_copy(update={"person": named})
    ...         matched(register, [one], ["T-0041", "t-0042"])[named]
    ('t-0042',)
    """
    wanted = {each.person for each in restrictions}
    found: dict[str, tuple[str | int, ...]] = {}
    if not wanted:
        return found
    for person in people:
        name = str(person)
        pseudonym = register.pseudonym(name) if name.strip() else ""
        if pseudonym in wanted:
            found[pseudonym] = (*found.get(pseudonym, ()), person)
    return found


def bars_of_register(register: Register, data_map: DataMap, people: Iterable[str | int], zone: str) -> Bars:
    """Return the restrictions of a register that are of people in the logs.

    Parameters
    ----------
    register
        Opened with its key.
    data_map
        The map that the logs are compared with.
    people
        The different ids of people in the logs.
    zone
        The time zone of the days in the register, such as "Europe/London". In favour of the organisation, a
        restriction holds from the end of the day on which it began until the start of that on which it ended.

    Raises
    ------
    InputError
        When the register was opened without its key, or holds something that is no restriction.

    >>> import tempfile
    >>> from audit_lib.files.register import open_register
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_register(Path(folder) / "register.db", create=True) as register:
    ...         bars_of_register(register, example_map(), ["T-0041"], "Europe/London").bars
    ()
    """
    restrictions = registered(register)
    named = matched(register, restrictions, people)
    here = [each for each in restrictions if each.person in named]
    different, numbers = scopes(here)
    place = ZoneInfo(zone)
    bars = (
        Bar(person, _midnight(each.since, 1, place), _until(each, place), number)
        for each, number in zip(here, numbers, strict=True)
        for person in named[each.person]
    )
    ids = {*data_map.category, *data_map.activity}
    unknown = {name for scope in different for name in (*scope.data, *scope.activities)} - ids
    return Bars(
        tuple(sorted(bars, key=lambda bar: (str(bar.person), bar.since_us, bar.scope))),
        different,
        unknown=tuple(sorted(unknown)),
        strangers=len(restrictions) - len(here),
        strange_people=len({each.person for each in restrictions} - set(named)),
    )


def scope_of_row(ground: str | None, data: str | None, activity: str | None) -> Scope:
    """Return what a row of a list reaches, by the ids that its words stand for; None is an empty cell.

    Without data or an activity it reaches all. Without a ground it counts as a restriction under Art. 18,
    not as an objection.

    >>> scope_of_row(None, "name", None)
    Scope(ground=<Ground.ACCURACY: 'accuracy'>, data=('name',), activities=())
    """
    known = Ground(ground) if ground else NO_GROUND_STATED
    return Scope(known, (data,) if data else (), (activity,) if activity else ())


def _until(restriction: Restriction, zone: ZoneInfo) -> int | None:
    return None if restriction.until is None else _midnight(restriction.until, 0, zone)


def _midnight(day: dt.date, later: int, zone: ZoneInfo) -> int:
    """Return the start of a day, or of one so many days later, in microseconds since 1970 UTC."""
    known = dt.date.fromordinal(min(max(day.toordinal() + later, 2), dt.date.max.toordinal() - 1))
    return (dt.datetime.combine(known, dt.time(), zone) - _EPOCH) // _MICROSECOND
