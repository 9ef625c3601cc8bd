"""Building again while somebody writes: only what changed is rendered and written.

A build that nobody serves does everything; `Memory` is for servers alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import jinja2
from mkdocs import utils
from mkdocs.commands import build as building
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proof.site.serving.folder import Folder
from proof.site.serving.looks import Looks
from proof.site.serving.reloading import with_marks
from proof.site.serving.rendered import Rendered
from proof.site.serving.sources import Sources
from proof.site.serving.templates import Templates
from proof.site.serving.watching import watch_closely

__all__ = ["Memory", "watch_closely", "with_marks"]

_RENDER: Final = Page.render
_BUILD_PAGE: Final = building._build_page
_CLEAN: Final = utils.clean_directory


class Memory:
    """What a server knows of its pages from the build before.

    MkDocs has no place to say that a page is to be left as it is. It is frozen at the
    pinned version, so three of its functions are replaced, each by one that asks first
    and else calls the original.
    """

    def __init__(self) -> None:
        """Nothing was built yet."""
        self._folder = Folder(_CLEAN)
        self._templates = Templates()
        self._rendered: dict[str, Rendered] = {}
        self._written: dict[str, object] = {}
        self._others: dict[Path, object] = {}
        self._sources: Sources | None = None
        self._looks: object = None

    def begin(self, config: MkDocsConfig) -> None:
        """Take part in the build that begins."""
        self._sources = self._looks = None
        self._templates.serve(config.theme)

        def render(page: Page, config: MkDocsConfig, files: Files) -> None:
            self._render(page, config, files)

        Page.render = render  # type: ignore[assignment, method-assign]
        building._build_page = self._build_page
        utils.clean_directory = self._folder.begin  # type: ignore[assignment]

    def has_written(self, file: Path, source: object) -> bool:
        """Whether a file was made from the same by the build before.

        Args:
            file: A file of the site, which is made now if not.
            source: All that it is made from.
        """
        is_same = self._others.get(file) == source and self._folder.keep(str(file))
        self._others[file] = source
        return is_same

    def end(self) -> None:
        """Remove what the build that ends has neither written nor left as it was."""
        self._folder.end()

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._sources = self._sources or Sources.of(config)
        name, key = page.file.src_uri, self._sources.of_page(page, files)
        kept = self._rendered.pop(name, None)
        if kept and kept.key == key:
            kept.restore(page, config, files)
        else:
            with Rendered.recording(page, config) as kept:
                _RENDER(page, config, files)
        if kept.is_whole:
            # Equal, but made by this build: comparing it again costs less.
            kept.key = key
            self._rendered[name] = kept

    def _build_page(  # noqa: PLR0913, PLR0917
        self,
        page: Page,
        config: MkDocsConfig,
        doc_files: Sequence[File],
        nav: Navigation,
        env: jinja2.Environment,
        dirty: bool = False,
        excluded: bool = False,
    ) -> None:
        if self._looks is None:
            self._looks = Looks.of(config, nav)
        looks = (self._looks, page.content, page.meta, page.title, page.toc, excluded)
        name, file = page.file.src_uri, page.file.abs_dest_path
        if self._written.pop(name, None) == looks and self._folder.keep(file):
            self._written[name] = looks
            return
        _BUILD_PAGE(page, config, doc_files, nav, env, dirty, excluded)
        self._written[name] = looks
