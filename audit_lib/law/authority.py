"""How much weight a fact of this floor bears."""

from __future__ import annotations

from ..model.authority import Authority

__all__ = ["Authority"]
