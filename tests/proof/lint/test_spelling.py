"""Names of Python that a page spells wrongly."""

import pytest

from proof.lint.pages import read_pages
from proof.lint.spelling import misspelt, page_errors
from proof.project import Project


def found(text: str) -> list[str]:
    return [str(problem) for problem in misspelt(text, "docs/x.md")]


def test_slip_is_reported_with_its_line_and_what_is_meant() -> None:
    (told,) = found("One.\n\nThen `asyncio.creat_task()` makes it.")
    assert told.startswith("docs/x.md:3: ")
    assert "no asyncio.creat_task; is it asyncio.create_task?" in told


@pytest.mark.parametrize("name", ["asyncio.Taskgroup", "contextlib.acontextmanager"])
def test_slips_are_found(name: str) -> None:
    assert len(found(f"`{name}`")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`asyncio.sleep` `inspect.isawaitable()`", id="told of"),
        pytest.param("`asyncio.QueueShutDown`", id="came later"),
        pytest.param("`asyncio.whatever_is_new`", id="like nothing"),
        pytest.param("`asyncio.timeouts` `asyncio.base_events`", id="not told of"),
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
