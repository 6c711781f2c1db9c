"""What a page or a workbook of evidence tells a program: its map, its day, whether logs are invented."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from ..model.reconciliation import Reconciliation
from ..model.words import visible

#: The names under which it stands in the head of a page and in the properties of a workbook.
NAMES: Final = {
    name: f"privacy-audit-{name}" for name in ("result", "map", "version", "sha256", "as-of", "invented")
}
EVIDENCE: Final = "evidence"

#: A workbook takes no longer property.
_LONGEST: Final = 200


class Stamp(NamedTuple):
    """The id, version and hash of the map, the day of the comparison, and whether any log was invented."""

    map_id: str
    version: str
    sha256: str
    as_of: dt.date
    invented: bool


def stamp_of(found: Reconciliation) -> Stamp:
    """Return what an answer speaks of.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> stamp_of(example_reconciliation()).invented
    True
    """
    info = found.data_map.info
    return Stamp(info.id, visible(str(info.version)), found.data_map.sha256, found.as_of, found.invented)


def stamp_pairs(found: Reconciliation) -> tuple[tuple[str, str], ...]:
    """Return names and values to put into the file of an answer, so that it can be told what it speaks of.

    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> dict(stamp_pairs(example_reconciliation()))["privacy-audit-result"]
    'evidence'
    """
    map_id, version, sha256, as_of, invented = stamp_of(found)
    said = {
        "result": EVIDENCE,
        "map": map_id,
        "version": version,
        "sha256": sha256,
        "as-of": as_of.isoformat(),
        "invented": "yes" if invented else "no",
    }
    return tuple((NAMES[name], value[:_LONGEST]) for name, value in said.items())
