"""How far the execution has come, on a terminal and elsewhere."""

import io
import sys
from collections.abc import Callable

import pytest
from tests.pythons import made_up

from proof.cli.progress import Progress
from proof.execution.job import Job
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet


class Terminal(io.StringIO):
    """Keeps what is written, and says that a person reads it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def jobs(parse: Callable[..., Snippet]) -> list[Job]:
    return [
        Job(parse(name="a/one.py"), made_up("3.15")),
        Job(parse(name="a/two.py"), made_up("3.14t")),
    ]


@pytest.fixture
def runs(
    jobs: list[Job],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> list[Run]:
    return [made(executed(took=1.0), snippet=job.snippet.name) for job in jobs]


def _watch(jobs: list[Job], runs: list[Run]) -> None:
    with Progress() as progress:
        progress.planned(jobs)
        for job, run in zip(jobs, runs, strict=True):
            progress.ran(job, run)


def test_without_a_terminal_each_run_is_a_plain_line(
    jobs: list[Job], runs: list[Run], capsys: pytest.CaptureFixture[str]
) -> None:
    _watch(jobs, runs)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "1/2 a/one.py on 3.15 took 1.000 s",
        "2/2 a/two.py on 3.14t took 1.000 s",
    ]


def test_on_a_terminal_there_is_a_bar(
    jobs: list[Job], runs: list[Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    _watch(jobs, runs)
    shown = terminal.getvalue()
    assert "a/two.py" in shown
    assert "2/2" in shown
    assert "\x1b[" in shown
    assert "took" not in shown


def _be_interrupted(progress: Progress, jobs: list[Job]) -> None:
    with progress:
        progress.planned(jobs)
        raise KeyboardInterrupt


def test_the_terminal_gets_its_cursor_back(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    progress = Progress()
    with pytest.raises(KeyboardInterrupt):
        _be_interrupted(progress, jobs)
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
