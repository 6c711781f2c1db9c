"""The impact assessments in a bundle: the screening of activities, and a draft where one is called for."""

from __future__ import annotations

from collections.abc import Iterator

from ...exports.bundle_part import Part
from ...exports.document import write_document
from ...exports.document_page import document_page
from ...exports.view_page import Shown, view_page
from ...model.audit import Audit
from ...model.screening import Outcome
from ...risk.dpia import dpia
from ...risk.screening import screen_all
from ...views.screening_tables import questions_table, screening_table
from .files import bytes_of, facts, page_bytes

_LAW = ("UK GDPR Art. 35(7)", "UK GDPR Art. 58(1)(a): information that the Commissioner may require")

_SCREENING = (
    "An assessment is needed where a high risk to people is likely (UK GDPR Art. 35(1)). Each activity is "
    "held against the cases of Art. 35(3), the list of the regulator (Art. 35(4)) and nine criteria (WP 248 "
    "rev. 01). A question mark is what the map does not say: it is asked below."
)

#: The outcomes of a screening that call for an assessment.
CALLED_FOR = (Outcome.REQUIRED, Outcome.PRESUMED)


def impact_parts(audit: Audit) -> Iterator[Part]:
    """Yield the screening, and Word document and page of each assessment that the screening calls for.

    >>> import datetime as dt
    >>> from audit_lib.audit import run_audit
    >>> from audit_lib.graph.example import example_map
    >>> next(impact_parts(run_audit(example_map(), dt.date(2026, 11, 22)))).name
    'dpia/screening.html'
    """
    data_map, as_of = audit.data_map, audit.as_of
    screenings = screen_all(data_map)
    needed = [
        one for one in screenings if one.outcome in CALLED_FOR and data_map.activity[one.activity].controllers
    ]
    shown: list[str | Shown] = [
        _SCREENING,
        screening_table(screenings, most=10_000),
        "## What has to be asked",
        questions_table(screenings),
    ]
    page = view_page("Which activities call for an impact assessment", facts(data_map, as_of), shown)
    call = "calls" if len(needed) == 1 else "call"
    said = f"{len(needed)} of {len(screenings)} activities {call} for an assessment."
    yield Part(
        "dpia/screening.html", page_bytes(page), "Screening of all activities", said, ("UK GDPR Art. 35(1)",)
    )
    for one in needed:
        made = dpia(data_map, one.activity, as_of, audit.findings)
        law = (*_LAW, "UK GDPR Art. 36(1): a high risk remains") if made.consult_regulator else _LAW
        places = "1 place" if made.gaps == 1 else f"{made.gaps} places"
        about = f"A draft made from the map: {places} to fill in."
        word = bytes_of(lambda path, made=made: write_document(made, path), ".docx")  # type: ignore[misc]
        title = f"Assessment: {one.name}"
        yield Part(f"dpia/{one.activity}.docx", word, title, about, law)
        yield Part(f"dpia/{one.activity}.html", page_bytes(document_page(made)), title, about, law)
