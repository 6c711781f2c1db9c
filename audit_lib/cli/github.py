"""Findings as annotations of a pull request on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..model.finding import Finding

_LEVEL: Final = {"high": "error", "medium": "warning", "low": "notice"}


def workflow_commands(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield one workflow command a finding that is not dealt with, at the first place where it stands.

    >>> list(workflow_commands([]))
    []
    """
    for finding in findings:
        if not finding.counts:
            continue
        place = finding.places[0] if finding.places else None
        where = {"file": place.file} if place else {}
        if place and place.line:
            where["line"] = str(place.line)
        where["title"] = finding.title
        properties = ",".join(f"{name}={property_value(value)}" for name, value in where.items())
        message = message_value(f"{finding.message} {finding.remedy} [{finding.id}]")
        yield f"::{_LEVEL[finding.severity.value]} {properties}::{message}"


def message_value(text: str) -> str:
    r"""Escape the message of a workflow command, so that it stays one command.

    >>> message_value("50%\nmore")
    '50%25%0Amore'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_value(text: str) -> str:
    """Escape a property of a workflow command.

    >>> property_value("a:b,c")
    'a%3Ab%2Cc'
    """
    return message_value(text).replace(":", "%3A").replace(",", "%2C")
