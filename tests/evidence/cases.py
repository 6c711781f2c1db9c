"""Observations worked out by hand: what is logged at the lido, and what it earns.

Each case is one row of the log of a system of its own, so that its verdicts can be told from all others.
Without a moment it is noon of 15 July 2026, London time; what stands not in it is not recorded.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from audit_lib.model.verdict import Verdict

NOON = "2026-07-15 12:00"


class Case(NamedTuple):
    """What is logged, and each verdict that it earns."""

    name: str
    verdicts: frozenset[Verdict]
    row: dict[str, Any]


def case(name: str, verdicts: str, **row: Any) -> Case:
    """Return a case; `move` is sender, recipient and data as ``lido > host: name``, ``?`` for no sender."""
    sender, _, rest = row.pop("move").partition(" > ")
    recipient, _, data = rest.partition(": ")
    ends = {"sender": None if sender == "?" else sender, "recipient": recipient, "data": data}
    earned = frozenset(Verdict(verdict) for verdict in verdicts.split(" + "))
    return Case(name, earned, {"at": NOON, **ends, **row})


DECLARED = [
    case("the very flow", "declared", move="lido > printer: contact"),
    case("by a team of a team of the sender", "declared", move="night-desk > insurer: name"),
    case("by what the sender is part of", "declared", move="lido > insurer: name"),
    case("to a team of the recipient", "declared", move="front-desk > claims-office: health"),
    case("by a processor, on behalf, from its system", "declared", move="host > council: contact"),
    case("from nobody that is recorded", "declared", move="? > printer: contact"),
    case(
        "all that can be recorded is as declared", "declared", move="lido > cleaner: name",
        purpose="swimming", activity="booking", basis="contract", role="controller", country="GB",
    ),
    case("by name, and by lower case", "declared", move="Lido > PRINTER: contact", country="no"),
    case("empty cells record nothing", "declared", move="lido > printer: contact", purpose="  ", role=""),
]  # fmt: skip

IN_GENERAL = [
    case("a category beneath", "declared-in-general", move="lido > host: name"),
    case("two steps beneath", "declared-in-general", move="lido > host: passport-photo"),
    case("one of a class of recipients", "declared-in-general", move="lido > swiftpay: payment"),
    case("the class itself", "declared-in-general", move="lido > card-firms: payment"),
    case("one of a class of senders", "declared-in-general", move="kayak-coaches > lido: health"),
    case(
        "abroad, the country left open", "declared-in-general", move="lido > institute: photo", country="ZA"
    ),
    case("at home, the country left open", "declared", move="lido > institute: photo", country="GB"),
    case("no country, the country left open", "declared", move="lido > institute: photo"),
]

WHO_AND_WHAT = [
    case("a recipient of no flow", "undeclared-recipient", move="lido > coach-firms: health"),
    case("a class above the declared one", "undeclared-recipient", move="lido > payment-firms: payment"),
    case("not one of the class", "undeclared-recipient", move="lido > kayak-coaches: payment"),
    case("runs the system, but is no processor", "undeclared-sender", move="cleaner > insurer: card"),
    case("a processor, of another system", "undeclared-sender", move="host > insurer: card"),
    case("the person as sender", "undeclared-sender", move="members > mailer: email"),
    case("the class of a sender is another", "undeclared-sender", move="swiftpay > lido: health"),
    case("the category above", "undeclared-category", move="lido > mailer: contact"),
    case("a category of no flow", "undeclared-category", move="lido > printer: shoe-size"),
    case("no sender, a category of others", "undeclared-category", move="? > printer: health"),
    case("on behalf, of other data", "undeclared-category", move="host > council: shoe-size"),
]

PURPOSES = [
    case("a purpose of no flow", "undeclared-purpose", move="lido > cleaner: name", purpose="news"),
    case("an activity of none", "undeclared-purpose", move="lido > printer: contact", activity="survey"),
    case(
        "purpose of one, activity of another", "undeclared-purpose", move="lido > insurer: name",
        purpose="swimming", activity="claims-work",
    ),
    case("for other data", "purpose-differs", move="lido > insurer: card", purpose="claims"),
    case("for other data, by activity", "purpose-differs", move="lido > police: photo", activity="policing"),
    case("the purpose as declared", "declared", move="lido > police: photo", purpose="study"),
    case("the second flow has it", "declared", move="lido > insurer: health", purpose="swimming"),
]  # fmt: skip

HOW = [
    case("controller, not processor", "role-differs", move="lido > printer: contact", role="controller"),
    case("another kind of processor", "role-differs", move="lido > mailer: email", role="sub-processor"),
    case("the role is unclear", "declared", move="lido > institute: photo", role="processor"),
    case("one of two flows has the role", "declared", move="lido > insurer: health", role="joint-controller"),
    case(
        "the lighter of two differences", "role-differs", move="lido > insurer: health",
        role="controller", purpose="swimming",
    ),
    case("a basis of others", "basis-differs", move="lido > cleaner: name", basis="consent"),
    case("not consent", "basis-differs", move="lido > printer: contact", basis="legitimate-interests"),
    case("one of two bases", "declared-in-general", move="kayak-coaches > lido: health", basis="consent"),
    case("no basis is stated", "declared", move="lido > institute: photo", basis="vital-interests"),
    case("in words", "declared", move="front-desk > insurer: name", basis="Legitimate interests"),
    case(
        "three differences", "role-differs + basis-differs + undeclared-country",
        move="lido > printer: contact", role="controller", basis="contract", country="US",
    ),
]  # fmt: skip

WHERE_AND_WHEN = [
    case("a country of no transfer", "undeclared-country", move="lido > host: identity", country="FR"),
    case("not that of the transfer", "undeclared-country", move="lido > mailer: email", country="DE"),
    case("not that of the recipient", "undeclared-country", move="lido > printer: contact", country="US"),
    case("that of the transfer", "declared", move="lido > mailer: email", country="US"),
    case("that of the recipient", "declared", move="lido > printer: contact", country="NO"),
    case("home", "declared", move="lido > cleaner: name", country="gb"),
    case("the day before", "outside-time", move="lido > insurer: photo", at="2026-04-30 23:59"),
    case("the day after", "outside-time", move="lido > insurer: photo", at="2026-09-01 00:00"),
    case("the first minute, in London", "declared", move="lido > insurer: photo", at="2026-05-01 00:00"),
    case("the last minute, in London", "declared", move="lido > insurer: photo", at="2026-08-31 23:59"),
]

UNRESOLVED = [
    case("a category that nobody knows", "unresolved", move="lido > printer: hat-size"),
    case("a recipient that nobody knows", "unresolved", move="lido > the moon: contact"),
    case("no recipient", "unresolved", move="lido > : contact"),
    case("no category", "unresolved", move="lido > printer: "),
    case("a country in words", "unresolved", move="lido > printer: contact", country="Norway"),
    case(
        "nothing else is judged then", "unresolved", move="lido > host: identity", purpose="fun",
        country="FR", person="rita",
    ),
]  # fmt: skip
