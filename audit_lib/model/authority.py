"""How much weight a fact of the law, or a step of an answer, bears."""

from __future__ import annotations

from enum import StrEnum


class Authority(StrEnum):
    """Whether a fact is the law, what the regulator advises, or an assumption that a user may change."""

    LAW = "law"
    GUIDANCE = "guidance"
    ASSUMPTION = "assumption"


def weighed(provision: str, authority: Authority) -> str:
    """Return a provision, with its weight where it is not the law itself.

    >>> weighed("UK GDPR Art. 19", Authority.LAW), weighed("UK GDPR Art. 19", Authority.ASSUMPTION)
    ('UK GDPR Art. 19', 'UK GDPR Art. 19 (assumption)')
    """
    return provision if authority is Authority.LAW else f"{provision} ({authority.value})"
