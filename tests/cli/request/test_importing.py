"""A table of requests comes in as a whole or not at all."""

import pytest


def test_a_table_comes_in_as_a_whole_or_not_at_all(asked, refused, made):
    good = "right,received,person\naccess,2026-10-01,Ada Lovelace\nerasure,2026-11-02,Ada Lovelace\n"
    (made / "bad.csv").write_text(good + "acess,2026-10-01,Grace Hopper\naccess,soon,\n", encoding="utf-8")
    error = refused("import", "bad.csv")
    assert [line.split()[0] for line in error.splitlines()] == ["bad.csv:4", "bad.csv:5"]
    assert "Grace" not in error
    (made / "good.csv").write_text(good, encoding="utf-8")
    answer = asked("import", "good.csv")
    assert answer.out.startswith("2 entered: 2 open, 0 closed.")


@pytest.mark.parametrize("content", [b"\xff\xfer\x00", b"right,received\naccess,2026-10-01,\xe9\n", b""])
def test_what_is_no_text_is_refused(refused, made, content):
    (made / "table.csv").write_bytes(content)
    assert refused("import", "table.csv").startswith("table.csv")


def test_a_table_that_is_not_there_is_told(refused):
    assert refused("import", "nothing.csv").startswith("nothing.csv There is no such file")
    assert refused("import").startswith("FILE")


def test_the_columns_are_documented(run):
    answer = run("request", "import", "--columns")
    assert answer.status == 0
    assert "identity_received" in answer.out
