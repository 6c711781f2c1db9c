"""What is known of a breach and what has been done since, as options that several commands share."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from ...errors import Fault, Place
from ..request.options import day_option, typed_day, typed_word
from .circumstances import read_circumstances
from .options import (
    ActingOption,
    AdjustOption,
    CauseOption,
    ContainedOption,
    DataOption,
    DecideOption,
    EffortOption,
    EncryptedOption,
    EndedOption,
    HappenedOption,
    LostOption,
    MaliciousOption,
    MeasureOption,
    PartyOption,
    PeopleOption,
    RecordsOption,
    SubjectOption,
    SystemOption,
    WhatOption,
    moment_or_fault,
)

if TYPE_CHECKING:
    import datetime as dt

    from ...incidents.register.changes import BreachChange
    from ...model.breach import LateReason
    from ...model.circumstances import Circumstances


def _text(name: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(name, metavar="TEXT", help=text, show_default=False)]


def _moment(name: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(name, metavar="MOMENT", help=text, show_default=False)]


#: A command that takes a breach of the register does without it; the others ask for it themselves.
AWARE: Final = _moment("--aware", "When the breach became known, as 2026-11-20T14:35 (London).")

#: Options by which a breach is described, each with its type.
FACTS: Final[Mapping[str, Any]] = {
    "party": PartyOption,
    "system": SystemOption,
    "aware": AWARE,
    "data": DataOption,
    "subject": SubjectOption,
    "people": PeopleOption,
    "records": RecordsOption,
    "happened": HappenedOption,
    "ended": EndedOption,
    "lost": LostOption,
    "malicious": MaliciousOption,
    "encrypted": EncryptedOption,
    "contained": ContainedOption,
    "hard_to_tell": EffortOption,
    "for_another": ActingOption,
    "what": WhatOption,
    "cause": CauseOption,
    "measure": MeasureOption,
    "context_adjust": AdjustOption,
    "decide": DecideOption,
}

#: Options that say what has been done since.
NEWS: Final[Mapping[str, Any]] = {
    "told_regulator": _moment("--told-regulator", "When the regulator was told, as 2026-11-23T09:10."),
    "reference": _text("--reference", "The regulator's case reference."),
    "late_reason": Annotated[
        list[str] | None,
        typer.Option(
            "--late-reason",
            metavar="REASON",
            help="Why it was told late: investigation, scale-unclear, processor-late, judged-unlikely, "
            "systems-down, police-asked, overlooked or other; may be repeated.",
            show_default=False,
        ),
    ],
    "told_people": Annotated[str | None, day_option("--told-people", "The day the people were told.")],
    "told_controller": _moment("--told-controller", "When the controller was told, as processor."),
    "not_told": _text("--not-told", "Why nobody is told, or somebody is not."),
    "effects": _text("--effects", "What followed for people, or that nothing did."),
    "action": _text("--action", "Remedial action taken."),
}

#: Where the fields of the circumstances have other names than their options.
_FIELDS: Final = {
    "subject": "subjects",
    "measure": "measures",
    "hard_to_tell": "effort",
    "for_another": "acting_for",
    "context_adjust": "adjustments",
    "decide": "overrides",
}
_ANSWERS: Final = ("malicious", "encrypted", "contained", "hard_to_tell", "for_another")


class Given(NamedTuple):
    """The values of shared options as they were typed, by the name of the option."""

    values: Mapping[str, Any]

    @property
    def facts(self) -> frozenset[str]:
        """Which of the options that describe a breach were given."""
        return frozenset(name for name in FACTS if self.values.get(name) not in (None, [], ()))

    @property
    def texts(self) -> bool:
        """Whether a free text was given, which the register keeps."""
        free = ("what", "cause", "measure", "context_adjust", "decide", "not_told", "effects", "action")
        return any(self.values.get(name) for name in free)

    def circumstances(self, faults: list[Fault], known: Circumstances | None = None) -> Circumstances | None:
        """Return what is known of a breach: all of it, or what was known with what is given now.

        What is wrong is put with the other faults; the answer is None then.
        """
        values = dict(self.values)
        if known is not None:
            values |= {"party": known.party, "system": known.system}
            values["aware"] = values["aware"] or known.aware.isoformat(timespec="seconds")
        elif values["aware"] is None:
            faults.append(Fault(Place("--aware"), "Say when the breach became known, as 2026-11-20T14:35."))
            values["aware"] = "2018-05-25T00:00"
        texts = ("party", "system", "people", "records", "what", "cause")
        found = read_circumstances(
            faults,
            moments={name: values[name] for name in ("aware", "happened", "ended")},
            answers={_FIELDS.get(name, name): values[name] for name in _ANSWERS},
            lost_parts=values["lost"],
            adjusted=values["context_adjust"],
            decided=values["decide"],
            data=tuple(dict.fromkeys(values["data"] or ())),
            subjects=tuple(dict.fromkeys(values["subject"] or ())),
            measures=tuple(values["measure"] or ()),
            **{name: values[name] for name in texts},
        )
        return found if known is None or found is None else self._joined(known, found)

    def _joined(self, known: Circumstances, found: Circumstances) -> Circumstances:
        """Return what was known, with what is given now in its place; measures are added."""
        fields: dict[str, Any] = {_FIELDS.get(name, name): None for name in self.facts - {"lost"}}
        if "lost" in self.facts:
            fields |= dict.fromkeys(("confidentiality", "integrity", "availability"))
        fields = {name: getattr(found, name) for name in fields}
        if "measures" in fields:
            fields["measures"] = (*known.measures, *found.measures)
        return known.model_copy(update=fields)

    def change(self, faults: list[Fault]) -> BreachChange:
        """Return what has been done since; what is wrong is put with the other faults."""
        from ...incidents.register.changes import BreachChange

        values = self.values
        moments: dict[str, dt.datetime | None] = {
            name: _present(f"--{name.replace('_', '-')}", values[name], faults)
            for name in ("told_regulator", "told_controller")
        }
        return BreachChange(
            told_regulator=moments["told_regulator"],
            told_controller=moments["told_controller"],
            told_people=typed_day("--told-people", values["told_people"], faults),
            late=self._late(faults),
            **{name: values[name] for name in ("reference", "not_told", "effects", "action")},
        )

    def _late(self, faults: list[Fault]) -> tuple[LateReason, ...]:
        from ...model.breach import LateReason

        typed = dict.fromkeys(self.values["late_reason"] or ())
        read = [typed_word("--late-reason", each, LateReason, faults) for each in typed]
        return tuple(reason for reason in read if reason is not None)


def _present(option: str, given: str | None, faults: list[Fault]) -> dt.datetime | None:
    """Read a moment, and see that clocks in London have shown it."""
    from ...law.periods import at_london

    found = moment_or_fault(option, given, faults)
    if found is None:
        return None
    try:
        return at_london(found)
    except (ValueError, OverflowError) as error:
        faults.append(Fault(Place(option), f'"{given}" never was: {error}.'))
        return None


def with_options(*groups: Mapping[str, Any]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command groups of shared options; it takes them as one value, `given`.

    >>> import inspect
    >>> def show(*, given: Given, name: str) -> int:
    ...     return len(given.values)
    >>> list(inspect.signature(with_options(NEWS)(show)).parameters)[-2:]
    ['action', 'name']
    """
    shared = dict(pair for group in groups for pair in group.items())

    def wrapped(run: Callable[..., int]) -> Callable[..., int]:
        own = [
            one for one in inspect.signature(run, eval_str=True).parameters.values() if one.name != "given"
        ]

        @functools.wraps(run)
        def called(**values: Any) -> int:
            given = {name: values.pop(name, None) for name in shared}
            return run(given=Given(given), **values)

        more = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for name, kind in shared.items()
        ]
        first = [one for one in own if one.kind is not inspect.Parameter.KEYWORD_ONLY]
        last = [one for one in own if one.kind is inspect.Parameter.KEYWORD_ONLY]
        called.__signature__ = inspect.Signature([*first, *more, *last])  # type: ignore[attr-defined]
        return called

    return wrapped
