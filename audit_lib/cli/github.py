"""Findings as annotations of a pull request on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from ..errors import Place
from .plain import one_line

if TYPE_CHECKING:
    from ..model.finding import Finding

#: The level of an annotation by the severity of what it tells.
LEVELS: Final = {"high": "error", "medium": "warning", "low": "notice"}


def workflow_commands(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield one workflow command a finding that is not dealt with, at the first place where it stands.

    >>> list(workflow_commands([]))
    []
    """
    for finding in findings:
        if not finding.counts:
            continue
        place = finding.places[0] if finding.places else None
        message = f"{finding.message} {finding.remedy} [{finding.id}]"
        yield annotation(LEVELS[finding.severity.value], finding.title, message, place)


def annotation(level: str, title: str, message: str, place: Place | None) -> str:
    """Return one workflow command: an error, a warning or a notice, at a place where one is known.

    >>> annotation("notice", "Who is it?", "Nobody is named.", Place("map.yaml", 3))
    '::notice file=map.yaml,line=3,title=Who is it?::Nobody is named.'
    """
    where = {"file": place.file} if place else {}
    if place and place.line:
        where["line"] = str(place.line)
    where["title"] = title
    properties = ",".join(f"{name}={property_value(value)}" for name, value in where.items())
    return f"::{level} {properties}::{message_value(message)}"


def message_value(text: str) -> str:
    r"""Escape the message of a workflow command, so that it stays one command and moves no cursor in a log.

    >>> message_value("50%\nmore \x9b2J")
    '50%25%0Amore \\x9b2J'
    """
    lines = text.replace("\r\n", "\n").split("\n")
    return "%0A".join(one_line(line).replace("%", "%25") for line in lines)


def property_value(text: str) -> str:
    """Escape a property of a workflow command.

    >>> property_value("a:b,c")
    'a%3Ab%2Cc'
    """
    return message_value(text).replace(":", "%3A").replace(",", "%2C")
