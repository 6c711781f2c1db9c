"""What the evidence shows becomes findings like all others, and says nothing about a person."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from audit_lib.evidence.findings import EvidenceRun, findings_of
from audit_lib.evidence.findings_around import Shown
from audit_lib.evidence.grounds import EVIDENCE_RULES, GROUNDS, LEVELS, ground_of
from audit_lib.evidence.withheld import rows_told
from audit_lib.model.data_map import DataMap
from audit_lib.model.finding import Decision, Finding, Severity, Status
from audit_lib.model.reconciliation import (
    Group,
    LateDeletion,
    Meaning,
    Read,
    Reconciliation,
    Unresolved,
    Unseen,
)
from audit_lib.model.two_sided import Ends
from audit_lib.model.verdict import Verdict
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.run import run_rules

from .lido_map import lido

AS_OF = dt.date(2026, 11, 22)
MARCH = dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
MAY = dt.datetime(2026, 5, 3, 23, 30, tzinfo=dt.UTC)

#: What a log can say at each level, by the field.
SAID = {
    "sender": "lido",
    "recipient": "mailer",
    "data": "email",
    "purpose": "news",
    "activity": "newsletter",
    "role": "controller",
    "basis": "consent",
    "country": "US",
}


def group(verdict: Verdict, observations: int = 40, people: int = 30, **said: Any) -> Group:
    """Return a group at the level of its verdict's finding, with the values given or usual ones."""
    level = {field: SAID[field] for field in LEVELS[verdict] if field != "flow"}
    flow = said.pop("flow", "summer") if "flow" in LEVELS[verdict] else None
    return Group(
        verdict=verdict,
        meaning=Meaning(source="", **(level | said)),
        flow=flow,
        observations=observations,
        people=people,
        first=MARCH,
        last=MAY,
        examples=("log:1", "log:2", "log:3"),
    )


def found(*groups: Group, data_map: DataMap | None = None, **shown: Any) -> EvidenceRun:
    return findings_of(data_map or lido(), AS_OF, groups, Shown(**shown))


def one(*groups: Group, **shown: Any) -> Finding:
    (finding,) = found(*groups, **shown).findings
    return finding


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict.is_violation])
def test_every_contradiction_gives_a_finding_on_provisions_with_a_remedy(verdict):
    finding = one(group(verdict))
    assert finding.rule == f"evidence-{verdict}"
    assert finding.law
    assert finding.remedy
    assert finding.places
    assert "{" not in finding.message
    assert finding.message.endswith(".")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_what_the_map_covers_gives_no_kind_of_finding(verdict):
    assert (ground_of(verdict) is None) == verdict.is_covered


def test_every_kind_of_finding_says_when_it_is_none_and_why_it_matters():
    assert all(rule.false_alarms and rule.why and rule.remedy for rule in EVIDENCE_RULES)


def test_no_rule_of_the_catalogue_begins_as_findings_of_the_evidence_do():
    assert not [rule.id for rule in CATALOGUE if rule.id.startswith("evidence-")]
    assert all(rule.id.startswith("evidence-") for rule in EVIDENCE_RULES)


def test_a_message_counts_dates_by_the_local_day_and_names_evidence():
    assert one(group(Verdict.AFTER_OBJECTION, 1_204, 311)).message == (
        "Mailer got data of people who had objected before: 1,204 observations about 311 people, from "
        "3 March 2026 to 4 May 2026 (for example log:1, log:2 and log:3)."
    )


def patterns(*counts: tuple[int, int]) -> list[Group]:
    """Return patterns beneath one finding, told apart by their purpose."""
    said = [
        {"source": "log", "recipient": "mailer", "purpose": purpose} for purpose in ("news", "deals", "fun")
    ]
    whole = group(Verdict.AFTER_OBJECTION)
    return [
        whole.model_copy(update={"meaning": Meaning(**said[at]), "observations": seen, "people": people})
        for at, (seen, people) in enumerate(counts)
    ]


