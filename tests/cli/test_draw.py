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


def test_a_change_is_drawn_from_the_map_as_it_was(run, kiosk, tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    said = (kiosk / "map.yaml").read_text(encoding="utf-8").replace("to: printer", "to: guests")
    (old / "map.yaml").write_text(said, encoding="utf-8")
    answer = run("draw", "kiosk", "--picture", "change", "--before", "old", "--out", "x.png")
    assert answer.out == "x.png: 1 flow stops, 1 starts\n"
    assert (tmp_path / "x.png").read_bytes().startswith(STARTS[".png"])


def test_a_change_is_drawn_from_its_file(run, kiosk, tmp_path):
    (tmp_path / "stop.yaml").write_text(
        "id: stop\ntitle: Stop\nwhy: Nobody needs it.\nsteps:\n  - kind: stop-flows\n    flows: [send-out]\n",
        encoding="utf-8",
    )
    answer = run("draw", "kiosk", "--picture", "change", "--change", "stop.yaml", "--out", "x.png")
    assert answer.status == 0, answer.err
    assert "1 flow stops" in answer.out


def test_options_that_do_not_go_with_a_picture_are_told_at_once(run, kiosk, tmp_path):
    answer = run("draw", "kiosk", "--picture", "change", "--party", "printer", "--out", "x.png")
    assert answer.status == 2
    assert "--party This does not go with --picture change" in answer.err
    assert "--picture A change is drawn from --before OLD or from --change FILE." in answer.err
    answer = run("draw", "kiosk", "--before", "kiosk", "--out", "x.png")
    assert "--before This does not go with --picture lanes" in answer.err


def test_where_a_persons_data_is_is_drawn(run, kiosk, tmp_path):
    answer = run("draw", "kiosk", "--picture", "person", "--subject", "guests", "--out", "x.png")
    assert answer.status == 0, answer.err
    assert "data about Guests" in answer.out
    assert (tmp_path / "x.png").read_bytes().startswith(STARTS[".png"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--picture", "person"], "--picture Say whose data with --subject ID"),
        (["--picture", "person", "--subject", "guets"], 'Did you mean "guests"?'),
        (["--subject", "guests"], "--subject This does not go with --picture lanes"),
        (["--picture", "person", "--party", "printer"], "--party This does not go with --picture person"),
    ],
)
def test_the_picture_of_a_person_needs_a_kind_of_people(run, kiosk, tmp_path, arguments, message):
    answer = run("draw", "kiosk", *arguments, "--out", "x.png")
    assert answer.status == 2
    assert message in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk"]
