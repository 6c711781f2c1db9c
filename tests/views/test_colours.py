"""The palette: legible for everybody, and red for findings alone."""

from __future__ import annotations

import colorsys

import pytest

from audit_lib.views import colours
from audit_lib.views.charts import SEVERITIES
from audit_lib.views.colours import contrast
from audit_lib.views.lanes import TINTS
from audit_lib.views.notice_chart import CARRIES, NOTHING, OPEN, SILENT, WRONG

TEXTS = [
    (colours.INK, colours.PAPER),
    (colours.MUTED, colours.PAPER),
    (colours.MUTED, colours.GROUND),
    (colours.FINDING, colours.PAPER),
    (colours.PAPER, colours.FINDING),
    (colours.FINDING, colours.FINDING_GROUND),
    (colours.GAP_INK, colours.GAP_GROUND),
    *[(colours.PAPER, ground) for ground in (colours.COME, colours.CHANGED)],
    *[(ink, colours.PAPER) for ink in (colours.GONE, colours.COME, colours.CHANGED)],
    *[(ink, ground) for ground, ink in colours.COUNTS],
    *[(ink, ground) for ground, ink in SEVERITIES.values()],
    *[(square.ink, square.ground) for square in (WRONG, CARRIES, NOTHING, OPEN, SILENT)],
    *[(colours.INK, ground) for ground in colours.LEVELS.values()],
    *[(tint.ink, ground) for tint in TINTS.values() for ground in (tint.ground, colours.PAPER)],
]


@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_reaches_the_contrast_that_wcag_asks_for(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ground", [colours.PAPER, *(tint.ground for tint in TINTS.values())])
@pytest.mark.parametrize(
    "line",
    [colours.LINE, colours.FINDING, colours.GONE, colours.COME, colours.CHANGED, colours.SEEN],
)
def test_lines_stand_out_from_every_ground_that_they_cross(line, ground):
    assert contrast(line, ground) >= 3


def test_black_on_white_has_the_highest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_only_findings_are_red():
    others = [
        colours.INK,
        colours.MUTED,
        colours.LINE,
        colours.EXPECTED,
        colours.GONE,
        colours.COME,
        colours.CHANGED,
        colours.AS_BEFORE,
        colours.SEEN,
        colours.GAP_INK,
        colours.GAP_GROUND,
        *colours.LEVELS.values(),
        *[ground for ground, _ in colours.COUNTS],
        *[part for tint in TINTS.values() for part in tint],
    ]
    assert _is_red(colours.FINDING)
    assert [colour for colour in others if _is_red(colour)] == []


def _is_red(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation > 0.25 and (hue < 20 / 360 or hue > 340 / 360)