def test_people_who_would_tell_of_a_hidden_pattern_beneath_are_not_told():
    """Of 70 people 50 are in the pattern that is shown: the other two hold 20, each of them 11 at least."""
    total = group(Verdict.AFTER_OBJECTION, 123, 70)
    beneath = patterns((100, 50), (4, 4), (19, 18))
    assert "123 observations, from" in one(total, patterns=beneath).message


def test_people_are_told_where_the_hidden_patterns_stay_open_or_none_is_hidden():
    total = group(Verdict.AFTER_OBJECTION, 123, 52)
    assert (
        "123 observations about 52 people"
        in one(total, patterns=patterns((100, 50), (4, 4), (19, 18))).message
    )
    assert "123 observations about 52 people" in one(total, patterns=patterns((100, 50), (23, 12))).message


def test_an_id_stays_the_same_while_figures_change():
    assert one(group(Verdict.NO_REQUEST)).id == one(group(Verdict.NO_REQUEST, 999, 500)).id


def test_findings_about_the_same_entries_differ_by_what_is_no_entry_of_the_map():
    groups = [group(Verdict.UNDECLARED_COUNTRY), group(Verdict.UNDECLARED_COUNTRY, country="NO")]
    assert len({finding.id for finding in found(*groups).findings}) == 2


def test_a_sender_that_is_not_recorded_is_told_as_such():
    finding = one(group(Verdict.UNDECLARED_RECIPIENT, sender=None))
    assert finding.about == ("party:mailer",)
    assert finding.message.startswith("somebody whom the log does not name".capitalize())


def test_gravest_findings_come_first():
    groups = [group(Verdict.ROLE_DIFFERS), group(Verdict.NO_CONSENT), group(Verdict.AFTER_OBJECTION)]
    severities = [finding.severity.rank for finding in found(*groups).findings]
    assert severities == sorted(severities, reverse=True)


def _with(section: str, name: str, **fields: Any) -> DataMap:
    content = lido().content()
    for entry in content[section]:
        if entry["id"] == name:
            entry.update(fields)
    return DataMap.model_validate(content)


@pytest.mark.parametrize(
    ("sensitivity", "provision"),
    [("special-category", "UK GDPR Art. 9(1)"), ("criminal-offence", "UK GDPR Art. 10")],
)
def test_undeclared_data_beneath_a_sensitive_category_is_graver_and_rests_on_more(sensitivity, provision):
    sensitive = _with("data", "contact", sensitivity=sensitivity)
    finding = one(group(Verdict.UNDECLARED_CATEGORY), data_map=sensitive)
    assert finding.severity is Severity.HIGH
    assert provision in finding.law
    assert one(group(Verdict.UNDECLARED_CATEGORY)).severity is Severity.MEDIUM


def test_a_recipient_inside_the_organisation_is_less_grave():
    finding = one(group(Verdict.UNDECLARED_RECIPIENT, recipient="front-desk"))
    assert finding.severity is Severity.MEDIUM


@pytest.mark.parametrize(("country", "severity"), [("US", Severity.HIGH), ("NO", Severity.MEDIUM)])
def test_a_country_with_adequacy_is_less_grave(country, severity):
    assert one(group(Verdict.UNDECLARED_COUNTRY, country=country)).severity is severity


def test_marketing_without_consent_rests_on_the_regulations_for_electronic_mail():
    finding = one(group(Verdict.NO_CONSENT))
    assert (finding.theme, finding.law[0]) == ("marketing", "PECR reg. 22")


def test_other_use_without_consent_does_not():
    assert "PECR reg. 22" not in one(group(Verdict.NO_CONSENT, purpose="study")).law


@pytest.mark.parametrize(("observations", "people"), [(7, 3), (7, 0), (400, 3)])
def test_a_number_about_few_people_is_withheld(observations, people):
    message = one(group(Verdict.AFTER_OBJECTION, observations, people)).message
    assert "a number of observations that is withheld, from March 2026 to May 2026" in message
    assert str(observations) not in message


