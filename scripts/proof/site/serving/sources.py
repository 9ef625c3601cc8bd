"""All that a page is rendered from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from proof.lint.references import Reference
from proof.site.asking import Extent, extent
from proof.site.build import Build, current
from proof.site.evidence.places import Place, places_of
from proof.site.glossary import GLOSSARY, Term, terms

DOCUMENTED: Final = "::: "
"""What begins the line of a page that asks for the documentation of a module."""

_PACKAGE: Final = Path(__file__).resolve().parents[2]


@dataclass
class Sources:
    """What all pages of one build are made from.

    Attributes:
        build: Whose runs they show.
        project: The folder of the project.
        glossary: The words that are explained wherever they stand.
    """

    build: Build
    project: Path
    configuration: bytes = b""
    glossary: tuple[Term, ...] = ()
    _files: tuple[object, ...] | None = None
    _places: dict[str, list[Place]] = field(default_factory=dict)
    _references: dict[str, tuple[Reference, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, config: MkDocsConfig) -> Self:
        """Those of the build that was begun."""
        build, glossary = current(), Path(config.docs_dir, GLOSSARY)
        pages = build.report.pages
        return cls(
            build,
            Path(config.config_file_path).parent,
            configuration(config),
            terms(glossary.read_text("utf-8")) if glossary.is_file() else (),
            _places=places_of(pages, has_directories=build.has_directories),
            _references={page.source: page.references for page in pages},
        )

    def of_page(self, page: Page, files: Files) -> tuple[object, ...]:
        """What one page is made from; equal to another one if its content would be.

        Args:
            page: The page, whose text has been read.
            files: All files of the build, which it may link to.
        """
        text = page.markdown or ""
        asked = extent(text)
        names = dict.fromkeys(
            one.snippet for one in self._references.get(page.file.src_uri, ())
        )
        return (
            text,
            self.configuration,
            self._links(files),
            self.build.can_run,
            self.build.has_directories,
            self._explained(text),
            [self._runs_of(name) for name in names],
            self._everything(asked),
            self._tooling(text),
        )

    def _links(self, files: Files) -> tuple[object, ...]:
        if self._files is None:
            self._files = tuple((f.src_uri, f.url, f.inclusion) for f in files)
        return self._files

    def _explained(self, text: str) -> list[Term]:
        small = text.lower()
        return [one for one in self.glossary if any(f in small for f in one.forms)]

    def _tooling(self, text: str) -> tuple[object, ...]:
        if DOCUMENTED in text:
            return states(_PACKAGE.rglob("*.py"))
        # It draws what is configured there.
        return states([self.project / "pyproject.toml"]) if "packages(" in text else ()

    def _runs_of(self, name: str) -> tuple[object, ...]:
        report, path = self.build.report, f"snippets/{name}"
        return (
            name,
            report.results.get(name),
            report.others.get(name),
            report.absent.get(name),
            report.counter_proofs.get(name),
            report.not_run.get(name),
            self._places.get(name),
            [str(error) for error in report.errors if error.path == path],
        )

    def _everything(self, asked: Extent) -> object:
        report = self.build.report
        if asked is Extent.ANYTHING:
            return object()
        if asked is Extent.NOTHING:
            return None
        runs = [self._runs_of(name) for name in (*report.results, *report.not_run)]
        return runs if asked is Extent.ALL_RUNS else (runs, report.pages)


def configuration(config: MkDocsConfig) -> bytes:
    """The file with the configuration, as it is now."""
    return Path(config.config_file_path).read_bytes()


def states(files: Iterable[Path]) -> tuple[object, ...]:
    """Some files, each with its size and when it was changed."""
    status = ((file, file.stat()) for file in sorted(files))
    return tuple((str(f), one.st_mtime_ns, one.st_size) for f, one in status)
