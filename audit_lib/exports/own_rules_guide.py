"""How an organisation writes a rule of its own: the last part of the page about rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Final

from ..model.noun import Noun
from ..model.own_check import MAX_CONDITIONS, MAX_NESTING
from ..model.own_fields import MAX_STEPS, NOUNS, SECTION_OF, FieldInfo, Holds, LooksAt, called, fields_of
from ..model.own_message import MAX_GAPS
from ..model.safeguard import Measure
from ..model.theme import Theme

#: Rules as an officer writes them; each says something that the others do not.
EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Signed before sent: a contract that is missing or still a draft, whoever the processor is.",
        """\
# yaml-language-server: $schema=../../rule.schema.json
id: own-signed-before-sent
title: Data goes to a processor without a signed contract
looks_at: flows
where:
  role: [processor, sub-processor]
  to.inside: false
  any:
    - contract: missing
    - contract: {mentions: draft}
message: "Without a signed contract, {count} to {to} carry {data}."
severity: high
theme: roles
law: [UK GDPR Art. 28(3)]
remedy: Whoever bought the service has the contract signed, or stops the flow, and enters the date of signing.
""",
    ),
    (
        "Not more than three: how far data that can hurt people may spread, through however many hands.",
        """\
# yaml-language-server: $schema=../../rule.schema.json
id: own-not-more-than-three
title: Data that can hurt people can come to more than three companies
looks_at: data
where:
  sensitivity: {none_of: [ordinary]}
  reaches:
    where: {kind: organisation, inside: false}
    at_least: 4
each: true
message: "{names} can come to {reaches}."
severity: medium
confidence: likely
theme: minimisation
remedy: The data protection officer asks of each recipient what for, and stops those who have no answer.
false_alarms: One of them gets the data from the people themselves, for its own service.
""",
    ),
    (
        "Locked when abroad: no system outside the United Kingdom keeps data that is not encrypted there.",
        """\
# yaml-language-server: $schema=../../rule.schema.json
id: own-locked-when-abroad
title: A system abroad keeps data that is not encrypted
looks_at: systems
where:
  location: {none_of: [GB]}
  holds: given
  without: encryption-at-rest
message: "In {location}, {names} hold {holds}; no safeguard says that it is encrypted there."
severity: high
theme: transfers
why: Our policy on hosting allows data abroad only where nobody but us can read it.
in_force: 2026-01-01
""",
    ),
)

#: The page, with gaps for what the model says.
_INTRO: Final = Path(__file__).parent / "templates" / "own_rules.md"


def own_rules_guide() -> str:
    """Return how to write a rule, in Markdown: the language, examples, and every field there is to ask about.

    >>> "| `activity` | an activity |" in own_rules_guide()
    True
    """
    intro = Template(_INTRO.read_text(encoding="utf-8")).substitute(
        looks_at=", ".join(f"`{section.value}`" for section in LooksAt),
        gaps=MAX_GAPS,
        themes=", ".join(f"`{theme.value}`" for theme in Theme),
        steps=MAX_STEPS,
        conditions=MAX_CONDITIONS,
        nesting=MAX_NESTING,
        measures=", ".join(f"`{measure.value}`" for measure in Measure),
    )
    examples = [line for told, rule in EXAMPLES for line in (told, "", "```yaml", rule + "```", "")]
    fields = [line for section in LooksAt for line in _fields(section)]
    blocks = [line for noun in _blocks() for line in _table(f"Within {called((noun,))}", noun)]
    return "\n".join([intro, "### Three examples", "", *examples, "### Fields", "", *fields, *blocks]) + "\n"


def _fields(section: LooksAt) -> Iterator[str]:
    yield from _table(f"`looks_at: {section.value}`", NOUNS[section])


def _table(head: str, noun: type[Noun]) -> Iterator[str]:
    yield from (f"#### {head}", "", "| field | holds |", "|---|---|")
    for name, info in fields_of(noun).items():
        yield f"| `{name}` | {_holds(info)} |"
    yield ""


def _holds(info: FieldInfo) -> str:
    """Say in words what stands in a field, and what it means where no file holds it."""
    about = f"{info.about}: " if info.about else ""
    if info.holds is Holds.WORDS:
        return f"{about}{', '.join(f'`{word}`' for word in info.words)}"
    if info.nouns:
        what = called(info.nouns)
        plural = " (several)" if info.many else ""
        words = f", or {', '.join(f'`{word}`' for word in info.words)}" if info.words else ""
        return f"{about}{what}{plural}{words}"
    return f"{about}{info.holds.value}{' (several)' if info.many else ''}"


def _blocks() -> list[type[Noun]]:
    """Return the nouns that stand within entries, in the order in which a reader comes to them."""
    found: dict[type[Noun], None] = {}
    waiting = list(NOUNS.values())
    while waiting:
        for info in fields_of(waiting.pop(0)).values():
            new = [noun for noun in info.nouns if noun not in SECTION_OF and noun not in found]
            found |= dict.fromkeys(new)
            waiting.extend(new)
    return list(found)
