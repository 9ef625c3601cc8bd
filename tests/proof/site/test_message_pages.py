"""Messages on pages, and the list of them."""

from collections.abc import Callable

import pytest
from tests.pythons import this_python

from proof import ProofError, message, messages
from proof.cache.store import Store
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.build import Build
from proof.snippets.snippet import Snippet

Write = Callable[[str], None]
Begin = Callable[..., object]
GETS = "messages/a_lock.py"
HEADING = "### `RuntimeWarning: … was never awaited` { #never-awaited }"


@pytest.fixture
def keep(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> Callable[..., None]:
    """Store the runs of both programs; the first writes a line to stderr."""

    def store(logged: str, claimed: str = "Stderr: anything") -> None:
        for name, stderr in ((GETS, [logged]), ("messages/a_lock_works.py", [])):
            claims = f"Output:\n    One\n{claimed}"
            snippet = add(name, claims=claims)
            (project.docs / f"{name}.md").unlink()
            run = made(executed(["One"], [line for line in stderr if line]))
            Store(project).save(snippet, this_python(), run)

    return store


@pytest.fixture
def write(project: Project) -> Write:
    """Write the page that shows the message."""

    def make(heading: str) -> None:
        block = f'```python exec="on" html="on"\nmessage("{GETS}")\n```'
        page = project.docs / "rules/tasks.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"# Tasks\n\n{heading}\n\nIt means so.\n\n{block}\n", "utf-8")

    return make


@pytest.fixture(autouse=True)
def _there(keep: Callable[[str], None], write: Write) -> None:
    keep("sys:1: RuntimeWarning: 'save' was never awaited")
    write(HEADING)


def test_it_is_shown_with_both_programs(begin: Begin) -> None:
    begin()
    html = message(GETS)
    assert "<dd><code>RuntimeWarning: &#39;save&#39; was never awaited</code>" in html
    assert f'data-snippet="{GETS}"' in html
    assert 'data-snippet="messages/a_lock_works.py"' in html


def test_a_list_leads_to_the_heading(begin: Begin) -> None:
    begin()
    html = messages("rules/index.md", "rules/tasks.md")
    assert 'href="../rules/tasks/#never-awaited"' in html
    assert "<code>RuntimeWarning: &#39;save&#39; was never awaited</code>" in html


@pytest.mark.parametrize(
    ("heading", "problem"),
    [
        ("### Never awaited", r"tasks\.md:8: this message has no heading with an id"),
        (
            "### `… was never fetched` { #never-fetched }",
            r"tasks\.md:8: no version says `… was never fetched`; messages/a_lock\.py",
        ),
    ],
)
def test_a_heading_says_what_python_says(
    begin: Begin, write: Write, heading: str, problem: str
) -> None:
    write(heading)
    begin()
    with pytest.raises(ProofError, match=problem):
        messages("rules/index.md", "rules/tasks.md")
    begin(is_serving=True)
    assert "proof-problem" in messages("rules/index.md", "rules/tasks.md")


def test_a_list_of_no_page_is_an_error(begin: Begin) -> None:
    begin()
    with pytest.raises(ProofError, match=r"there is no docs/rules/none\.md"):
        messages("rules/index.md", "rules/none.md")


def test_a_program_without_a_message_is_an_error(
    begin: Begin, keep: Callable[[str], None]
) -> None:
    keep("")
    begin()
    with pytest.raises(ProofError, match=r"a_lock\.py: no version gives it a message"):
        message(GETS)
    begin(is_serving=True)
    assert "proof-problem" in message(GETS)


def test_another_version_may_get_the_message_if_it_is_claimed(
    begin: Begin, keep: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Build, "lacking", lambda *_: ["3.99"])
    keep("")
    begin()
    assert "<dd>no message</dd>" in message(GETS)
    keep("", claimed="")
    begin()
    with pytest.raises(ProofError, match=r"a_lock\.py: no version gives it a message"):
        message(GETS)


def test_a_missing_program_is_an_error(begin: Begin) -> None:
    begin()
    with pytest.raises(ProofError, match=r"there is no snippets/messages/none\.py"):
        message("messages/none.py")
