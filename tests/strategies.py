"""Any map that the model accepts, for hypothesis: texts of every script, hostile ones, all kinds of entries.

The strategies are made from the model itself, so that a field that is added there is drawn here. An id is
drawn as a number and becomes a known id of the right kind afterwards; this keeps the strategies the same for
every example, which is what makes them quick and lets them shrink.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from annotated_types import MinLen
from hypothesis import strategies as st
from strategies_own import own_rules, with_ids

from audit_lib.model.activity import Activity
from audit_lib.model.claim import TypeOfClaim
from audit_lib.model.consistency import FIELDS
from audit_lib.model.data import DataCategory
from audit_lib.model.data_map import KINDS, DataMap
from audit_lib.model.finding import Decision
from audit_lib.model.flow import Flow
from audit_lib.model.map_info import MapInfo
from audit_lib.model.notice import Clause, Notice
from audit_lib.model.noun import Noun, Stance
from audit_lib.model.party import Party
from audit_lib.model.purpose import Purpose
from audit_lib.model.retention import Retention
from audit_lib.model.rights import Channel, Right
from audit_lib.model.risk import Harm, Level, Likelihood
from audit_lib.model.safeguard import Safeguard
from audit_lib.model.system import System

#: Texts that have broken spreadsheets, pages, terminals, pictures or YAML files before.
HOSTILE = (
    "<script>alert(1)</script>", "</td></tr></table><img src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)>look</a>", "]]><!-- -->", "&amp; &lt;b&gt; &#x27;", "=cmd|' /C calc'!A0",
    "@SUM(1)", "+1+1", "-2+3", '=HYPERLINK("http://example.invalid","look")', "http://example.invalid/",
    "mailto:nobody@example.invalid", "{{ 7 * 7 }} {% raw %} ${x}", "%s %d %(name)s 100 %",
    "$x^2$ and $\\frac{1}{0}$", "$\\unknown{", "one $ and _under_ ^hat", "\"double\" 'single' `back`",
    "first line\nsecond line\n\nfourth line", "tab\there", "back\\slash \\n \\x1b[31m",
    "[bold red]markup[/bold red] [/] [link=http://example.invalid]x[/link]",
    "# no comment: - & * ! | > { } [ ] , ? % @ `", "key: value", "null", "true", "NO", "1e5", "0x1f",
    "2026-11-22", "~", "---", "...", "<<", "  spaces about  ",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627", "\u202eright to left\u202c",
    "\u65e5\u672c\u8a9e \u0e44\u0e17\u0e22 \u0939\u093f\u0928\u094d\u0926\u0940",
    "e\u0301\u0323\u0300\u0302 zero\u200bwidth \ufeffmark",
    "\U0001f3e0\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f4",
    "next\u0085line\u2028separator\u2029paragraph", "c1 \u009b31m control", "\U0010ffff \ue000",
    "a" * 10_000, "<" * 10_000, "many words " * 900,
)  # fmt: skip

#: Ids that YAML 1.1, spreadsheets and programming languages take for something else.
TRICKY_IDS = (
    "no", "null", "true", "007", "1e5", "0x1f", "2026-01-01", "on", "y", "nan", "a" * 80, "0o17", "12-30",
)  # fmt: skip

_FORBIDDEN = "\x7f\ufffe\uffff" + "".join(map(chr, [*range(9), *range(0x0B, 0x20), *range(0xFDD0, 0xFDF0)]))

_COUNTRIES = st.sampled_from(["GB", "NO", "US", "IN", "IE", "ZA"])
_HEX = "0123456789abcdef"


@cache
def texts(max_size: int = 24) -> st.SearchStrategy[str]:
    """Draw a text that the model accepts: of any script, or hostile."""
    # Deferred, since hypothesis would else print the whole alphabet for every field that is a text.
    return st.deferred(lambda: st.one_of(_plain_texts(max_size), hostile_texts()))


def hostile_texts() -> st.SearchStrategy[str]:
    """Draw one of the hostile texts, the tamest first."""
    return st.integers(0, len(HOSTILE) - 1).map(_hostile)


def _hostile(number: int) -> str:
    # By number, since hypothesis would else print all of them whenever it describes a strategy.
    return HOSTILE[number]


def _plain_texts(max_size: int) -> st.SearchStrategy[str]:
    alphabet = st.characters(exclude_categories=["Cs"], exclude_characters=_FORBIDDEN)
    return st.text(alphabet, min_size=1, max_size=max_size).filter(lambda text: bool(text.strip()))


@cache
def data_maps(max_entries: int = 3) -> st.SearchStrategy[DataMap]:
    """Draw any map that the model accepts, with about so many entries of a kind and twice as many flows."""
    return contents(max_entries).map(DataMap.model_validate)


@cache
def contents(max_entries: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Draw the plain values of a map, under the names that its files use: a sparse one or one with flows."""
    return st.one_of(_sections(max_entries, 0), _sections(max_entries, 1)).map(_resolved)


