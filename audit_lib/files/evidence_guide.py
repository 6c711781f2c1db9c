"""What evidence.yaml can say, as a page for the analyst who points the workbench at logs."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ..model.evidence_source import ALLOWED, NEEDED, Column, Source, SourceFormat, SourceKind
from ..model.restriction import Ground
from .evidence_files import ENDINGS
from .schema import replace_file

_HEAD: Final = """\
# What `evidence.yaml` can say

`evidence.yaml` stands in the folder of a map and lists `sources`: logs, exports and lists that
`privacy-audit evidence check` sets against the map. It is no part of the map itself. `columns` says under
which name each column below stands in the files; one that is the same for all rows can be a constant instead.

This page is made from the model (`audit_lib/model/evidence_source.py`); a test keeps it current.
"""

#: What the rows of each kind are, and what they are for.
_KINDS: Final[Mapping[SourceKind, str]] = {
    SourceKind.DISCLOSURES: "What was given to somebody, as its sender logged it: each row is judged.",
    SourceKind.RECEIPTS: "The same as the recipient logged it: it is matched with what the sender says.",
    SourceKind.CONSENTS: "From when until when somebody consented to a purpose; a withdrawal is an `until`.",
    SourceKind.RESTRICTIONS: "From when until when data of somebody may not be used; no ground: Art. 18.",
    SourceKind.ENDS: "When what starts a period (`starts`) ended; an empty `at` says that it goes on.",
    SourceKind.DELETIONS: "Who (`sender`, the holder) deleted which data of whom, and when.",
    SourceKind.REQUESTS: "When an authority (`recipient`) asked for data of somebody.",
    SourceKind.PEOPLE: "By which other names (`alias`) a person goes in the logs.",
}

#: What a column says, where its name does not.
_COLUMNS: Final[Mapping[Column, str]] = {
    Column.ID: "tells a row from all others of its source; without one, rows are numbered",
    Column.AT: "a moment, or a day (which counts as noon for a disclosure)",
    Column.SINCE: "the first moment; a day counts in favour of the organisation",
    Column.UNTIL: "the moment from which it no longer holds; empty: it has no end",
    Column.PERSON: "whom the row is about, as the logs name people",
    Column.ALIAS: "another name of the person, such as an e-mail address",
    Column.REFERENCE: "a number that both ends of a disclosure know",
    Column.GROUND: f"why data is restricted: {', '.join(Ground)}",
    Column.SENDER: "the party that gave the data",
    Column.RECIPIENT: "the party that got it; of a HAR file, the host",
    Column.DATA: "the category of data",
    Column.PURPOSE: "the purpose",
    Column.ACTIVITY: "the processing activity",
    Column.BASIS: "the lawful basis that the log records",
    Column.ROLE: "the role of the recipient",
    Column.COUNTRY: "where the data went: two letters (ISO 3166-1)",
    Column.SYSTEM: "the system or channel; it is shown, and not judged",
}


def evidence_guide() -> str:
    """Return the page, in Markdown: the kinds of sources with their columns, columns, formats, other fields.

    >>> [line for line in evidence_guide().splitlines() if line.startswith("| `ends`")][0][:40]
    '| `ends` | When what starts a period (`s'
    """
    kinds = [
        f"| `{kind}` | {said} | {_listed(NEEDED[kind])} | {_listed(ALLOWED[kind] - NEEDED[kind])} |"
        for kind, said in _KINDS.items()
    ]
    columns = [f"| `{column}` | {said} |" for column, said in _COLUMNS.items()]
    endings = [
        f"| `{form}` | {', '.join(f'`{ending}`' for ending, of in ENDINGS.items() if of is form) or 'none'} |"
        for form in SourceFormat
    ]
    return "\n".join(
        [
            _HEAD,
            *(
                "## Kinds of sources",
                "",
                "| kind | rows | needed | may have |",
                "|---|---|---|---|",
                *kinds,
                "",
            ),
            *("## Columns", "", "| column | says |", "|---|---|", *columns, ""),
            *("## Formats", "", "| format | files end in |", "|---|---|", *endings, ""),
            *("## All fields", "", inspect.cleandoc(Source.__doc__ or ""), ""),
        ]
    )


def write_evidence_guide(path: str | Path) -> Path:
    """Write the page to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_evidence_guide(Path(folder) / "EVIDENCE.md").name
    'EVIDENCE.md'
    """
    return replace_file(path, evidence_guide())


def _listed(columns: frozenset[Column]) -> str:
    return ", ".join(f"`{column}`" for column in Column if column in columns)
