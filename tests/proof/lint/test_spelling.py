"""Names of Python that a page spells wrongly."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from proof.lint import spelling
from proof.lint.pages import Page, read_pages
from proof.lint.python_names import PythonNames
from proof.lint.spelling import page_errors
from proof.project import Project


def found(text: str) -> list[str]:
    return [str(problem) for problem in page_errors(Page("docs/x.md", "x.md", text))]


def test_slip_is_reported_with_its_line_and_what_is_meant() -> None:
    (message,) = found("One.\n\nThen `asyncio.creat_task()` makes it.")
    assert message.startswith("docs/x.md:3: ")
    assert "no asyncio.creat_task; is it asyncio.create_task?" in message


@pytest.mark.parametrize("name", ["asyncio.Taskgroup", "contextlib.acontextmanager"])
def test_slips_are_found(name: str) -> None:
    assert len(found(f"`{name}`")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`asyncio.sleep` `inspect.isawaitable()`", id="documented"),
        pytest.param("`asyncio.QueueShutDown`", id="came later"),
        pytest.param("`asyncio.whatever_is_new`", id="like nothing"),
        pytest.param("`asyncio.timeouts` `asyncio.base_events`", id="not documented"),
        pytest.param("`loop.call_son` `main.creat_task`", id="somebody else's"),
        pytest.param("asyncio.creat_task", id="no code"),
        pytest.param("```\n`asyncio.creat_task`\n```", id="a program"),
    ],
)
def test_others_are_let_through(text: str) -> None:
    assert found(text) == []


def test_every_page_is_read(project: Project) -> None:
    (project.docs / "deep").mkdir(parents=True)
    (project.docs / "deep/page.md").write_text("`asyncio.slep`")
    (problem,) = [e for page in read_pages(project) for e in page_errors(page)]
    assert str(problem).startswith("docs/deep/page.md:1: ")


@pytest.fixture
def documented(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the documentation know of a module that is not in this Python."""
    places = {"planted": "p.html#module-planted", "planted.thing": "p.html#thing"}
    monkeypatch.setattr(spelling, "python_names", lambda: PythonNames(places, {}))
    spelling._likely.cache_clear()
    yield
    spelling._likely.cache_clear()


@pytest.mark.usefixtures("documented")
def test_nothing_but_the_standard_library_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planted.py").write_text("thin = 1")
    monkeypatch.syspath_prepend(tmp_path)
    assert len(found("`planted.thin`")) == 1
    assert "planted" not in sys.modules


@pytest.mark.usefixtures("documented")
def test_a_module_that_cannot_be_imported_has_no_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planted.py").write_text("raise OSError")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "stdlib_module_names", {"planted"})
    assert len(found("`planted.thin`")) == 1


def test_no_module_that_only_a_page_names_is_imported() -> None:
    found("`asyncio.__main__`")
    assert "asyncio.__main__" not in sys.modules
