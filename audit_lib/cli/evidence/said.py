"""Words for what was observed: how many, when, and from whom to whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ...law.periods import LONDON

if TYPE_CHECKING:
    from ...model.reconciliation import Meaning


def percent(part: int | None, whole: int | None) -> str:
    """Return a part in per cent, never rounded to nothing or to all; nothing where a figure is hidden.

    >>> percent(1, 3), percent(1, 1_000_000), percent(999_999, 1_000_000), percent(None, 3)
    ('33.3 %', '<0.1 %', '>99.9 %', '')
    """
    if part is None or not whole:
        return ""
    share = 100 * part / whole
    if 0 < share < 0.05:
        return "<0.1 %"
    return ">99.9 %" if 99.95 <= share < 100 else f"{share:.1f} %"


def _local(moment: dt.datetime) -> dt.datetime:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(LONDON)


def days(first: dt.datetime, last: dt.datetime) -> str:
    """Return from which local day to which something lasts.

    >>> days(dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC), dt.datetime(2026, 7, 9, tzinfo=dt.UTC))
    '2026-07-01 to 2026-07-09'
    """
    start, end = _local(first).date().isoformat(), _local(last).date().isoformat()
    return start if start == end else f"{start} to {end}"


def span(first: dt.datetime, last: dt.datetime, *, whole_months: bool = False) -> str:
    """Return from when to when something was seen; in whole months where a day would tell too much.

    >>> moment = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    >>> span(moment, moment), span(moment, moment, whole_months=True)
    ('2026-07-01', '2026-07')
    """
    if not whole_months:
        return days(first, last)
    start, end = _local(first).date().isoformat()[:7], _local(last).date().isoformat()[:7]
    return start if start == end else f"{start} to {end}"


def words_of(meaning: Meaning) -> str:
    """Return what an observation means in one line, in ids of the map.

    >>> from audit_lib.model.reconciliation import Meaning
    >>> words_of(Meaning(source="log", sender="agent", recipient="court", data="arrears", country="FR"))
    'agent to court, arrears, country FR [log]'
    """
    ends = f"{meaning.sender or 'sender not recorded'} to {meaning.recipient or 'recipient not recorded'}"
    rest = [f", {meaning.data}"] if meaning.data else []
    for field in ("purpose", "activity", "basis", "role", "country", "system"):
        said = getattr(meaning, field)
        rest += [f", {field} {said}"] if said else []
    log = f" [{meaning.source}]" if meaning.source else ""
    return f"{ends}{''.join(rest)}{log}"
