"""Which flows a picture or a table shows, and which findings mark them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ..graph.asked import Asked, refuse_unknown
from ..model.data_map import DataMap
from ..model.finding import Finding, Severity
from ..model.flow import Flow
from ..model.noun import Confidence, Stance


class Selection(NamedTuple):
    """The flows that are shown, in the order of the map, and how many expected ones were left out."""

    flows: tuple[Flow, ...]
    left_out: int
    about: str


class Choice(NamedTuple):
    """What to show: flows of one activity, to or from one party, about one category of data subjects.

    Ids of the map, or None for all. Expected flows, which nobody has confirmed, are left out unless asked.
    """

    activity: str | None = None
    party: str | None = None
    subject: str | None = None
    expected: bool = False


#: All flows but the expected ones.
EVERYTHING: Final = Choice()


def choose(data_map: DataMap, choice: Choice = EVERYTHING) -> Selection:
    """Return the flows that a choice takes from a map; an unknown id raises `ParameterError`.

    >>> from audit_lib.model.data_map import DataMap
    >>> choose(DataMap.model_validate({
    ...     "map": {"id": "m", "title": "M", "jurisdiction": "GB", "controller": "agency"},
    ...     "parties": [{"id": "agency", "name": "Agency", "kind": "organisation", "stance": "recorded"}],
    ... }))
    Selection(flows=(), left_out=0, about='')
    """
    refuse_unknown(
        Asked(option, getattr(choice, option), kind, known)
        for option, kind, known in (
            ("activity", "activity", data_map.activity),
            ("party", "party", data_map.party),
            ("subject", "party", data_map.party),
        )
    )
    fitting = [
        flow
        for flow in data_map.flows
        if choice.activity in (None, flow.activity)
        and choice.party in (None, flow.sender, flow.recipient)
        and (choice.subject is None or choice.subject in flow.subjects)
    ]
    shown = tuple(flow for flow in fitting if choice.expected or flow.stance is not Stance.EXPECTED)
    return Selection(shown, len(fitting) - len(shown), _about(data_map, choice))


def _about(data_map: DataMap, choice: Choice) -> str:
    parts = [
        (choice.activity, "activity", ""),
        (choice.party, "party", ""),
        (choice.subject, "party", "about "),
    ]
    return ", ".join(f"{lead}{data_map.name(f'{kind}:{name}')}" for name, kind, lead in parts if name)


def marks(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Return, for each flow id that a finding marks, its findings, the gravest first.

    A finding marks a flow if it names it, is of high or medium severity, and is still to be dealt with. A
    question marks none: red says that something is wrong, and nobody knows that yet.
    """
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        weighs = finding.severity is not Severity.LOW and finding.confidence is not Confidence.ASK
        if finding.counts and weighs:
            for reference in finding.about:
                kind, _, name = reference.partition(":")
                if kind == "flow":
                    found.setdefault(name, []).append(finding)
    return {flow: tuple(sorted(listed, key=gravity)) for flow, listed in found.items()}


def gravity(finding: Finding) -> tuple[int, int, str, str]:
    """Return a key that sorts findings from the gravest and surest to the slightest."""
    sure = list(Confidence).index(finding.confidence)
    return -finding.severity.rank, sure, finding.rule, finding.id


def in_notice(flow: Flow) -> bool:
    """Whether a clause of the notice stands behind a flow."""
    return flow.stance.rests_on_notice


def data_names(data_map: DataMap, flows: Sequence[Flow]) -> str:
    """Return the names of the data categories that flows name, in the order of the flows."""
    named = dict.fromkeys(category for flow in flows for category in flow.data)
    return ", ".join(data_map.name(f"data:{category}") for category in named)
