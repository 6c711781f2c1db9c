"""Parameters: read without running anything, and no value is guessed into another type."""

import pytest

from audit_lib.errors import ParameterError
from audit_lib.reporting.parameters import check_parameters, read_parameters, read_setting


@pytest.fixture
def known(notebooks):
    code = (
        'as_of = "2026-01-01"\nunit = "a"\ntop = 10\nshare = 0.5\nbrief = False\nparty: str | None = None\n'
    )
    return read_parameters(notebooks("r", parameters=code) / "r.ipynb")


def test_names_defaults_and_types_are_read(known):
    assert {name: (p.default, p.accepts) for name, p in known.items()} == {
        "as_of": ("2026-01-01", (str,)),
        "unit": ("a", (str,)),
        "top": (10, (int,)),
        "share": (0.5, (float,)),
        "brief": (False, (bool,)),
        "party": (None, (str, type(None))),
    }


def test_a_value_without_annotation_that_is_none_takes_text(notebooks):
    folder = notebooks("r", parameters="party = None")
    assert read_parameters(folder / "r.ipynb")["party"].accepts == (str, type(None))


def test_remarks_are_no_parameters(notebooks):
    folder = notebooks("r", parameters='"""What to show."""\n# and how\ntop = 1')
    assert list(read_parameters(folder / "r.ipynb")) == ["top"]


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "top = open('x')",
        "a, b = 1, 2",
        "top: list[str] = []",
        "top: int = 'x'",
        "top = [1]",
        "top =",
    ],
)
def test_a_cell_that_does_more_than_name_values_is_refused_and_not_run(notebooks, code):
    folder = notebooks("r", parameters=code)
    with pytest.raises(ParameterError, match="cell tagged `parameters`"):
        read_parameters(folder / "r.ipynb")


def test_a_notebook_without_the_cell_is_refused(notebooks):
    folder = notebooks("r")
    text = (folder / "r.ipynb").read_text(encoding="utf-8")
    (folder / "r.ipynb").write_text(text.replace('"parameters"', '"other"'), encoding="utf-8")
    with pytest.raises(ParameterError, match="needs one code cell tagged"):
        read_parameters(folder / "r.ipynb")


@pytest.mark.parametrize("content", ["", "{}", "[1]", "not json", '{"nbformat": 4}'])
def test_a_file_that_is_no_notebook_is_refused(tmp_path, content):
    (tmp_path / "r.ipynb").write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError):
        read_parameters(tmp_path / "r.ipynb")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("unit=007", "007"),
        ("unit=2024_01", "2024_01"),
        ("unit=", ""),
        ("unit=a=b", "a=b"),
        ("unit=none", "none"),
        ("party=none", None),
        ("party=12E3", "12E3"),
        ("top=5", 5),
        ("top=-5", -5),
        ("top=0", 0),
        ("share=1", 1.0),
        ("share=-2.5e-3", -0.0025),
        ("brief=true", True),
        ("as_of=2026-12-31", "2026-12-31"),
    ],
)
def test_a_setting_is_read_as_what_the_report_declares(known, typed, value):
    assert read_setting(typed, known, "r") == (typed.partition("=")[0], value)


@pytest.mark.parametrize(
    "typed",
    [
        "top=five",
        "top=1_0",
        "top=1.0",
        "top= 1",
        "top=",
        "top=true",
        "top=007",
        "top=+5",
        "top=-0x1",
        "share=half",
        "share=NaN",
        "share=inf",
        "share=-Infinity",
        "share=1e999",
        "share=01.5",
        "share=.5",
        "brief=yes",
        "brief=1",
        "top",
        "=1",
        "as_of=31.12.2026",
        "as_of=2026-02-30",
        "as_of=20261231",
    ],
)
def test_a_setting_of_another_type_is_refused(known, typed):
    with pytest.raises(ParameterError):
        read_setting(typed, known, "r")


def test_an_unknown_name_lists_the_known_ones(known):
    with pytest.raises(ParameterError) as caught:
        check_parameters({"unti": "x"}, known, "r")
    assert 'Did you mean "unit"?' in str(caught.value)
    assert "as_of (a date such as 2026-03-31)" in str(caught.value)
    assert "party (text or none)" in str(caught.value)


def test_all_faults_are_told_at_once(known):
    with pytest.raises(ParameterError) as caught:
        check_parameters({"top": "5", "brief": 1, "nothing": 0}, known, "r")
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("value", [True, 5.0, "5", None])
def test_a_whole_number_is_a_whole_number(known, value):
    with pytest.raises(ParameterError, match="a whole number"):
        check_parameters({"top": value}, known, "r")
