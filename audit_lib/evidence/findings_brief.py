"""What a finding of the evidence says, without what its title has said already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import Final

from .evidence_rule import EvidenceRule
from .grounds import EVIDENCE_RULES


def brief_of(rule: str, message: str) -> str:
    """Return the message of a finding as it stands beneath the title of its kind.

    A message that is of another form, as one of an earlier version may be, is returned as it is.

    >>> brief_of("evidence-after-objection", "Insurer got data of people who had objected before: 40.")
    'Insurer: 40.'
    >>> brief_of("evidence-after-objection", "Somebody objected.")
    'Somebody objected.'
    """
    known = _KINDS.get(rule)
    found = known[0].fullmatch(message) if known else None
    return known[1].brief.format(**found.groupdict()) if known and found else message


def _pattern(rule: EvidenceRule) -> re.Pattern[str]:
    """Return what a message of a kind looks like: its template, with room for anything in its fields."""
    parts, before = [], set[str]()
    for words, field, _, _ in Formatter().parse(rule.message):
        parts.append(re.escape(words))
        if field:
            parts.append(f"(?P={field})" if field in before else f"(?P<{field}>.*?)")
            before.add(field)
    return re.compile("".join(parts), re.DOTALL)


_KINDS: Final[Mapping[str, tuple[re.Pattern[str], EvidenceRule]]] = MappingProxyType(
    {rule.id: (_pattern(rule), rule) for rule in EVIDENCE_RULES}
)
