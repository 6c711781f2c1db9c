"""Sentences whose every number and name is computed from a map and its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..graph.trace import Trace
from ..model.audit import Audit
from ..model.coverage import Coverage
from ..model.data_map import DataMap
from ..model.finding import Finding, Severity
from ..model.noun import Confidence, Stance
from ..model.risk import Level, RiskRegister
from .lanes import Lane, lanes
from .lettering import one_line
from .selection import Selection, in_notice


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun in the right form.

    >>> count(1, "flow"), count(2, "flow"), count(0, "party", "parties")
    ('1 flow', '2 flows', 'no parties')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def listing(names: Sequence[str], most: int = 5) -> str:
    """Return names as a reader would list them, the rest counted.

    >>> listing(["Residents", "Visitors", "Applicants"])
    'Residents, Visitors and Applicants'
    >>> listing(["a", "b", "c", "d"], most=2)
    'a, b and 2 others'
    """
    clean = [one_line(name, 80) for name in names]
    if len(clean) > most:
        rest = len(clean) - most
        clean = [*clean[:most], f"{rest} other" + ("s" if rest > 1 else "")]
    return clean[0] if len(clean) == 1 else ", ".join(clean[:-1]) + f" and {clean[-1]}" if clean else "nobody"


def flows_with_findings(selection: Selection, marked: Mapping[str, object]) -> str:
    """Return the title of a picture of flows: how many of them carry a finding."""
    total = len(selection.flows)
    about = f" · {one_line(selection.about, 90)}" if selection.about else ""
    if not total:
        return f"No flow to show{about}"
    red = sum(flow.id in marked for flow in selection.flows)
    if not red:
        carries = "The one flow carries" if total == 1 else f"None of the {total:,} flows carries"
        return f"{carries} {'no' if total == 1 else 'a'} finding{about}"
    if red == total:
        all_of = "The one flow carries" if total == 1 else f"All {total:,} flows carry"
        return f"{all_of} a finding{about}"
    return f"{red:,} of {total:,} flows {'carries' if red == 1 else 'carry'} a finding{about}"


def lane_map_subtitle(selection: Selection, red_lines: int, lines_left: int) -> str:
    """Return what the marks of the lane map mean, and what it leaves out."""
    said = ["A line is every flow between two parties, thicker for more."]
    if red_lines:
        said.append("Red with a number: a finding, explained beneath.")
    if not all(in_notice(flow) for flow in selection.flows):
        said.append("Dashed: not in the privacy notice.")
    if any(flow.stance is Stance.EXPECTED for flow in selection.flows):
        said.append("Pale and dashed: merely expected.")
    if selection.left_out:
        verb = "is" if selection.left_out == 1 else "are"
        said.append(f"Left out: {count(selection.left_out, 'flow')} that {verb} merely expected.")
    if lines_left:
        said.append(
            f"Left out: the {count(lines_left, 'thinnest line')}; choose a party or an activity to see them."
        )
    return " ".join(said)


def lane_map_alt(data_map: DataMap, selection: Selection, marked: Mapping[str, Sequence[Finding]]) -> str:
    """Return the lane map in words: its size, its lanes, and the parties with most flows."""
    flows = selection.flows
    parties = dict.fromkeys(party for flow in flows for party in (flow.sender, flow.recipient))
    kinds = Counter(lane for party, lane in lanes(data_map).items() if party in parties)
    said = [f"{flows_with_findings(selection, marked)}."]
    if not flows:
        return said[0]
    spread = ", ".join(f"{lane.value.lower()}: {kinds[lane]}" for lane in Lane if kinds[lane])
    said.append(
        f"{count(len(parties), 'party', 'parties').capitalize()} exchange "
        f"{count(len(flows), 'flow')} ({spread})."
    )
    busiest = Counter(flow.recipient for flow in flows).most_common(3)
    said.append(
        "Most flows reach "
        + listing([f"{data_map.party[party].name} ({number})" for party, number in busiest])
        + "."
    )
    silent = sum(not in_notice(flow) for flow in flows)
    if silent:
        said.append(
            f"{count(silent, 'flow').capitalize()} {'is' if silent == 1 else 'are'} not in the notice."
        )
    return " ".join(said)


def headline(audit: Audit) -> str:
    """Return the result of an audit in one or two sentences."""
    counting = [finding for finding in audit.findings if finding.counts]
    name = one_line(audit.data_map.info.title, 120)
    if not counting:
        return f"{name}: no open finding among {count(len(audit.data_map.flows), 'flow')}."
    by = Counter(finding.severity for finding in counting)
    split = ", ".join(f"{by[severity]} {severity}" for severity in Severity if by[severity])
    asked = sum(finding.confidence is Confidence.ASK for finding in counting)
    questions = f" {asked} of them ask what the text cannot answer." if asked else ""
    flows, parties = len(audit.data_map.flows), len(audit.data_map.parties)
    return (
        f"{name}: {count(len(counting), 'open finding')} ({split}) among {count(flows, 'flow')} "
        f"between {count(parties, 'party', 'parties')}.{questions}"
    )


def where_it_goes(trace: Trace, data_map: DataMap) -> str:
    """Return in words where a data category starts and whom it reaches.

    >>> from audit_lib.graph.build import build_graph
    >>> from audit_lib.graph.example import example_map
    >>> from audit_lib.graph.reach import reach
    >>> where_it_goes(reach(build_graph(example_map()), "passport-copy"), example_map())
    'Passport copy starts with Tenants and reaches 3 parties: Agent, Referencer and Insurer.'
    """
    name = one_line(data_map.name(f"data:{trace.category}"), 120)
    if not trace.holders:
        return f"{name} is carried by no flow."
    # What a system stores has come from somebody; data starts there only if nobody gives or makes it.
    starting = [h for h in trace.holders if any(not r.startswith("system:") for r in h.because)]
    holders = listing([data_map.party[holding.party].name for holding in starting or trace.holders], 6)
    sure = [data_map.party[a.party].name for a in trace.arrivals if not a.expected]
    guessed = [data_map.party[a.party].name for a in trace.arrivals if a.expected]
    if not trace.arrivals:
        return f"{name} starts with {holders}, and no flow carries it further."
    said = f"{name} starts with {holders}"
    if sure:
        said += f" and reaches {count(len(sure), 'party', 'parties')}: {listing(sure, 40)}."
    if guessed:
        lead = " It" if sure else ", and it"
        said += f"{lead} would reach {listing(guessed, 40)} by flows that nobody has confirmed."
    return said


def flow_ledger_subtitle(selection: Selection, marked: Mapping[str, object]) -> str:
    """Return what the marks of the flow ledger mean, and what it leaves out."""
    said = ["Each row is a flow: what moves, from the dot to the arrow, on what basis."]
    if any(flow.id in marked for flow in selection.flows):
        said.append("Red: a finding.")
    if not all(in_notice(flow) for flow in selection.flows):
        said.append("Dashed: not in the privacy notice.")
    if selection.left_out:
        verb = "is" if selection.left_out == 1 else "are"
        said.append(f"Left out: {count(selection.left_out, 'flow')} that {verb} merely expected.")
    return " ".join(said)


def flow_ledger_alt(data_map: DataMap, selection: Selection, marked: Mapping[str, Sequence[Finding]]) -> str:
    """Return the flow ledger in words: its size, and the activities with most findings."""
    flows = selection.flows
    said = [f"{flows_with_findings(selection, marked)}."]
    if flows:
        activities = Counter(flow.activity for flow in flows)
        said.append(
            f"{count(len(flows), 'row').capitalize()} in "
            f"{count(len(activities), 'activity', 'activities')}, one a flow."
        )
    red = Counter(flow.activity for flow in flows if flow.id in marked)
    if red:
        worst = [f"{data_map.activity[name].name} ({number})" for name, number in red.most_common(3)]
        said.append(f"Most flows with a finding: {listing(worst)}.")
    return " ".join(said)


def who_gets_what_title(sensitive: int, reached: int) -> str:
    """Return how many of the recipients get sensitive data.

    >>> who_gets_what_title(3, 9)
    '3 of 9 recipients get sensitive data'
    """
    if not reached:
        return "No flow to show"
    verb = "gets" if sensitive == 1 else "get"
    return f"{sensitive:,} of {count(reached, 'recipient')} {verb} sensitive data"


def who_gets_what_subtitle(
    selection: Selection, left_out: int, signs: tuple[bool, bool], by: str = "data"
) -> str:
    """Return what the marks of the matrix mean, and what it leaves out."""
    down = "to the party above" if by == "data" else "from the party at the left to the one above"
    what = "that carry the category " if by == "data" else ""
    said = [f"A number is how many flows {what}go {down}."]
    if signs[0]:
        said.append("Red: at least one of them carries a finding.")
    if signs[1]:
        said.append("Ring: holds it without a flow, in its own system or by creating it.")
    if by == "data":
        said.append("Sensitive: high risk, special category or criminal offence.")
    if left_out:
        named = count(left_out, "category", "categories")
        said.append(f"Left out: {named} that no flow shown carries.")
    if selection.left_out:
        said.append(f"Left out: {count(selection.left_out, 'flow')} merely expected.")
    return " ".join(said)


def who_gets_what_alt(data_map: DataMap, selection: Selection, title: str) -> str:
    """Return the matrix in words: its size, and the recipients of most categories."""
    kinds: dict[str, set[str]] = {}
    for flow in selection.flows:
        kinds.setdefault(flow.recipient, set()).update(flow.data)
    if not kinds:
        return f"{title}."
    ranked = sorted(kinds, key=lambda party: -len(kinds[party]))[:3]
    most = listing([f"{data_map.party[party].name} ({len(kinds[party])})" for party in ranked])
    return f"{title}. {count(len(selection.flows), 'flow').capitalize()}; most categories go to {most}."


def findings_title(counting: Sequence[Finding]) -> str:
    """Return how many findings are open, and of which severity.

    >>> findings_title([])
    'No finding is open'
    """
    if not counting:
        return "No finding is open"
    by = Counter(finding.severity for finding in counting)
    split = listing([f"{by[severity]} {severity}" for severity in Severity if by[severity]])
    return f"{count(len(counting), 'finding').capitalize()} to deal with: {split}"


def coverage_title(coverage: Coverage) -> str:
    """Return how many clauses of the notice are accounted for.

    >>> coverage_title(Coverage(clauses=()))
    'The map knows no clause of a notice'
    """
    total = len(coverage.clauses)
    if not total:
        return "The map knows no clause of a notice"
    known = sum(clause.accounted_for for clause in coverage.clauses)
    carrying = sum(bool(clause.rests) for clause in coverage.clauses)
    said = "All" if known == total else f"{known:,} of"
    verb = "carries" if carrying == 1 else "carry"
    return f"{said} {count(total, 'clause')} accounted for; {carrying:,} {verb} something"


def heat_map_title(register: RiskRegister) -> str:
    """Return how many risks stay high after their measures."""
    if not register.risks:
        return "The register holds no risk"
    high = sum(risk.residual.level is Level.HIGH for risk in register.risks)
    verb = "stays" if high == 1 else "stay"
    lead = f"{high} of" if high else "None of"
    return f"{lead} {count(len(register.risks), 'risk')} {verb if high else 'stays'} high after the measures"


def heat_map_alt(register: RiskRegister) -> str:
    """Return the heat map in words: how many risks stand at each level before and after the measures."""
    said = [f"{heat_map_title(register)}."]
    for when, name in (("Before", "inherent"), ("After", "residual")):
        by = Counter(getattr(risk, name).level for risk in register.risks)
        if register.risks:
            spread = listing([f"{by[level]} {level}" for level in reversed(Level) if by[level]])
            said.append(f"{when} the measures: {spread}.")
    return " ".join(said)
