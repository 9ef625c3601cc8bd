"""A page is rendered again when what it is made of changes, and no other page is."""

from collections.abc import Callable

import pytest

from proof.gate.check import check
from proof.gate.load import load
from proof.project import Project
from proof.site.build import Build
from proof.site.glossary import GLOSSARY
from proof.site.rendered_from import rendered_from
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
BLOCK = '```python exec="on" html="on"\nfrom proof import {0}\nprint({0}{1})\n```\n'


@pytest.fixture
def write(project: Project) -> Callable[[str, str], None]:
    def write(source: str, text: str) -> None:
        file = project.docs / source
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    return write


def digests(project: Project) -> dict[str, str]:
    return rendered_from(Build(check(project, load(project))))


def changed(project: Project, change: Callable[[], object]) -> set[str]:
    before = digests(project)
    change()
    after = digests(project)
    return {source for source in after if after[source] != before[source]}


def test_only_pages_of_a_changed_run_change(
    project: Project, add: Add, write: Callable[[str, str], None]
) -> None:
    add("a/one.py")
    add("a/two.py")
    write("one.md", BLOCK.format("show", '("a/one.py")'))
    write("two.md", BLOCK.format("show", '("a/two.py")'))
    write("all.md", BLOCK.format("totals", "()"))
    write("none.md", "# Prose\n")
    assert changed(project, lambda: None) == set()
    file = project.snippets / "a/one.py"
    again = f"# Changed.\n{file.read_text('utf-8')}"
    assert changed(project, lambda: file.write_text(again, "utf-8")) == {
        "one.md",
        "a/one.py.md",
        "all.md",
    }


def test_a_word_of_the_glossary_changes_the_pages_that_have_it(
    project: Project, write: Callable[[str, str], None]
) -> None:
    write("with.md", "# A Task\n")
    write("without.md", "# A\n")
    write(GLOSSARY, "task { #task }\n:   One.\n")
    other = "task { #task }\n:   Another.\n"
    found = changed(project, lambda: write(GLOSSARY, other))
    assert "with.md" in found
    assert "without.md" not in found


def test_prose_of_another_page_changes_nothing(
    project: Project, write: Callable[[str, str], None]
) -> None:
    write("a.md", "# A\n")
    write("b.md", "# B\n")
    assert changed(project, lambda: write("b.md", "# B\n\nMore.\n")) == set()
