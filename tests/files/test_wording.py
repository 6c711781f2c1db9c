"""Each wrong value is told in plain words, at its own line and column."""

import pytest

from audit_lib.files.schema import schema_text
from audit_lib.files.wording import WANTED
from audit_lib.model.change import Reference
from audit_lib.model.notice import Clause
from audit_lib.model.noun import Text

# What is wrong in the flow of the small map: words in its file, what stands there instead, what is told
# (line, column, and what follows the name of the flow).
ROLE = "role: controller"
GAPS = "or write not-stated, none, unclear or not-applicable."
VALUES = [
    (
        "activity: tenancy",
        "activty: tenancy",
        [
            '3:5  lacks the field "activity".',
            '7:5 .activty is not a known field. Did you mean "activity"?',
        ],
    ),
    (
        ROLE,
        "role: controler",
        [
            '10:11 .role: "controler" is not one of controller, joint-controller, processor, sub-processor, '
            'internal, individual, public, unclear. Did you mean "controller"?'
        ],
    ),
    (ROLE, "role:", ["10:10 .role is empty: fill it in, or leave the field out."]),
    (ROLE, "role: {a: b}", ["10:11 .role: a mapping stands here; a text is wanted."]),
    (
        "to: kite",
        "to: Kite_Homes",
        [
            '6:9 .to: "Kite_Homes" is not an id: use lower-case letters, digits and single hyphens, '
            'like "payment-processor".'
        ],
    ),
    ("to: kite", "to: kit", ['6:9 .to: No party has the id "kit". Did you mean "kite"?']),
    ("to: kite", "to: letting", ['6:9 .to: "letting" is a purpose; a party is wanted here.']),
    (
        "to: kite",
        "to: tenants",
        ["6:9 .to: A flow goes from one party to another; sender and recipient are the same."],
    ),
    (
        "[identity]",
        "[identity, identify]",
        ['8:22 .data.2: No data category has the id "identify". Did you mean "identity"?'],
    ),
    (
        "[identity]",
        "identity",
        ['8:11 .data: "identity" stands here; a list is wanted, such as [identity].'],
    ),
    ("[identity]", "[]", ["8:11 .data is empty: fill it in, or leave the field out."]),
    ("[identity]", "[~]", ["8:12 .data.1 is empty: fill it in, or leave the field out."]),
    (
        "stance: recorded",
        "stance: stated",
        [
            "4:13 .stance: The stance is stated, and the entry cites no clause: "
            "name the clauses that it rests on, or call it recorded or expected."
        ],
    ),
    (
        ROLE,
        ROLE + '\n    note: "\\e[31m"',
        ['11:11 .note: "\\x1b[31m" holds a control character: take it out.'],
    ),
    (
        ROLE,
        ROLE + f"\n    condition: {'x' * 20_001}",
        [f'11:16 .condition: "{"x" * 59}…" has more than 20,000 characters.'],
    ),
    (
        ROLE,
        ROLE + "\n    transfer: {country: uk}",
        [
            '11:25 .transfer.country: "uk" is not a country: use two capital letters (ISO 3166-1), '
            f"like GB; {GAPS}"
        ],
    ),
    (
        ROLE,
        ROLE + "\n    transfer: {contry: GB}",
        [
            '11:15 .transfer lacks the field "country".',
            '11:16 .transfer.contry is not a known field. Did you mean "country"?',
        ],
    ),
    (
        ROLE,
        ROLE + "\n    transfer: abroad",
        [
            '11:15 .transfer: "abroad" is not one of not-stated, none, unclear, not-applicable. '
            "Or give a mapping with fields."
        ],
    ),
    (
        ROLE,
        ROLE + "\n    <<: {note: x}",
        ["11:5 .<< is a merge key, which YAML 1.2 does not have: write the fields out."],
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), VALUES)
def test_a_wrong_value_is_told_in_plain_words_at_its_place(home, faults, change, old, new, told):
    change(home / "flows.yaml", old, new)
    places = [fault.split(" ", 1) for fault in told]
    assert faults(home) == [f"demo/flows.yaml:{place} flows.application{tail}" for place, tail in places]


# The same for the entry as a whole.
WHOLE = [
    ("id: application", "id:", "3:8 flows.1.id is empty: fill it in, or leave the field out."),
    (
        "id: application",
        "id: kite",
        '3:9 flows.kite.id: The id "kite" is used twice. Ids are unique in a map: rename one.',
    ),
    (
        "flows:",
        "flows:\n  - word",
        '3:5 flows.1: "word" stands here; a mapping with fields is wanted.',
    ),
    ("flows:", "flows:\n  -", "3:4 flows.1 is empty: fill it in, or leave the field out."),
]


