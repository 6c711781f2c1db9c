"""The generator's own reading of what a map declares, case by case at the ferry."""

import datetime as dt

import pytest

from audit_lib.evidence.life.declared import Pattern, declared, judge, spans

from .ferry import ferry_map

KNOWN = declared(ferry_map())
DAY = dt.date(2026, 6, 15)


def earned(pattern: Pattern, day: dt.date = DAY) -> set[str]:
    return {verdict.value for verdict in judge(KNOWN, pattern, day).verdicts}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (Pattern("ferry", "booker", "name"), "declared"),
        (Pattern(None, "booker", "name"), "declared"),
        (Pattern("ticket-office", "booker", "name"), "declared"),
        (Pattern("ferry", "booker", "cabin"), "declared-in-general"),
        (Pattern("ferry", "caterers", "meal"), "declared-in-general"),
        (Pattern("ferry", "galley-co", "meal"), "declared-in-general"),
        (Pattern("booker", "insurer", "journey", "carry"), "declared"),
        (Pattern("ferry", "booker", "name", country="IE"), "declared"),
        (Pattern("ferry", "booker", "name", country="GB"), "declared"),
        (Pattern("ferry", "booker", "name", country="FR"), "undeclared-country"),
        (Pattern("ferry", "galley-co", "meal", country="FR"), "declared-in-general"),
        (Pattern("ferry", "museum", "name"), "undeclared-category"),
        (Pattern("museum", "booker", "name"), "undeclared-sender"),
        (Pattern("ferry", "museum", "recording"), "undeclared-category"),
        (Pattern("ferry", "crew", "meal"), "undeclared-recipient"),
        (Pattern("ferry", "booker", "name", purpose="market"), "undeclared-purpose"),
        (Pattern("ferry", "insurer", "passport", purpose="carry"), "purpose-differs"),
        (Pattern("ferry", "booker", "name", role="controller"), "role-differs"),
        (Pattern("ferry", "insurer", "passport", role="processor"), "declared-in-general"),
        (Pattern("ferry", "booker", "name", basis="consent"), "basis-differs"),
        (Pattern("ferry", "insurer", "passport", basis="consent"), "declared-in-general"),
    ],
)
def test_one_verdict(pattern: Pattern, expected: str) -> None:
    assert earned(pattern) == {expected}


def test_the_nearest_flow_earns_a_verdict_for_each_mismatch() -> None:
    several = Pattern("ferry", "booker", "name", "market", basis="consent", role="controller", country="FR")
    assert earned(several) == {"undeclared-purpose", "basis-differs", "role-differs", "undeclared-country"}


def test_the_first_and_the_last_day_of_a_flow_count() -> None:
    menu = Pattern("ferry", "museum", "meal")
    begun, ended = dt.date(2026, 5, 1), dt.date(2026, 9, 30)
    one = dt.timedelta(days=1)
    assert earned(menu, begun) == earned(menu, ended) == {"declared"}
    assert earned(menu, begun - one) == earned(menu, ended + one) == {"outside-time"}


def test_a_year_falls_into_spans_at_the_ends_of_flows() -> None:
    found = spans(KNOWN, Pattern("ferry", "museum", "meal"), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert [(begin.month, end.month, len(judged.verdicts)) for begin, end, judged in found] == [
        (1, 4, 1),
        (5, 9, 1),
        (10, 12, 1),
    ]
