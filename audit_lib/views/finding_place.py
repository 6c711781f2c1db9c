"""Where a finding stands: its places in the text of the map, and the id by which it is known."""

from __future__ import annotations

from pathlib import PurePath

from ..errors import Place
from ..model.finding import Finding
from .sentences import count


def stands_at(finding: Finding, most: int = 4) -> str:
    """Return the places of a finding in the text of the map, and on a line of its own its id.

    By that id a page knows the row of a table for that of the finding, and leads from it to what it rests on.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> found = run_audit(example_map(), dt.date(2026, 11, 22)).findings[0]
    >>> stands_at(found).splitlines()[-1] == found.id
    True
    """
    shown = [str(Place(PurePath(place.file).name, place.line)) for place in finding.places[:most]]
    rest = len(finding.places) - len(shown)
    places = ", ".join([*shown, *([f"{count(rest, 'more place')}"] if rest else [])])
    return f"{places}\n{finding.id}" if places else finding.id