def test_a_withheld_number_cannot_be_counted_off_the_examples():
    message = one(group(Verdict.AFTER_OBJECTION, 2, 2)).message
    assert message.endswith("(for example log:1).")


def test_a_number_from_which_a_small_one_could_be_worked_out_is_withheld_too():
    groups = [
        group(Verdict.AFTER_RETENTION, 4, 4, data="email"),
        group(Verdict.AFTER_RETENTION, 80, 60, data="contact"),
        group(Verdict.AFTER_RETENTION, 900, 700, data="card"),
    ]
    told = {finding.about[1]: "withheld" in finding.message for finding in found(*groups).findings}
    assert told == {"data:email": True, "data:contact": True, "data:card": False}


def test_small_and_other_withheld_numbers_read_the_same():
    groups = [
        group(Verdict.AFTER_RETENTION, 4, 4, data="email"),
        group(Verdict.AFTER_RETENTION, 80, 60, data="contact"),
    ]
    one_of_each = [finding.message.partition(": ")[2] for finding in found(*groups).findings]
    assert one_of_each[0] == one_of_each[1]


def test_a_decision_about_a_finding_holds_until_it_runs_out():
    name = one(group(Verdict.NO_REQUEST)).id
    for expires, status in ((AS_OF, Status.ACCEPTED), (AS_OF - dt.timedelta(1), Status.EXPIRED)):
        decision = Decision(
            finding=name, status=Status.ACCEPTED, owner="Ada", reason="By telephone", expires=expires
        )
        decided = lido().model_copy(update={"decisions": (decision,)})
        assert one(group(Verdict.NO_REQUEST), data_map=decided).status is status


def _decided(name: str) -> DataMap:
    decision = Decision(finding=name, status=Status.ACCEPTED, owner="Ada", reason="Known")
    return lido().model_copy(update={"decisions": (decision,)})


def test_a_decision_about_a_finding_of_the_evidence_that_is_gone_is_told():
    gone = found(data_map=_decided("evidence-no-request-12345678"))
    assert [skipped.what for skipped in gone.skipped] == ["decision about evidence-no-request-12345678"]


def test_it_is_not_told_where_only_some_sources_were_compared():
    assert found(data_map=_decided("evidence-no-request-12345678"), complete=False).skipped == ()


def test_a_decision_about_a_finding_of_the_rules_is_left_to_the_rules():
    assert found(data_map=_decided("no-version-12345678")).skipped == ()


def test_the_rules_leave_decisions_about_the_evidence_alone():
    run = run_rules(_decided("evidence-no-request-12345678"), AS_OF)
    assert not [skipped for skipped in run.skipped if "evidence-" in skipped.what]


def test_words_that_mean_nothing_give_one_finding_for_each_column_that_holds_them():
    words = [
        Unresolved(source="log", column="recipient", word="Acme", observations=30, likeliest="mailer"),
        Unresolved(source="log", column="recipient", word="Zenith", observations=90),
        Unresolved(source="log", column="data", word="", observations=12),
    ]
    messages = [finding.message for finding in found(unresolved=words).findings]
    assert len(messages) == 2
    assert '"Zenith" (90 rows), "Acme" (30 rows; mailer?).' in messages[0]
    assert "an empty cell (12 rows)" in messages[1]


def test_a_rare_word_is_not_told_for_it_may_be_a_name():
    rare = [Unresolved(source="log", column="recipient", word="Jo Bloggs", observations=2)]
    assert "Bloggs" not in one(unresolved=rare).message


def test_a_word_cannot_break_a_line():
    word = [Unresolved(source="log", column="data", word="a\nb\u202e", observations=20)]
    assert '"a b"' in one(unresolved=word).message


def test_refused_rows_are_told_with_how_many_there_were():
    read = Read(source="log", kind="disclosures", rows=997, refused=3)
    assert "3 of 1,000 rows of source log could not be read" in one(reads=[read]).message


