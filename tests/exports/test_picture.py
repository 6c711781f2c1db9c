"""Pictures as files."""

import pytest

from audit_lib.errors import OutputError
from audit_lib.exports.picture import write_picture


class Dot:
    def data(self, format="png"):  # noqa: A002
        return f"a {format}".encode()


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_ending_says_which_format(tmp_path, ending):
    assert write_picture(Dot(), tmp_path / f"x.{ending}").read_bytes() == f"a {ending}".encode()
    assert write_picture(Dot(), tmp_path / f"X.{ending.upper()}").read_bytes() == f"a {ending}".encode()


@pytest.mark.parametrize("name", ["x.gif", "x", "x.png.bak"])
def test_another_ending_is_refused_and_nothing_is_written(tmp_path, name):
    with pytest.raises(OutputError, match=r"\.png, \.svg, \.pdf"):
        write_picture(Dot(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []
