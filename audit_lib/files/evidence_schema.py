"""The JSON Schema by which editors check and complete the file that names the sources of evidence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from ..model.evidence_ids import LIST_OF_COLUMN
from ..model.evidence_source import ALLOWED, WORDS, Column, Evidence, SourceFormat, SourceKind
from .evidence_misfits import MAX_VALUES
from .evidence_storage import KIND_OF, ONLY_FOR
from .read_evidence import MAX_SOURCES
from .schema import DIALECT, cleaned, replace_file

Json = dict[str, Any]

_BLOCKS: Final = ("columns", "constants", "values", "separators")


def evidence_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of ``evidence.yaml``, made from the model.

    Which columns a source may name follows from its kind, and some of its fields from its format.

    >>> schema = evidence_schema()
    >>> schema["required"], schema["$defs"]["Source"]["required"]
    (['sources'], ['id', 'kind', 'name'])
    """
    made = Evidence.model_json_schema(by_alias=True)
    source = made["$defs"]["Source"]
    source["required"] = [field for field in source["required"] if field != "format"]
    source["allOf"] = [*map(_of_kind, SourceKind), *map(_of_format, SourceFormat)]
    source["properties"]["values"]["additionalProperties"]["maxProperties"] = MAX_VALUES
    schema = {
        "$schema": DIALECT,
        "title": "The sources of evidence of a data map",
        **{key: made[key] for key in ("description", "type", "additionalProperties", "required")},
        "properties": made["properties"],
        "$defs": made["$defs"],
    }
    schema["properties"]["sources"] |= {"minItems": 1, "maxItems": MAX_SOURCES}
    return {key: cleaned(value) for key, value in schema.items()}


def _of_kind(kind: SourceKind) -> Json:
    """Return which columns a source of a kind may have: all under columns, those of words elsewhere."""
    columns = [column.value for column in Column if column in ALLOWED[kind]]
    words = [name for name in columns if name in (*WORDS, *LIST_OF_COLUMN)]
    return {
        "if": {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]},
        "then": {
            "properties": {
                block: {"propertyNames": {"enum": columns if block == "columns" else words}}
                for block in _BLOCKS
            }
        },
    }


def _of_format(stored: SourceFormat) -> Json:
    """Return which fields mean nothing for a format, and which kind it is of, if it is of just one."""
    never: Json = {field: False for field, formats in ONLY_FOR.items() if stored not in formats}
    kind = {"kind": {"const": KIND_OF[stored].value}} if stored in KIND_OF else {}
    needed = ["table", "connection"] if stored is SourceFormat.POSTGRES else ["files"]
    return {
        "if": {"properties": {"format": {"const": stored.value}}, "required": ["format"]},
        "then": {"properties": {**never, **kind}, "required": needed},
    }


def write_evidence_schema(path: str | Path) -> Path:
    """Write the schema to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_evidence_schema(Path(folder) / "evidence.schema.json").name
    'evidence.schema.json'
    """
    return replace_file(path, evidence_schema_text())


def evidence_schema_text() -> str:
    """Return the schema as the text of its file.

    >>> evidence_schema_text().splitlines()[0], evidence_schema_text().splitlines()[-1]
    ('{', '}')
    """
    return json.dumps(evidence_schema(), indent=2, ensure_ascii=True) + "\n"
