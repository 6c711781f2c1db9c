"""What a run depends on, as one fingerprint: while it is the same, the run need not be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from .checking import Checked, Readers
from .order import VERSION
from .origin import files_read
from .runs import python_version, sha256_of, versions
from .secret import without_secrets

#: Parameters that are told otherwise: by the hash of the map, or on their own.
_TOLD_OTHERWISE: Final = ("map", "as_of")


def inputs_of(checked: Checked, readers: Readers | None = None) -> str:
    """Return one SHA-256 over all that decides what a run says; two runs of the same inputs have the same.

    The content of the map, the notebook and every file that a parameter names, wherever it lies; the other
    parameters, the day, the formats, and the versions of Python and the packages. Times, places and commits
    do not count, nor do findings of an earlier run that nobody named.

    >>> import datetime as dt
    >>> from audit_lib.reporting.checking import check
    >>> from audit_lib.reporting.order import Order
    >>> order = Order("ropa", "data_maps/btr", dt.date(2026, 3, 31))
    >>> inputs_of(check(order)) == inputs_of(check(order._replace(as_of=dt.date(2026, 4, 1))))
    False
    """
    readers, order = readers or Readers(), checked.order
    whole = {
        "report": order.report,
        "map": checked.data_map.sha256,
        "notebook": sha256_of(checked.job.notebook),
        "as_of": order.as_of.isoformat(),
        "parameters": _parameters(checked, readers),
        "formats": sorted(order.formats),
        "python": python_version(),
        "packages": _packages(),
    }
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _parameters(checked: Checked, readers: Readers) -> Mapping[str, Any]:
    """Return what is given and what is taken unless told: files by what is in them, secrets by reference."""
    given = {**{name: one.default for name, one in checked.takes.items()}, **without_secrets(checked.given)}
    told = {name: value for name, value in given.items() if name not in _TOLD_OTHERWISE and value is not None}
    told.pop(VERSION, None)
    if isinstance(version := checked.given.get(VERSION), str):
        told[VERSION] = readers.version(Path(version)).sha256
    read = {
        one.parameter: {"bytes": one.bytes, "sha256": one.sha256} for one in files_read(told, readers.content)
    }
    return {**told, **read}


@cache
def _packages() -> dict[str, str]:
    return versions()
