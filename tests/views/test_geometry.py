"""What a picture was drawn from: the same for the same picture, another for another, whatever its pixels."""

from __future__ import annotations

import json

import numpy as np
import pytest
from matplotlib.figure import Figure

from audit_lib.views.charts import findings_chart
from audit_lib.views.drawing import arrow, block, box, dot, figure_of, sheet, write
from audit_lib.views.geometry import geometry
from audit_lib.views.lane_map import lane_map
from audit_lib.views.lane_shapes import Point, Rect
from audit_lib.views.picture import MIME, Picture
from audit_lib.views.values import values


def drawn(change=None, **style):
    """A figure of every kind of mark; `change` names the one that is different."""
    by = {change: 3.0} if change else {}
    axes = sheet(200 + by.get("sheet", 0), 100)
    block(
        axes,
        Rect(10, 10, 30, 40 + by.get("bar", 0)),
        facecolor="#ff0000" if change != "colour" else "#fe0000",
    )
    box(axes, Rect(40 + by.get("box", 0), 10, 60, 30), radius=5 + by.get("corner", 0))
    dot(axes, (80 + by.get("dot", 0), 20), 4, facecolor="#123456")
    arrow(axes, [Point(10, 80), Point(100 + by.get("arrow", 0), 80)], 1.0, dashed=change == "dashes")
    axes.plot([0, 50], [90, 90 + by.get("line", 0)], linewidth=1 + by.get("thick", 0))
    write(axes, (100 + by.get("text", 0), 50), "Rent" if change != "words" else "Rant", 9, **style)
    axes.scatter([100, 110], [20, 30 + by.get("point", 0)], s=4)
    axes.imshow(np.array([[0.0, 1.0 if change != "pixel" else 0.9]]), extent=(120, 140, 20, 10))
    return figure_of(axes)


def test_the_same_marks_give_the_same_hash():
    assert geometry(drawn()) == geometry(drawn())


@pytest.mark.parametrize(
    "change",
    [
        "sheet",
        "bar",
        "colour",
        "box",
        "corner",
        "dot",
        "arrow",
        "dashes",
        "line",
        "thick",
        "text",
        "words",
        "point",
        "pixel",
    ],
)
def test_a_mark_that_is_different_gives_another_hash(change):
    assert geometry(drawn(change)) != geometry(drawn())


def test_the_order_in_which_marks_lie_on_each_other_counts():
    assert geometry(drawn(zorder=9)) != geometry(drawn())


def test_the_resolution_and_what_was_drawn_before_do_not_count():
    picture = Picture(drawn(), "A", "B")
    before = geometry(picture.figure)
    picture.data("png", dpi=40)
    picture.data("pdf")
    assert geometry(picture.figure) == before


def test_a_trace_of_arithmetic_does_not_count():
    def bar(high):
        axes = sheet(100, 100)
        block(axes, Rect(0, high, 10, 50))
        return geometry(figure_of(axes))

    assert bar(20.0) == bar(20.0 + 1e-9)
    assert bar(0.0) == bar(-1e-12)


def test_a_figure_with_an_axis_can_be_told_too():
    figure = Figure()
    axes = figure.add_subplot(title="Months", xlabel="month")
    axes.bar([1, 2], [3, 4])
    first = geometry(figure)
    axes.set_xlabel("year")
    assert geometry(figure) != first


def test_a_notebook_keeps_it_beside_the_png(letting, finding):
    picture = lane_map(letting, [finding("flow:copy")])
    bundle = picture._repr_mimebundle_()
    assert list(bundle) == [MIME]
    assert bundle[MIME]["title"] == picture.title
    assert len(bundle[MIME]["geometry"]) == 64
    assert json.loads(json.dumps(bundle[MIME])) == bundle[MIME]


def test_it_stays_small_beside_the_png(letting, finding):
    picture = lane_map(letting, [finding("flow:copy")])
    assert len(json.dumps(picture.behind())) < len(picture.data()) / 5


def test_a_map_is_told_by_the_flows_that_it_draws(letting, finding):
    told = lane_map(letting, [finding("flow:copy")]).behind()["values"]
    assert told["columns"] == ["flow", "from", "to", "activity", "data", "marked"]
    marked = {row[0]: row[-1] for row in told["rows"]}
    assert marked["copy"] == "yes"
    assert marked["books"] == "no"


def test_a_chart_is_told_by_its_numbers(finding):
    told = findings_chart([finding("flow:copy")]).behind()["values"]
    assert told["columns"][1:] == ["high", "medium", "low"]
    assert sum(told["rows"][0][1:]) == 1


def test_a_picture_without_values_has_its_geometry_alone():
    assert set(Picture(drawn(), "A", "B").behind()) == {"title", "alt", "geometry"}


def test_numbers_are_told_with_six_digits_and_nothing_else_is_changed():
    told = values(["a"], [[1 / 3], [None], [12], [True], [float("nan")], [2.0], ["x"]]).as_json()
    assert [row[0] for row in told["rows"]] == [0.333333, None, 12, True, "nan", 2, "x"]
