"""How the reasons of a risk count and list."""

from __future__ import annotations

from collections.abc import Iterable


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "holder", "holders"), counted(4, "open finding")
    ('1 holder', '4 open findings')
    """
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Iterable[str], most: int = 4, last: str = "and") -> str:
    """Return names, each once, as words of a sentence; beyond `most`, the rest as a number.

    >>> listed(["a", "b", "c", "d", "e", "f"]), listed(["a", "b"], last="or")
    ('a, b, c, d and 2 more', 'a or b')
    """
    once = list(dict.fromkeys(names))
    shown = once if len(once) <= most else [*once[:most], f"{len(once) - most} more"]
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
