"""Text on its way to a terminal: harmless, whole in a pipe, indented for a person."""

import io
import re

import pytest

from audit_lib.cli.plain import console, line, one_line


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\r"])
def test_a_character_that_a_terminal_obeys_is_shown_by_its_number(character):
    shown = one_line(f"a{character}b")
    assert character not in shown
    assert shown.startswith("a\\")
    assert shown.endswith("b")


def test_other_scripts_are_left_as_they_are():
    assert one_line("שלום مرحبا 你好 naïve") == "שלום مرحبا 你好 naïve"


def test_a_lone_surrogate_does_not_break_the_output():
    assert one_line("a\ud800b") == "a\\ud800b"


def test_in_a_pipe_a_line_stays_one_line():
    page = io.StringIO()
    line("word " * 100, to=console(page))
    assert page.getvalue().count("\n") == 1


def test_a_person_gets_colour_and_further_lines_indented(terminal):
    line("    ", ("Law: ", "high"), "word " * 20, to=console(terminal))
    lines = terminal.getvalue().splitlines()
    assert len(lines) > 1
    assert "\x1b[" in lines[0]
    assert all(one.startswith("    ") for one in lines)


def test_further_lines_stand_beside_a_label_and_not_under_it(terminal):
    line("  ", ("12  ", "high"), "word " * 20, to=console(terminal), hang=4)
    first, *rest = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    assert first.startswith("  12  word")
    assert rest
    assert all(one.startswith("      word") and len(one) <= 40 for one in rest)


def test_further_lines_are_indented_without_colour_too(terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    line("    Law: ", "word " * 20, to=console(terminal))
    assert all(one.startswith("    ") for one in terminal.getvalue().splitlines())


def test_no_color_is_honoured(terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    line(("Law: ", "high"), "word", to=console(terminal))
    assert "\x1b" not in terminal.getvalue()


def test_markup_is_text():
    page = io.StringIO()
    line("[bold]x[/] :smile: [link=https://example.org]y[/link]", to=console(page))
    assert page.getvalue() == "[bold]x[/] :smile: [link=https://example.org]y[/link]\n"
