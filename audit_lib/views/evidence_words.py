"""The words for what was observed: verdicts, figures of people, days, and what stands at the head of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from ..law.periods import LONDON
from ..model.data_map import DataMap
from ..model.reconciliation import Meaning
from ..model.verdict import Verdict
from .lettering import one_line

#: What a reader calls each verdict.
VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.DECLARED: "Declared",
    Verdict.DECLARED_IN_GENERAL: "Declared only in general",
    Verdict.UNDECLARED_RECIPIENT: "Recipient not declared",
    Verdict.UNDECLARED_SENDER: "Sender not declared",
    Verdict.UNDECLARED_CATEGORY: "Data not declared",
    Verdict.UNDECLARED_PURPOSE: "Purpose not declared",
    Verdict.PURPOSE_DIFFERS: "Purpose differs",
    Verdict.ROLE_DIFFERS: "Role differs",
    Verdict.BASIS_DIFFERS: "Lawful basis differs",
    Verdict.UNDECLARED_COUNTRY: "Country not declared",
    Verdict.OUTSIDE_TIME: "Outside the time of the flow",
    Verdict.AFTER_RESTRICTION: "After a restriction",
    Verdict.AFTER_OBJECTION: "After an objection",
    Verdict.AFTER_DELETION: "After a deletion",
    Verdict.NO_CONSENT: "Without a valid consent",
    Verdict.NO_REQUEST: "Without a request",
    Verdict.AFTER_RETENTION: "After the retention period",
    Verdict.UNRESOLVED: "Unresolved",
}
ORDER: Final = tuple(VERDICTS)
#: What each verdict says of an observation.
MEANINGS: Final[Mapping[Verdict, str]] = {
    Verdict.DECLARED: "A flow of the map names just this.",
    Verdict.DECLARED_IN_GENERAL: "A flow covers it by a parent category or a class of recipients.",
    Verdict.UNDECLARED_RECIPIENT: "No flow gives this data to the recipient, nor anything of this sender.",
    Verdict.UNDECLARED_SENDER: "The recipient gets this data by the map, but not from this sender.",
    Verdict.UNDECLARED_CATEGORY: "The sender gives data to the recipient by the map, but not this data.",
    Verdict.UNDECLARED_PURPOSE: "No flow from the sender to the recipient has this purpose or activity.",
    Verdict.PURPOSE_DIFFERS: "The nearest flow has another purpose; another flow between them has this.",
    Verdict.ROLE_DIFFERS: "The recipient acted in another role than the nearest flow says.",
    Verdict.BASIS_DIFFERS: "The log records a lawful basis that the activity does not state.",
    Verdict.UNDECLARED_COUNTRY: "The data went to a country that the nearest flow does not name.",
    Verdict.OUTSIDE_TIME: "The nearest flow had not begun on that day, or had ended.",
    Verdict.AFTER_RESTRICTION: "A restriction of the processing of this data was in force (UK GDPR Art. 18).",
    Verdict.AFTER_OBJECTION: "The person had objected (UK GDPR Art. 21).",
    Verdict.AFTER_DELETION: "The sender had recorded that it deleted this data of the person.",
    Verdict.NO_CONSENT: "It needed a consent, and none was valid at that moment.",
    Verdict.NO_REQUEST: "The authority had not asked for it at that moment.",
    Verdict.AFTER_RETENTION: "The retention period had ended, counted from the event that starts it.",
    Verdict.UNRESOLVED: "A word of the log stands for nothing in the map; nothing was compared.",
}
#: What everything says that is fed by made-up logs.
INVENTED: Final = "These logs are invented for a demonstration."
#: What stands where nothing is recorded.
NOT_RECORDED: Final = "not recorded"

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local_day(moment: dt.datetime) -> dt.date:
    """Return the day on which something happened in the United Kingdom; a naive moment is in UTC.

    >>> local_day(dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC))
    datetime.date(2026, 7, 1)
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(LONDON).date()


def short_day(day: dt.date) -> str:
    """Return a day in few letters, the same on every machine.

    >>> short_day(dt.date(2026, 3, 9))
    '9 Mar 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span(first: dt.datetime, last: dt.datetime) -> str:
    """Return from when to when something was seen, the year said once where it is the same.

    >>> span(dt.datetime(2026, 1, 3, 12, tzinfo=dt.UTC), dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    '3 Jan – 22 Nov 2026'
    """
    start, end = local_day(first), local_day(last)
    if start == end:
        return short_day(start)
    opening = short_day(start)
    return f"{opening if start.year != end.year else opening[:-5]} – {short_day(end)}"


def month_span(first: dt.datetime, last: dt.datetime) -> str:
    """Return from which month to which something was seen, where days would tell too much.

    >>> month_span(dt.datetime(2026, 1, 3, 12, tzinfo=dt.UTC), dt.datetime(2026, 3, 22, 12, tzinfo=dt.UTC))
    'Jan 2026 – Mar 2026'
    """
    names = [month_name(local_day(moment).isoformat()[:7]) for moment in (first, last)]
    return " – ".join(dict.fromkeys(names))


def month_name(month: str) -> str:
    """Return a calendar month in few letters.

    >>> month_name("2026-03")
    'Mar 2026'
    """
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def months_between(months: Iterable[str]) -> tuple[str, ...]:
    """Return every calendar month from the first to the last of some.

    >>> months_between(["2026-11", "2027-02"])
    ('2026-11', '2026-12', '2027-01', '2027-02')
    """
    known = sorted(int(month[:4]) * 12 + int(month[5:]) - 1 for month in set(months))
    if not known:
        return ()
    return tuple(f"{at // 12:04}-{at % 12 + 1:02}" for at in range(known[0], known[-1] + 1))


def called(data_map: DataMap, kind: str, name: str | None) -> str:
    """Return what a reader calls an entry, in one line; "not recorded" for None.

    >>> from audit_lib.graph.example import example_map
    >>> called(example_map(), "party", "court"), called(example_map(), "party", None)
    ('Court', 'not recorded')
    """
    return one_line(data_map.name(f"{kind}:{name}"), 120) if name else NOT_RECORDED


def between(data_map: DataMap, meaning: Meaning) -> str:
    """Return from whom to whom an observation goes, by name.

    >>> from audit_lib.graph.example import example_map
    >>> between(example_map(), Meaning(source="log", sender="agent", recipient="court"))
    'Agent → Court'
    """
    ends = (meaning.sender, meaning.recipient)
    return " → ".join(called(data_map, "party", end) for end in ends)
