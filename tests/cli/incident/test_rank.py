"""`privacy-audit incident rank`: what a breach of each party and system would expose."""

import json


def test_the_worst_comes_first_with_what_it_is(run, kiosk):
    answer = run("incident", "rank", "--map", str(kiosk))
    rows = [row for row in answer.out.splitlines() if row[:3].strip().isdigit()]
    assert answer.status == 0
    assert "Kiosk Ltd (party, the organisation; severity assumed)" in rows[0]
    assert rows[0].split()[1:3] == ["1", "kind"]
    assert "Printer [bold]x[/] (party, processor; severity assumed)" in rows[1]
    assert "2 in all." in answer.out


def test_a_limit_says_how_many_there_are(run, kiosk):
    assert "1 of 2 are shown." in run("incident", "rank", "--map", str(kiosk), "--limit", "1").out


def test_json_is_one_object(run, kiosk):
    told = json.loads(run("incident", "rank", "--map", str(kiosk), "--limit", "1", "--format", "json").out)
    assert told["map"]["id"] == "kiosk"
    assert told["count"] == 2
    assert [row["hit"] for row in told["rows"]] == ["party:kiosk-ltd"]


def test_a_map_that_cannot_be_read_is_one_clear_error(run, tmp_path):
    answer = run("incident", "rank", "--map", str(tmp_path / "none"))
    assert (answer.status, answer.out) == (2, "")
    assert "Traceback" not in answer.err
