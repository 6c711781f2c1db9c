"""The words of the picture of declared and observed, and what the sources show in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.day import long_date
from ..model.evidence_source import SourceKind
from ..model.reconciliation import Reconciliation
from ..model.verdict import Verdict
from .evidence_figures import Figures, declared_share, figures, told
from .evidence_list import line_name
from .evidence_people import all_people
from .evidence_scene import Kind, Line, Scene, Show
from .evidence_words import INVENTED, VERDICTS, between, called, local_day
from .lettering import one_line
from .sentences import count, listing


def map_title(reconciliation: Reconciliation, scene: Scene, known: Figures) -> str:
    """Return how much is as declared, how many lines are red, and what was never seen."""
    if not reconciliation.observations:
        return "No observation to compare"
    red, unseen = len(scene.of(Kind.RED)), sum(one.watched for one in reconciliation.unseen)
    said = [_declared(reconciliation, known)]
    if scene.red_left:
        said.append(f"{red:,} of {red + scene.red_left:,} red lines are drawn")
    elif red:
        said.append(f"{count(red, 'line')} {'is' if red == 1 else 'are'} red")
    if unseen:
        said.append(f"{count(unseen, 'declared flow')} {'was' if unseen == 1 else 'were'} never seen")
    return "; ".join(said)


def _declared(reconciliation: Reconciliation, known: Figures) -> str:
    part, every = declared_share(reconciliation, known), count(reconciliation.observations, "observation")
    verb = "is" if reconciliation.observations == 1 else "are"
    if part == "all":
        return f"All of {every} {verb} declared"
    return f"{part[0].upper()}{part[1:]} of {every} {verb} declared"


def map_reading(reconciliation: Reconciliation, scene: Scene, known: Figures, show: Show) -> str:
    """Return what the picture means and leaves out; that the logs are invented comes first."""
    said = [INVENTED] if reconciliation.invented else []
    said.append("A line is all that goes from one party to another, wider for more observations.")
    if scene.of(Kind.RED):
        most = ", those of most observations" if scene.red_left else ""
        said.append(f"Red with a number{most}: explained beneath.")
    unplaced = known.totals.get(Verdict.UNRESOLVED, 0)
    if unplaced != 0:
        some = "Some are not drawn" if unplaced is None else f"{unplaced:,} not drawn"
        said.append(f"{some}, since a word of the log stands for nothing in the map.")
    if scene.left_out:
        why = {
            "all": "the thinnest",
            "watched": "no source would show them",
            "red": "neither red nor between the parties of red lines",
        }[show]
        said.append(f"Left out: {count(scene.left_out, 'line')}, {why}.")
    return " ".join(said)


def map_alt(reconciliation: Reconciliation, scene: Scene, known: Figures) -> str:
    """Return the picture in words, for who cannot see it."""
    said = [INVENTED] if reconciliation.invented else []
    said.append(f"{map_title(reconciliation, scene, known)}.")
    red = [
        f"{_to(reconciliation, line)} "
        f"({listing(list(dict.fromkeys(VERDICTS[group.verdict].lower() for group in line.groups)))})"
        for line in scene.of(Kind.RED)
    ]
    if red:
        said.append(f"Not as declared: {'; '.join(red[:12])}{'; and more' if len(red) > 12 else ''}.")
    leads = {Kind.UNSEEN: "Declared and never seen", Kind.UNWATCHED: "Not watched by any source"}
    for kind, lead in leads.items():
        ways = [_to(reconciliation, line) for line in scene.of(kind)]
        if ways:
            said.append(f"{lead}: {listing(ways, 8)}.")
    return " ".join(said)


def _to(reconciliation: Reconciliation, line: Line) -> str:
    return line_name(reconciliation, line).replace(" → ", " to ")


def evidence_summary(reconciliation: Reconciliation) -> tuple[str, ...]:
    """Return what the sources show in three to six sentences, every number of them computed.

    That logs are invented comes first. What is about few people is not told.

    Examples
    --------
    >>> from audit_lib.views.evidence_example import example_reconciliation
    >>> for sentence in evidence_summary(example_reconciliation()):
    ...     print(sentence)
    These logs are invented for a demonstration.
    1,252 observations from 1 source, of 2 March 2026 to 29 May 2026, were compared
    with the map; 95.8 % are declared.
    Most often not as declared: Recipient not declared (40), such as Agent → Insurer (Arrears).
    The contradictions touch 31 different people.
    12 observations could not be compared, because a word of the log stands for nothing in the map.
    Of 2 flows that a source would show, 1 was never seen; 2 more are not watched.
    """
    known = figures(reconciliation)
    said = [INVENTED] if reconciliation.invented else []
    return (*said, *_sentences(reconciliation, known))


def _sentences(reconciliation: Reconciliation, known: Figures) -> Iterator[str]:
    yield _compared(reconciliation, known)
    worst = [verdict for verdict in known.totals if verdict.is_violation]
    if worst:
        yield _worst(reconciliation, known, worst)
        yield from _touched(reconciliation, known)
    elif reconciliation.observations:
        yield "Nothing contradicts the map or what people were promised."
    unresolved = known.totals.get(Verdict.UNRESOLVED, 0)
    if unresolved != 0:
        some = "Some observations" if unresolved is None else count(unresolved, "observation")
        yield f"{some} could not be compared, because a word of the log stands for nothing in the map."
    yield _never_seen(reconciliation)


def _compared(reconciliation: Reconciliation, known: Figures) -> str:
    given = [read for read in reconciliation.reads if read.kind == SourceKind.DISCLOSURES]
    logs = [read for read in given if read.first and read.last]
    every = count(reconciliation.observations, "observation")
    verb = "was" if reconciliation.observations == 1 else "were"
    said = f"{every[0].upper()}{every[1:]} from {count(len(given), 'source')}"
    if logs:
        first = long_date(local_day(min(read.first for read in logs if read.first)))
        last = long_date(local_day(max(read.last for read in logs if read.last)))
        said += f", of {first} to {last}," if first != last else f", of {first},"
    rest = f"; {declared_share(reconciliation, known)} are declared" if reconciliation.observations else ""
    return f"{said} {verb} compared with the map{rest}."


def _worst(reconciliation: Reconciliation, known: Figures, verdicts: list[Verdict]) -> str:
    """Return which verdicts were earned most often, and the pattern that stands first among them."""
    ranked = sorted(verdicts, key=lambda verdict: -(known.totals[verdict] or 0))
    listed = listing([f"{VERDICTS[verdict]} ({told(known.totals[verdict])})" for verdict in ranked], 3)
    shown = [
        group for group in reconciliation.groups if group.verdict is ranked[0] and group not in known.hidden
    ]
    if not shown:
        return f"Most often not as declared: {listed}."
    most = max(shown, key=lambda group: group.observations)
    data = called(reconciliation.data_map, "data", most.meaning.data)
    such = one_line(f"{between(reconciliation.data_map, most.meaning)} ({data})", 200)
    return f"Most often not as declared: {listed}, such as {such}."


def _touched(reconciliation: Reconciliation, known: Figures) -> Iterator[str]:
    """Yield how many people the contradictions touch, unless that says how many a hidden pattern has."""
    people = all_people(reconciliation, known.people, known.hidden)
    if people:
        yield f"The contradictions touch {people:,} different people."


def _never_seen(reconciliation: Reconciliation) -> str:
    seen = sum(volume.observations > 0 for volume in reconciliation.volumes)
    unseen = sum(one.watched for one in reconciliation.unseen)
    rest = len(reconciliation.unseen) - unseen
    more = f"; {rest:,} more {'is' if rest == 1 else 'are'} not watched" if rest else ""
    watched = count(seen + unseen, "flow")
    if not seen + unseen:
        return f"No source would show any flow of the map{more}."
    verb = "was" if unseen == 1 else "were"
    never = f"{unseen:,} {verb} never seen" if unseen else "every one was seen"
    return f"Of {watched} that a source would show, {never}{more}."
