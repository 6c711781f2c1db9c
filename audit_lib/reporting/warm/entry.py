"""The name under which papermill finds the engine: it loads every engine when it is itself imported.

The engine is made of papermill's own, so it can only be imported when papermill is there. What papermill
gets is a stand-in that fetches the engine when it is first asked for something.
"""

from __future__ import annotations

from typing import Any


class _Later:
    """Stands in for the engine until it is used."""

    def __getattr__(self, name: str) -> Any:
        from .engine import WarmEngine  # noqa: PLC0415 - that is the point

        return getattr(WarmEngine, name)


#: The engine, for `papermill --engine warm` and `papermill.execute_notebook(engine_name="warm")`.
warm = _Later()
