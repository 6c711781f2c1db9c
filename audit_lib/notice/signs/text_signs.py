"""The signs of the transparency items in a notice that nobody has mapped, from its words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final

from ...model.transparency import Sign
from ..clauses import Sentence
from .bases import bases_in
from .changes import changes
from .complaints import complaints
from .cookies import cookies
from .decisions import decisions
from .duties import duties
from .objection import objection
from .officer import officer
from .passages import Passage, passages
from .plain import plain_language
from .retention import retention
from .rights import rights
from .sharing import sharing
from .sources import sources
from .transfers import transfers
from .version import version
from .who import who
from .why import why

READERS: Final[tuple[Callable[[Sequence[Passage]], Iterator[Sign]], ...]] = (
    who,
    officer,
    sharing,
    transfers,
    retention,
    complaints,
    duties,
    changes,
    decisions,
    sources,
    plain_language,
    cookies,
    version,
)


def text_signs(sentences: Sequence[Sentence]) -> tuple[Sign, ...]:
    """Return what in the words of a notice counts for or against each transparency item.

    For `judge`, with silence taken as likely: what was searched for and not found may be there in other
    words. The texts must be English (see `language.looks_english`).

    >>> import datetime as dt
    >>> from audit_lib.model.noun import Confidence
    >>> from audit_lib.notice.clauses import split_sentences
    >>> from audit_lib.notice.judge import judge
    >>> said = text_signs(split_sentences("We keep your letters for six years. You can complain to the ICO."))
    >>> found = judge(said, dt.date(2026, 11, 22), silence=Confidence.LIKELY)
    >>> [one.item for one in found if one.verdict.value == "present"]
    ['A13-2a', 'A13-2d']
    """
    found = passages(sentences)
    bases = tuple(bases_in(found))
    read = (reader(found) for reader in READERS)
    return tuple(
        dict.fromkeys(chain(why(found, bases), rights(found, bases), objection(found, bases), *read))
    )
