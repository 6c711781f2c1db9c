"""Decisions put into and taken out of a YAML text; what a person wrote stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import MapError
from ..model.finding import Decision
from .decision_edits import SECTION, puts, takes
from .decision_words import Fields, fields_of, told
from .strict_yaml import read_yaml
from .yaml_text import as_yaml


def put_decision(text: str, decision: Decision, file: str = "decisions.yaml") -> str:
    r"""Return a YAML text with a decision in its section `decisions`.

    A decision about the same finding is changed where it stands, and only the values that differ; a new one
    comes after the last. Every other character stays. The result has been read again: it says what the text
    said before and this decision, and nothing else.

    Parameters
    ----------
    text
        The text of a file of a map that has the section.
    decision
        What has been decided.
    file
        What to call the text in a fault.

    Raises
    ------
    MapError
        When the section is written so (by aliases, say) that it cannot be changed on its own.

    >>> old = "decisions:  # of the board\n- finding: a\n  status: accepted\n  owner: Ada\n  reason: Known\n"
    >>> new = Decision(finding="a", status="in-hand", owner="Ada", reason="Known")
    >>> print(put_decision(old, new), end="")
    decisions:  # of the board
    - finding: a
      status: in-hand
      owner: Ada
      reason: Known
    """
    fields = fields_of(decision)
    value = read_yaml(text, file).value
    number = _number(value, decision.finding)
    by_hand = as_yaml({SECTION: [told(fields)]})
    return _first_that_says(_with(value, fields, number), puts(text, fields, number), file, by_hand)


def take_decision(text: str, finding: str, file: str = "decisions.yaml") -> str:
    r"""Return a YAML text without the decisions about a finding; comments around them stay.

    Raises
    ------
    MapError
        As `put_decision`.

    >>> take_decision("decisions:\n- {finding: a}\n# later\n- {finding: b}", "a")
    'decisions:\n# later\n- {finding: b}'
    """
    while (number := _number(value := read_yaml(text, file).value, finding)) is not None:
        rest = [entry for at, entry in enumerate(value[SECTION]) if at != number]
        by_hand = f"take out the entry about {finding}"
        text = _first_that_says({**value, SECTION: rest}, takes(text, number), file, by_hand)
    return text


def _is_about(entry: Any, finding: str) -> bool:
    return isinstance(entry, dict) and str(entry.get("finding")).strip() == finding


def _number(value: Any, finding: str) -> int | None:
    entries = value.get(SECTION) or ()
    return next((at for at, entry in enumerate(entries) if _is_about(entry, finding)), None)


def _with(value: Mapping[str, Any], fields: Fields, number: int | None) -> dict[str, Any]:
    entries = list(value.get(SECTION) or ())
    if number is None:
        entries.append(dict(fields))
    else:
        entries[number] = {**entries[number], **fields}
    return {**value, SECTION: entries}


def _meaning(value: Any) -> Any:
    """Return a value as the map understands it: texts without white space about them, nothing left out."""
    if isinstance(value, dict):
        said = {key: _meaning(item) for key, item in value.items()}
        return {key: item for key, item in said.items() if item is not None and item != []}
    if isinstance(value, list):
        return [_meaning(item) for item in value]
    return value.strip() if isinstance(value, str) else value


def _first_that_says(wanted: Any, attempts: Iterator[str], file: str, by_hand: str) -> str:
    """Return the first attempt that says what is wanted; an attempt that is no YAML any more is none."""
    meant = _meaning(wanted)
    for attempt in attempts:
        try:
            said = read_yaml(attempt, file).value
        except MapError:
            continue
        if _meaning(said) == meant:
            return attempt
    raise MapError.at(
        file,
        f"The section {SECTION} is written so that it cannot be changed on its own (with aliases, "
        f"perhaps); nothing was changed. By hand: {' '.join(by_hand.split())}",
    )
