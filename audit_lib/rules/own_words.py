"""The pattern of an organisation's own rule as a sentence, for whoever reads the rule and not its file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.noun import Noun
from ..model.own_fields import NOUNS, Holds, resolve
from ..model.own_rule import Condition, OwnRule, Where
from ..model.words import lasting, raised


def in_words(own: OwnRule) -> str:
    """Return what a rule looks for, as a sentence.

    >>> print(in_words(OwnRule.model_validate({
    ...     "id": "own-a", "title": "A", "looks_at": "flows", "severity": "low", "message": "A.",
    ...     "where": {"to.kind": "organisation", "any": [{"contract": "none"}, {"without": "contract"}]}})))
    Flows where to.kind is organisation and (contract is none or no contract covers it).
    """
    nouns = (NOUNS[own.looks_at],)
    what = "The map" if own.looks_at.value == "map" else own.looks_at.value
    whole = f"{what} where {_group(own.where, nouns)}"
    also = ", with what is merely expected" if own.expected else ""
    return f"{raised(whole)}{also}."


def _group(where: Where, nouns: tuple[type[Noun], ...]) -> str:
    parts = [part for path, asked in where.fields.items() for part in _asked(path, asked, nouns)]
    parts.extend(_nested(group, nouns) for group in where.all_)
    if where.any_:
        parts.append(f"({' or '.join(_nested(group, nouns) for group in where.any_)})")
    if where.not_ is not None:
        parts.append(f"not ({_group(where.not_, nouns)})")
    if where.without:
        parts.append(f"no {' or '.join(measure.value for measure in where.without)} covers it")
    return " and ".join(parts)


def _nested(where: Where, nouns: tuple[type[Noun], ...]) -> str:
    said = _group(where, nouns)
    return f"({said})" if " and " in said else said


def _asked(path: str, asked: Condition, nouns: tuple[type[Noun], ...]) -> Iterator[str]:
    """Yield what is asked of a field, each thing as words."""
    for word, values in (
        ("is", [asked.is_] if asked.is_ else []),
        ("is not", [asked.is_not] if asked.is_not else []),
        ("is one of" if len(asked.any_of) > 1 else "is", asked.any_of),
        ("is none of" if len(asked.none_of) > 1 else "is not", asked.none_of),
        ("mentions", [f'"{asked.mentions}"'] if asked.mentions else []),
        ("is within", asked.within),
        ("includes", asked.includes),
        ("is longer than", [lasting(asked.longer_than)] if asked.longer_than else []),
        ("is shorter than", [lasting(asked.shorter_than)] if asked.shorter_than else []),
        ("is before", [asked.before.isoformat()] if asked.before else []),
        ("is after", [asked.after.isoformat()] if asked.after else []),
        ("lies back more than", [lasting(asked.older_than)] if asked.older_than else []),
    ):
        if values:
            yield f"{path} {word} {', '.join(values)}"
    if asked.given is not None:
        yield f"{path} is {'given' if asked.given else 'missing'}"
    yield from _counted(path, asked, nouns)


def _counted(path: str, asked: Condition, nouns: tuple[type[Noun], ...]) -> Iterator[str]:
    way = resolve(path, *nouns)
    if isinstance(way, str):
        return
    limits = [(asked.at_least, "at least"), (asked.at_most, "at most")]
    said = " and ".join(f"{words} {number:,}" for number, words in limits if number is not None)
    if asked.where is not None:
        yield f"{said or 'at least 1'} of {path} where ({_group(asked.where, way.last.nouns)})"
    elif said:
        yield f"{path} is {said}" if way.last.holds is Holds.NUMBER else f"{said} different {path}"
