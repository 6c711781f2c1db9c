"""The columns of a record of processing, in the order of the regulator's templates (UK GDPR Art. 30)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from ..model.record import Column, RecordKind


class ColumnGroup(StrEnum):
    """Why a column is there: Art. 30 requires it, accountability asks for it, or Sch. 1 requires it."""

    ARTICLE_30 = "article-30"
    ACCOUNTABILITY = "accountability"
    SCHEDULE_1 = "schedule-1"


#: Group, id, provision, heading of the regulator's template for controllers, columns A to AD.
#: The template marks what Art. 30 and Sch. 1 require; the rest is optional and good practice.
_CONTROLLER: Final = (
    (ColumnGroup.ARTICLE_30, "function", "Art. 30(1)", "Business function"),
    (ColumnGroup.ARTICLE_30, "purpose", "Art. 30(1)(b)", "Purpose of processing"),
    (
        ColumnGroup.ARTICLE_30,
        "joint-controllers",
        "Art. 30(1)(a)",
        "Name and contact details of joint controller (if applicable)",
    ),
    (ColumnGroup.ARTICLE_30, "subjects", "Art. 30(1)(c)", "Categories of individuals"),
    (ColumnGroup.ARTICLE_30, "data", "Art. 30(1)(c)", "Categories of personal data"),
    (ColumnGroup.ARTICLE_30, "recipients", "Art. 30(1)(d)", "Categories of recipients"),
    (ColumnGroup.ARTICLE_30, "contracts", "Art. 28(3)", "Link to contract with processor"),
    (
        ColumnGroup.ARTICLE_30,
        "third-countries",
        "Art. 30(1)(e)",
        "Names of third countries or international organisations that personal data are transferred to "
        "(if applicable)",
    ),
    (
        ColumnGroup.ARTICLE_30,
        "transfer-safeguards",
        "Art. 30(1)(e)",
        "Safeguards for exceptional transfers of personal data to third countries or international "
        "organisations (if applicable)",
    ),
    (ColumnGroup.ARTICLE_30, "retention", "Art. 30(1)(f)", "Retention schedule (if possible)"),
    (
        ColumnGroup.ARTICLE_30,
        "security",
        "Art. 30(1)(g)",
        "General description of technical and organisational security measures (if possible)",
    ),
    (
        ColumnGroup.ACCOUNTABILITY,
        "lawful-basis",
        "Art. 6(1)",
        "Article 6 lawful basis for processing personal data",
    ),
    (
        ColumnGroup.ACCOUNTABILITY,
        "special-condition",
        "Art. 9(2)",
        "Article 9 condition for processing special category data",
    ),
    (
        ColumnGroup.ACCOUNTABILITY,
        "interests",
        "Art. 6(1)(f)",
        "Legitimate interests for the processing (if applicable)",
    ),
    (
        ColumnGroup.ACCOUNTABILITY,
        "lia",
        "Art. 5(2)",
        "Link to record of legitimate interests assessment (if applicable)",
    ),
    (ColumnGroup.ACCOUNTABILITY, "rights", "Art. 13(2)(b)", "Rights available to individuals"),
    (
        ColumnGroup.ACCOUNTABILITY,
        "automated-decisions",
        "Art. 13(2)(f)",
        "Existence of automated decision-making, including profiling (if applicable)",
    ),
    (
        ColumnGroup.ACCOUNTABILITY,
        "source",
        "Art. 14(2)(f)",
        "The source of the personal data (if applicable)",
    ),
    (ColumnGroup.ACCOUNTABILITY, "consent-record", "Art. 7(1)", "Link to record of consent"),
    (ColumnGroup.ACCOUNTABILITY, "location", "Art. 5(2)", "Location of personal data"),
    (
        ColumnGroup.ACCOUNTABILITY,
        "dpia-required",
        "Art. 35(1)",
        "Data Protection Impact Assessment required?",
    ),
    (ColumnGroup.ACCOUNTABILITY, "dpia-progress", "Art. 35(1)", "Data Protection Impact Assessment progress"),
    (ColumnGroup.ACCOUNTABILITY, "dpia-link", "Art. 35(7)", "Link to Data Protection Impact Assessment"),
    (ColumnGroup.ACCOUNTABILITY, "breach", "Art. 33(5)", "Has a personal data breach occurred?"),
    (ColumnGroup.ACCOUNTABILITY, "breach-record", "Art. 33(5)", "Link to record of personal data breach"),
    (
        ColumnGroup.SCHEDULE_1,
        "schedule-1-condition",
        "DPA 2018 Sch. 1 para. 41",
        "Data Protection Act 2018 Schedule 1 Condition for processing",
    ),
    (
        ColumnGroup.SCHEDULE_1,
        "schedule-1-basis",
        "DPA 2018 Sch. 1 para. 41",
        "GDPR Article 6 lawful basis for processing",
    ),
    (
        ColumnGroup.SCHEDULE_1,
        "policy",
        "DPA 2018 Sch. 1 para. 39",
        "Link to retention and erasure policy document",
    ),
    (
        ColumnGroup.SCHEDULE_1,
        "policy-followed",
        "DPA 2018 Sch. 1 para. 41",
        "Is personal data retained and erased in accordance with the policy document?",
    ),
    (
        ColumnGroup.SCHEDULE_1,
        "policy-reasons",
        "DPA 2018 Sch. 1 para. 41",
        "Reasons for not adhering to policy document (if applicable)",
    ),
)

_PROCESSOR: Final = (
    (ColumnGroup.ARTICLE_30, "controller", "Art. 30(2)(a)", "Name and contact details of controller"),
    (
        ColumnGroup.ARTICLE_30,
        "controller-representative",
        "Art. 30(2)(a)",
        "Name and contact details of controller's representative (if applicable)",
    ),
    (
        ColumnGroup.ARTICLE_30,
        "controller-dpo",
        "Art. 30(2)(a)",
        "Name and contact details of controller's data protection officer (if applicable)",
    ),
    (ColumnGroup.ARTICLE_30, "processing", "Art. 30(2)(b)", "Categories of processing"),
    (
        ColumnGroup.ARTICLE_30,
        "third-countries",
        "Art. 30(2)(c)",
        "Names of third countries or international organisations that personal data are transferred to "
        "(if applicable)",
    ),
    (
        ColumnGroup.ARTICLE_30,
        "transfer-safeguards",
        "Art. 30(2)(c)",
        "Safeguards for exceptional transfers of personal data to third countries or international "
        "organisations (if applicable)",
    ),
    (
        ColumnGroup.ARTICLE_30,
        "security",
        "Art. 30(2)(d)",
        "General description of technical and organisational security measures (if possible)",
    ),
    (ColumnGroup.ACCOUNTABILITY, "data", "Art. 28(3)", "Categories of personal data"),
    (ColumnGroup.ACCOUNTABILITY, "subjects", "Art. 28(3)", "Categories of individuals"),
    (ColumnGroup.ACCOUNTABILITY, "location", "Art. 5(2)", "Location of personal data"),
    (ColumnGroup.ACCOUNTABILITY, "contracts", "Art. 28(3)", "Link to contract with controller"),
)

_TEMPLATES: Final = {RecordKind.CONTROLLER: _CONTROLLER, RecordKind.PROCESSOR: _PROCESSOR}


def record_columns(kind: RecordKind) -> tuple[Column, ...]:
    """Return the columns of the regulator's template for a controller's or a processor's record.

    A controller's record has the template's 30 columns in its order; a processor's has those that
    Art. 30(2) asks for, and four more that make it useful. `Column.required` says that Art. 30 or DPA 2018
    Sch. 1 Part 4 asks for the column; the columns of Schedule 1 do so only where special category or
    criminal offence data is processed, and are "not applicable" elsewhere.

    Examples
    --------
    >>> columns = record_columns(RecordKind.CONTROLLER)
    >>> len(columns), columns[0].heading, columns[9].law
    (30, 'Business function', 'UK GDPR Art. 30(1)(f)')
    """
    return tuple(
        Column(
            id=name,
            heading=heading,
            law=law if law.startswith("DPA") else f"UK GDPR {law}",
            required=group is not ColumnGroup.ACCOUNTABILITY,
        )
        for group, name, law, heading in _TEMPLATES[kind]
    )


def column_groups(kind: RecordKind) -> Mapping[str, ColumnGroup]:
    """Return for each column id the group that it belongs to.

    Examples
    --------
    >>> column_groups(RecordKind.CONTROLLER)["lia"].value
    'accountability'
    """
    return {name: group for group, name, _, _ in _TEMPLATES[kind]}
