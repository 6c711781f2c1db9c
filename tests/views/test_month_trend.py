"""A small chart of months: what is known is drawn, what is not is a gap, and words say it all."""

import itertools

from bs4 import BeautifulSoup

from audit_lib.views.month_trend import MonthTrend, TrendLine, trend_alt, trend_svg

MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04")


def drawn(*lines, title="Findings"):
    return BeautifulSoup(trend_svg(MonthTrend(title, MONTHS, lines), "a"), "html.parser").svg


def test_a_line_breaks_where_nothing_is_known():
    svg = drawn(TrendLine("high", (1, 2, None, 4)))
    assert len(svg.select("circle")) == 3
    (line,) = svg.select("polyline")
    assert len(line["points"].split()) == 2


def test_lines_are_told_apart_without_colour():
    lines = [TrendLine(words, (1, 2, 3, 4)) for words in ("high", "medium", "low")]
    svg = drawn(*lines)
    assert len({line.get("stroke-dasharray") for line in svg.select("polyline")}) == 3
    assert [text.get_text() for text in svg.select("text.end")] == ["high: 4", "medium: 4", "low: 4"]


def test_words_at_the_ends_do_not_touch():
    svg = drawn(*[TrendLine(words, (9, 9, 9, value)) for words, value in (("a", 9), ("b", 9), ("c", 8.9))])
    at = sorted(float(text["y"]) for text in svg.select("text.end"))
    assert all(below - above >= 13 for above, below in itertools.pairwise(at))


def test_everything_stays_within_the_picture():
    svg = drawn(TrendLine("high", (0, 1_000_000, 3, 7)))
    _, _, wide, high = map(float, svg["viewbox"].split())
    for dot in svg.select("circle"):
        assert 0 <= float(dot["cx"]) <= wide
        assert 0 <= float(dot["cy"]) <= high


def test_the_description_says_where_each_line_begins_and_ends():
    svg = drawn(TrendLine("high", (None, 2, 3, None)), TrendLine("low", (None,) * 4))
    assert svg.title.get_text() == "Findings. high: 2 in Feb 2026, 3 in Mar 2026. low: not known."
    assert svg["aria-labelledby"] == svg.title["id"]


def test_figures_that_are_all_none_are_drawn_at_the_bottom():
    svg = drawn(TrendLine("high", (0, 0, 0, 0)))
    assert len({dot["cy"] for dot in svg.select("circle")}) == 1


def test_no_words_become_markup():
    assert "<b>" not in trend_svg(MonthTrend("<b>", MONTHS[:1], (TrendLine("<b>", (1,)),)), '"><b>')
    assert trend_alt(MonthTrend("T", MONTHS[:1], (TrendLine("x", (1,)),))) == "T. x: 1 in Jan 2026."
