"""The JSON Schema by which editors check and complete the files of a map."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, Final

from ..errors import OutputError
from ..model.data_map import DataMap
from .layout import HOME

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def map_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the files of a map, made from the model.

    One schema serves each file, so no section is required; everything unknown is refused, as `read_map` does.

    >>> schema = map_schema()
    >>> sorted(schema["properties"])[:3], schema["additionalProperties"]
    (['activities', 'channels', 'clauses'], False)
    """
    made = DataMap.model_json_schema(by_alias=True)
    schema = {
        "$schema": DIALECT,
        "title": "A file of a data map",
        "description": "Each file holds the sections of its name; map.yaml may hold any section.",
        "type": "object",
        "additionalProperties": False,
        "properties": {section: _section(made["properties"][section]) for section in HOME},
    }
    schema["$defs"] = _reached(schema["properties"], made["$defs"])
    return {key: cleaned(value) for key, value in schema.items()}


def write_schema(path: str | Path) -> Path:
    """Write the schema to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_schema(Path(folder) / "map.schema.json").name
    'map.schema.json'
    """
    return replace_file(path, schema_text())


def replace_file(path: str | Path, text: str) -> Path:
    """Write a text to a file whole, or leave the older one as it was, and return the file.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     replace_file(Path(folder) / "page.md", "Text").read_text(encoding="utf-8")
    'Text'
    """
    target = Path(path)
    aside = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(target)
    except OSError as failure:
        aside.unlink(missing_ok=True)
        raise OutputError(f"{target} cannot be written: {(failure.strerror or '').lower()}.") from failure
    return target


def schema_text() -> str:
    """Return the schema as the text of its file.

    >>> schema_text().splitlines()[0], schema_text().splitlines()[-1]
    ('{', '}')
    """
    return json.dumps(map_schema(), indent=2, ensure_ascii=True) + "\n"


def _reached(part: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """Return the definitions to which a part of the schema leads, in their order."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        text = json.dumps(waiting.pop())
        new = set(re.findall(r'"#/\$defs/([^"]+)"', text)) - found
        found |= new
        waiting.extend(defs[name] for name in new)
    return {name: noun for name, noun in defs.items() if name in found}


def _section(made: dict[str, Any]) -> dict[str, Any]:
    """Let a section also be empty, which `read_map` takes for a section without entries."""
    kept = {key: value for key, value in made.items() if key not in ("default", "title")}
    if "anyOf" in kept:
        return kept
    return {"anyOf": [kept, {"type": "null"}]} if kept.get("type") == "array" else kept


def cleaned(value: Any) -> Any:
    """Return a part of a schema with patterns spelt as ECMAScript does, and descriptions on one line.

    >>> cleaned({"description": "Two   words.", "type": "string"})
    {'description': 'Two words.', 'type': 'string'}
    """
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: cleaned(item) for key, item in value.items()}
    if isinstance(kept.get("pattern"), str):
        kept["pattern"] = re.sub(r"\\u\{([0-9a-f]{4})\}", r"\\u\1", kept["pattern"])
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    return kept
