"""Snippets that claim nothing yet can be read all the same."""

from collections.abc import Callable

import pytest

from proof.authoring.accepting.drafts import read_draft
from proof.errors import ProofError
from proof.project import Project
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _write(project: Project, content: bytes) -> None:
    (project.snippets / "a").mkdir()
    (project.snippets / "a/b.py").write_bytes(content)


def test_a_finished_one_is_read_as_it_is(project: Project, add: Add) -> None:
    snippet = add("a/b.py")
    assert read_draft(project, "a/b.py") == snippet


@pytest.mark.parametrize("ending", [b"", b"# Proof:", b"# Proof:\n\n"])
def test_one_without_claims_has_none(project: Project, ending: bytes) -> None:
    content = b'"""It."""\n\n' + ending
    _write(project, content)
    draft = read_draft(project, "a/b.py")
    assert (draft.claims, draft.content) == ((), content)
    assert draft.sentence == "It."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"print()\n", "it has no docstring"),
        (b'"""It."""\nimport aiohttp\n', ":2: it imports 'aiohttp'"),
        (b'"""It."""\n# Proof:\n# Output\n', ":3: this line is no claim"),
        (b'"""It."""\n# Proof:\n#\n', ":3: text before the first claim"),
        (b'# /// script\n"""It."""\n', ":1: the `# /// script` block is not closed"),
    ],
)
def test_what_cannot_be_executed_is_told(
    project: Project, content: bytes, said: str
) -> None:
    _write(project, content)
    with pytest.raises(ProofError) as caught:
        read_draft(project, "a/b.py")
    assert said in str(caught.value)
