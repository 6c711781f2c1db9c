"""What is known of a breach, as options of a command line, and how their values are read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

import typer

from ...errors import Fault, ParameterError, Place, did_you_mean

if TYPE_CHECKING:
    from ...model.circumstances import Adjustment, Override
    from ...model.noun import Answer

Word = TypeVar("Word", bound=StrEnum)

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
#: More people than this there are not.
MOST: Final = 10_000_000_000
_LOST: Final = ("confidentiality", "integrity", "availability")


def _many(name: str, metavar: str, text: str) -> Any:
    return typer.Option(name, metavar=metavar, help=text, show_default=False)


PartyOption = Annotated[str | None, _many("--party", "ID", "The party that was hit.")]
SystemOption = Annotated[str | None, _many("--system", "ID", "The system that was hit.")]
DataOption = Annotated[
    list[str] | None, _many("--data", "ID", "Only this data, with what lies beneath; may be repeated.")
]
SubjectOption = Annotated[list[str] | None, _many("--subject", "ID", "Only these people; may be repeated.")]
PeopleOption = Annotated[
    int | None, typer.Option("--people", min=0, max=MOST, help="How many people, about.", show_default=False)
]
RecordsOption = Annotated[
    int | None,
    typer.Option("--records", min=0, max=MOST, help="How many records, about.", show_default=False),
]
HappenedOption = Annotated[str | None, _many("--happened", "MOMENT", "When it happened or began.")]
EndedOption = Annotated[str | None, _many("--ended", "MOMENT", "When it was stopped.")]
WhatOption = Annotated[str | None, _many("--what", "TEXT", "What happened, in a sentence or two.")]
CauseOption = Annotated[str | None, _many("--cause", "TEXT", "Why it could happen.")]
LostOption = Annotated[
    list[str] | None,
    _many(
        "--lost",
        "WHAT[:EXTENT]",
        "confidentiality[:at-risk|known-recipients|unknown-recipients], "
        "integrity[:altered|altered-recoverable|altered-for-good] or "
        "availability[:brief|temporary|for-good]; may be repeated. Left out: not known. Once one is "
        "given, those that are not named are not lost.",
    ),
]
MaliciousOption = Annotated[
    bool | None,
    typer.Option("--malicious/--accidental", help="Whether somebody meant it.", show_default=False),
]
EncryptedOption = Annotated[
    bool | None,
    typer.Option(
        "--encrypted/--not-encrypted",
        help="Unreadable to whoever has it, with the key safe.",
        show_default=False,
    ),
]
ContainedOption = Annotated[
    bool | None,
    typer.Option(
        "--contained/--not-contained",
        help="Measures since make a high risk to people no longer likely.",
        show_default=False,
    ),
]
EffortOption = Annotated[
    bool | None,
    typer.Option(
        "--hard-to-tell/--can-be-told",
        help="Telling each person would take disproportionate effort.",
        show_default=False,
    ),
]
ActingOption = Annotated[
    bool | None,
    typer.Option(
        "--for-another/--for-ourselves",
        help="Whether the organisation processes this data for another (default: as the map says).",
        show_default=False,
    ),
]
MeasureOption = Annotated[
    list[str] | None, _many("--measure", "TEXT", "What was done about it; may be repeated.")
]
AdjustOption = Annotated[
    list[str] | None,
    _many(
        "--context-adjust",
        "FACTOR=STEPS:REASON",
        "What makes the data graver or lighter than its class, as 'public=-1: in the open register'; "
        "FACTOR is volume, controller, people (+), invalid, public (-) or nature; may be repeated.",
    ),
]
DecideOption = Annotated[
    list[str] | None,
    _many(
        "--decide",
        "DUTY=VERDICT:REASON",
        "What a person has decided, as 'people=must: they are at risk of fraud'; may be repeated.",
    ),
]


def moment(option: str, given: str) -> dt.datetime:
    """Read a moment; without an offset it is what clocks in London show.

    >>> moment("--aware", "2026-11-20T14:35")
    datetime.datetime(2026, 11, 20, 14, 35)
    >>> moment("--aware", "yesterday")
    Traceback (most recent call last):
    audit_lib.errors.ParameterError: --aware "yesterday" is no moment: write the day and the hour ...
    """
    try:
        if _MOMENT.fullmatch(given):
            return dt.datetime.fromisoformat(given)
        message = "is no moment: write the day and the hour that clocks showed, as 2026-11-20T14:35."
    except ValueError as error:
        reason = "an offset is less than 24 hours" if "offset" in str(error) else str(error)
        message = f"is no moment: {reason}."
    raise ParameterError.at(option, f'"{given}" {message}')


def moment_or_fault(option: str, given: str | None, faults: list[Fault]) -> dt.datetime | None:
    """Read a moment that may be missing; what is wrong is put with the other faults.

    >>> told = []
    >>> moment_or_fault("--happened", "noon", told) is None, len(told)
    (True, 1)
    """
    try:
        return None if given is None else moment(option, given)
    except ParameterError as error:
        faults.extend(error.faults)
        return None


def yes_or_no(given: bool | None) -> Answer:
    """Return the answer of a pair of options; neither: not stated.

    >>> yes_or_no(None).value, yes_or_no(False).value
    ('not-stated', 'no')
    """
    from ...model.noun import Answer

    return {None: Answer.NOT_STATED, True: Answer.YES, False: Answer.NO}[given]


def lost(given: Sequence[str] | None, faults: list[Fault]) -> dict[str, StrEnum]:
    """Read what was lost, and how far; once one is named, the others were not lost.

    >>> {name: extent.value for name, extent in lost(["availability:brief,integrity"], []).items()}
    {'confidentiality': 'none', 'integrity': 'not-stated', 'availability': 'brief'}
    """
    from ...model.circumstances import Availability, Confidentiality, Integrity

    kinds: dict[str, type[StrEnum]] = dict(
        zip(_LOST, (Confidentiality, Integrity, Availability), strict=True)
    )
    found: dict[str, StrEnum] = {}
    for part in (one.strip() for text in given or () for one in text.split(",")):
        name, colon, extent = part.partition(":")
        if name not in kinds:
            hint = did_you_mean(name, _LOST)
            faults.append(Fault(Place("--lost"), f'"{name}" cannot be lost: name {_listed(_LOST)}.{hint}'))
        elif name in found:
            faults.append(Fault(Place("--lost"), f"{name} is given twice."))
        else:
            word = extent if colon else "not-stated"
            found[name] = _word(kinds[name], word, f"extent of {name}", "--lost", faults) or kinds[name](
                "none"
            )
    start = "none" if given else "not-stated"
    return {name: found.get(name, kind(start)) for name, kind in kinds.items()}


def adjustments(given: Sequence[str] | None, faults: list[Fault]) -> tuple[Adjustment, ...]:
    """Read what makes the data graver or lighter than its class.

    >>> adjustments(["public=-1: in the open register"], [])[0].by
    -1
    """
    from ...model.circumstances import Adjustment, Factor

    def read(left: str, right: str, reason: str) -> Adjustment | None:
        factor = _word(Factor, left, "factor", "--context-adjust", faults)
        if factor is None:
            return None
        if not re.fullmatch(r"[+-]?[1-3]", right, re.ASCII):
            raise ValueError(f'"{right}" is no number of steps: give +1 to +3 or -1 to -3')
        return Adjustment(factor=factor, by=int(right), reason=reason)

    return tuple(_explained("--context-adjust", "public=-1: in the open register", given, read, faults))


def overrides(given: Sequence[str] | None, faults: list[Fault]) -> tuple[Override, ...]:
    """Read what a person has decided about duties, and why.

    >>> overrides(["people=must: they are at risk of fraud"], [])[0].verdict.value
    'must'
    """
    from ...model.circumstances import DutyKind, Override, Verdict

    def read(left: str, right: str, reason: str) -> Override | None:
        duty = _word(DutyKind, left, "duty", "--decide", faults)
        verdict = _word(Verdict, right, "verdict", "--decide", faults)
        return Override(duty=duty, verdict=verdict, reason=reason) if duty and verdict else None

    return tuple(_explained("--decide", "people=must: they are at risk of fraud", given, read, faults))


Explained = TypeVar("Explained")


def _explained(
    option: str,
    example: str,
    given: Sequence[str] | None,
    read: Callable[[str, str, str], Explained | None],
    faults: list[Fault],
) -> Iterator[Explained]:
    from pydantic import ValidationError

    for text in given or ():
        head, _, reason = text.partition(":")
        left, equals, right = (part.strip() for part in head.partition("="))
        if not equals or not reason.strip():
            faults.append(Fault(Place(option), f"\"{text}\" lacks its reason or value: write '{example}'."))
            continue
        try:
            made = read(left, right, reason.strip())
        except ValidationError as error:
            said = "; ".join(_in_words(one["type"], one["msg"]) for one in error.errors())
            faults.append(Fault(Place(option), f'"{text}": {said}.'))
            continue
        except ValueError as error:
            faults.append(Fault(Place(option), f"{error}."))
            continue
        if made is not None:
            yield made


def _in_words(sort: str, message: str) -> str:
    if sort in ("string_pattern_mismatch", "string_unicode"):
        return "it holds characters that do not belong there"
    return message.removeprefix("Value error, ")


def _word(kind: type[Word], given: str, what: str, option: str, faults: list[Fault]) -> Word | None:
    words = [one.value for one in kind]
    if given in words:
        return kind(given)
    shown = _listed([word for word in words if word not in ("not-stated", "none")])
    faults.append(Fault(Place(option), f'"{given}" is no {what}: give {shown}.{did_you_mean(given, words)}'))
    return None


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
