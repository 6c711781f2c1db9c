"""How a decision is written in YAML: as an item of a list, in one line, in brackets."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from ..model.finding import Decision
from .yaml_text import RESERVED, as_yaml

#: What may stand in a line without quotes, in lists and mappings in brackets too.
PLAIN: Final = re.compile(r"[A-Za-z][\w .'-]*[\w.]|\d{4}-\d{2}-\d{2}", re.ASCII)

#: The fields of a decision with what they say; None where a field is not there.
Fields = Mapping[str, str | None]


def fields_of(decision: Decision) -> dict[str, str | None]:
    """Return what a decision says, under the names and in the order that a file uses.

    >>> fields_of(Decision(finding="a", status="accepted", owner="Ada", reason="Known"))["expires"]
    """
    said = decision.model_dump(mode="json")
    return {name: said[name] for name in ("finding", "status", "owner", "reason", "expires")}


def told(fields: Fields) -> dict[str, str]:
    """Return the fields that say something.

    >>> told({"owner": "Ada", "expires": None})
    {'owner': 'Ada'}
    """
    return {name: value for name, value in fields.items() if value is not None}


def one_line(value: str, *, quoted: bool = False) -> str:
    r"""Return a text as a value that stands in one line, in quotes where it needs them.

    >>> print(one_line("Ada"), one_line("1: no"), one_line("Ada", quoted=True), one_line("a\nb"))
    Ada "1: no" "Ada" "a\nb"
    """
    if not quoted and PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    said = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08X}" for sign in said)


def in_brackets(fields: Fields, *, quoted: bool) -> str:
    """Return fields as a mapping in brackets; with `quoted` as JSON has it.

    >>> in_brackets({"owner": "Ada", "expires": None}, quoted=False)
    '{owner: Ada}'
    """
    name_of = json.dumps if quoted else str
    said = (f"{name_of(name)}: {one_line(value, quoted=quoted)}" for name, value in told(fields).items())
    return "{" + ", ".join(said) + "}"


class Style(NamedTuple):
    """How a text is written: its line break, and whether a long value may go over several lines."""

    line_break: str
    folded: bool

    def lines(self, name: str, value: str) -> list[str]:
        """Return the lines of a field; those after the first are indented further than its name."""
        if self.folded and not PLAIN.fullmatch(value):
            return as_yaml({name: value}).removesuffix("\n").split("\n")
        return [f"{name}: {one_line(value)}"]

    def indented(self, lines: list[str], column: int) -> str:
        """Return lines with a line break before each, from a column on."""
        pad = " " * column
        return "".join(self.line_break + (pad + line if line else "") for line in lines)

    def entry(self, fields: Fields, dash: int, offset: int) -> str:
        """Return a decision as an item of a list: columns of the dash, and from there to the first word."""
        first, *rest = [line for name, value in told(fields).items() for line in self.lines(name, value)]
        return " " * dash + "-" + " " * (offset - 1) + first + self.indented(rest, dash + offset)
