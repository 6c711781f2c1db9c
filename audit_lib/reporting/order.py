"""What is to be made: one run that is wanted, in plain values, and everything that can be wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple, TypeVar

from ..errors import Fault, InputError, OutputError, ParameterError, Place, did_you_mean
from ..files.git_revision import read_version
from ..files.read_findings import read_findings
from ..files.read_map import read_map
from ..files.read_notice import read_notice
from ..graph.asked import Asked, refuse_unknown
from ..model.data_map import DataMap
from .earlier import PARAMETER as EARLIER
from .folders import place_in
from .jobs import Job, find_job
from .origin import KEPT_BY_REPORTS, Content, content_of
from .parameters import Parameter, check_parameters, read_parameters

#: What can be made of an executed notebook; the notebook itself and what it writes are always there.
FORMATS: Final = ("html", "pdf")

#: What is made of it unless something else is wanted.
USUAL: Final = ("html",)

#: What every report is given by the order itself, not among its further parameters.
GIVEN: Final = ("map", "notice", "as_of", "out")

#: The parameters that name a file or a folder which a report reads.
READ_BY_REPORTS: Final = ("map", "notice", "register", "earlier", "earlier_map", "change", "evidence")

#: The one that may also name a version of the map that git holds.
VERSION: Final = "earlier_map"

_R = TypeVar("_R")


class Order(NamedTuple):
    """One run that is wanted. Plain values, so that it can go to another process or another machine.

    Parameters
    ----------
    report
        The report, such as "ropa".
    map_folder, notice, notebooks
        The data map, the text of the published notice if there is one, and the folder of report notebooks
        if it is not the usual one.
    as_of
        The day that the report speaks of.
    parameters
        Further parameters that the notebook declares.
    formats
        What is made of the notebook beside it.
    folder
        Where the run goes, seen from the output root, with `/`; the name of the report if it is empty.
    case
        What the run is about where a report is made for many: a site, a party, a month. For people only.
    previous
        The folder of the run whose findings it is set against; without it, the one that it takes the
        place of.

    Examples
    --------
    >>> order = Order("ropa", "data_maps/btr", dt.date(2026, 3, 31), {"party": "yardi"}, folder="yardi/ropa")
    >>> order.place, Order("ropa", "data_maps/btr", dt.date(2026, 3, 31)).place
    ('yardi/ropa', 'ropa')
    """

    report: str
    map_folder: str
    as_of: dt.date
    parameters: Mapping[str, str | int | float | bool | None] = {}
    notice: str | None = None
    formats: tuple[str, ...] = USUAL
    folder: str = ""
    case: str = ""
    notebooks: str | None = None
    previous: str | None = None

    @property
    def place(self) -> str:
        """Where the run goes, seen from the output root."""
        return self.folder or self.report


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
    tried(_refuse_twice, order)
    tried(_refuse_formats, order)
    tried(_refuse_place, order)
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
    tried(_refuse_absent, order)
    if errors or job is None or data_map is None or known is None:
        raise _all_of(errors)
    return Checked(order, job, data_map, given, text, known)


def check_all(orders: Iterable[Order], readers: Readers | None = None) -> list[Checked]:
    """Return every order checked, or raise one error with the faults of all; each fault is told once.

    Raises
    ------
    InputError
        As `check`; also where two orders want the same folder, or one the folder of another.

    Examples
    --------
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
        raise _all_of(errors)
    return checked


