"""What personal data there is, from the general to the particular."""

from __future__ import annotations

from enum import StrEnum

from .noun import Entry, Id, Text


class Sensitivity(StrEnum):
    """How much harm a category can do in the wrong hands.

    `special-category` is UK GDPR Art. 9(1), `criminal-offence` Art. 10; `high-risk` is data whose loss
    commonly leads to fraud or distress (identity documents, payment data, precise movements), a judgement
    and no legal term.
    """

    ORDINARY = "ordinary"
    HIGH_RISK = "high-risk"
    SPECIAL_CATEGORY = "special-category"
    CRIMINAL_OFFENCE = "criminal-offence"


class DataContext(StrEnum):
    """What a category mainly tells about a person: the classes by which the severity of a breach starts.

    `simple`: who somebody is and how to reach them; `behavioural`: where they are, what they do and prefer;
    `financial`: what they own, earn, owe or pay, and what lets another act with their money or credit;
    `sensitive`: health, beliefs, sexual life, offences and the like. After ENISA, Recommendations for a
    methodology of the assessment of severity of personal data breaches (2013), DPC.
    """

    SIMPLE = "simple"
    BEHAVIOURAL = "behavioural"
    FINANCIAL = "financial"
    SENSITIVE = "sensitive"
    NOT_STATED = "not-stated"


class Identification(StrEnum):
    """How easily somebody who comes upon a category alone can tell whom it is about (the same method, EI).

    `negligible`: hardly anybody could; `limited`: with more knowledge and some effort; `significant`: with
    what is easily found; `maximum`: the data itself says it.
    """

    NEGLIGIBLE = "negligible"
    LIMITED = "limited"
    SIGNIFICANT = "significant"
    MAXIMUM = "maximum"
    NOT_STATED = "not-stated"


class DataCategory(Entry):
    """A category of personal data; a flow that carries a category carries what lies beneath it.

    `context` is what it mainly tells, and `identifies` how easily a person is known from it alone; both say
    how grave a breach would be, and what a category does not state its nearest parent says.
    """

    name: Text
    parent: Id | None = None
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    context: DataContext = DataContext.NOT_STATED
    identifies: Identification = Identification.NOT_STATED
    description: Text | None = None
    examples: tuple[Text, ...] = ()
