"""What all pages have around their content: when it changes, each is written again."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proof.site.serving.sources import configuration, states


@dataclass(frozen=True)
class Looks:
    """What templates are given besides one page.

    Attributes:
        configuration: The file with the configuration.
        templates: When each template of the project was changed.
        navigation: What is shown of all pages.
    """

    configuration: bytes
    templates: tuple[object, ...]
    navigation: tuple[object, ...]

    @classmethod
    def of(cls, config: MkDocsConfig, nav: Navigation) -> Self:
        """Those of one build, in which all pages have been rendered."""
        folder = config.theme.custom_dir
        templates = states(Path(folder).rglob("*")) if folder else ()
        return cls(configuration(config), templates, tuple(_items(nav.items)))


def _items(items: Iterable[StructureItem]) -> Iterable[object]:
    for item in items:
        shown = item.meta if isinstance(item, Page) else None
        url = getattr(item, "url", None)
        inside = getattr(item, "children", None) or ()
        yield item.title, url, shown, tuple(_items(inside))
