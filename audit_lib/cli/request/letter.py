"""`privacy-audit request letter`: the letters of a request or a complaint, drafted in plain English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from ...errors import Fault, OutputError, ParameterError, Place
from ..faults import command
from ..options import AsOfOption, day, load
from ..plain import console, line
from .dates import (
    ClarificationAnsweredOption,
    ClarificationAskedOption,
    ExtendedOption,
    FeeAskedOption,
    FeePaidOption,
    IdentityAskedOption,
    IdentityReceivedOption,
    MarketingOption,
    read_dates,
)
from .deadline import NationOption
from .options import SubjectOption, stop_if, told_as_typed, typed_word

if TYPE_CHECKING:
    from ...law.calendar import Nation
    from ...model.data_map import DataMap
    from ...model.deadline import RequestDates
    from ...model.letter import Letter, LetterKind
    from ...model.request_plan import RequestPlan
    from ...model.rights import RightKind

#: What a letter can be written as.
ENDINGS: Final = (".docx", ".html", ".md")


class _Request(NamedTuple):
    """A request as it was typed, read."""

    data_map: DataMap
    right: RightKind
    subject: str | None
    dates: RequestDates | None
    marketing: bool
    nation: Nation | None
    as_of: dt.date


@command
def request_letter(
    *,
    right: Annotated[
        str, typer.Option("--right", metavar="RIGHT", help="What the person asked for, such as access.")
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="A .docx, .html or .md file; with --all, a folder."),
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help="Which letter, such as acknowledgement.", show_default=False
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every letter that the right may need, into a folder.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="docx|html|md", help="With --all: what each file is.")
    ] = "docx",
    subject: SubjectOption = None,
    recipient: Annotated[
        str | None,
        typer.Option(
            "--recipient",
            metavar="ID",
            help="The party that a notice or an instruction goes to.",
            show_default=False,
        ),
    ] = None,
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="ID", help="Only these data; may be repeated.", show_default=False),
    ] = None,
    received: Annotated[
        str | None,
        typer.Option(
            "--received", metavar="DATE", help="The day of receipt, as 2026-03-31.", show_default=False
        ),
    ] = None,
    identity_asked: IdentityAskedOption = None,
    identity_received: IdentityReceivedOption = None,
    fee_asked: FeeAskedOption = None,
    fee_paid: FeePaidOption = None,
    clarification_asked: ClarificationAskedOption = None,
    clarification_answered: ClarificationAnsweredOption = None,
    extended_on: ExtendedOption = None,
    marketing: MarketingOption = False,
    nation: NationOption = None,
    data_map: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="MAP", help="The data map (default: data_maps/btr).", show_default=False
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> int:
    """Draft a letter about a rights request or a complaint, for a person to complete and sign.

    KIND is acknowledgement, identity, clarification, fee, extension, processor-instruction, answer,
    refusal, marketing-stopped or recipient-notice; for a complaint complaint-acknowledgement or
    complaint-outcome. With --subject a search plan fills in what the map knows.
    """
    from ...law.calendar import Nation, nation_of
    from ...model.letter import LetterKind
    from ...model.rights import RightKind

    on, told = day(as_of), list[Fault]()
    dates = read_dates(
        received,
        (identity_asked, identity_received),
        (fee_asked, fee_paid),
        (clarification_asked, clarification_answered),
        extended_on,
        told,
    )
    told += _without_receipt(received, (identity_asked, fee_asked, *(clarification_asked or ()), extended_on))
    which, where = typed_word("--kind", kind, LetterKind, told), typed_word("--nation", nation, Nation, told)
    asked = typed_word("--right", right, RightKind, told)
    told += _where(out, form, everything=everything, named=kind is not None, recipient=recipient)
    if data and subject is None:
        told.append(Fault(Place("--data"), "It narrows the search plan: give --subject too."))
    stop_if(told)
    assert asked is not None  # noqa: S101  without it something has been told
    whole = load(data_map)
    counted = where or nation_of(whole.info.jurisdiction)
    request = _Request(whole, asked, subject, dates, marketing, counted, on)
    with told_as_typed():
        plan = _plan(request, tuple(data or ()))
        if which is not None:
            _write_one(request, plan, which, recipient, out)
        else:
            _write_all(request, plan, out, form)
    return 0


def _without_receipt(received: str | None, others: tuple[str | None, ...]) -> Iterator[Fault]:
    if received is None and any(each is not None for each in others):
        yield Fault(Place("--received"), "The other days count from it: give it too.")


def _where(out: Path, form: str, *, everything: bool, named: bool, recipient: str | None) -> Iterator[Fault]:
    """Yield what is wrong with where the letters are to go."""
    if everything == named:
        yield Fault(Place("--kind"), "Name one letter with --kind, or take --all of them into a folder.")
    if f".{form}" not in ENDINGS:
        yield Fault(Place("--format"), f'"{form}" is none of docx, html, md.')
    if everything and (out.suffix.lower() in ENDINGS or (out.exists() and not out.is_dir())):
        yield Fault(Place("--out"), f'"{out}" must be a folder with --all, and no file.')
    if not everything and out.suffix.lower() not in ENDINGS:
        yield Fault(Place("--out"), f'"{out}" must end in {", ".join(ENDINGS)}.')
    if everything and recipient is not None:
        yield Fault(Place("--recipient"), "With --all there is a letter to each: leave it out.")


def _plan(request: _Request, data: tuple[str, ...]) -> RequestPlan | None:
    """Return the search plan for the people, if they are named and the right needs one."""
    from ...model.rights import RightKind
    from ...rights.search_plan import plan_request

    if request.subject is None or request.right is RightKind.COMPLAIN_TO_CONTROLLER:
        return None
    return plan_request(
        request.data_map,
        request.right,
        request.subject,
        request.as_of,
        data=data,
        marketing=request.marketing,
    )


def _draft(request: _Request, plan: RequestPlan | None, kind: LetterKind, recipient: str | None) -> Letter:
    from ...rights.letters import draft_letter

    return draft_letter(
        kind,
        request.data_map,
        request.right,
        as_of=request.as_of,
        subject=request.subject,
        dates=request.dates,
        plan=plan,
        nation=request.nation,
        marketing=request.marketing,
        recipient=recipient,
    )


def _write_one(
    request: _Request, plan: RequestPlan | None, kind: LetterKind, recipient: str | None, out: Path
) -> None:
    from ...exports.letter import write_letter

    letter = _draft(request, plan, kind, recipient)
    write_letter(letter, out)
    line(f"{out}: {_holds(letter)}", to=console())


def _write_all(request: _Request, plan: RequestPlan | None, folder: Path, form: str) -> None:
    """Draft every letter before the first is written; say of each what it holds, or why it is not there."""
    from ...exports.letter import write_letter

    drafts: dict[Path, Letter] = {}
    missing: list[str] = []
    for kind, recipient in _letters(request, plan):
        name = "-".join(each for each in (kind.value, request.right.value, recipient) if each)
        try:
            drafts[folder / f"{name}.{form}"] = _draft(request, plan, kind, recipient)
        except ParameterError as error:
            missing += [f"{name}: not drafted: {fault.message}" for fault in error.faults]
    if not drafts:
        raise ParameterError(Fault(Place("right"), each) for each in missing)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}.") from error
    page = console()
    for path, letter in drafts.items():
        write_letter(letter, path)
        line(f"{path}: {_holds(letter)}", to=page)
    for each in missing:
        line((each, "medium"), to=page)


def _letters(request: _Request, plan: RequestPlan | None) -> Iterator[tuple[LetterKind, str | None]]:
    """Yield each letter that the right may need, those to organisations once for each that gets one."""
    from ...rights.letters import addressees, fitting_letters

    for kind in fitting_letters(request.right, marketing=request.marketing):
        if not kind.to_organisation or plan is None:
            yield kind, None
        else:
            yield from ((kind, each) for each in addressees(kind, plan))


def _holds(letter: Letter) -> str:
    return "1 place to fill in" if letter.gaps == 1 else f"{letter.gaps} places to fill in"