def _sections(max_entries: int, at_least: int) -> st.SearchStrategy[dict[str, Any]]:
    def entries(noun: type[Noun], least: int = 0, most: int = max_entries) -> st.SearchStrategy[Any]:
        return st.lists(_values(noun), min_size=least, max_size=most)

    sections = {
        "map": _values(MapInfo),
        "parties": entries(Party, least=1 + at_least, most=max_entries + 2),
        "systems": entries(System),
        "data": entries(DataCategory, least=at_least, most=max_entries + 1),
        "purposes": entries(Purpose, least=at_least),
        "activities": entries(Activity, least=at_least),
        "flows": entries(Flow, least=at_least, most=2 * max_entries),
        "retention": entries(Retention),
        "safeguards": entries(Safeguard),
        "rights": entries(Right),
        "channels": entries(Channel),
        "notice": st.none() | _values(Notice),
        "clauses": entries(Clause, least=at_least),
        "decisions": entries(Decision),
        "risk_scale": st.none() | _risk_scales(),
        "own_rules": st.deferred(lambda: st.lists(own_rules(), max_size=max_entries)),
        "tricky": st.booleans(),
        "people": st.just(bool(at_least)),
    }
    return st.fixed_dictionaries(sections)


class _Ref(NamedTuple):
    """An id that is not chosen yet: of one of these kinds, the so-manieth."""

    kinds: tuple[str, ...]
    number: int


@cache
def _values(noun: type[Noun]) -> st.SearchStrategy[dict[str, Any]]:
    required, optional = {}, {}
    for name, field in noun.model_fields.items():
        if name == "id":
            continue
        spelt = field.alias or name
        drawn = _field(name, field.annotation, field.metadata)
        (required if field.is_required() else optional)[spelt] = drawn
    return st.fixed_dictionaries(required, optional=optional)


def _field(name: str, annotation: Any, metadata: Sequence[Any] = ()) -> st.SearchStrategy[Any]:
    if name in FIELDS:
        ids = st.integers(0, 7).map(lambda number: _Ref(FIELDS[name], number))
        many = get_origin(annotation) is tuple
        least = max((mark.min_length for mark in metadata if isinstance(mark, MinLen)), default=0)
        return st.lists(ids, min_size=least, max_size=3) if many else ids
    if name in _PARTICULAR:
        return _PARTICULAR[name]
    return _of_type(annotation)


_SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 100_000),
    dt.date: st.dates().map(dt.date.isoformat),
}


