"""The JSON Schema by which editors check and complete a rule of an organisation's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from ..model.noun import Noun
from ..model.own_fields import NOUNS, Holds, LooksAt, Way, called, fields_of, resolve
from ..model.own_operators import CHOICES, COUNTS, operators
from ..model.own_rule import OwnRule
from ..model.safeguard import Measure
from .schema import DIALECT, cleaned, replace_file

Json = dict[str, Any]

#: Paths of one or two steps are listed one by one, for an editor to complete; longer ones by their form.
_LONGER: Final = r"^[a-z_]+(\.[a-z_]+){2,5}$"
_ID: Final[Json] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_PERIOD: Final[Json] = {"type": "string", "pattern": r"^P(?=\d)(\d{1,4}W|(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?)$"}
_DATE: Final[Json] = {"type": "string", "format": "date"}
_NUMBER: Final[Json] = {"type": "integer", "minimum": 0}
_TEXT: Final[Json] = {"type": "string", "minLength": 1}


def rule_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a file that holds one rule, made from the model.

    Which fields a condition may name follows from what the rule looks at.

    >>> schema = rule_schema()
    >>> "to.kind" in schema["$defs"]["a-flow"]["properties"], schema["additionalProperties"]
    (True, False)
    """
    made = OwnRule.model_json_schema(by_alias=True)
    defs = _Definitions()
    by_noun = [
        {
            "if": {"properties": {"looks_at": {"const": section.value}}},
            "then": {"properties": {"where": defs.group((NOUNS[section],))}},
        }
        for section in LooksAt
    ]
    kept = {name: noun for name, noun in made["$defs"].items() if name not in ("Condition", "Where")}
    schema = {
        "$schema": DIALECT,
        "title": "A rule of an organisation's own",
        **{key: made[key] for key in ("description", "type", "additionalProperties", "required")},
        "properties": made["properties"] | {"where": {"type": "object", "minProperties": 1}},
        "allOf": by_noun,
        "$defs": kept | defs.made,
    }
    return {key: cleaned(value) for key, value in schema.items()}


def write_rule_schema(path: str | Path) -> Path:
    """Write the schema to a file, and return it; an older one is replaced whole.

    Raises
    ------
    OutputError
        When it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_rule_schema(Path(folder) / "rule.schema.json").name
    'rule.schema.json'
    """
    return replace_file(path, rule_schema_text())


def rule_schema_text() -> str:
    """Return the schema as the text of its file.

    >>> rule_schema_text().splitlines()[0], rule_schema_text().splitlines()[-1]
    ('{', '}')
    """
    return json.dumps(rule_schema(), indent=1, ensure_ascii=True) + "\n"


class _Definitions:
    """The parts of the schema that come more than once, each made when it is first referred to."""

    def __init__(self) -> None:
        self.made: dict[str, Json] = {}
        self.conditions: dict[str, str] = {}

    def group(self, nouns: tuple[type[Noun], ...]) -> Json:
        """Refer to the conditions on some nouns."""
        name = called(nouns).replace(" ", "-")
        if name not in self.made:
            self.made[name] = {}  # so that a noun may lead back to itself
            self.made[name].update(self._group(nouns, name))
        return {"$ref": f"#/$defs/{name}"}

    def _group(self, nouns: tuple[type[Noun], ...], name: str) -> Json:
        itself = {"$ref": f"#/$defs/{name}"}
        several = {"type": "array", "minItems": 1, "items": itself}
        properties: Json = {"all": several, "any": several, "not": itself}
        if "safeguards" in fields_of(*nouns):
            measure = {"enum": [each.value for each in Measure]}
            properties["without"] = {"anyOf": [measure, {"type": "array", "minItems": 1, "items": measure}]}
        for first, info in fields_of(*nouns).items():
            paths = [
                first,
                *(f"{first}.{second}" for second in (fields_of(*info.nouns) if info.nouns else ())),
            ]
            for path in paths:
                way = resolve(path, *nouns)
                if isinstance(way, Way):
                    properties[path] = self.condition(way)
        return {
            "type": "object",
            "minProperties": 1,
            "properties": properties,
            "patternProperties": {_LONGER: True},
            "additionalProperties": False,
        }

    def condition(self, way: Way) -> Json:
        """Refer to what can be asked of a field; fields of which the same can be asked share it."""
        asked = {operator: self._operand(operator, way) for operator in operators(way)}
        value = _value(way)
        short: list[Json] = [{"enum": ["given", "missing"]}] if "given" in asked else []
        if "any_of" in asked:
            short.append({"type": "array", "minItems": 1, "items": value})
        whole: Json = {
            "type": "object",
            "minProperties": 1,
            "properties": asked,
            "additionalProperties": False,
        }
        made = {"anyOf": [*([value] if "is" in asked else []), *short, whole]}
        key = json.dumps(made, sort_keys=True)
        if key not in self.conditions:
            name = f"on-{way.last.holds.name.lower()}-{len(self.conditions) + 1}"
            self.conditions[key] = name
            self.made[name] = made
        return {"$ref": f"#/$defs/{self.conditions[key]}"}

    def _operand(self, operator: str, way: Way) -> Json:
        if operator == "where":
            return self.group(way.last.nouns)
        if operator in COUNTS:
            return _NUMBER
        if operator in CHOICES:
            value = _value(way)
            several = operator in ("any_of", "none_of")
            return {"type": "array", "minItems": 1, "items": value} if several else value
        if operator in ("within", "includes"):
            return {"anyOf": [_ID, {"type": "array", "minItems": 1, "items": _ID}]}
        others: dict[str, Json] = {
            "given": {"type": "boolean"},
            "mentions": _TEXT,
            "before": _DATE,
            "after": _DATE,
        }
        return others.get(operator, _PERIOD)


def _value(way: Way) -> Json:
    """Return what a single value looks like."""
    info = way.last
    forms: dict[Holds, Json] = {
        Holds.TEXT: _TEXT,
        Holds.DATE: _DATE,
        Holds.PERIOD: _PERIOD,
        Holds.NUMBER: _NUMBER,
        Holds.FLAG: {"type": "boolean"},
        Holds.COUNTRY: {"type": "string", "pattern": "^[A-Z]{2}$"},
        Holds.ENTRIES: _ID,
    }
    words: Json = {"enum": list(info.words)}
    form = forms.get(info.holds)
    if form is None or info.holds is Holds.TEXT:
        return form or words
    return {"anyOf": [form, words]} if info.words else form
