"""What is to be made: one run that is wanted, in plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

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


def text_of(given: Mapping[str, Any], name: str) -> str | None:
    """Return a parameter that is text; that another is none is told by the check of its type.

    >>> text_of({"party": "yardi", "top": 5}, "party"), text_of({"top": 5}, "top")
    ('yardi', None)
    """
    value = given.get(name)
    return value if isinstance(value, str) else None


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