@pytest.mark.parametrize(
    ("watched", "days", "told"), [(True, 90, True), (True, 89, False), (False, None, False)]
)
def test_a_flow_is_asked_about_if_logs_would_have_shown_it_for_long(watched, days, told):
    missing = Unseen(flow="pay", watched=watched, days=days)
    assert bool(found(unseen=[missing]).findings) is told


def test_a_flow_that_is_only_expected_is_told_apart():
    expected = _with("flows", "pay", stance="expected")
    missing = Unseen(flow="pay", watched=True, days=200)
    assert "nobody has confirmed it" in one(unseen=[missing], data_map=expected).message


def test_both_ways_in_which_ends_differ_are_findings_of_their_own():
    ends = Ends(
        disclosures="sent", receipts="got", sender="lido", recipient="host", data="identity",
        first=MARCH, last=MAY, sent=300, received=280, matched=260, people_sent=30, people_received=20,
    )  # fmt: skip
    told = {finding.rule: finding.message for finding in found(ends=[ends]).findings}
    assert "40 entries about 30 people" in told["evidence-sent-not-received"]
    assert "20 entries about 20 people" in told["evidence-received-not-sent"]


def test_ends_that_agree_give_no_finding():
    ends = Ends(
        disclosures="sent", receipts="got", sender="lido", recipient="host", data="identity",
        first=MARCH, last=MAY, sent=300, received=300, matched=300,
    )  # fmt: skip
    assert found(ends=[ends]).findings == ()


def test_late_deletions_are_told_by_holder_and_data():
    late = LateDeletion(sender="host", data="email", deletions=40, people=30, first=MARCH, last=MAY)
    assert one(late=[late]).about == ("party:host", "data:email")


def test_levels_and_kinds_of_finding_cover_the_same_verdicts():
    assert set(LEVELS) == set(GROUNDS) == {verdict for verdict in Verdict if not verdict.is_covered}


def test_a_map_without_an_officer_gets_remedies_that_somebody_can_carry_out():
    assert "data protection lead" in one(group(Verdict.BASIS_DIFFERS)).remedy


def test_a_comparison_gives_one_finding_for_each_of_its_totals(lido_checked: Reconciliation):
    run = findings_of(lido_checked.data_map, AS_OF, lido_checked.totals)
    broken = [total for total in lido_checked.totals if total.verdict.is_violation]
    assert len(run.findings) == len(broken) > 0
    assert {finding.rule for finding in run.findings} == {f"evidence-{total.verdict}" for total in broken}


@pytest.mark.parametrize("sizes", [(6, 3), (3, 6)])
def test_the_order_of_findings_does_not_tell_which_withheld_number_is_larger(sizes):
    """MX is withheld for the sake of the two small ones; BR is shown, and comes first."""
    sizes = dict(zip(("SG", "IN"), sizes, strict=True))
    counts = {"BR": 400, "SG": sizes["SG"], "IN": sizes["IN"], "MX": 300}
    ranked = sorted(counts, key=lambda country: -counts[country])
    groups = [group(Verdict.UNDECLARED_COUNTRY, counts[one], counts[one], country=one) for one in ranked]
    found = findings_of(lido(), AS_OF, groups).findings
    told = [next(one for one in counts if f" in {one}," in finding.message) for finding in found]
    assert told == ["BR", "IN", "MX", "SG"]


def test_days_of_a_withheld_number_are_told_as_months():
    message = one(group(Verdict.AFTER_OBJECTION, 400, 3)).message
    assert "March 2026 to May 2026" in message
    assert "3 March" not in message


def test_a_word_is_counted_as_in_every_other_answer():
    """Of three words one is on few rows, and the smaller of the others keeps it from being worked out."""
    words = [
        Unresolved(source="log", column="recipient", word=word, observations=rows)
        for word, rows in (("Acme", 40), ("J Bloggs", 2), ("Acme UK", 90))
    ]
    (found,) = findings_of(lido(), AS_OF, (), Shown(unresolved=words)).findings
    assert found.message.endswith('"Acme UK" (90 rows), and 2 words on a number of rows that is withheld.')
    assert rows_told(words) == (None, None, 90)
