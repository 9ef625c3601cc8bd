"""What rendering one page has made, beside its content."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from proof.site.build import current
from proof.site.serving.sources import DOCUMENTED


@dataclass
class Rendered:
    """A page as it was after it was rendered.

    Attributes:
        key: All that it was made from.
        is_whole: Whether nothing was said while it was rendered: a warning is repeated
            until somebody does something about it.
    """

    key: object = None
    is_whole: bool = False
    _state: dict[str, Any] = field(default_factory=dict)
    _links: dict[str, dict[str, str]] = field(default_factory=dict)
    _data: dict[str, str] = field(default_factory=dict)
    _anchors: list[tuple[tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    @classmethod
    @contextmanager
    def recording(cls, page: Page, config: MkDocsConfig) -> Iterator[Self]:
        """Note what is made of a page inside the context."""
        rendered, data = cls(), current().data
        before = dict(data)
        data.clear()
        with _counted_warnings() as warnings, rendered._anchors_of(page, config):
            yield rendered
        rendered._data = dict(data)
        data.update({**before, **rendered._data})
        rendered._note(page)
        rendered.is_whole = not warnings.records

    def restore(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do for a page what rendering it would do."""
        vars(page).update(self._state)
        page.links_to_anchors = {
            file: links
            for name, links in self._links.items()
            if (file := files.get_file_from_path(name))
        }
        current().data.update(self._data)
        if autorefs := config.plugins.get("autorefs"):
            for arguments, options in self._anchors:
                autorefs.register_anchor(page, *arguments, **options)
        if DOCUMENTED in (page.markdown or ""):
            # It writes the styles of those handlers that it was asked for.
            handlers = config.plugins["mkdocstrings"]
            handlers.get_handler(handlers.config.default_handler)  # type: ignore[attr-defined]

    @contextmanager
    def _anchors_of(self, page: Page, config: MkDocsConfig) -> Iterator[None]:
        """Note what is registered with autorefs, which begins anew with each build."""
        autorefs: Any = config.plugins.get("autorefs")
        if not autorefs:
            yield
            return
        register = autorefs.register_anchor

        def note(_page: object, *arguments: object, **options: object) -> None:
            self._anchors.append((arguments, options))
            register(page, *arguments, **options)

        autorefs.register_anchor = note
        try:
            yield
        finally:
            del autorefs.register_anchor

    def _note(self, page: Page) -> None:
        names = ("content", "toc", "_title_from_render", "present_anchor_ids")
        self._state = {name: getattr(page, name) for name in names}
        links = page.links_to_anchors or {}
        self._links = {file.src_uri: found for file, found in links.items()}


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _counted_warnings() -> Iterator[_Warnings]:
    logger, warnings = logging.getLogger("mkdocs"), _Warnings()
    logger.addHandler(warnings)
    try:
        yield warnings
    finally:
        logger.removeHandler(warnings)
