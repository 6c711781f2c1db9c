"""What holds for the papers of every breach, whatever is known of it."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from incident_cases import AT, breach, texts

from audit_lib.errors import ParameterError
from audit_lib.exports.document_page import document_page
from audit_lib.incidents.papers.controller_notice import draft_controller_notice, draft_processor_questions
from audit_lib.incidents.papers.message import draft_message
from audit_lib.incidents.papers.notification import draft_notification
from audit_lib.model.circumstances import Availability, Confidentiality, Integrity
from audit_lib.model.noun import Answer
from audit_lib.notice.drafting.markdown import markdown

WORDS = st.none() | st.text(min_size=1, max_size=60).filter(str.isprintable).filter(str.strip)
FACTS = st.fixed_dictionaries(
    {
        "party": st.sampled_from(["cloud", "mill-street", "trust"]),
        "data": st.sampled_from([(), ("passport",), ("x-ray", "log-in"), ("bank-details",)]),
        "people": st.none() | st.integers(0, 10**6),
        "confidentiality": st.sampled_from(Confidentiality),
        "integrity": st.sampled_from(Integrity),
        "availability": st.sampled_from(Availability),
        "malicious": st.sampled_from(Answer),
        "encrypted": st.sampled_from(Answer),
        "contained": st.sampled_from(Answer),
        "what": WORDS,
        "cause": WORDS,
        "measures": st.lists(WORDS.filter(bool), max_size=2).map(tuple),
    }
)
MOMENTS = st.integers(0, 200).map(lambda hours: AT + dt.timedelta(hours=hours - 43))


def papers(data_map, assessment, at):
    """Return every paper that this breach calls for."""
    yield draft_notification(data_map, assessment, as_of=at)
    for subject in assessment.radius.subjects:
        yield draft_message(data_map, assessment, subject=subject, as_of=at)
    for draft in (draft_controller_notice, draft_processor_questions):
        try:
            yield draft(data_map, assessment, as_of=at)
        except ParameterError as refused:
            assert len(refused.faults) == 1  # noqa: PT017  whether there is such a party is the map's to say


def assessed(facts):
    lost = {facts[name].value for name in ("confidentiality", "integrity", "availability")}
    return breach(**facts) if lost != {"none"} else None


@settings(max_examples=60)
@given(facts=FACTS, at=MOMENTS)
def test_every_breach_has_papers_whose_gaps_are_in_brackets(facts, at):
    found = assessed(facts)
    if found is None:
        return
    for made in papers(*found, at):
        assert all(each.text.startswith("[To be ") for each in made.sentences() if each.gap)
        assert not any(each.text.startswith("[To be ") for each in made.sentences() if not each.gap)
        assert markdown(made)
        assert document_page(made)


@settings(max_examples=60)
@given(facts=FACTS, at=MOMENTS)
def test_without_an_entry_no_paper_says_that_anybody_has_been_told(facts, at):
    found = assessed(facts)
    if found is None:
        return
    for made in papers(*found, at):
        said = " ".join(each.text for each in made.sentences() if not each.gap)
        for claim in ("Yes, on", "We told", "Follow-up report", "nobody was harmed", "no one was harmed"):
            assert claim not in said.replace(str(facts["what"]), "")


@settings(max_examples=60)
@given(facts=FACTS, at=MOMENTS)
def test_reasons_for_the_delay_are_asked_for_exactly_when_the_moment_has_passed(facts, at):
    found = assessed(facts)
    if found is None:
        return
    made = draft_notification(*found, as_of=at)
    asked = any("reasons for the delay (Art. 33(1))" in text for text in texts(made) if text.startswith("["))
    runs = not any("no time runs" in text for text in texts(made))
    assert asked == (runs and at > dt.datetime(2026, 11, 23, 14, 35, tzinfo=dt.UTC))
