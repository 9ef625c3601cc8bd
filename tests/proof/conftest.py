"""What the tests of the tooling share: a tiny checkout, snippets, made-up runs."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pythons import known, only_this

from proof.cache import key
from proof.cache.derived import Derived
from proof.gate.check import look_up
from proof.gate.load import load
from proof.project import Project
from proof.pythons import choice
from proof.pythons.choice import VARIABLE, Pythons
from proof.runs.run import Execution, Line, Run, Stream
from proof.site import build
from proof.snippets.snippet import Snippet


@pytest.fixture(autouse=True)
def _this_python_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small checkouts use this Python as it is, and make no environment."""
    monkeypatch.setenv(VARIABLE, sys.executable)
    monkeypatch.setattr(choice, "probe", known)


@pytest.fixture
def pythons() -> Pythons:
    """The same choice, made without asking the Python again what it is."""
    return only_this()


def _as_comments(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.strip("\n").split("\n")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A checkout that holds nothing but what every checkout has."""
    root = tmp_path / "checkout"
    for folder in ("snippets", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Tiny\n")
    made = Project(root.resolve())
    made.requirements.write_text("click==8.1.0 \\\n    --hash=sha256:00\n")
    return made


@pytest.fixture
def source() -> Callable[..., str]:
    """Make the text of a snippet from its parts, written without comment signs."""

    def make(
        code: str = 'print("One")', claims: str = "Output:\n    One", metadata: str = ""
    ) -> str:
        block = ["# /// script", *_as_comments(metadata), "# ///"] if metadata else []
        lines = [*block, '"""It does as claimed."""', "", *code.split("\n"), "", ""]
        return "\n".join([*lines, "# Proof:", *_as_comments(claims), ""])

    return make


@pytest.fixture
def parse(source: Callable[..., str]) -> Callable[..., Snippet]:
    """Make a snippet that is in no file; takes what `source` takes."""

    def make(*parts: str, name: str = "section/it_does.py", **named: str) -> Snippet:
        return Snippet.parse(name, source(*parts, **named).encode())

    return make


@pytest.fixture
def add(project: Project, source: Callable[..., str]) -> Callable[..., Snippet]:
    """Add a snippet to the checkout, and a page that shows it.

    It takes the snippet's name, then what `source` takes.
    """

    def make(name: str, *parts: str, **named: str) -> Snippet:
        path = project.snippets / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source(*parts, **named), "utf-8")
        page = project.docs / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        block = f'```python exec="on" html="on"\nshow("{name}")\n```\n'
        page.write_text(block, "utf-8")
        return Snippet.load(project, name)

    return make


@pytest.fixture
def executed() -> Callable[..., Execution]:
    """Make up an execution; stdout comes before stderr, a tenth of a second apart."""

    def make(
        stdout: Sequence[str] = (),
        stderr: Sequence[str] = (),
        *,
        status: int = 0,
        took: float = 0.5,
        problems: Sequence[str] = (),
        blocks: float | None = None,
    ) -> Execution:
        streams: Mapping[Stream, Sequence[str]] = {"stdout": stdout, "stderr": stderr}
        printed = [(text, name) for name, texts in streams.items() for text in texts]
        lines = (
            Line(text, stream, number / 10)
            for number, (text, stream) in enumerate(printed)
        )
        return Execution(
            lines=tuple(lines),
            status=status,
            took=took,
            wall=took + 0.1,
            cpu=0.05,
            loops=1,
            problems=tuple(problems),
            blocks=blocks,
        )

    return make


@pytest.fixture
def made() -> Callable[..., Run]:
    """Make up a run of two executions; the control is like the recorded by default."""

    def make(
        recorded: Execution,
        control: Execution | None = None,
        *,
        snippet: str = "section/it_does.py",
        tries: int = 1,
        python: str = "CPython 3.11.7",
        controlled: bool = True,
    ) -> Run:
        # Nothing inside a control records when its loop started.
        without = replace(control or recorded, took=None, blocks=None)
        return Run(
            snippet=snippet,
            recorded=recorded,
            control=without if controlled else None,
            tries=tries,
            made_at="2026-11-21T20:15:00Z",
            python=python,
            platform="Linux x86_64",
            batch="2026-11-21T20:14:55.000000Z",
        )

    return make


@pytest.fixture
def begin(project: Project) -> Callable[..., build.Build]:
    """Begin a build with the runs that the store has now."""

    def make(*, is_serving: bool = False) -> build.Build:
        report = look_up(project, load(project, only_this()))
        begun = build.Build(report, is_serving, derived=Derived(project))
        build.begin(begun)
        return begun

    return make


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no test see which build or which sources an earlier one worked with."""
    monkeypatch.setattr(build._Current, "build", None)
    key._digest_of_runner.cache_clear()
    yield
    key._digest_of_runner.cache_clear()
