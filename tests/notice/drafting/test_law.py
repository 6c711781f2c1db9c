"""A drafted notice, checked against its own map: no contradiction, and nothing missing but gaps.

A finding is *excused* when the draft itself says that the thing is not known: a gap stands in a section that
treats the transparency item of the finding (or among the questions at the end), and its gaps together touch
every activity, flow, purpose, party, ... that the finding is about. A finding about the notice as a whole
needs a gap in that section. What judges *practice* is no matter of wording: a notice that tells the truth
about a doubtful practice does not make it lawful, and such a finding must stay.
"""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import data_maps

from audit_lib.files.read_map import read_map
from audit_lib.model.data_map import DataMap
from audit_lib.model.document import Bullets, Grid, Paragraph, Sentence
from audit_lib.model.finding import Finding
from audit_lib.model.notice_draft import NoticeDraft
from audit_lib.model.transparency import Verdict
from audit_lib.notice.claim_signs import claim_signs
from audit_lib.notice.clauses import split_sentences
from audit_lib.notice.coverage import cover
from audit_lib.notice.drafting.care import CHANGES
from audit_lib.notice.drafting.choices import MACHINES, MUST_YOU
from audit_lib.notice.drafting.collect import COLLECT
from audit_lib.notice.drafting.cookies import COOKIES
from audit_lib.notice.drafting.draft import draft_notice
from audit_lib.notice.drafting.purposes import PURPOSES
from audit_lib.notice.drafting.questions import QUESTIONS
from audit_lib.notice.drafting.remap import as_read, remap
from audit_lib.notice.drafting.retention import HOW_LONG
from audit_lib.notice.drafting.rights import COMPLAINTS, RIGHTS
from audit_lib.notice.drafting.sharing import SHARING
from audit_lib.notice.drafting.transfers import ABROAD
from audit_lib.notice.drafting.who import FOR_WHOM, WHO
from audit_lib.notice.judge import judge
from audit_lib.notice.signs.text_signs import text_signs
from audit_lib.rules.catalogue import CATALOGUE
from audit_lib.rules.run import run_rules

AS_OF = dt.date(2026, 11, 22)
ROOT = Path(__file__).parents[3]
MAPS = sorted(path.name for path in (ROOT / "data_maps").iterdir() if path.is_dir())

#: Where the draft treats each item. An item that is not here is told whatever the map says: rights, consent,
#: objection, complaint to the regulator and version come from the law and the day, so nothing excuses them.
TREATED = {
    "A13-1a": (WHO,),
    "A13-1a-rep": (WHO,),
    "A13-1b": (WHO,),
    "A13-1c-p": (PURPOSES,),
    "A13-1c-b": (PURPOSES,),
    "A13-1d": (PURPOSES,),
    "A13-1e": (SHARING, PURPOSES),
    "A13-1f": (ABROAD,),
    "A13-2a": (HOW_LONG, PURPOSES),
    "A13-2ca": (COMPLAINTS,),
    "A13-2e": (MUST_YOU,),
    "A13-2f": (MACHINES,),
    "A13-3": (CHANGES,),
    "A14-1d": (COLLECT,),
    "A14-2da": (COMPLAINTS,),
    "A14-2f": (COLLECT,),
    "A14-3": (COLLECT,),
    "A12-2": (RIGHTS,),
    "A26-2": (WHO,),
    "PECR-6": (COOKIES,),
}

#: Rules that judge what the notice tells and have no item, or are about less than their item.
TREATED_BY_RULE = {
    "recipients-only-as-classes": (SHARING,),
    "people-not-addressed": (FOR_WHOM,),
    "address-not-readable": (WHO, RIGHTS, COMPLAINTS),
    # One party in two roles: the draft says what it gets and asks which it is.
    "role-contradicted": (SHARING,),
    # Two periods for the same data: the draft states neither and asks which holds.
    "periods-differ": (HOW_LONG,),
}

#: Rules that judge what is done or what is on record; the truth told in a notice changes nothing about it.
#: They need no notice and speak of nothing that must be told; of these seven, what is done is one side.
PRACTICE = {rule.id for rule in CATALOGUE if not rule.items and not rule.needs_notice} - {
    *TREATED_BY_RULE
} | {
    "bases-compete",
    "basis-does-not-fit",
    "cookies-without-choice",
    "cookies-without-consent",
    "joint-controllers-without-arrangement",
    "research-beside-marketing",
    "right-without-channel",
}

#: What a finding is about that a gap has to touch.
TOUCHED = ("activity", "flow", "purpose", "party", "retention", "system", "channel")


def gaps_under(draft: NoticeDraft, headings: tuple[str, ...]) -> list[frozenset[str]]:
    """Return what each gap under some headings touches."""
    return [
        frozenset(sentence.rests)
        for section in draft.sections
        if section.heading in headings
        for sentence in section.sentences()
        if sentence.gap
    ]


def excused(finding: Finding, draft: NoticeDraft, controller: str) -> bool:
    """Say whether gaps of the draft already ask for what a finding misses, for each of its items."""
    about = {
        each for each in finding.about if each.partition(":")[0] in TOUCHED and each != f"party:{controller}"
    }
    by_item = [TREATED.get(item, ()) for item in finding.items] or [()]
    where = [TREATED_BY_RULE[finding.rule]] if finding.rule in TREATED_BY_RULE else by_item
    for headings in where:
        own = gaps_under(draft, headings)
        touched = frozenset[str]().union(*own, *gaps_under(draft, (QUESTIONS,)))
        if not (about <= touched if about else own or f"party:{controller}" in touched):
            return False
    return True


