"""How sentences list and name, so that no number in one is written by hand."""

from __future__ import annotations

from collections.abc import Iterable

#: How many names a sentence lists before it counts the rest.
LONGEST_LIST = 6


def listed(names: Iterable[str], most: int = LONGEST_LIST, last: str = "and") -> str:
    """Return names in their order, each once, as words of a sentence; beyond `most`, the rest as a number.

    >>> listed(["rent", "CCTV", "rent"]), listed(["a", "b", "c", "d"], most=2), listed(["a", "b"], last="or")
    ('rent and CCTV', 'a, b and 2 more', 'a or b')
    """
    once = list(dict.fromkeys(names))
    shown = once if len(once) <= most else [*once[:most], f"{len(once) - most} more"]
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def quoted(names: Iterable[str], most: int = LONGEST_LIST) -> str:
    """Return names as `listed` does, each between quotation marks.

    >>> quoted(["Letting Ltd", "Letting Limited"])
    '"Letting Ltd" and "Letting Limited"'
    """
    return listed((f'"{name}"' for name in dict.fromkeys(names)), most)


def clauses_that(clauses: Iterable[str], singular: str, plural: str) -> str:
    """Return where in the notice something stands, with a verb that fits the number.

    >>> clauses_that(["c-004"], "allows", "allow"), clauses_that(["c-004", "c-009"], "allows", "allow")
    ('clause c-004 allows', 'clauses c-004 and c-009 allow')
    """
    once = list(dict.fromkeys(clauses))
    return f"{in_clauses(once)} {singular if len(once) == 1 else plural}"


def in_clauses(clauses: Iterable[str]) -> str:
    """Return where in the notice something stands, as words of a sentence.

    >>> in_clauses(["c-004"]), in_clauses(["c-004", "c-009"])
    ('clause c-004', 'clauses c-004 and c-009')
    """
    once = list(dict.fromkeys(clauses))
    return f"clause{'s' if len(once) != 1 else ''} {listed(once)}"
