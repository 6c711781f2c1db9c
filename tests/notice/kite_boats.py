"""An invented notice of a boat hire, and the map of it."""

from audit_lib.model.coverage import Standing
from audit_lib.model.data_map import DataMap
from audit_lib.model.notice_change import NoticeChange
from audit_lib.notice.clauses import draft_clauses, split_sentences

HEADINGS = ["Who we are", "What we collect", "Who receives it", "How long", "Safety", "Your rights"]

#: The sentences of an invented notice, each with what it says and what it claims.
SENTENCES = {
    "who": ("Who we are", "Kite Boats Ltd of 3 Quay Street is the controller of what we know about you.",
            "Names the controller.",
            [{"kind": "controller-named", "name": "Kite Boats Ltd", "parties": ["kite"]}]),
    "collect": ("What we collect", "When you hire a boat we take your name, your email address and your "
    "phone number.",
                "Name and contact details are taken on hire.",
                [{"kind": "collected", "data": ["person-name", "email"]}]),
    "why": ("What we collect", "We use them to take your booking and to send you the bill, because the "
    "hire contract needs it.",
            "Used for bookings and bills, by contract.",
            [{"kind": "basis-claimed", "basis": "contract"}]),
    "printer": ("Who receives it", "Wren Print Ltd prints our tickets and may use your name for nothing "
    "else than that.",
                "A printer receives names and is bound to that use.",
                [{"kind": "sharing-permitted", "recipients": ["wren"]},
                 {"kind": "recipient-limited", "recipients": ["wren"], "limit": "Tickets only"}]),
    "nobody": ("Who receives it", "We do not share your details with anybody else, whoever may ask for them.",
               "Nobody else receives data.",
               [{"kind": "sharing-denied", "except_recipients": ["wren"]}]),
    "sell": ("Who receives it", "We never sell the details that you give us to other companies or to "
    "advertisers.",
             "No sale of data.",
             [{"kind": "promise-made", "promise": "Details are never sold", "strength": "absolute"}]),
    "keep": ("How long", "We keep the bookings of our customers for two years after the day of the hire.",
             "Bookings are kept two years.",
             [{"kind": "retention-claimed", "retention": ["keep-bookings"]}]),
    "safe": ("Safety", "All bookings are encrypted on our server, and our staff are trained once a year.",
             "Encryption at rest, training.",
             [{"kind": "security-promised", "measure": "encryption-at-rest", "strength": "absolute"},
              {"kind": "security-promised", "measure": "training", "strength": "qualified"}]),
    "copy": ("Your rights", "You may ask us at any time for a copy of the information that we hold about "
    "you.",
             "Right of access.",
             [{"kind": "right-offered", "right": "access"}]),
    "object": ("Your rights", "You may object to any use of your details that rests on our own interests.",
               "Right to object.",
               [{"kind": "right-offered", "right": "objection"}]),
    "mail": ("Your rights", "Write to privacy@kite.example or come to our office by the quay to use your "
    "rights.",
             "Mailbox and office.",
             [{"kind": "route-given", "channels": ["mailbox"]}]),
}  # fmt: skip

U, M, R, X = Standing.UNCHANGED, Standing.MOVED, Standing.REWORDED, Standing.REMOVED


def notice_of(
    *, without: str = "", instead: dict[str, str] | None = None, more: dict[str, str] | None = None
) -> str:
    """Return the invented notice without a sentence, with other words, or with more under a heading."""
    lines: list[str] = []
    for heading in HEADINGS:
        lines.append(heading)
        for name, (under, text, *_) in SENTENCES.items():
            if under == heading and name != without:
                lines.append((instead or {}).get(name, text))
        lines += [text for under, text in (more or {}).items() if under == heading]
    return "\n".join(lines)


OLD = notice_of()


def kite() -> DataMap:
    drafts = {draft["place"]: draft for draft in draft_clauses(OLD, HEADINGS)}
    of_text = {sentence.text: sentence.place for sentence in split_sentences(OLD, HEADINGS)}
    clauses = [
        {**drafts[of_text[text]], "id": name, "gist": gist, "claims": claims}
        for name, (_, text, gist, claims) in SENTENCES.items()
    ]

    def stated(*names: str) -> dict:
        return {"stance": "stated", "clauses": list(names)}

    return DataMap.model_validate({
        "map": {"id": "kite-boats", "title": "Kite Boats", "jurisdiction": "UK", "controller": "kite"},
        "parties": [
            {"id": "kite", "name": "Kite Boats", "kind": "organisation", **stated("who")},
            {"id": "wren", "name": "Wren Print", "kind": "organisation", **stated("printer")},
            {"id": "hirers", "name": "Hirers", "kind": "individuals", **stated("collect", "why")},
        ],
        "data": [
            {"id": "person-name", "name": "Name", **stated("collect")},
            {"id": "email", "name": "Email address", **stated("collect")},
        ],
        "purposes": [{"id": "bookings", "name": "Take bookings", **stated("why")}],
        "retention": [{"id": "keep-bookings", "name": "Bookings", "period": "P2Y", **stated("keep")}],
        "rights": [{"id": "access", "right": "access", **stated("copy")}],
        "channels": [{"id": "mailbox", "name": "Privacy mailbox", "kind": "email", "uses": ["rights"],
                      "party": "kite", "address": "privacy@kite.example", **stated("mail")}],
        "notice": {"title": "Notice", "publisher": "kite", "headings": HEADINGS},
        "clauses": clauses,
    })  # fmt: skip


MAP = kite()


def standings(change: NoticeChange) -> dict[str | None, Standing | None]:
    return {one.clause: one.standing for one in change.changes if one.clause}
