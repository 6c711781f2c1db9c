"""What a test rests on, in words: a flow with its clauses, an activity, a retention statement."""

from __future__ import annotations

from ...model.data_map import DataMap
from ...model.explanation import Support
from ...model.retention import Retention

#: How much is shown of a text that stands in full in the map.
_LONGEST = 240


def flow_supports(data_map: DataMap, flow: str) -> tuple[Support, ...]:
    """Return a flow, then each clause of the notice that it cites, with the clause's gist.

    >>> from audit_lib.graph.example import example_map
    >>> flow_supports(example_map(), "check")[0].words
    'Agent to Referencer: passport-copy'
    """
    found = data_map.flow[flow]
    ends = f"{_party(data_map, found.sender)} to {_party(data_map, found.recipient)}"
    words = f"{ends}: {', '.join(found.data)}"
    if found.stance.value != "recorded":
        words += f" ({found.stance.value})"
    return (Support(reference=f"flow:{flow}", words=_short(words)), *_clauses(data_map, found.clauses))


def activity_supports(data_map: DataMap, activity: str) -> tuple[Support, ...]:
    """Return an activity with its purpose and lawful bases, then each clause that it or a basis cites.

    >>> from audit_lib.graph.example import example_map
    >>> activity_supports(example_map(), "checking-work")[0].words
    'checking, for the purpose checking, lawful basis not stated'
    """
    found = data_map.activity[activity]
    bases = ", ".join(f"{one.basis.value} ({one.stance.value})" for one in found.bases)
    words = f"{found.name}, for the purpose {found.purpose}, lawful basis {bases or 'not stated'}"
    cited = dict.fromkeys([*found.clauses, *(clause for one in found.bases for clause in one.clauses)])
    return (Support(reference=f"activity:{activity}", words=_short(words)), *_clauses(data_map, tuple(cited)))


def retention_supports(data_map: DataMap, statement: Retention) -> tuple[Support, ...]:
    """Return a retention statement with its period, then each clause that it cites.

    >>> from audit_lib.graph.example import example_map
    >>> one = Retention(id="keep", name="Files", period="P6Y", starts="End of the tenancy", stance="recorded")
    >>> retention_supports(example_map(), one)[0].words
    'Files: P6Y from: End of the tenancy'
    """
    words = f"{statement.name}: {statement.period} from: {statement.starts}"
    first = Support(reference=f"retention:{statement.id}", words=_short(words))
    return (first, *_clauses(data_map, statement.clauses))


def source_support(source: str, words: str) -> Support:
    """Return a source of evidence with what it says.

    >>> source_support("consents", "given 2026-01-01").reference
    'source:consents'
    """
    return Support(reference=f"source:{source}", words=_short(words))


def _clauses(data_map: DataMap, clauses: tuple[str, ...]) -> tuple[Support, ...]:
    return tuple(
        Support(reference=f"clause:{clause}", words=_short(data_map.clause[clause].gist))
        for clause in clauses
        if clause in data_map.clause
    )


def _party(data_map: DataMap, party: str) -> str:
    return data_map.name(f"party:{party}")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
