"""The folder that Zensical builds in: a copy of the pages, each with a mark.

Zensical renders a page again where its text has changed, and knows nothing of runs. So
each copy says in its front matter what it is made of besides, and changes with that.
"""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

import yaml

from proof.files import write_file
from proof.project import Project
from proof.site.style_sheet import ADDRESS as STYLE_SHEET
from proof.site.style_sheet import combined
from proof.site.zensical.configuration import Configuration

_TOOLING: Final = Path(__file__).resolve().parents[2]
_OPENING: Final = "---\n"


@dataclass(frozen=True)
class Stage:
    """A folder to build in.

    Attributes:
        project: The checkout.
        folder: The folder.
    """

    project: Project
    folder: Path

    @property
    def configuration(self) -> Path:
        """The file that Zensical reads."""
        return self.folder / "mkdocs.yml"

    @property
    def docs(self) -> Path:
        """The copies of the pages and of what belongs to them."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """Where Zensical puts the site."""
        return self.folder / "site"

    def fill(self, configuration: Configuration, marks: Mapping[str, str]) -> None:
        """Write what differs from what is there.

        Args:
            configuration: That of the checkout.
            marks: What each page is made of besides its text; see `rendered_from`.
        """
        told = yaml.safe_dump(configuration.for_zensical(), sort_keys=False)
        _write(self.configuration, told.encode())
        sheets = configuration.style_sheets
        text = combined([sheet.read_text("utf-8") for sheet in sheets])
        _write(self.docs / STYLE_SHEET, text.encode())
        own = files("mkdocstrings_handlers.python") / "templates/material/style.css"
        # MkDocs' plugin begins with a line end, and the two sites are to be the same.
        _write(self.docs / "assets/_mkdocstrings.css", b"\n" + own.read_bytes())
        self._copy_others(frozenset(sheets))
        self.mark(marks)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Write the pages that differ from what is there; see `fill`."""
        tooling = _state_of_tooling()
        there = set()
        for path, text in self.project.pages():
            source = path.removeprefix("docs/")
            there.add(self.docs / source)
            mark = f"{marks.get(source, '')}-{tooling}"
            _write(self.docs / source, marked(text, source, mark).encode())
        for page in set(self.docs.rglob("*.md")) - there:
            page.unlink()

    def _copy_others(self, left_out: frozenset[Path]) -> None:
        for file in _others(self.project.docs):
            copy = self.docs / file.relative_to(self.project.docs)
            if file not in left_out and _differ(file, copy):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, copy)


def marked(text: str, source: str, mark: str) -> str:
    """A page whose front matter says where it comes from, and has a mark.

    Args:
        text: Its Markdown.
        source: Its path below `docs/`, which templates ask for.
        mark: Letters and digits.
    """
    lines = f"made_from: {source}\nmade_of: {mark}\n"
    if text.startswith(_OPENING):
        return _OPENING + lines + text.removeprefix(_OPENING)
    return _OPENING + lines + _OPENING + text


def _others(docs: Path) -> Iterator[Path]:
    for file in docs.rglob("*"):
        is_hidden = any(p.startswith(".") for p in file.relative_to(docs).parts)
        if file.is_file() and not is_hidden and file.suffix not in {".md", ".py"}:
            yield file


def _differ(file: Path, copy: Path) -> bool:
    if not copy.exists():
        return True
    one, other = file.stat(), copy.stat()
    return (one.st_mtime_ns, one.st_size) != (other.st_mtime_ns, other.st_size)


def _write(file: Path, content: bytes) -> None:
    if not file.exists() or file.read_bytes() != content:
        write_file(file, content)


def _state_of_tooling() -> str:
    """Tells one state of the tooling from another, which may draw differently."""
    found = sorted(
        (str(file), file.stat().st_mtime_ns) for file in _TOOLING.rglob("*.py")
    )
    return hashlib.sha256(repr(found).encode()).hexdigest()[:16]
