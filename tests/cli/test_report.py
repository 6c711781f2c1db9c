"""`report`: what is typed reaches the run, and one failure does not hide the others."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = 'map: str = ""\nas_of = "2026-01-01"\nout: str | None = None\nunit = "1"\ntop = 10'


@pytest.fixture
def notebooks(kiosk, tmp_path):
    folder = tmp_path / "notebooks" / "reports"
    folder.mkdir(parents=True)
    for name, code in {"ropa": "print(map, as_of, unit, top)", "risk": "1", "broken": "1 / 0"}.items():
        parameters = new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
        cells = [new_markdown_cell(f"# {name}"), parameters, new_code_cell(code)]
        nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")
    return folder


@pytest.mark.slow
def test_without_a_name_the_record_and_the_risks_are_made(run, notebooks, tmp_path):
    answer = run("report", "--map", "kiosk")
    assert answer.status == 0, answer.err
    for name in ("ropa", "risk"):
        assert (tmp_path / f"reports/kiosk/{name}/{name}.html").is_file()
        assert f"reports/kiosk/{name}/{name}.html" in answer.out


@pytest.mark.slow
def test_settings_reach_the_notebook(run, notebooks, tmp_path):
    arguments = [
        "--map",
        "kiosk",
        "--as-of",
        "2026-03-31",
        "--out",
        "o",
        "--set",
        "unit=007",
        "--set",
        "top=3",
    ]
    assert run("report", "ropa", *arguments).status == 0
    assert "kiosk 2026-03-31 007 3" in (tmp_path / "o/ropa/ropa.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_failed_report_is_told_and_the_others_are_made(run, notebooks, tmp_path):
    answer = run("report", "broken", "risk", "--map", "kiosk", "--out", "o")
    assert answer.status == 2
    assert "ZeroDivisionError" in answer.err
    assert "broken.failed" in answer.err
    assert (tmp_path / "o/risk/risk.html").is_file()
    assert not (tmp_path / "o/broken").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rpoa"], 'Did you mean "ropa"?'),
        (["ropa", "--set", "tpo=3"], 'Did you mean "top"?'),
        (["ropa", "--set", "top=three"], "a whole number"),
        (["ropa", "--set", "map=x"], "option of its own"),
        (["ropa", "--map", "absent"], "absent"),
        (["ropa", "--notice", "absent.txt"], "notice"),
    ],
)
def test_what_cannot_be_used_is_told_before_anything_is_made(run, notebooks, tmp_path, arguments, message):
    answer = run("report", *(arguments if "--map" in arguments else [*arguments, "--map", "kiosk"]))
    assert answer.status == 2
    assert message in answer.err
    assert not (tmp_path / "reports").exists()


def test_everything_that_is_wrong_with_any_report_is_told_at_once(run, notebooks, tmp_path):
    typed = ["--as-of", "2026-02-30", "--set", "tpo=3", "--set", "top=three", "--notice", "absent.txt"]
    answer = run("report", "ropa", "rpoa", "--map", "absent", "--engine", "worm", *typed)
    assert answer.status == 2
    told = answer.err.splitlines()
    for part in ("2026-02-30", "worm", "tpo", "three", "absent ", "absent.txt", "rpoa"):
        assert any(part in line for line in told), part
    assert len(told) == len(set(told))


def test_no_report_is_made_if_one_of_them_cannot_be(run, notebooks, tmp_path):
    bare = new_code_cell(
        'map: str = ""\nas_of = "2026-01-01"\nout: str | None = None', metadata={"tags": ["parameters"]}
    )
    nbformat.write(new_notebook(cells=[bare]), notebooks / "bare.ipynb")
    answer = run("report", "ropa", "bare", "--map", "kiosk", "--out", "o", "--set", "unit=7")
    assert answer.status == 2
    assert 'bare No parameter is called "unit"' in answer.err
    assert not (tmp_path / "o").exists()
