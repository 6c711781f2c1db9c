"""A picture: what a notebook shows of it, and its bytes."""

from __future__ import annotations

import struct
import warnings

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from audit_lib.views.flow_ledger import flow_ledger
from audit_lib.views.lane_map import lane_map
from audit_lib.views.picture import DPI, Picture, settings

HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture
def picture(letting, finding) -> Picture:
    return lane_map(letting, [finding("flow:copy")])


@pytest.mark.parametrize("kind", HEADS)
def test_it_is_given_in_each_format(picture, kind):
    assert picture.data(kind).startswith(HEADS[kind])


@pytest.mark.parametrize("kind", HEADS)
def test_the_same_map_gives_the_same_bytes(letting, finding, kind):
    first, second = (lane_map(letting, [finding("flow:copy")]).data(kind) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("kind", HEADS)
def test_no_time_and_no_program_is_written_into_it(picture, kind):
    data = picture.data(kind)
    assert b"CreationDate" not in data
    assert b"<dc:date>" not in data
    assert b"Software" not in data


def test_a_notebook_shows_it_as_png_with_alternative_text(picture):
    data, metadata = picture._repr_png_()
    assert data.startswith(HEADS["png"])
    assert metadata["alt"] == picture.alt


def test_a_terminal_shows_the_alternative_text(picture):
    assert repr(picture) == picture.alt


def test_its_pixels_follow_its_size_in_points(picture):
    wide, high = struct.unpack(">II", picture.data("png")[16:24])
    assert wide == pytest.approx(picture.size[0] / 72 * DPI, abs=1)
    assert high == pytest.approx(picture.size[1] / 72 * DPI, abs=1)


def test_a_huge_picture_is_drawn_more_coarsely(picture, monkeypatch):
    monkeypatch.setattr("audit_lib.views.picture.MOST_PIXELS", 10_000)
    wide, high = struct.unpack(">II", picture.data("png")[16:24])
    assert wide * high <= 11_000


def test_the_settings_of_the_reader_change_nothing(letting):
    plain = lane_map(letting).data("svg")
    with mpl.rc_context({"font.family": "serif", "svg.hashsalt": "other", "lines.linewidth": 9}):
        assert lane_map(letting).data("svg") == plain


def test_the_settings_of_the_reader_are_left_as_they_were():
    before = dict(mpl.rcParams)
    with settings():
        pass
    assert dict(mpl.rcParams) == before


def test_pyplot_knows_nothing_of_it(letting):
    before = plt.get_fignums()
    flow_ledger(letting)
    assert plt.get_fignums() == before


@pytest.mark.parametrize(
    "text", ["日本語の名前", "\U000e0041 tag", "שם עברי", "$x^2$", "a_{b}$", "%s {0} \\frac"]
)
def test_letters_that_the_font_lacks_raise_and_warn_of_nothing(renamed, text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert lane_map(renamed(text)).data("png").startswith(HEADS["png"])
