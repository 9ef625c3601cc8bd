"""How far the execution has come, on a terminal and elsewhere."""

import io
import sys
from collections.abc import Callable

import pytest

from proof.cli.progress import Progress
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet


class Terminal(io.StringIO):
    """Keeps what is written, and says that a person reads it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def snippets(parse: Callable[..., Snippet]) -> list[Snippet]:
    return [parse(name="a/one.py"), parse(name="a/two.py")]


@pytest.fixture
def runs(
    snippets: list[Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> list[Run]:
    return [made(executed(took=1.0), snippet=snippet.name) for snippet in snippets]


def _watch(snippets: list[Snippet], runs: list[Run]) -> None:
    with Progress() as progress:
        progress.planned(snippets)
        for run in runs:
            progress.ran(run)


def test_without_a_terminal_each_run_is_a_plain_line(
    snippets: list[Snippet], runs: list[Run], capsys: pytest.CaptureFixture[str]
) -> None:
    _watch(snippets, runs)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "1/2 a/one.py took 1.000 s",
        "2/2 a/two.py took 1.000 s",
    ]


def test_on_a_terminal_there_is_a_bar(
    snippets: list[Snippet], runs: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    _watch(snippets, runs)
    shown = terminal.getvalue()
    assert "a/two.py" in shown
    assert "2/2" in shown
    assert "\x1b[" in shown
    assert "took" not in shown


def _be_interrupted(progress: Progress, snippets: list[Snippet]) -> None:
    with progress:
        progress.planned(snippets)
        raise KeyboardInterrupt


def test_the_terminal_gets_its_cursor_back(
    snippets: list[Snippet], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    progress = Progress()
    with pytest.raises(KeyboardInterrupt):
        _be_interrupted(progress, snippets)
    hidden, shown = "\x1b[?25l", "\x1b[?25h"
    assert hidden in terminal.getvalue()
    assert terminal.getvalue().rindex(shown) > terminal.getvalue().rindex(hidden)


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_nothing_to_do_is_not_shown(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = stream()
    monkeypatch.setattr(sys, "stderr", shown)
    _watch([], [])
    assert "executing" not in shown.getvalue()
    assert "0/" not in shown.getvalue()
