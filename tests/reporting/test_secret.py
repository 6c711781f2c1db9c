"""Secrets are given by reference; the value gets into no file."""

import os
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from audit_lib.cli.register_options import passphrase
from audit_lib.errors import ParameterError
from audit_lib.reporting.parameters import Parameter, check_parameters, read_parameters, read_setting
from audit_lib.reporting.secret import is_reference, is_secret, read_secret, without_secrets

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


@pytest.fixture
def file(tmp_path):
    def write(content, mode=0o600):
        path = tmp_path / "pass"
        path.write_bytes(content)
        path.chmod(mode)
        return f"file:{path}"

    return write


def test_a_secret_is_fetched_from_the_environment(monkeypatch):
    monkeypatch.setenv("A_PASS", " hunter2 ")
    assert read_secret("env:A_PASS") == " hunter2 "


@pytest.mark.parametrize(
    "content",
    [b"hunter2", b"hunter2\n", b"hunter2\r\n", b"\xef\xbb\xbfhunter2\n", b"hunter2\nmore\n", b" hunter2 \n"],
)
def test_a_file_gives_what_the_option_of_the_commands_takes_from_it(file, content):
    reference = file(content)
    assert read_secret(reference) == passphrase(Path(reference.removeprefix("file:")))


def test_without_a_reference_there_is_none_unless_the_usual_variable_is_set(monkeypatch):
    monkeypatch.delenv("A_PASS", raising=False)
    assert read_secret(None) is None
    assert read_secret(None, usual="A_PASS") is None
    monkeypatch.setenv("A_PASS", "")
    assert read_secret("", usual="A_PASS") is None
    monkeypatch.setenv("A_PASS", "hunter2")
    assert read_secret(None, usual="A_PASS") == "hunter2"


@pytest.mark.parametrize(("mode", "shared"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True)])
@pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
def test_a_file_that_others_can_read_is_refused(file, mode, shared):
    reference = file(b"hunter2", mode)
    if shared:
        with pytest.raises(ParameterError, match=r"Other users can use this secret \(mode 06.*chmod 600"):
            read_secret(reference)
    else:
        assert read_secret(reference) == "hunter2"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "first line"),
        (b"\nhunter2", "first line"),
        (b"hunter2" * 600, "bytes"),
        (b"hunter2\xff", "not UTF-8"),
    ],
)
def test_a_file_without_a_secret_is_told_and_not_repeated(file, content, told):
    reference = file(content)
    with pytest.raises(ParameterError, match=told) as caught:
        read_secret(reference)
    assert str(caught.value).startswith(reference)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_what_is_no_reference_is_refused_and_not_repeated():
    with pytest.raises(ParameterError, match="env:NAME or file:PATH") as caught:
        read_secret("hunter2")
    assert "hunter2" not in str(caught.value)


def test_what_was_fetched_does_not_show_itself(monkeypatch):
    monkeypatch.setenv("A_PASS", "hunter2")
    secret = read_secret("env:A_PASS")
    assert "hunter2" not in repr({"of": [secret]})
    assert secret + "!" == "hunter2!"
