"""The groups of commands, such as `privacy-audit request`, and the commands of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from .bundle import MakesByDefault
from .bundle.make import bundle_make
from .bundle.verify import bundle_verify
from .discreet import Discreet
from .evidence.check import evidence_check
from .evidence.explain import evidence_explain
from .evidence.generate import evidence_generate
from .findings.decide import findings_accept, findings_assign, findings_reopen
from .findings.list import findings_list
from .incident.assess import incident_assess
from .incident.clock import incident_clock
from .incident.close import incident_close
from .incident.list import incident_list
from .incident.notify import incident_notify
from .incident.rank import incident_rank
from .incident.record import incident_record
from .incident.show import incident_show
from .incident.update import incident_update
from .notebooks.check import notebooks_check
from .notice.check import notice_check
from .notice.compare import notice_compare
from .notice.draft import notice_draft
from .notice.map import notice_map
from .request.add import request_add
from .request.close import request_close, request_reopen
from .request.contact import request_contact
from .request.deadline import request_complaint, request_deadline
from .request.due import request_due
from .request.importing import request_import
from .request.init import request_init
from .request.letter import request_letter
from .request.list import request_list
from .request.plan import request_plan
from .request.restrict import request_lift, request_restrict, request_restrictions
from .request.show import request_show
from .request.update import request_update
from .request.verify import request_verify
from .rules.list import rules_list
from .rules.show import rules_show
from .runs.compare import runs_compare
from .runs.list import runs_list
from .runs.show import runs_show
from .runs.verify import runs_verify
from .schedule.due import schedule_due
from .schedule.list import schedule_list
from .schedule.next import schedule_next
from .schedule.run import schedule_run
from .schedule.validate import schedule_validate


class Group(NamedTuple):
    """A group of commands: its name, what is said of it, its commands by name, and what they are made of."""

    name: str
    help: str
    commands: tuple[tuple[str, Callable[..., object]], ...]
    of: type[TyperCommand] = TyperCommand
    group: type[TyperGroup] | None = None


#: All groups, in the order in which help lists them.
GROUPS: Final = (
    Group(
        "notice",
        "Examine a notice, draft a map from it, compare it with a new text, write the one needed.",
        (
            ("check", notice_check),
            ("map", notice_map),
            ("compare", notice_compare),
            ("draft", notice_draft),
        ),
    ),
    Group(
        "rules",
        "List the rules by theme, and show what one of them looks for and why.",
        (
            ("list", rules_list),
            ("show", rules_show),
        ),
    ),
    Group(
        "findings",
        "List findings, and say which are accepted or in hand.",
        (
            ("list", findings_list),
            ("accept", findings_accept),
            ("assign", findings_assign),
            ("reopen", findings_reopen),
        ),
    ),
    Group(
        "request",
        "Answer people who ask or complain: by when, from where, and a register of what is due.",
        (
            ("deadline", request_deadline),
            ("complaint", request_complaint),
            ("init", request_init),
            ("add", request_add),
            ("update", request_update),
            ("close", request_close),
            ("reopen", request_reopen),
            ("due", request_due),
            ("list", request_list),
            ("show", request_show),
            ("import", request_import),
            ("restrict", request_restrict),
            ("lift", request_lift),
            ("restrictions", request_restrictions),
            ("verify", request_verify),
            ("plan", request_plan),
            ("letter", request_letter),
            ("contact", request_contact),
        ),
        of=Discreet,
    ),
    Group(
        "incident",
        "Say whom a breach reaches, how grave it is, who is told by when; rank what could leak.",
        (
            ("clock", incident_clock),
            ("assess", incident_assess),
            ("rank", incident_rank),
            ("notify", incident_notify),
            ("record", incident_record),
            ("update", incident_update),
            ("list", incident_list),
            ("show", incident_show),
            ("close", incident_close),
        ),
    ),
    Group(
        "evidence",
        "Compare what really happened with what the map declares, explain one row, make up a year.",
        (
            ("check", evidence_check),
            ("explain", evidence_explain),
            ("generate", evidence_generate),
        ),
    ),
    Group(
        "runs",
        "List what has been run, prove that it is as it was, and say what differs between two runs.",
        (
            ("list", runs_list),
            ("show", runs_show),
            ("verify", runs_verify),
            ("compare", runs_compare),
        ),
    ),
    Group(
        "schedule",
        "Make reports when they are due, for one map or for many: jobs of reports/schedule.yaml.",
        (
            ("list", schedule_list),
            ("next", schedule_next),
            ("run", schedule_run),
            ("due", schedule_due),
            ("validate", schedule_validate),
        ),
    ),
    Group(
        "notebooks",
        "Check that notebooks keep the rules of the house.",
        (("check", notebooks_check),),
    ),
    Group(
        "bundle",
        "Pack what a regulator asks for into one file, and say whether such a file is whole.",
        (
            ("make", bundle_make),
            ("verify", bundle_verify),
        ),
        group=MakesByDefault,
    ),
)


def made(group: Group, *, rich: bool) -> typer.Typer:
    """Return a group of commands; with `rich`, help is framed and coloured, for a person at a terminal.

    >>> [command.name for command in made(GROUPS[1], rich=False).registered_commands]
    ['list', 'show']
    """
    app = typer.Typer(
        cls=group.group,
        no_args_is_help=group.group is None,
        rich_markup_mode="rich" if rich else None,
        help=group.help,
    )
    for name, command in group.commands:
        app.command(name, cls=group.of)(command)
    return app
