"""Reading snippets that are not finished: they need not claim anything yet."""

from dataclasses import replace

from proof.errors import ProofError
from proof.gate.load import load_snippets
from proof.project import Project
from proof.snippets import dependencies
from proof.snippets.claim_grammar import MARK, find_claims
from proof.snippets.snippet import Snippet


def read_draft(project: Project, name: str) -> Snippet:
    """Read a snippet that can be executed, whether it claims something or not.

    Args:
        project: The checkout it is in.
        name: Its path below `snippets/`.

    Raises:
        ProofError: It cannot be read or executed.
    """
    content = (project.snippets / name).read_bytes()
    if not _claims_nothing(content):
        loaded = load_snippets(project, [name])
        for error in loaded.errors:
            raise error
        for one in loaded.unavailable:
            raise ProofError(one.reason, one.snippet.path)
        return loaded.snippets[0]
    # Something to claim lets it be read; then that is taken away again.
    claiming = content + f"\n{MARK}\n# Output: anything\n".encode()
    snippet = Snippet.parse(name, claiming)
    for problem in dependencies.problems(project, snippet):
        raise problem
    return replace(snippet, content=content, claims=())


def _claims_nothing(content: bytes) -> bool:
    lines = content.decode("utf-8", "replace").splitlines()
    mark = find_claims(lines)
    return mark is None or not any(line.strip() for line in lines[mark + 1 :])
