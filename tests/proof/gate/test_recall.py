"""What a server does not read, check or look over again."""

from collections.abc import Callable

import pytest

from proof.gate.check import check, look_up
from proof.gate.load import Loaded, lint, load
from proof.gate.recall import Recall
from proof.gate.report import Report
from proof.project import Project
from proof.snippets.snippet import Snippet

from .fake_runner import FakeRunner

Add = Callable[..., Snippet]


@pytest.fixture
def recall(project: Project, add: Add, runner: FakeRunner) -> Recall:
    """What is left from a check of two snippets and a page."""
    add("a/one.py")
    add("a/two.py")
    project.docs.mkdir(exist_ok=True)
    (project.docs / "index.md").write_text("# A page\n")
    recall = Recall()
    check(project, load(project, recall=recall), recall=recall)
    _again(project, recall)
    return recall


def _again(project: Project, recall: Recall) -> tuple[Loaded, Report]:
    loaded = load(project, recall=recall)
    errors = tuple(lint(loaded, recall))
    return loaded, look_up(project, loaded, errors, recall=recall)


def test_what_did_not_change_is_the_same_thing(
    project: Project, recall: Recall
) -> None:
    loaded, report = _again(project, recall)
    again, report_again = _again(project, recall)
    assert again.snippets[0] is loaded.snippets[0]
    assert again.pages[0] is loaded.pages[0]
    assert report_again.results["a/one.py"] is report.results["a/one.py"]


def test_only_what_changed_is_made_again(
    project: Project, add: Add, recall: Recall
) -> None:
    loaded, report = _again(project, recall)
    add("a/two.py", "print('One')")
    again, report_again = _again(project, recall)
    assert again.snippets[0] is loaded.snippets[0]
    assert again.snippets[1] != loaded.snippets[1]
    assert report_again.results["a/one.py"] is report.results["a/one.py"]
    assert report_again.pending == {"a/two.py"}


def test_a_run_that_is_made_again_is_read_again(
    project: Project, runner: FakeRunner, recall: Recall
) -> None:
    loaded, report = _again(project, recall)
    check(project, loaded, is_stale=lambda result: result.snippet.name == "a/one.py")
    again = _again(project, recall)[1].results
    assert again["a/one.py"] is not report.results["a/one.py"]
    assert again["a/two.py"] is report.results["a/two.py"]


def test_a_page_is_looked_over_again_when_it_changes(
    project: Project, recall: Recall
) -> None:
    before = tuple(lint(load(project, recall=recall), recall))
    (project.docs / "index.md").write_text("# A page\n\nTODO: write it.\n")
    after = tuple(lint(load(project, recall=recall), recall))
    assert "TODO" not in "".join(map(str, before))
    assert "TODO" in "".join(map(str, after))


def test_pins_that_change_let_every_snippet_be_read_again(
    project: Project, recall: Recall
) -> None:
    before = load(project, recall=recall).snippets[0]
    with project.requirements.open("a") as file:
        file.write("\nsix==1.16.0\n")
    assert load(project, recall=recall).snippets[0] is not before
