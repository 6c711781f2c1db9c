"""How the notice of a map stands to what people must be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ..model.data_map import DataMap
from ..model.finding import Finding
from ..model.noun import Confidence
from ..model.transparency import Effect, Judgement, Sign
from .claim_signs import claim_signs
from .clauses import split_sentences
from .judge import judge
from .signs.text_signs import text_signs

#: What only the words of a notice show, and no claim of a map.
WORDS_ALONE = "A12-1"


def transparency(
    data_map: DataMap, as_of: dt.date, findings: Iterable[Finding] = (), text: str | None = None
) -> tuple[Judgement, ...]:
    """Return the judgement of each thing that must be told, from the claims of a map's notice.

    What a finding says against an item (its `items`) makes it partial at best, unless it is a question. How
    plain the language is shows in the words alone, so that item waits for the notice.

    Parameters
    ----------
    data_map
        The map; without clauses of a notice there is nothing to judge, and nothing is returned.
    as_of
        The day on which the law is looked at.
    findings
        The findings about the map on that day.
    text
        The published notice, if it is at hand.

    >>> from audit_lib.graph.example import example_map
    >>> transparency(example_map(), dt.date(2026, 11, 22))
    ()
    """
    if not data_map.clauses:
        return ()
    signs = [*claim_signs(data_map, as_of), *_from_words(data_map, text), *_from_findings(findings)]
    return judge(signs, as_of)


def _from_words(data_map: DataMap, text: str | None) -> Iterator[Sign]:
    if text is None:
        why = "Only the words show this: give the notice."
        yield Sign(item=WORDS_ALONE, effect=Effect.WAIVES, why=why, confidence=Confidence.ASK)
        return
    headings = data_map.notice.headings if data_map.notice else ()
    for sign in text_signs(split_sentences(text, headings)):
        if sign.item == WORDS_ALONE:
            yield sign.model_copy(update={"at": ""})


def _from_findings(findings: Iterable[Finding]) -> Iterator[Sign]:
    for finding in findings:
        if finding.confidence is Confidence.ASK:
            continue
        for item in finding.items:
            for clause in finding.clauses or ("",):
                yield Sign(
                    item=item,
                    effect=Effect.WEAKENS,
                    at=clause,
                    why=f"{finding.title}.",
                    confidence=finding.confidence,
                )
