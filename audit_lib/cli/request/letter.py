"""`privacy-audit request letter`: the letters of a request or a complaint, drafted in plain English."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ...errors import Fault, ParameterError, Place
from ..document_files import ENDINGS, fresh_folder
from ..faults import command
from ..options import AsOfOption, day, load
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption
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
from .options import SubjectOption, or_stop, stop_if, told_as_typed, typed_word
from .registered import NumberOption, from_register, named_once, people_of, reference_of

if TYPE_CHECKING:
    from ...law.calendar import Nation
    from ...model.data_map import DataMap
    from ...model.deadline import RequestDates
    from ...model.letter import Letter, LetterKind
    from ...model.request import Request
    from ...model.request_plan import RequestPlan
    from ...model.rights import RightKind


class _Request(NamedTuple):
    """A request as it was typed, read."""

    data_map: DataMap
    right: RightKind
    subject: str | None
    dates: RequestDates | None
    marketing: bool
    nation: Nation | None
    as_of: dt.date
    reference: str | None = None


@command
def request_letter(
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="A .docx, .html or .md file; with --all, a folder."),
    ],
    number: NumberOption = None,
    right: Annotated[
        str | None,
        typer.Option(
            "--right", metavar="RIGHT", help="What the person asked for, such as access.", show_default=False
        ),
    ] = None,
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
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Draft a letter about a rights request or a complaint, for a person to complete and sign.

    KIND is acknowledgement, identity, clarification, fee, extension, processor-instruction, answer,
    refusal, marketing-stopped, recipient-notice or restriction-lifted; for a complaint
    complaint-acknowledgement or complaint-outcome. With --subject a search plan fills in what the map
    knows. With --id right, people, dates, nation and reference come from the register.
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
    if number is None:
        others = (identity_asked, fee_asked, *(clarification_asked or ()), extended_on)
        told += _without_receipt(received, others)
    which, where = typed_word("--kind", kind, LetterKind, told), typed_word("--nation", nation, Nation, told)
    asked = typed_word("--right", right, RightKind, told)
    told += _where(out, form, everything=everything, named=kind is not None, recipient=recipient)
    if data and subject is None and number is None:
        told.append(Fault(Place("--data"), "It narrows the search plan: give --subject too."))
    told += named_once(
        number,
        {
            "--right": right,
            "--received": received,
            "--identity-asked": identity_asked,
            "--identity-received": identity_received,
            "--fee-asked": fee_asked,
            "--fee-paid": fee_paid,
            "--clarification-asked": clarification_asked,
            "--clarification-answered": clarification_answered,
            "--extended-on": extended_on,
            "--marketing": marketing,
            "--nation": nation,
        },
    )
    stop_if(told)
    whole = load(data_map)
    if number is not None:
        entry = from_register(number, register, key_file, passphrase_file)
        request = _of_entry(entry, whole, subject, on)
    else:
        counted = where or nation_of(whole.info.jurisdiction)
        request = _Request(whole, or_stop(asked, told), subject, dates, marketing, counted, on)
    with told_as_typed():
        plan = _plan(request, tuple(data or ()))
        if which is not None:
            _write_one(request, plan, which, recipient, out)
        else:
            _write_all(request, plan, out, form)
    return 0


def _of_entry(entry: Request, data_map: DataMap, subject: str | None, on: dt.date) -> _Request:
    """Return a request of the register as it would be typed."""
    from ...law.calendar import Nation

    who, nation = people_of(entry, subject), Nation(entry.nation) if entry.nation else None
    return _Request(data_map, entry.right, who, entry.dates, entry.marketing, nation, on, reference_of(entry))


def _without_receipt(received: str | None, others: tuple[str | None, ...]) -> Iterator[Fault]:
    if received is None and any(each is not None for each in others):
        yield Fault(Place("--received"), "The other days count from it: give it too.")


def _where(out: Path, form: str, *, everything: bool, named: bool, recipient: str | None) -> Iterator[Fault]:
    """Yield what is wrong with where the letters are to go."""
    if everything == named:
        yield Fault(Place("--kind"), "Name one letter with --kind, or take --all of them into a folder.")
    if f".{form}" not in ENDINGS:
        yield Fault(Place("--format"), f'"{form}" is none of docx, html, md.')
    if everything and (out.suffix.lower() in ENDINGS or (os.path.lexists(out) and not out.is_dir())):
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
        reference=request.reference,
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
    fresh_folder(folder, drafts)
    page = console()
    for path, letter in drafts.items():
        write_letter(letter, path)
        line(f"{path}: {_holds(letter)}", to=page)
    for each in missing:
        line((each, "medium"), to=page)


def _letters(request: _Request, plan: RequestPlan | None) -> Iterator[tuple[LetterKind, str | None]]:
    """Yield each letter that the right may need, those to organisations once for each that gets one."""
    from ...rights.letters import addressees, fitting_letters

    for kind in fitting_letters(request.right, marketing=request.marketing, ahead=True):
        if not kind.to_organisation or plan is None:
            yield kind, None
        else:
            yield from ((kind, each) for each in addressees(kind, plan))


def _holds(letter: Letter) -> str:
    return "1 place to fill in" if letter.gaps == 1 else f"{letter.gaps} places to fill in"
