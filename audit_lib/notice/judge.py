"""From the signs in a notice to a judgement on each thing that people must be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ..law.transparency import TransparencyItem, transparency_items
from ..model.noun import Confidence
from ..model.transparency import Effect, Judgement, Sign, Verdict


def judge(
    signs: Iterable[Sign], as_of: dt.date, *, silence: Confidence = Confidence.CERTAIN
) -> tuple[Judgement, ...]:
    """Return the judgement of each transparency item that is in force on a day, in the order of the law.

    An item is `present` when all aspects of one sufficient set are shown (or waived) and nothing weakens
    them, `partial` when some are, `missing` when none is, and `not-applicable` when it is waived, or due only
    in a case of which nothing is seen.

    Parameters
    ----------
    signs
        What speaks for or against an item, in the order of the notice.
    as_of
        The day on which the law is looked at.
    silence
        How sure it is that what was not found is not there: certain for a notice of which every sentence was
        read by a person, likely for one that was searched. Where only somebody who knows the organisation can
        tell whether silence is right, it is a question.

    >>> found = judge([Sign(item="A13-2d", effect=Effect.SHOWS, aspect="complain", at="9.1")],
    ...               dt.date(2026, 11, 22))
    >>> next((j.verdict.value, j.at) for j in found if j.item == "A13-2d")
    ('present', ('9.1',))
    >>> next(j.verdict.value for j in found if j.item == "A13-2a")
    'missing'
    """
    by_item: dict[str, list[Sign]] = {}
    for sign in signs:
        by_item.setdefault(sign.item, []).append(sign)
    return tuple(_judged(item, by_item.get(item.id, []), silence) for item in transparency_items(as_of))


def _judged(item: TransparencyItem, signs: Sequence[Sign], silence: Confidence) -> Judgement:
    shown = _by_aspect(signs, Effect.SHOWS)
    waived = _by_aspect(signs, Effect.WAIVES)
    due = _of(signs, Effect.APPLIES)
    weak = _of(signs, Effect.WEAKENS)
    lacking = _lacking(item, shown, waived)
    if not shown and ("" in waived or not lacking):
        return _told(item, Verdict.NOT_APPLICABLE, [sign for each in waived.values() for sign in each])
    if item.due and not shown and not due:
        return _told(item, Verdict.NOT_APPLICABLE, [], Confidence.ASK, f"Due only {item.due}; no sign of it.")
    if not shown:
        sure = Confidence.ASK if item.needs_facts else silence
        return _told(item, Verdict.MISSING, due, sure, lacking=lacking)
    verdict = Verdict.PARTIAL if lacking or weak else Verdict.PRESENT
    grounds = [*(sign for each in shown.values() for sign in each), *weak]
    if verdict is Verdict.PARTIAL:
        grounds += due
    found = tuple(item.aspects[aspect] for aspect in item.aspects if aspect in shown)
    return _told(item, verdict, grounds, found=found, lacking=lacking)


def _of(signs: Sequence[Sign], effect: Effect) -> list[Sign]:
    return [sign for sign in signs if sign.effect is effect]


def _by_aspect(signs: Sequence[Sign], effect: Effect) -> Mapping[str, list[Sign]]:
    found: dict[str, list[Sign]] = {}
    for sign in _of(signs, effect):
        found.setdefault(sign.aspect, []).append(sign)
    return found


def _lacking(
    item: TransparencyItem, shown: Mapping[str, object], waived: Mapping[str, object]
) -> tuple[str, ...]:
    """Return what the sufficient set nearest to being whole still lacks."""
    missing = [
        [aspect for aspect in one if aspect not in shown and aspect not in waived] for one in item.enough
    ]
    started = [left for left, one in zip(missing, item.enough, strict=True) if len(left) < len(one)]
    return tuple(item.aspects[aspect] for aspect in min(started or missing[:1], key=len))


def _told(  # noqa: PLR0913  what a judgement is made of
    item: TransparencyItem,
    verdict: Verdict,
    grounds: Sequence[Sign],
    confidence: Confidence | None = None,
    why: str = "",
    *,
    found: tuple[str, ...] = (),
    lacking: tuple[str, ...] = (),
) -> Judgement:
    return Judgement(
        item=item.id,
        provision=item.provision,
        requirement=item.requirement,
        verdict=verdict,
        confidence=confidence or _confidence(grounds),
        found=found,
        lacking=lacking,
        at=_in_order(sign.at for sign in grounds if sign.at),
        why=why or " ".join(dict.fromkeys(sign.why for sign in grounds if sign.why)),
    )


def _in_order(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(places))


def _confidence(grounds: Sequence[Sign]) -> Confidence:
    """Return how sure the least sure aspect is; an aspect is as sure as its surest sign."""
    best: dict[tuple[Effect, str], Confidence] = {}
    for sign in grounds:
        key = (sign.effect, sign.aspect)
        best[key] = max(best.get(key, Confidence.ASK), sign.confidence, key=lambda one: one.rank)
    return min(best.values(), key=lambda one: one.rank, default=Confidence.CERTAIN)
