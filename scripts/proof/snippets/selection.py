"""Finding the snippets at the paths that somebody types."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from proof.errors import ProofError
from proof.project import Project


def names_of(project: Project, paths: Sequence[Path]) -> list[str]:
    """Names of the snippets at some paths, each once.

    Args:
        project: The checkout.
        paths: Files and folders, as typed or below `snippets/`; `.py` can be left out.

    Raises:
        ProofError: There is no snippet at a path.
    """
    # Paths may overlap; what is named twice is wanted once.
    return list(dict.fromkeys(n for path in paths for n in _names(project, path)))


def _names(project: Project, path: Path) -> list[str]:
    known = project.snippet_names()
    for place in _places(project, path):
        try:
            wanted = place.relative_to(project.snippets.resolve())
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
            f"{path} is not a snippet; `proof check` without a path checks the pages"
        )
    raise ProofError(
        f"there is no snippet at {path}; name a file or folder in snippets/"
    )


def _places(project: Project, path: Path) -> Iterator[Path]:
    for candidate in (path.absolute(), project.root / path, project.snippets / path):
        yield candidate.resolve()
        # A link that leads elsewhere, or nowhere, is a file that cannot be read.
        yield candidate.parent.resolve() / candidate.name