def _of_type(annotation: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _of_type(annotation.__origin__)
    if origin in (Union, types.UnionType):
        return st.one_of([_of_type(kind) for kind in arguments if kind is not type(None)])
    if origin is tuple:
        return st.lists(_of_type(arguments[0]), max_size=2)
    if origin is Literal:
        return st.just(arguments[0])
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    if annotation is str:
        return texts()
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([member.value for member in annotation])
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return _values(annotation)
    raise NotImplementedError(f"No strategy for {annotation!r}: teach this file the new type.")


def _durations() -> st.SearchStrategy[str]:
    weeks = st.integers(0, 9999).map("P{}W".format)
    parts = st.tuples(*(st.none() | st.integers(0, 99) for _ in "YMD"))
    longer = parts.map(
        lambda p: "P" + "".join(f"{n}{u}" for n, u in zip(p, "YMD", strict=True) if n is not None)
    )
    return st.one_of(weeks, longer.filter(lambda text: text != "P"))


def _hex(length: int) -> st.SearchStrategy[str]:
    return st.text(_HEX, min_size=length, max_size=length)


def _claims() -> st.SearchStrategy[Any]:
    return st.lists(st.one_of([_values(kind) for kind in get_args(TypeOfClaim)]), max_size=2)


def _risk_scales() -> st.SearchStrategy[dict[str, Any]]:
    levels = st.sampled_from([level.value for level in Level])
    row = st.fixed_dictionaries({harm.value: levels for harm in Harm})
    return st.fixed_dictionaries({"table": st.fixed_dictionaries({kind.value: row for kind in Likelihood})})


_GAPS = st.sampled_from(["not-stated", "none", "unclear", "not-applicable"])

#: Fields whose text has a form of its own.
_PARTICULAR: Mapping[str, st.SearchStrategy[Any]] = {
    "country": st.one_of(_GAPS, _COUNTRIES),
    "location": st.one_of(_GAPS, _COUNTRIES),
    "countries": st.lists(_COUNTRIES, max_size=2),
    "period": st.one_of(_GAPS, _durations()),
    "place": st.builds("{}.{}".format, st.integers(1, 999), st.integers(1, 9)),
    "fingerprint": _hex(16),
    "sketch": _hex(64),
    "claims": st.deferred(_claims),
    "own_rules": st.sampled_from(["rules", "own_rules", "audit/Rules-2"]),
    "vulnerability": st.sampled_from([[], ["none"], ["child"], ["adult-at-risk", "worker"]]),
}


def _resolved(drawn: dict[str, Any]) -> dict[str, Any]:
    """Give every entry an id and turn every drawn number into the id of an entry of the right kind."""
    names = iter([*(TRICKY_IDS if drawn.pop("tricky") else ()), *(f"x{number}" for number in range(500))])
    if drawn.pop("people"):
        drawn["parties"][0]["kind"] = "individuals"
    pools: dict[str, list[str]] = {kind: [] for kind in [*KINDS.values(), "subject"]}
    for section, kind in KINDS.items():
        for entry in drawn[section]:
            entry["id"] = next(names)
            pools[kind].append(entry["id"])
            if entry.get("kind") == "individuals" and kind == "party":
                pools["subject"].append(entry["id"])
    found = {key: value for key, value in drawn.items() if value is not None}
    found["map"] = _placed({**drawn["map"], "id": next(names)}, pools)
    if "notice" in found:
        found["notice"] = _placed(found["notice"], pools)
    for section, kind in KINDS.items():
        resolved = [
            _placed(entry, _earlier(pools, kind, drawn[section][:at]))
            for at, entry in enumerate(drawn[section])
        ]
        found[section] = [entry for entry in resolved if _fits(section, entry)]
        gone = {e["id"] for e in drawn[section]} - {e["id"] for e in found[section]}
        pools[kind] = [name for name in pools[kind] if name not in gone]
    found["own_rules"] = with_ids(drawn["own_rules"], pools)
    if found["own_rules"]:
        found["map"].setdefault("own_rules", "rules")
    return found


def _earlier(
    pools: Mapping[str, list[str]], kind: str, before: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Add the entries that stand before this one: only they can be above it, so there is never a circle."""
    classes = [entry["id"] for entry in before if entry.get("generic")]
    return {**pools, "above": pools[kind][: len(before)], "class": classes}


def _placed(value: Any, pools: Mapping[str, list[str]]) -> Any:
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, item in sorted(value.items()):  # "from" before "to"
        if isinstance(item, list):
            placed = [
                _name(entry, key, pools) if isinstance(entry, _Ref) else _placed(entry, pools)
                for entry in item
            ]
            found[key] = [entry for entry in placed if entry is not None]
        elif isinstance(item, _Ref):
            name = _name(item, key, pools, found.get("from"))
            if name is not None:
                found[key] = name
        else:
            found[key] = _placed(item, pools)
    if "stance" in found:
        found |= _honest(found, pools)
    if "since" in found and "until" in found:
        found["since"], found["until"] = sorted((found["since"], found["until"]))
    return found


def _name(ref: _Ref, key: str, pools: Mapping[str, list[str]], sender: str | None = None) -> str | None:
    if key in ("parent", "part_of"):
        known = pools["above"]
    elif key == "recipient_class":
        known = pools["class"]
    else:
        known = [name for kind in ref.kinds for name in pools[kind] if key != "to" or name != sender]
    return known[ref.number % len(known)] if known else None


def _honest(entry: Mapping[str, Any], pools: Mapping[str, list[str]]) -> dict[str, Any]:
    if not Stance(entry["stance"]).rests_on_notice:
        return {"clauses": []}
    if not pools["clause"]:
        return {"clauses": [], "stance": "recorded"}
    return {"clauses": entry.get("clauses") or pools["clause"][:1]}


def _fits(section: str, entry: Mapping[str, Any]) -> bool:
    if section == "activities":
        return "purpose" in entry
    if section == "flows":
        return all(entry.get(key) for key in ("activity", "data", "subjects", "from", "to"))
    return True
