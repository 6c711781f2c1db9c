"""The JSON Schema by which editors check and complete `schedule.yaml`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from ...files.schema import DIALECT, cleaned, replace_file
from .misfits import MAX_MONTHS
from .schedule import EACH, Schedule
from .values import OWN_FIELD

Json = dict[str, Any]

_TEXT: Final[Json] = {"type": "string", "minLength": 1}
_DAY: Final[Json] = {"type": "string", "format": "date"}
_VALUE: Final[Json] = {"type": ["string", "number", "boolean", "null"]}
_NAME: Final[Json] = {"pattern": r"^[^\W\d]\w*$", "not": {"enum": list(OWN_FIELD)}}


def schedule_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of ``schedule.yaml``, made from the model.

    Which parameters a report has stands in its notebook, so no schema can tell them.

    >>> schema = schedule_schema()
    >>> schema["required"], schema["$defs"]["ScheduledJob"]["required"]
    (['jobs'], ['id', 'title', 'reports'])
    """
    made = Schedule.model_json_schema(by_alias=True)
    job = made["$defs"]["ScheduledJob"]
    fields = job["properties"]
    fields["reports"] = {"anyOf": [_TEXT, _several(_TEXT)]}
    fields["parameters"] |= {"propertyNames": _NAME, "additionalProperties": _VALUE}
    fields["sweep"] |= {"properties": _sweep(), "additionalProperties": _several(_VALUE)}
    fields["sweep"]["propertyNames"] = {"not": {"enum": ["notice", "out", "earlier"]}}
    fields["when"] = {"anyOf": [_TEXT, {"$ref": "#/$defs/When"}, {"type": "null"}]}
    fields["keep"] = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 10_000}, {"type": "null"}]}
    job["oneOf"] = [
        {"required": ["map"]},
        {"properties": {"sweep": {"required": ["map"]}}, "required": ["sweep"]},
    ]
    schema = {
        "$schema": DIALECT,
        "title": "The jobs of a project and when they are due",
        **{key: made[key] for key in ("description", "type", "additionalProperties", "required")},
        "properties": made["properties"],
        "$defs": made["$defs"],
    }
    return {key: cleaned(value) for key, value in schema.items()}


def _several(item: Json) -> Json:
    return {"type": "array", "minItems": 1, "items": item}


def _sweep() -> Json:
    """Return what the things look like that can be swept over beside a list of values."""
    each = {name: {"anyOf": [{"enum": list(words)}, _several(_TEXT)]} for name, words in EACH.items()}
    months = {
        "type": "object",
        "properties": {"months": {"type": "integer", "minimum": 1, "maximum": MAX_MONTHS}},
        "required": ["months"],
        "additionalProperties": False,
    }
    return {
        "map": {"anyOf": [_TEXT, _several(_TEXT)]},
        **each,
        "as_of": {"anyOf": [months, _several(_DAY)]},
    }


def schedule_schema_text() -> str:
    """Return the schema as the text of its file.

    >>> schedule_schema_text().splitlines()[0], schedule_schema_text().splitlines()[-1]
    ('{', '}')
    """
    return json.dumps(schedule_schema(), indent=2, ensure_ascii=True) + "\n"


def write_schedule_schema(path: str | Path) -> Path:
    """Write the schema to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_schedule_schema(Path(folder) / "schedule.schema.json").name
    'schedule.schema.json'
    """
    return replace_file(path, schedule_schema_text())
