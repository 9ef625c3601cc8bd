"""Where the parts of a checkout are."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from proof.errors import ProofError


@dataclass(frozen=True)
class Project:
    """A checkout of the site.

    Attributes:
        root: Absolute path of the folder that holds `mkdocs.yml`.
    """

    root: Path

    @classmethod
    def locate(cls, start: Path | None = None) -> Self:
        """Find the checkout around a folder.

        Args:
            start: Where to begin looking upwards; the working directory if left out.

        Raises:
            ProofError: No folder from there upwards holds `mkdocs.yml` and `snippets`.
        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file() and (folder / "snippets").is_dir():
                return cls(folder)
        raise ProofError(
            f"no mkdocs.yml beside a snippets folder in {start} or above it; "
            "change into a checkout of the site first"
        )

    @property
    def snippets(self) -> Path:
        """The folder of the snippets."""
        return self.root / "snippets"

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.root / "docs"

    @property
    def store(self) -> Path:
        """The folder of the stored runs."""
        return self.root / ".proof"

    @property
    def requirements(self) -> Path:
        """The file that pins every package that snippets may depend on."""
        return self.root / "requirements-snippets.txt"

    def snippet_names(self) -> tuple[str, ...]:
        """Every snippet, as a path below `snippets/` with forward slashes, sorted."""
        names = (p.relative_to(self.snippets) for p in self.snippets.rglob("*.py"))
        return tuple(
            sorted(n.as_posix() for n in names if not _is_hidden_or_generated(n))
        )

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page in order: its path in the checkout, and its Markdown."""
        for page in sorted(self.docs.rglob("*.md")):
            yield self.relative(page), page.read_text("utf-8", errors="replace")

    def relative(self, path: Path) -> str:
        """A path as a person in the checkout would type it."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def _is_hidden_or_generated(path: Path) -> bool:
    return any(part.startswith((".", "__pycache__")) for part in path.parts)
