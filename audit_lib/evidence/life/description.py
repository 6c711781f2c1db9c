"""What an invented year says of itself: ``evidence.yaml`` and a note that all of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ...files.yaml_text import as_yaml
from ...model.evidence_source import WORDS
from .store import HEADERS
from .words import Vocabulary

#: The id of the source that the observations are in.
DISCLOSURES: Final = "disclosures"

NOTE: Final = """\
This is invented data, for demonstration and test.

A program made it up from a data map: no row was ever logged, and nobody whom it is about exists. Whatever it
seems to show of an organisation that the map names has not happened. Do not mix it with real logs.

evidence.yaml          names the files and says what their columns and words mean in the map
disclosures-*.parquet  what was given to whom
*.parquet              the lists that the disclosures are judged against
key.parquet            which observations earn which verdict: the answers, to test a comparison with
"""


def describe(
    folder: Path, words: Vocabulary, files: Sequence[Path], lists: Sequence[Mapping[str, Any]]
) -> None:
    """Write ``evidence.yaml`` and ``NOTE.txt`` into the folder.

    >>> import tempfile
    >>> from audit_lib.evidence.life.words import vocabulary
    >>> from audit_lib.graph.example import example_map
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     describe(Path(folder), vocabulary(example_map(), 1), [], [])
    ...     (Path(folder) / "NOTE.txt").read_text(encoding="utf-8").splitlines()[0]
    'This is invented data, for demonstration and test.'
    """
    columns = {"id": "entry", "at": "logged_at", "person": "person_no"}
    columns |= {column.value: header for column, header in zip(WORDS, HEADERS, strict=True)}
    disclosures: dict[str, Any] = {
        "id": DISCLOSURES,
        "kind": "disclosures",
        "name": "Log of disclosures",
        "format": "parquet",
        "files": ["disclosures-*.parquet"] if len(files) != 1 else [files[0].name],
        "columns": columns,
        "zone": "UTC",
        "invented": True,
    }
    values = {column.value: dict(words.values[column]) for column in WORDS if words.values.get(column)}
    if values:
        disclosures["values"] = values
    head = "# Invented data, for demonstration and test: see NOTE.txt.\n\n"
    text = head + as_yaml({"sources": [disclosures, *(dict(one) for one in lists)]})
    (folder / "evidence.yaml").write_text(text, encoding="utf-8", newline="\n")
    (folder / "NOTE.txt").write_text(NOTE, encoding="utf-8", newline="\n")
