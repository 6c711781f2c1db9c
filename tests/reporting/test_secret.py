"""Secrets are given by reference; the value gets into no file."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from audit_lib.errors import ParameterError
from audit_lib.reporting.parameters import Parameter, check_parameters, read_parameters, read_setting
from audit_lib.reporting.secret import is_reference, is_secret, without_secrets

KNOWN = {"register_passphrase": Parameter("register_passphrase", None, (str, type(None)))}


@pytest.mark.parametrize("name", ["passphrase", "smtp_password", "api_key", "TOKEN", "key_file", "a_secret"])
def test_a_name_marks_a_secret(name):
    assert is_secret(name)


@pytest.mark.parametrize("name", ["party", "map", "key", "keyboard", "secretary", "threshold", "register"])
def test_other_names_do_not(name):
    assert not is_secret(name)


@pytest.mark.parametrize("value", ["env:PASS", "env:_A1", "file:/run/secrets/pass", "file:key.txt"])
def test_a_reference_is_taken_and_kept_as_it_is(value):
    assert is_reference(value)
    check_parameters({"register_passphrase": value}, KNOWN, "risk")
    assert without_secrets({"register_passphrase": value}) == {"register_passphrase": value}


@pytest.mark.parametrize("value", ["hunter2", "env:1A", "ENV:PASS", "env:A B", "file:a\nb"])
def test_a_secret_in_clear_is_refused_and_not_repeated(value):
    with pytest.raises(ParameterError, match="give env:NAME or file:PATH") as raised:
        read_setting(f"register_passphrase={value}", KNOWN, "risk")
    assert value not in str(raised.value)


@pytest.mark.parametrize("declared", ['mail: "secret"', "mail: 'secret | None'", 'mail: "None | secret"'])
def test_a_declared_type_marks_a_secret(tmp_path, declared):
    default = "None" if "None" in declared else "''"
    cell = new_code_cell(f"{declared} = {default}", metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[cell]), tmp_path / "x.ipynb")
    known = read_parameters(tmp_path / "x.ipynb")
    check_parameters({"mail": "env:MAIL"}, known, "risk")
    with pytest.raises(ParameterError, match="mail is a secret"):
        check_parameters({"mail": "hunter2"}, known, "risk")


def test_a_declared_type_in_quotation_marks_is_otherwise_as_without(tmp_path):
    cell = new_code_cell('top: "int | None" = 3', metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[cell]), tmp_path / "x.ipynb")
    found = read_parameters(tmp_path / "x.ipynb")["top"]
    assert (found.accepts, found.is_secret) == ((int, type(None)), False)


@pytest.mark.parametrize("value", ["env:", "file:"])
def test_a_reference_to_nothing_is_refused(value):
    with pytest.raises(ParameterError, match="give env:NAME or file:PATH"):
        check_parameters({"register_passphrase": value}, KNOWN, "risk")


def test_a_secret_in_clear_is_never_written():
    assert "hunter2" not in str(without_secrets({"token": "hunter2"}))


def test_a_notebook_cannot_declare_a_secret_in_clear(tmp_path):
    cell = new_code_cell("token = 'hunter2'", metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[cell]), tmp_path / "x.ipynb")
    with pytest.raises(ParameterError, match="stands here in clear") as raised:
        read_parameters(tmp_path / "x.ipynb")
    assert "hunter2" not in str(raised.value)
