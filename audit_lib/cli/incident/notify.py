"""`privacy-audit incident notify`: draft the papers of a breach, for each to whom it is told."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ...errors import Fault, ParameterError, Place
from ..assessments import FormOption
from ..document_files import ENDINGS, fresh_folder, write_by_ending
from ..faults import command
from ..options import load
from ..plain import console, line
from ..register_options import KeyFileOption, PassphraseFileOption, RegisterOption, opened
from ..request.options import or_stop, stop_if, told_as_typed
from .assess import IncidentMapOption
from .facts import FACTS, Given, with_options
from .list import NowOption, judged_at

if TYPE_CHECKING:
    from ...model.breach import BreachRecord
    from ...model.circumstances import Circumstances
    from ...model.data_map import DataMap
    from ...model.document import Document
    from ...model.incident import IncidentAssessment


class To(StrEnum):
    """To whom the paper goes."""

    REGULATOR = "regulator"
    PEOPLE = "people"
    PUBLIC = "public"
    CONTROLLER = "controller"
    PROCESSOR = "processor"


#: Papers of which there is one for each kind of people.
_EACH: Final = (To.PEOPLE, To.PUBLIC)

#: The duty that a paper answers, where it has another name.
_DUTY: Final = {To.PUBLIC: "people"}

ToOption = Annotated[To, typer.Option("--to", help="To whom the paper goes.")]
OutOption = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FILE",
        help="What to write: .docx, .html or .md; for people and the public, a folder.",
    ),
]
NumberOption = Annotated[
    str | None, typer.Option("--id", metavar="ID", help="A breach of the register.", show_default=False)
]
FormatOption = Annotated[FormOption, typer.Option("--format", help="In a folder: what each file is.")]
ControllerOption = Annotated[
    str | None,
    typer.Option(
        "--controller", metavar="ID", help="With several controllers: the one told.", show_default=False
    ),
]


@command
@with_options(FACTS)
def incident_notify(
    *,
    given: Given,
    to: ToOption,
    out: OutOption,
    number: NumberOption = None,
    form: FormatOption = FormOption.DOCX,
    controller: ControllerOption = None,
    data_map: IncidentMapOption = None,
    now: NowOption = None,
    register: RegisterOption = None,
    key_file: KeyFileOption = None,
    passphrase_file: PassphraseFileOption = None,
) -> int:
    """Draft what the regulator, the people, the public, the controller or the processor are told or asked.

    The breach is one of the register (--id) or is described as for `incident assess`. Nothing is sent; what
    is not known stands in square brackets. Exit status: 0 written, 2 something given cannot be used.
    """
    faults: list[Fault] = []
    at = judged_at(now)
    facts: Circumstances | None = None
    if number is None:
        facts = given.circumstances(faults)
    elif given.facts:
        message = "Name a breach of the register or describe one, not both; update the entry first."
        faults.append(Fault(Place("--id"), message))
    _check_out(to, out, faults)
    stop_if(faults)
    record: BreachRecord | None = None
    if number is not None:
        record, facts = _recorded(number, register, key_file, passphrase_file)
    known = or_stop(facts, faults)
    read = load(data_map)
    if record is not None and record.map_sha256 != read.sha256:
        note = f"The map has changed since {record.id} was assessed; the paper follows the map of today."
        line(note, to=console(sys.stderr))
    with told_as_typed({"assessment": "map"}):
        found = _assessed(read, known, record, at)
        drafts = _drafts(read, found, record, to, at, controller)
    _write(drafts, out, form, each=to in _EACH)
    _say_duty(found, to)
    return 0


def _say_duty(found: IncidentAssessment, to: To) -> None:
    """Say beside the paper whether it has to be sent."""
    from ...model.circumstances import DutyKind

    duty = found.duty(DutyKind(_DUTY.get(to, to.value)))
    if duty is not None:
        line(f"{duty.title}: {duty.verdict.value}. {duty.why}", to=console())


def _recorded(
    number: str, register: Path | None, key_file: Path | None, passphrase_file: Path | None
) -> tuple[BreachRecord, Circumstances]:
    from ...incidents.breaches import read_breach

    with opened(register, key_file, passphrase_file, read_only=True) as store:
        record = read_breach(store, number)
    return record, record.circumstances


def _check_out(to: To, out: Path, faults: list[Fault]) -> None:
    known = ", ".join(ENDINGS)
    if to in _EACH and (out.suffix.lower() in ENDINGS or (os.path.lexists(out) and not out.is_dir())):
        message = f'"{out}" must be a folder: there is one file for each kind of people.'
        faults.append(Fault(Place("--out"), message))
    elif to not in _EACH and out.suffix.lower() not in ENDINGS:
        faults.append(Fault(Place("--out"), f'"{out}" must end in {known}.'))


def _assessed(
    data_map: DataMap, facts: Circumstances, record: BreachRecord | None, at: dt.datetime
) -> IncidentAssessment:
    from ...incidents.assess import assess_incident
    from ...law.periods import LONDON

    if record is not None and record.map_id != data_map.info.id:
        message = f'The entry was made with the map "{record.map_id}", and this is "{data_map.info.id}".'
        raise ParameterError.at("map", message)
    return assess_incident(data_map, facts, at.astimezone(LONDON).date())


def _drafts(
    data_map: DataMap,
    found: IncidentAssessment,
    record: BreachRecord | None,
    to: To,
    at: dt.datetime,
    controller: str | None,
) -> dict[str, Document]:
    """Draft all papers before the first file is written, each by the name of its file."""
    if to in _EACH:
        return _for_people(data_map, found, record, to, at)
    return {to.value: _single(to, controller)(data_map, found, record, at)}


Draft = Callable[["DataMap", "IncidentAssessment", "BreachRecord | None", dt.datetime], "Document"]


def _single(to: To, controller: str | None) -> Draft:
    from ...incidents.papers.controller_notice import draft_controller_notice, draft_processor_questions
    from ...incidents.papers.notification import draft_notification

    if to is To.REGULATOR:
        return lambda read, found, record, at: draft_notification(read, found, as_of=at, record=record)
    if to is To.PROCESSOR:
        return lambda read, found, record, at: draft_processor_questions(read, found, as_of=at, record=record)
    return lambda read, found, record, at: draft_controller_notice(
        read, found, as_of=at, controller=controller, record=record
    )


def _for_people(
    data_map: DataMap, found: IncidentAssessment, record: BreachRecord | None, to: To, at: dt.datetime
) -> dict[str, Document]:
    from ...incidents.papers.message import draft_message, draft_public_notice

    if not found.radius.subjects:
        raise ParameterError.at(
            "data", "The map shows nobody whose data is exposed: there is nobody to tell."
        )
    draft = draft_public_notice if to is To.PUBLIC else draft_message
    return {
        subject: draft(data_map, found, subject=subject, as_of=at, record=record)
        for subject in found.radius.subjects
    }


def _write(drafts: dict[str, Document], out: Path, form: FormOption, *, each: bool) -> None:
    files = {name: out / f"{name}.{form.value}" if each else out for name in drafts}
    if each:
        fresh_folder(out, files.values())
    page = console()
    for name, made in drafts.items():
        write_by_ending(made, files[name])
        gaps = "1 place" if made.gaps == 1 else f"{made.gaps} places"
        line(f"{files[name]}: {gaps} to fill in", to=page)
