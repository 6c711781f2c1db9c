"""`draw`: the pictures as files."""

import pytest

STARTS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.mark.parametrize("picture", ["lanes", "ledger", "matrix"])
@pytest.mark.parametrize("ending", STARTS)
def test_each_picture_is_drawn_in_each_format(run, kiosk, tmp_path, picture, ending):
    answer = run("draw", "kiosk", "--picture", picture, "--out", f"x{ending}", "--as-of", "2026-03-31")
    assert answer.status == 0, answer.err
    assert (tmp_path / f"x{ending}").read_bytes().startswith(STARTS[ending])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "x.gif"], ".png, .svg, .pdf"),
        (["--out", "absent/x.png"], "absent"),
        (["--out", "x.png", "--party", "printr"], 'Did you mean "printer"?'),
        (["--out", "x.png", "--activity", "badge"], 'Did you mean "badges"?'),
    ],
)
def test_what_cannot_be_drawn_is_told_and_nothing_is_left(run, kiosk, tmp_path, arguments, message):
    answer = run("draw", "kiosk", *arguments)
    assert answer.status == 2
    assert message in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk"]
