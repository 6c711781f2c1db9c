"""How much weight a fact of the law, or a step of an answer, bears."""

from __future__ import annotations

from enum import StrEnum


class Authority(StrEnum):
    """Whether a fact is the law, what the regulator advises, or an assumption that a user may change."""

    LAW = "law"
    GUIDANCE = "guidance"
    ASSUMPTION = "assumption"
