"""What the pages of this checkout say, and how much of it about themselves."""

from proof.gate.load import lint, load
from proof.project import Project


def _words(project: Project, below: str = "") -> int:
    pages = (project.docs / below).rglob("*.md")
    return sum(len(page.read_text("utf-8").split()) for page in pages)


def test_no_rule_is_broken(project: Project) -> None:
    assert [str(error) for error in lint(load(project))] == []


def test_at_most_a_fifth_of_all_words_is_about_the_site(project: Project) -> None:
    assert 0 < 5 * _words(project, "about") <= _words(project)