@pytest.mark.parametrize(("old", "new", "told"), WHOLE)
def test_an_entry_without_an_id_is_called_by_its_number(home, faults, change, old, new, told):
    change(home / "flows.yaml", old, new)
    assert faults(home) == [f"demo/flows.yaml:{told}"]


# What is wrong in an entry of another section: (section, entry, the fault).
ENTRIES = [
    (
        "retention",
        "{id: r, name: R, period: 6 years, stance: recorded}",
        'period: "6 years" is not a period: use ISO 8601, like P6Y, P18M, P2W or P30D; ' + GAPS,
    ),
    (
        "retention",
        "{id: r, name: R, period: P, stance: recorded}",
        'period: "P" is not a period: use ISO 8601, like P6Y, P18M, P2W or P30D; ' + GAPS,
    ),
    (
        "decisions",
        "{finding: r, status: open, owner: O, reason: R, expires: 31/12/2026}",
        'expires: "31/12/2026" is not a date: write year-month-day, like 2026-11-22.',
    ),
    (
        "decisions",
        "{finding: r, status: open, owner: O, reason: R, expires: 1700006400}",
        'expires: "1700006400" is not a date: write year-month-day, like 2026-11-22.',
    ),
    (
        "decisions",
        "{finding: r, status: open, owner: O, reason: R, expires: 2026-02-30}",
        'expires: "2026-02-30" is not a date: write year-month-day, like 2026-11-22.',
    ),
    (
        "rights",
        "{id: r, right: acces, stance: recorded}",
        'right: "acces" is not one of informed, access, rectification, erasure, restriction, portability, '
        "objection, withdraw-consent, automated-decisions, complain-to-controller, complain-to-regulator. "
        'Did you mean "access"?',
    ),
    (
        "systems",
        "{id: r, name: R, kind: app, operator: tenant, stance: recorded}",
        'operator: No party has the id "tenant". Did you mean "tenants"?',
    ),
]


@pytest.mark.parametrize(("section", "entry", "told"), ENTRIES)
def test_other_kinds_of_values_have_their_own_words(home, section, entry, told, faults):
    (home / f"{section}.yaml").write_text(f"{section}:\n  - {entry}\n")
    found = faults(home)
    assert [fault.partition(f" {section}.r.")[2] for fault in found] == [told]


CLAUSE = (
    "id: c, heading: H, place: '1.1', fingerprint: '0123456789abcdef', gist: G, sketch: "
    + "'"
    + "0" * 64
    + "'"
)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("{kind: sharing-deny}", '.kind: "sharing-deny" is not one of controller-named, '),
        (
            "{kind: sharing-denied, recipient: [a]}",
            '.recipient is not a known field. Did you mean "recipients"?',
        ),
        ("{parties: [kite]}", ' lacks the field "kind".'),
        (
            "{kind: liability-claimed, parties: [kite], alone: yes}",
            '.alone: "yes" stands here: write true or false.',
        ),
        (
            "{kind: liability-claimed, parties: [kitt]}",
            '.parties.1: No party has the id "kitt". Did you mean "kite"?',
        ),
        ("liability", ': "liability" stands here; a mapping with fields is wanted.'),
    ],
)
def test_a_wrong_claim_is_told_with_its_number(home, claim, told, faults):
    (home / "notice.yaml").write_text(f"clauses:\n  - {{{CLAUSE}, claims: [{claim}]}}\n")
    (found,) = faults(home)
    assert f" clauses.c.claims.1{told}" in found


def test_every_pattern_of_the_model_has_its_words():
    known = {*WANTED, Text.__metadata__[0].pattern}
    said = {
        line.split('"pattern": ')[1].rstrip(",") for line in schema_text().splitlines() if '"pattern"' in line
    }
    of_a_change = {Reference.__metadata__[0].pattern}  # no map holds it, so the schema does not
    assert len(said) == len(known - of_a_change)
    assert of_a_change <= known
    assert Clause.model_fields["place"].metadata[0].pattern in known


def test_a_risk_scale_must_know_its_words_and_be_whole(home, faults, change):
    change(home / "map.yaml", "data:\n", "risk_scale: {table: {remot: {minimal: low}}}\ndata:\n")
    assert faults(home) == [
        'demo/map.yaml:2:22 risk_scale.table.remot: "remot" is not one of remote, possible, probable. '
        'Did you mean "remote"?'
    ]
    change(home / "map.yaml", "remot:", "remote:")
    assert "the table gives no level for remote and significant" in faults(home)[0]
