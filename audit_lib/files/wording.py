"""What is wrong with a value, in words for somebody who keeps a map, made from pydantic's errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from ..errors import did_you_mean
from ..model.change import Reference
from ..model.map_info import FolderName
from ..model.notice import Clause, Fingerprint, Sketch
from ..model.noun import Gap, Id, Text
from ..model.party import Country
from ..model.retention import Duration
from .positions import Path
from .quoting import plain, quoted

ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class Wrong(NamedTuple):
    """A value that is wrong: the way to it, what is wrong, and if its key is meant rather than itself."""

    path: Path
    message: str
    is_key: bool = False


def _pattern(kind: Any) -> str:
    return str(get_args(kind)[1].pattern)


#: What a pattern of the model asks for.
WANTED: Final[Mapping[str, str]] = {
    _pattern(Id): 'an id: use lower-case letters, digits and single hyphens, like "payment-processor"',
    _pattern(Reference): 'an entry that can change: write its kind and id, like "party:payment-processor"',
    _pattern(Country): "a country: use two capital letters (ISO 3166-1), like GB",
    _pattern(Duration): "a period: use ISO 8601, like P6Y, P18M, P2W or P30D",
    _pattern(Fingerprint): "a fingerprint: it has 16 hexadecimal digits",
    _pattern(Sketch): "a sketch: it has 64 hexadecimal digits",
    _pattern(FolderName): 'a folder within that of the map: write letters, digits and hyphens, like "rules"',
    str(Clause.model_fields["place"].metadata[0].pattern): 'a place: write line and sentence, like "21.2"',
}

#: What is asked for where pydantic says so by the kind of its error.
WANTED_BY_TYPE: Final[Mapping[str, str]] = {
    "date_from_datetime_parsing": "a date: write year-month-day, like 2026-11-22",
    "date_from_datetime_inexact": "a date: write year-month-day, like 2026-11-22",
    "date_parsing": "a date: write year-month-day, like 2026-11-22",
    "date_type": "a date: write year-month-day, like 2026-11-22",
}

LISTS: Final = ("tuple_type", "list_type")
MAPPINGS: Final = ("model_type", "model_attributes_type", "dict_type", "mapping_type")
EMPTY: Final = "is empty: fill it in, or leave the field out."


def wrongs(error: ValidationError, noun: type[BaseModel], raw: object) -> Iterator[Wrong]:
    """Yield what is wrong with a value that a noun could not be made from.

    Parameters
    ----------
    error
        What pydantic said.
    noun
        The noun that was wanted.
    raw
        The value; paths lead into it.

    >>> from audit_lib.model.purpose import Purpose
    >>> raw = {"id": "Letting", "name": "Letting homes", "stance": "recorded", "nota": "x"}
    >>> try:
    ...     Purpose.model_validate(raw)
    ... except ValidationError as error:
    ...     for wrong in wrongs(error, Purpose, raw):
    ...         print(wrong.path, wrong.message)
    ('id',) "Letting" is not an id: use lower-case letters, ... like "payment-processor".
    ('nota',) is not a known field. Did you mean "note"?
    """
    groups: dict[Path, list[Any]] = {}
    for said in error.errors(include_url=False):
        groups.setdefault(_real_path(said["loc"], raw), []).append(said)
    for path, errors in groups.items():
        value = _at(raw, path)
        if isinstance(value, dict | list) and any(_is_below(other, path) for other in groups):
            continue
        yield from _wrong(path, errors, value, noun, raw)


def _is_below(path: Path, above: Path) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _real_path(location: tuple[str | int, ...], raw: object) -> Path:
    """Take out what pydantic adds to a location (the names of union members) and lead into the value."""
    path: list[str | int] = []
    value: object = raw
    for at, step in enumerate(location):
        if _leads_on(value, step):
            value = one_step(value, step)
        elif not (isinstance(value, dict) and at == len(location) - 1 and _may_be_field(step)):
            continue
        path.append(step)
    return tuple(path)


def _may_be_field(step: str | int) -> bool:
    return isinstance(step, str) and re.fullmatch(r"[a-z_]+", step) is not None


def _leads_on(value: object, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def one_step(value: Any, step: str | int) -> object:
    """Return what stands in a value of a file under a key or a number, or None.

    >>> one_step(["a"], 0), one_step({"a": 1}, "b")
    ('a', None)
    """
    return value[step] if _leads_on(value, step) else None


def _at(raw: object, path: Path) -> object:
    for step in path:
        raw = one_step(raw, step)
    return raw


def told(label: str, message: str) -> str:
    """Return what is wrong as a sentence that begins with what the value is called.

    >>> told("flows.rent.to", "is missing"), told("where.rol", '"rol" is no field of a flow.')
    ('flows.rent.to is missing', 'where.rol: "rol" is no field of a flow.')
    """
    joint = " " if message.startswith(("is ", "lacks ")) else ": "
    return f"{label}{joint}{message}"


def misdated(value: object) -> str | None:
    """Return what is wrong with a text that stands where a day is wanted, or None; pydantic takes more forms.

    >>> misdated("2026-11-22"), misdated("not-stated")
    (None, None)
    >>> misdated("22 November").startswith('"22 November" is not a date')
    True
    """
    if not isinstance(value, str) or value in tuple(Gap) or ISO_DATE.fullmatch(value):
        return None
    return f"{quoted(value)} is not {WANTED_BY_TYPE['date_parsing']}."


def _wrong(
    path: Path, errors: list[Any], value: object, noun: type[BaseModel], raw: object
) -> Iterator[Wrong]:
    kinds = {said["type"]: said for said in errors}
    if "missing" in kinds:
        yield Wrong(path[:-1], f'lacks the field "{path[-1]}".')
    elif "union_tag_not_found" in kinds:
        yield Wrong(path, 'lacks the field "kind".')
    elif "extra_forbidden" in kinds:
        yield Wrong(path, _unknown_field(str(path[-1]), _noun_at(noun, path[:-1], raw)), is_key=True)
    elif "union_tag_invalid" in kinds:
        tag = kinds["union_tag_invalid"]["ctx"]
        yield Wrong((*path, "kind"), _no_choice(str(tag["tag"]), tag["expected_tags"]))
    elif any(said["loc"][-1:] == ("[key]",) for said in errors):
        yield Wrong(
            path, _no_choice(str(path[-1]), errors[0].get("ctx", {}).get("expected", "")), is_key=True
        )
    else:
        yield Wrong(path, _wrong_value(kinds, value))


def _wrong_value(kinds: Mapping[str, Any], value: object) -> str:
    """Say what is wrong with a value; a text that is wrong for several kinds is told all of them."""
    if "value_error" in kinds:
        why = str(kinds["value_error"]["ctx"]["error"])
        return f"{quoted(value)} stands here: {why if why.endswith('?') else f'{why}.'}"
    if (
        value is None
        or "too_short" in kinds
        or kinds.get("string_too_short", {}).get("ctx") == {"min_length": 1}
    ):
        return EMPTY
    if any(kind in kinds for kind in LISTS):
        shown = f", such as [{plain(value)}]" if isinstance(value, str) else ""
        return f"{quoted(value)} stands here; a list is wanted{shown}."
    if isinstance(value, str) and not any(kind in kinds for kind in MAPPINGS):
        return _unfit_text(kinds, value)
    return _unfit_block(kinds, value)


def _unfit_block(kinds: Mapping[str, Any], value: object) -> str:
    if isinstance(value, str) and "enum" in kinds:
        return f"{_no_choice(value, kinds['enum']['ctx']['expected'])} Or give a mapping with fields."
    wanted = "mapping with fields" if any(kind in kinds for kind in MAPPINGS) else "text"
    return f"{quoted(value)} stands here; a {wanted} is wanted."


def _unfit_text(kinds: Mapping[str, Any], value: str) -> str:
    if "string_too_long" in kinds:
        return f"{quoted(value)} has more than {kinds['string_too_long']['ctx']['max_length']:,} characters."
    wanted = [WANTED_BY_TYPE[kind] for kind in kinds if kind in WANTED_BY_TYPE]
    if "string_pattern_mismatch" in kinds:
        pattern = kinds["string_pattern_mismatch"]["ctx"]["pattern"]
        if pattern == _pattern(Text):
            return f"{quoted(value)} holds a control character: take it out."
        wanted += [WANTED[pattern]] if pattern in WANTED else []
    elif "string_too_short" in kinds:
        wanted.append(WANTED[_pattern(Duration)])
    if wanted:
        other = _choices(kinds["enum"]["ctx"]["expected"]) if "enum" in kinds else ()
        return f"{quoted(value)} is not {wanted[0]}{f'; or write {_or(other)}' if other else ''}."
    if "enum" in kinds:
        return _no_choice(value, kinds["enum"]["ctx"]["expected"])
    return f"{quoted(value)} does not fit: {next(iter(kinds.values()))['msg']}."


def _no_choice(value: str, expected: str) -> str:
    choices = _choices(expected)
    return f"{quoted(value)} is not one of {', '.join(choices)}.{did_you_mean(value, choices)}"


def _choices(expected: str) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", expected))


def _or(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _unknown_field(name: str, noun: type[BaseModel] | None) -> str:
    if name == "<<":
        return "is a merge key, which YAML 1.2 does not have: write the fields out."
    if noun is None:
        return "is not a known field."
    known = tuple(field.alias or inner for inner, field in noun.model_fields.items())
    hint = did_you_mean(name, known) or f" Known are {', '.join(known)}."
    return f"is not a known field.{hint}"


def _noun_at(noun: type[BaseModel], path: Path, raw: object) -> type[BaseModel] | None:
    """Return the noun that a value inside an entry should be, if that is certain."""
    found: type[BaseModel] | None = noun
    for at, step in enumerate(path):
        if isinstance(step, int) or found is None:
            continue
        fields = {about.alias or name: about for name, about in found.model_fields.items()}
        inside = list(_nouns_in(fields[step].annotation)) if step in fields else []
        value = _at(raw, path[: at + 2])
        tag = value.get("kind") if isinstance(value, dict) and len(inside) > 1 else None
        fitting = [
            kind for kind in inside if tag is None or tag in get_args(kind.model_fields["kind"].annotation)
        ]
        found = fitting[0] if len(fitting) == 1 else None
    return found


def _nouns_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _nouns_in(part)