def unexcused(data_map: DataMap) -> list[str]:
    """Return the findings against a draft of a map that neither a gap nor practice explains."""
    draft = draft_notice(data_map, AS_OF)
    run = run_rules(remap(data_map, draft), AS_OF, CATALOGUE)
    return [
        f"{finding.rule} {finding.about}: {finding.message}"
        for finding in run.findings
        if not (finding.rule in PRACTICE and not finding.contradicts)
        and not (
            (not finding.contradicts or finding.rule in TREATED_BY_RULE)
            and excused(finding, draft, data_map.info.controller)
        )
    ]


@pytest.mark.parametrize("name", MAPS)
def test_a_drafted_notice_contradicts_nothing_and_misses_nothing_but_its_gaps(name):
    assert unexcused(read_map(ROOT / "data_maps" / name)) == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(data_maps())
def test_so_does_the_notice_of_any_map(data_map):
    assert unexcused(data_map) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data_maps())
def test_every_sentence_of_the_notice_of_any_map_is_accounted_for(data_map):
    draft = draft_notice(data_map, AS_OF)
    coverage = cover(remap(data_map, draft), as_read(draft))
    assert coverage.complete
    assert all(clause.standing == "unchanged" for clause in coverage.clauses)


def missed(judgements, draft: NoticeDraft) -> dict[str, str]:
    """Return the items that are not told, are due, and have no gap where the draft treats them."""
    return {
        each.item: each.verdict.value
        for each in judgements
        if each.verdict in (Verdict.MISSING, Verdict.PARTIAL)
        if each.item != "A12-1" and not gaps_under(draft, TREATED.get(each.item, ()))
    }


@pytest.mark.parametrize("name", MAPS)
def test_its_claims_tell_every_item_but_the_gaps(name):
    data_map = read_map(ROOT / "data_maps" / name)
    draft = draft_notice(data_map, AS_OF)
    assert missed(judge(claim_signs(remap(data_map, draft), AS_OF), AS_OF), draft) == {}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data_maps())
def test_the_claims_of_any_draft_tell_every_item_but_the_gaps(data_map):
    draft = draft_notice(data_map, AS_OF)
    assert missed(judge(claim_signs(remap(data_map, draft), AS_OF), AS_OF), draft) == {}


def without_gaps(draft: NoticeDraft) -> NoticeDraft:
    """Return a draft with its gaps left blank."""

    def told(sentences):
        return tuple(sentence for sentence in sentences if not sentence.gap) or (Sentence(text="–"),)

    def blank(block):
        if isinstance(block, Paragraph):
            return Paragraph(sentences=told(block.sentences))
        if isinstance(block, Bullets):
            return Bullets(items=told(block.items))
        return Grid(columns=block.columns, rows=tuple(tuple(map(told, row)) for row in block.rows))

    sections = tuple(
        section.model_copy(update={"blocks": tuple(map(blank, section.blocks))}) for section in draft.sections
    )
    return draft.model_copy(update={"sections": sections})


@pytest.mark.parametrize("name", MAPS)
def test_its_words_alone_tell_every_item_but_the_gaps(name):
    """Somebody who has only the text finds every item too, and finds it in plain language.

    The gaps are taken out first: the words that ask for something must not pass for telling it.
    """
    draft = draft_notice(read_map(ROOT / "data_maps" / name), AS_OF)
    judgements = judge(text_signs(split_sentences(as_read(without_gaps(draft)))), AS_OF)
    assert missed(judgements, draft) == {}
    assert next(each.verdict for each in judgements if each.item == "A12-1") is Verdict.PRESENT


def test_the_excuse_is_no_free_pass(bare_map):
    """A draft with its gaps taken out is found out: each gap that mattered comes back as a finding."""
    draft = draft_notice(bare_map, AS_OF)
    silent = draft.model_copy(
        update={
            "sections": tuple(
                section.model_copy(update={"blocks": ()}) if section.heading == HOW_LONG else section
                for section in draft.sections
                if section.heading != PURPOSES
            )
        }
    )
    run = run_rules(remap(bare_map, silent), AS_OF)
    lost = [f.rule for f in run.findings if f.rule not in PRACTICE and not excused(f, silent, "kite")]
    assert {"retention-not-told", "basis-not-told"} <= set(lost)


@pytest.fixture
def bare_map():
    return DataMap.model_validate(
        {
            "map": {"id": "bare", "title": "Bare", "jurisdiction": "UK", "controller": "kite"},
            "parties": [
                {"id": "kite", "name": "Kite Ltd", "kind": "organisation", "stance": "recorded"},
                {"id": "tenants", "name": "Tenants", "kind": "individuals", "stance": "recorded"},
            ],
            "data": [{"id": "names", "name": "Name", "stance": "recorded"}],
            "purposes": [{"id": "letting", "name": "Let homes", "stance": "recorded"}],
            "activities": [
                {"id": "let", "name": "Let homes", "function": "Letting", "purpose": "letting",
                 "controllers": ["kite"], "subjects": ["tenants"], "data": ["names"], "stance": "recorded",
                 "bases": [{"basis": "legal-obligation", "stance": "recorded"}]},
            ],
        }
    )  # fmt: skip
