"""Programs that harm whoever runs them: reported clearly, ended in time, nothing left.

They are executed all at once, in a checkout whose path is hostile too.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import html5lib
import pytest
from tests.pythons import job

from proof.checking.differences import differences
from proof.checking.result import check
from proof.execution import runner
from proof.execution.runner import run_all
from proof.project import Project
from proof.rendering.figure import snippet_figure
from proof.runs.run import Run

from .hostile.attacks import ATTACKS
from .hostile.executing import checkout, running, said, snippet_named, text
from .hostile.failing import FAILING
from .hostile.odd import ODD
from .hostile.program import Program

IS_LINUX: Final = sys.platform == "linux"
PROGRAMS: Final[Mapping[str, Program]] = {**FAILING, **ODD, **ATTACKS}


@dataclass(frozen=True)
class Batch:
    """What came of executing all programs at once."""

    project: Project
    runs: Mapping[str, Run]
    took: float
    left_running: list[str]
    left_in_temporary_folder: list[str]


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    """All programs, executed."""
    programs = {
        name: program
        for name, program in PROGRAMS.items()
        if IS_LINUX or not program.needs_linux
    }
    folder = tmp_path_factory.mktemp("hostile")
    root = folder.resolve() / "chéck out 'ü'"
    project = checkout(root, {name: text(p) for name, p in programs.items()})
    temporary = folder / "tmp"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        # Those that hang would do so once more, one after the other.
        patch.setattr(runner, "MOST_TRIES", 1)
        began = time.monotonic()
        made = run_all(
            project, [job(snippet_named(project, name)) for name in programs]
        )
        yield Batch(
            project,
            dict(zip(programs, made.runs, strict=True)),
            time.monotonic() - began,
            running(str(root)),
            sorted(os.listdir(temporary)),  # noqa: PTH208 (pathlib cannot go deep)
        )


_FAILING = [name for name, program in PROGRAMS.items() if program.said]
_WORKING = [name for name, program in PROGRAMS.items() if not program.said]


def _run_of(batch: Batch, name: str) -> Run:
    if name not in batch.runs:
        pytest.skip(PROGRAMS[name].needs_linux)
    return batch.runs[name]


@pytest.mark.parametrize("name", _FAILING)
def test_a_failure_is_reported_in_a_sentence(batch: Batch, name: str) -> None:
    run = _run_of(batch, name)
    found = differences(snippet_named(batch.project, name), run)
    assert PROGRAMS[name].said in "\n".join(one.message for one in found)
    assert all(one.message.isprintable() for one in found)


@pytest.mark.parametrize("name", _FAILING)
def test_a_failure_comes_in_time(batch: Batch, name: str) -> None:
    run = _run_of(batch, name)
    # All are executed at once, by a runner that wants its share of the processor too.
    assert max(one.wall for one in run.executions) < PROGRAMS[name].timeout + 10


@pytest.mark.parametrize("name", _WORKING)
def test_what_is_only_odd_works(batch: Batch, name: str) -> None:
    run = _run_of(batch, name)
    assert not said(snippet_named(batch.project, name), run)


def test_nothing_is_left_running(batch: Batch) -> None:
    assert not batch.left_running


def test_nothing_is_left_in_the_temporary_folder(batch: Batch) -> None:
    assert not batch.left_in_temporary_folder


@pytest.mark.parametrize(
    "name", ["markup", "null_bytes", "carriage_returns", "no_utf8", "no_python_at_all"]
)
def test_output_is_shown_as_text(batch: Batch, name: str) -> None:
    snippet, run = snippet_named(batch.project, name), batch.runs[name]
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(
        f"<div>{snippet_figure([check(snippet, run)])}</div>"
    )
    shown = ["".join(line.itertext()) for line in tree.iterfind(".//*[@data-at]")]
    expected = [line.text.translate({0: "␀", 13: "␍"}) + "\n" for line in run.lines]
    assert shown == expected
    assert not list(tree.iter("script"))
