"""Observations worked out by hand whose verdicts depend on what their person was promised.

`lido_world` holds the lists: who has restricted, objected, consented, asked for deletion or left, and when.
"""

from __future__ import annotations

from .cases import case

RESTRICTED = [
    case("all is restricted", "declared + after-restriction", move="lido > host: identity", person="rita"),
    case(
        "from the first moment", "declared + after-restriction", move="lido > host: identity", person="rita",
        at="2026-07-01 00:00",
    ),
    case("a moment before", "declared", move="lido > host: identity", person="rita", at="2026-06-30 23:59"),
    case("somebody else", "declared", move="lido > host: identity", person="sam"),
    case("nobody", "declared", move="lido > host: identity"),
    case(
        "for legal claims it may be used", "declared", move="lido > insurer: health", person="rita",
        purpose="claims",
    ),
    case(
        "with consent it may be used", "declared-in-general", move="kayak-coaches > lido: health",
        person="rita", basis="consent",
    ),
    case(
        "beneath the restricted category", "declared-in-general + after-restriction",
        move="lido > host: passport-photo", person="rolf",
    ),
    case(
        "above the restricted category", "declared + after-restriction", move="lido > host: identity",
        person="rose",
    ),
    case("other data", "declared", move="lido > host: contact", person="rolf"),
    case("another activity", "declared", move="lido > institute: photo", person="rolf"),
    case(
        "an activity that nobody knows", "undeclared-recipient + after-restriction",
        move="lido > coach-firms: name", person="rolf",
    ),
    case("after its end", "declared", move="lido > host: identity", person="rolf", at="2026-08-01 00:00"),
    case(
        "a minute before its end", "declared + after-restriction", move="lido > host: identity",
        person="rolf", at="2026-07-31 23:59",
    ),
]  # fmt: skip

OBJECTED = [
    case("to all", "declared + after-objection", move="lido > host: identity", person="olga"),
    case("to marketing", "declared + after-objection", move="lido > printer: contact", person="mark"),
    case(
        "marketing by its recorded purpose", "undeclared-purpose + after-objection",
        move="lido > cleaner: name", person="mark", purpose="news",
    ),
    case("what is no marketing", "declared", move="lido > host: identity", person="mark"),
    case(
        "what the objection names as marketing", "declared + after-objection", move="lido > institute: photo",
        person="nora",
    ),
    case(
        "marketing by consent since", "declared", move="lido > printer: contact", person="mark",
        basis="consent",
    ),
    case(
        "an objection and a restriction", "declared + after-restriction + after-objection",
        move="lido > host: identity", person="otto",
    ),
]  # fmt: skip

DELETED = [
    case("beneath what was deleted", "declared-in-general + after-deletion", move="lido > host: photo",
         person="dora"),
    case("what was deleted", "declared + after-deletion", move="lido > host: identity", person="dora"),
    case("at the very moment", "declared", move="lido > host: identity", person="dora",
         at="2026-07-10 10:00"),
    case("other data", "declared", move="lido > host: contact", person="dora"),
    case("by another than who deleted", "declared", move="front-desk > insurer: name", person="dora"),
    case("by nobody that is recorded", "declared", move="? > host: identity", person="dora"),
]  # fmt: skip

CONSENTED = [
    case("while it holds", "declared", move="lido > printer: contact", person="ann", at="2026-07-31 23:59"),
    case("when it ends", "declared + no-consent", move="lido > printer: contact", person="ann",
         at="2026-08-01 00:00"),
    case("before the first", "declared + no-consent", move="lido > printer: contact", person="ann",
         at="2025-12-31 23:59"),
    case("when it begins anew", "declared", move="lido > printer: contact", person="ann",
         at="2026-09-01 00:00"),
    case("never given", "declared-in-general + no-consent", move="lido > printer: email",
         person="bob"),
    case("recorded as the basis", "undeclared-category + no-consent", move="lido > cleaner: email",
         person="bob", basis="consent", purpose="news"),
    case("another basis is recorded", "basis-differs", move="lido > printer: contact", person="bob",
         basis="contract"),
    case("consent is one of two bases", "declared-in-general", move="kayak-coaches > lido: health",
         person="bob"),
    case("no list of consents to that", "declared-in-general", move="kayak-coaches > lido: health",
         person="bob", basis="consent"),
    case("no purpose is known", "undeclared-recipient", move="lido > coach-firms: health", person="bob",
         basis="consent"),
]  # fmt: skip

REQUESTED = [
    case("nobody asked", "declared + no-request", move="lido > police: footage", person="quin"),
    case("the day before", "declared + no-request", move="lido > police: footage", person="pete",
         at="2026-07-14 23:59"),
    case("another authority asked", "undeclared-purpose + no-request", move="lido > council: contact",
         person="pete", purpose="police-requests"),
    case("earlier on the same day", "declared", move="lido > police: footage", person="pete",
         at="2026-07-15 00:00"),
    case("days after", "declared", move="lido > police: footage", person="pete", at="2026-07-20 09:00"),
    case("for another purpose", "declared", move="lido > police: photo", person="quin"),
    case("about nobody", "declared", move="lido > police: footage"),
]  # fmt: skip

RETAINED = [
    case("the last minute", "declared", move="lido > host: contact", person="eve", at="2026-03-31 23:59"),
    case("the first minute after", "declared + after-retention", move="lido > host: contact", person="eve",
         at="2026-04-01 00:00"),
    case("the nearer category, the longer of two", "declared-in-general", move="lido > host: email",
         person="eve", at="2025-03-07 23:59"),
    case("after the longer of two", "declared-in-general + after-retention", move="lido > host: email",
         person="eve", at="2025-03-08 00:00"),
    case("a month ends with February", "declared", move="lido > institute: photo", person="eve",
         at="2025-02-28 23:59"),
    case("after the end of February", "declared + after-retention", move="lido > institute: photo",
         person="eve", at="2025-03-01 00:00"),
    case("the activity goes before the category", "undeclared-purpose + after-retention",
         move="lido > host: contact", person="eve", activity="survey", at="2025-03-01 00:00"),
    case("from no recorded sender", "declared + after-retention", move="? > host: contact", person="eve"),
    case("given by the person", "declared", move="members > lido: contact", person="eve"),
    case("the latest start counts", "declared", move="lido > host: contact", person="fay"),
    case("still a member", "declared", move="lido > host: contact", person="gus"),
    case("no start is known", "declared", move="lido > host: contact", person="hal"),
    case("no source starts it", "declared-in-general", move="lido > card-firms: payment", person="eve",
         at="2040-01-01 00:00"),
    case("no period is stated", "declared-in-general", move="kayak-coaches > lido: health", person="eve"),
]  # fmt: skip
