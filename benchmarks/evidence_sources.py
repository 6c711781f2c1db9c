"""Where the invented logs of the benchmark of evidence stand; apart, so that little more is loaded."""

from __future__ import annotations

from typing import Any

from evidence_map import evidence_map

from audit_lib.model.evidence_source import WORDS, Column, Evidence, Source

#: What the logs record of an event; the activity, as in most logs, is not among it.
LOGGED = tuple(column.value for column in WORDS if column is not Column.ACTIVITY)


def sources() -> Evidence:
    """Return where all this stands, as ``evidence.yaml`` would say it."""
    rules = [rule.id for rule in evidence_map().retention]

    def source(name: str, kind: str, columns: tuple[str, ...], **more: Any) -> Source:
        files = ["log/part-*.parquet" if name == "log" else f"{name}.parquet"]
        known = {column: column for column in columns}
        values = {"id": name, "kind": kind, "name": name, "format": "parquet", "files": files}
        return Source.model_validate({**values, "columns": known, **more})

    return Evidence(
        sources=(
            source("log", "disclosures", ("id", "at", "person", *LOGGED)),
            source("consents", "consents", ("person", "purpose", "since", "until")),
            source("restrictions", "restrictions", ("person", "since", "until", "ground")),
            source("endings", "ends", ("person", "at"), starts=rules),
            source("deletions", "deletions", ("person", "at", "sender", "data")),
            source("requests", "requests", ("person", "at", "recipient")),
        )
    )
