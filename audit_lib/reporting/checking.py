"""Whether an order can be carried out: all that it names is read, and every fault is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from ..errors import InputError, ParameterError
from ..files.git_revision import read_version
from ..files.read_findings import read_findings
from ..files.read_map import read_map
from ..files.read_notice import read_notice
from ..graph.asked import Asked, refuse_unknown
from ..model.data_map import DataMap
from .earlier import PARAMETER as EARLIER
from .jobs import Job, find_job
from .order import VERSION, Order, text_of
from .origin import Content, content_of
from .parameters import Parameter, check_parameters, read_parameters
from .refusals import refuse_absent, refuse_formats, refuse_place, refuse_twice

_R = TypeVar("_R")


class Checked(NamedTuple):
    """An order that can be carried out, with what was read to find that out."""

    order: Order
    job: Job
    data_map: DataMap
    given: Mapping[str, Any]
    notice_text: str | None
    takes: Mapping[str, Parameter]


class Readers:
    """Reads each map, notebook and notice once, however many orders name it; a fault is kept as well."""

    def __init__(self) -> None:
        self.map: Callable[[Path], DataMap] = _once(read_map)
        self.notice: Callable[[Path], str] = _once(read_notice)
        self.notebook: Callable[[Path], Mapping[str, Parameter]] = _once(read_parameters)
        self.content: Content = _once(content_of)
        self.version: Callable[[Path], DataMap] = _once(lambda path: read_version(path.as_posix()))


def _once(read: Callable[[Path], _R]) -> Callable[[Path], _R]:
    @cache
    def kept(path: Path) -> tuple[_R | None, InputError | None]:
        try:
            return read(path), None
        except InputError as error:
            return None, error

    def answer(path: Path) -> _R:
        found, error = kept(path)
        if error is not None:
            raise error
        return found  # type: ignore[return-value]  # there is one where there is no error

    return answer


def check(order: Order, readers: Readers | None = None) -> Checked:
    """Return an order with what it is about, or raise one error that lists everything that is wrong with it.

    No kernel is started and nothing is written.

    Raises
    ------
    InputError
        The kind of it that all faults are of (`ParameterError`, `MapError`, `NoticeError`), else the general
        one.

    Examples
    --------
    >>> import datetime as dt
    >>> check(Order("ropa", "data_maps/btr", dt.date(2026, 3, 31), {"parti": "yardi"})).order.report
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: ropa No parameter is called "parti". Did you mean "party"? Known: ...
    """
    readers, errors = readers or Readers(), list[InputError]()

    def tried(read: Callable[..., _R], *given: Any) -> _R | None:
        try:
            return read(*given)
        except InputError as error:
            errors.append(error)
            return None

    job = tried(find_job, order.report, Path(order.notebooks) if order.notebooks else None)
    given = _given(order)
    known = tried(readers.notebook, job.notebook) if job else None
    tried(refuse_twice, order)
    tried(refuse_formats, order)
    tried(refuse_place, order)
    if known is not None:
        tried(check_parameters, given, known, order.report)
    data_map = tried(readers.map, Path(order.map_folder))
    if data_map:
        tried(refuse_unknown, [
            Asked("activity", text_of(given, "activity"), "activity", data_map.activity),
            Asked("party", text_of(given, "party"), "party", data_map.party),
        ])  # fmt: skip
        if text_of(given, EARLIER) is not None:
            tried(read_findings, given[EARLIER], data_map.info.id)
    text = tried(readers.notice, Path(order.notice)) if order.notice is not None else None
    if (version := text_of(given, VERSION)) is not None:
        tried(readers.version, Path(version))
    tried(refuse_absent, order)
    if errors or job is None or data_map is None or known is None:
        raise all_of(errors)
    return Checked(order, job, data_map, given, text, known)


def check_all(orders: Iterable[Order], readers: Readers | None = None) -> list[Checked]:
    """Return every order checked, or raise one error with the faults of all; each fault is told once.

    Raises
    ------
    InputError
        As `check`; also where two orders want the same folder, or one the folder of another.

    Examples
    --------
    >>> import datetime as dt
    >>> check_all([Order("ropa", "data_maps/btr", dt.date(2026, 3, 31))] * 2)
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: ropa Two runs want this folder; name another for one of them.
    """
    readers, checked, errors = readers or Readers(), list[Checked](), list[InputError]()
    for order in orders:
        try:
            checked.append(check(order, readers))
        except InputError as error:
            errors.append(error)
    taken: set[PurePosixPath] = set()
    places = sorted(PurePosixPath(each.order.place) for each in checked)
    for place in places:
        if taken & {place, *place.parents}:
            message = "Two runs want this folder; name another for one of them."
            errors.append(ParameterError.at(str(place), message))
        taken.add(place)
    if errors:
        raise all_of(errors)
    return checked


def _given(order: Order) -> dict[str, Any]:
    """Return all parameters of the notebook but `out`, which is known when there is a folder."""
    given = {"map": Path(order.map_folder).as_posix(), "as_of": order.as_of.isoformat(), **order.parameters}
    if order.notice is not None:
        given["notice"] = Path(order.notice).as_posix()
    return given


def all_of(errors: Iterable[InputError]) -> InputError:
    """Return one error with each fault once, of the kind that all of them are.

    >>> type(all_of([ParameterError.at("--as-of", "No date."), InputError.at("map", "No map.")])).__name__
    'InputError'
    """
    errors = list(errors)
    kinds = {type(error) for error in errors}
    kind = kinds.pop() if len(kinds) == 1 else InputError
    return kind(dict.fromkeys(fault for error in errors for fault in error.faults))
