"""Which snippets somebody means who types paths."""

from collections.abc import Sequence
from pathlib import Path

from proof.errors import ProofError
from proof.project import Project


def names_of(project: Project, paths: Sequence[Path]) -> list[str]:
    """Names of the snippets that paths mean, each once.

    Args:
        project: The checkout.
        paths: Files and folders, as typed or below `snippets/`; `.py` can be left out.

    Raises:
        ProofError: A path means no snippet.
    """
    # Paths may overlap; what is named twice is meant once.
    return list(dict.fromkeys(n for path in paths for n in _names(project, path)))


def _names(project: Project, path: Path) -> list[str]:
    known = project.snippet_names()
    for candidate in (path.absolute(), project.root / path, project.snippets / path):
        try:
            wanted = candidate.resolve().relative_to(project.snippets.resolve())
        except ValueError:
            continue
        prefix = wanted.as_posix()
        # `proof new` takes the name without an ending, so the others do.
        for name in (prefix, f"{prefix}.py"):
            if name in known:
                return [name]
        inside = [n for n in known if prefix == "." or n.startswith(f"{prefix}/")]
        if inside:
            return inside
    if path.suffix == ".md":
        raise ProofError(
            f"{path} is no snippet; pages are looked at by `proof check` without a path"
        )
    raise ProofError(f"no snippet is at {path}; name a file or folder of snippets/")