def refuse_outside(orders: Iterable[Order], root: Path) -> None:
    """Raise one error for every parameter by which a report would write anywhere but where it may.

    Runs are written below the output root. What a report keeps from run to run goes into a folder of the
    root whose name begins with a dot, as that of no run does.

    Raises
    ------
    ParameterError
        With a fault for each such folder.

    Examples
    --------
    >>> order = Order("evidence", "data_maps/btr", dt.date(2026, 3, 31), {"store": "../elsewhere"})
    >>> refuse_outside([order], Path("reports/btr"))
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: evidence: store ../elsewhere: a report keeps what it keeps in ...
    >>> refuse_outside([order._replace(parameters={"store": "reports/btr/.evidence"})], Path("reports/btr"))
    """
    faults = [
        Fault(
            Place(f"{order.report}: {name}"),
            f"{value}: a report keeps what it keeps in a folder of the output root that begins with a dot, "
            f"such as {root / '.evidence'}.",
        )
        for order in orders
        for name in KEPT_BY_REPORTS
        if (value := text_of(order.parameters, name)) and not _may_be_kept(root, Path(value))
    ]
    if faults:
        raise ParameterError(dict.fromkeys(faults))


def _may_be_kept(root: Path, folder: Path) -> bool:
    try:
        return place_in(root, folder).startswith(".")
    except OutputError:
        return False


def as_seen_from_here(path: Path) -> Path:
    """Return a path without the folders of this machine, where it lies in the current folder.

    >>> as_seen_from_here(Path.cwd() / "data_maps").as_posix()
    'data_maps'
    """
    if not path.is_absolute():
        return path
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _given(order: Order) -> dict[str, Any]:
    """Return all parameters of the notebook but `out`, which is known when there is a folder."""
    given = {"map": Path(order.map_folder).as_posix(), "as_of": order.as_of.isoformat(), **order.parameters}
    if order.notice is not None:
        given["notice"] = Path(order.notice).as_posix()
    return given


def text_of(given: Mapping[str, Any], name: str) -> str | None:
    """Return a parameter that is text; that another is none is told by the check of its type.

    >>> text_of({"party": "yardi", "top": 5}, "party"), text_of({"top": 5}, "top")
    ('yardi', None)
    """
    value = given.get(name)
    return value if isinstance(value, str) else None


def _refuse_twice(order: Order) -> None:
    twice = [given for given in order.parameters if given in GIVEN]
    if twice:
        raise ParameterError(
            Fault(Place(order.report), f'"{given}" has an option of its own; use that.') for given in twice
        )


def _refuse_formats(order: Order) -> None:
    unknown = [name for name in order.formats if name not in FORMATS]
    if unknown:
        raise ParameterError(
            Fault(
                Place(order.report),
                f'No format is called "{name}".{did_you_mean(name, FORMATS)} Known: {", ".join(FORMATS)}.',
            )
            for name in unknown
        )


def _refuse_place(order: Order) -> None:
    """Refuse a folder that is not below the output root, or has a name that is kept for something else."""
    place = PurePosixPath(order.place)
    parts = order.place.split("/")
    bad = place.is_absolute() or any(part.startswith(".") or not part.strip() for part in parts)
    if bad or any(sign in order.place for sign in "\\:\0\n\r"):
        message = (
            "A run goes into a folder below the output root: names with / between, none begins with a dot."
        )
        raise ParameterError.at(repr(order.place), message)
    if place.name.endswith(".failed"):
        raise ParameterError.at(order.place, "This name is kept for runs that fail; choose another.")


def _refuse_absent(order: Order) -> None:
    """Refuse files that are not there, but for those that are read above, and say so themselves."""
    absent = [
        Fault(Place(f"{order.report}: {name}"), f"{value}: there is nothing of this name.")
        for name, value in order.parameters.items()
        if name in READ_BY_REPORTS and name not in (*GIVEN, EARLIER, VERSION)
        and isinstance(value, str) and not Path(value).exists()
    ]  # fmt: skip
    if absent:
        raise ParameterError(absent)


def _all_of(errors: Iterable[InputError]) -> InputError:
    """Return one error with each fault once, of the kind that all of them are."""
    errors = list(errors)
    kinds = {type(error) for error in errors}
    kind = kinds.pop() if len(kinds) == 1 else InputError
    return kind(dict.fromkeys(fault for error in errors for fault in error.faults))
