"""All that a page is rendered from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from proof.lint.references import Reference
from proof.site.build import current
from proof.site.rendered_from import Besides

DOCUMENTED: Final = "::: "
"""What begins the line of a page that asks for the documentation of a module."""

_PACKAGE: Final = Path(__file__).resolve().parents[2]


@dataclass
class Sources:
    """What all pages of one build are made from.

    Attributes:
        project: The folder of the project.
        configuration: The file with the configuration.
        besides: What the build has for them.
        references: The snippets that each of them shows, by its path below `docs/`.
    """

    project: Path
    configuration: bytes
    besides: Besides
    references: Mapping[str, tuple[Reference, ...]]
    _files: tuple[object, ...] | None = None

    @classmethod
    def of(cls, config: MkDocsConfig) -> Self:
        """Those of the build that was begun."""
        build = current()
        return cls(
            Path(config.config_file_path).parent,
            configuration(config),
            Besides(build),
            {page.source: page.references for page in build.report.pages},
        )

    def of_page(self, page: Page, files: Files) -> tuple[object, ...]:
        """What one page is made from; equal to another one if its content would be.

        Args:
            page: The page, whose text has been read.
            files: All files of the build, which it may link to.
        """
        text = page.markdown or ""
        return (
            text,
            self.configuration,
            self._links(files),
            self.besides.of(text, self.references.get(page.file.src_uri, ())),
            self._tooling(text),
        )

    def _links(self, files: Files) -> tuple[object, ...]:
        if self._files is None:
            self._files = tuple((f.src_uri, f.url, f.inclusion) for f in files)
        return self._files

    def _tooling(self, text: str) -> tuple[object, ...]:
        if DOCUMENTED in text:
            return states(_PACKAGE.rglob("*.py"))
        # It draws what is configured there.
        return states([self.project / "pyproject.toml"]) if "packages(" in text else ()


def configuration(config: MkDocsConfig) -> bytes:
    """The file with the configuration, as it is now."""
    return Path(config.config_file_path).read_bytes()


def states(files: Iterable[Path]) -> tuple[object, ...]:
    """Some files, each with its size and when it was changed."""
    status = ((file, file.stat()) for file in sorted(files))
    return tuple((str(f), one.st_mtime_ns, one.st_size) for f, one in status)
