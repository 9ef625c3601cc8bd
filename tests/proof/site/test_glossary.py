"""Words of the glossary are explained where they first stand on a page."""

from pathlib import Path
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from proof.site.glossary import GLOSSARY, terms

ENTRIES = """\
# Glossary

task { #task }
:   A coroutine that the loop runs `by itself`. See [Tasks](../learn/tasks.md).

coroutine function { #coroutine-function }
:   A function of *this* kind,
    on two lines. See
    [Functions](functions.md).

coroutine { #coroutine }
:   What a call makes.

cancel { #cancel data-forms="cancels|cancelled" }
:   To ask a task to end.

run { #run data-forms="" }
:   One program, executed.
"""


class _Page(Treeprocessor):
    """What MkDocs registers, to resolve links."""

    def __init__(self, md: Markdown, source: str, docs: Path) -> None:
        super().__init__(md)
        self.file = SimpleNamespace(src_uri=source)
        self.config = {"docs_dir": str(docs)}

    def run(self, root: Element) -> None:
        """Change nothing."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    glossary = tmp_path / GLOSSARY
    glossary.parent.mkdir()
    glossary.write_text(ENTRIES, "utf-8")
    return tmp_path


def converted(text: str, docs: Path, source: str = "learn/page.md") -> str:
    md = Markdown(extensions=["proof.site.glossary", "tables", "def_list"])
    md.treeprocessors.register(_Page(md, source, docs), "relpath", 0)
    return md.convert(text)


def marked(text: str, docs: Path, source: str = "learn/page.md") -> list[str]:
    """The words that are marked, in order."""
    parts = converted(text, docs, source).split('<span class="proof-term"><a')[1:]
    return [part.partition(">")[2].partition("</a>")[0] for part in parts]


def test_an_entry_says_what_a_word_means() -> None:
    assert [(one.name, one.identifier, one.forms) for one in terms(ENTRIES)] == [
        ("task", "task", ("task", "tasks")),
        (
            "coroutine function",
            "coroutine-function",
            ("coroutine function", "coroutine functions"),
        ),
        ("coroutine", "coroutine", ("coroutine", "coroutines")),
        ("cancel", "cancel", ("cancel", "cancels", "cancelled")),
        ("run", "run", ()),
    ]
    texts = [one.text for one in terms(ENTRIES)]
    assert texts[0] == "A coroutine that the loop runs by itself."
    assert texts[1] == "A function of this kind, on two lines."


def test_a_word_is_a_link_to_its_entry_with_what_it_means(docs: Path) -> None:
    assert converted("Two tasks wait.", docs) == (
        '<p>Two <span class="proof-term">'
        '<a aria-describedby="term-task" href="../rules/glossary.md#task">tasks</a>'
        '<span class="proof-term-text" data-search-exclude="" id="term-task"'
        ' role="tooltip">A coroutine that the loop runs by itself.</span></span> wait.'
        "</p>"
    )


def test_only_the_first_place_on_a_page_is_marked(docs: Path) -> None:
    text = "A task.\n\n## More\n\nTasks, *a Task*.\n\n- A task is cancelled, cancel"
    assert marked(text, docs) == ["task", "cancelled"]


def test_words_are_found_in_the_order_of_reading(docs: Path) -> None:
    text = "One *task* here. A coroutine.\n\n- cancel\n    - tasks, cancels\n"
    assert marked(text, docs) == ["task", "coroutine", "cancel"]
    html = converted(text, docs)
    assert "</span></span></em> here. A <span" in html
    assert html.endswith("<li>tasks, cancels</li>\n</ul>\n</li>\n</ul>")


def test_the_longer_word_wins(docs: Path) -> None:
    text = "A coroutine function returns a coroutine; coroutine functions do."
    assert marked(text, docs) == ["coroutine function", "coroutine"]


@pytest.mark.parametrize(
    "text",
    [
        "# A task\n\n### Tasks",
        "[A task](page.md)",
        "`task`, `await task`",
        "    task",
        "| task |\n| --- |\n| task |",
        "multitask, tasking, task-based",
        "A run.",
        "<p>A task in HTML</p>",
    ],
)
def test_nothing_else_is_marked(text: str, docs: Path) -> None:
    assert marked(text, docs) == []


@pytest.mark.parametrize("source", [GLOSSARY, "about/page.md"])
def test_pages_for_those_who_know_are_left_alone(source: str, docs: Path) -> None:
    assert marked("A task.", docs, source) == []


def test_the_home_page_leads_there_too(docs: Path) -> None:
    assert 'href="rules/glossary.md#task"' in converted("A task.", docs, "index.md")


def test_what_a_block_prints_has_no_first_place(docs: Path) -> None:
    md = Markdown(extensions=["proof.site.glossary"])
    assert md.convert("A task.") == "<p>A task.</p>"


def test_without_a_glossary_nothing_is_marked(tmp_path: Path) -> None:
    assert marked("A task.", tmp_path) == []
