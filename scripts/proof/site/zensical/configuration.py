"""What `mkdocs.yml` says, and what Zensical is told of it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self, cast

import yaml

from proof.errors import ProofError
from proof.project import Project
from proof.site.style_sheet import ADDRESS as STYLE_SHEET

CONVERSION: Final = "proof.site.zensical.conversion"
"""An extension of Python-Markdown: what differs while a page is converted."""


class _Loader(yaml.UnsafeLoader):
    """Reads the tags that MkDocs knows; the file is as trusted as the tooling."""


def _environment(loader: _Loader, node: yaml.SequenceNode) -> object:
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[one] for one in names if one in os.environ), otherwise)


_Loader.add_constructor("!ENV", _environment)


@dataclass(frozen=True)
class Planned:
    """A page as the navigation names it.

    Attributes:
        source: Its path below `docs/`.
        part: The title of the tab that it is in; empty for none.
    """

    source: str
    part: str


@dataclass(frozen=True)
class Configuration:
    """The configuration of the site.

    Attributes:
        project: The checkout.
        settings: What its `mkdocs.yml` says.
    """

    project: Project
    settings: dict[str, Any]

    @classmethod
    def read(cls, project: Project) -> Self:
        """Read that of a checkout."""
        text = (project.root / "mkdocs.yml").read_text("utf-8")
        return cls(project, yaml.load(text, _Loader))  # noqa: S506

    @property
    def style_sheets(self) -> list[Path]:
        """The style sheets of the site, in their order."""
        return [self.project.docs / one for one in self.settings.get("extra_css", [])]

    @property
    def pages(self) -> list[Planned]:
        """Every page of the navigation, in its order."""
        return [
            Planned(source, next(iter(one)) if isinstance(one, dict) else "")
            for one in self.settings["nav"]
            for source in _sources(one)
        ]

    def errors(self) -> Iterator[ProofError]:
        """Pages that the navigation lacks, or that it alone has.

        Zensical says neither.
        """
        there = {path.removeprefix("docs/") for path, _ in self.project.pages()}
        named = {one.source for one in self.pages}
        for source in sorted(named - there):
            yield ProofError(
                f"`nav` has {source}, and there is no such page; create it, or fix "
                "the name",
                "mkdocs.yml",
            )
        for source in sorted(there - named - {"README.md"}):
            yield ProofError(
                "`nav` in mkdocs.yml lacks this page; add it there", f"docs/{source}"
            )

    def for_zensical(self) -> dict[str, Any]:
        """What Zensical is told, for a copy of the pages in another folder."""
        left_out = ("hooks", "watch", "site_dir", "docs_dir")
        told = {k: v for k, v in self.settings.items() if k not in left_out}
        root = self.project.root
        told["theme"] = dict(told["theme"])
        told["theme"]["custom_dir"] = str(root / told["theme"]["custom_dir"])
        plugins = [_with_paths(one, root) for one in told["plugins"]]
        # It would bring its own, which its theme shows beside ours.
        told["plugins"] = [*plugins, {"search": {"enabled": False}}]
        told["extra_css"] = [STYLE_SHEET]
        told["markdown_extensions"] = [CONVERSION, *told["markdown_extensions"]]
        return told


def _sources(entry: object) -> Iterator[str]:
    """The pages of an entry of the navigation, in order."""
    if isinstance(entry, str):
        yield entry
        return
    below = entry.values() if isinstance(entry, dict) else entry
    for one in cast("Iterable[object]", below):
        yield from _sources(one)


def _with_paths(plugin: object, root: Path) -> object:
    """A plugin whose folders of modules are named in full."""
    if not isinstance(plugin, dict) or "mkdocstrings" not in plugin:
        return plugin
    settings = dict(plugin["mkdocstrings"])
    python = dict(settings["handlers"]["python"])
    python["paths"] = [str(root / one) for one in python["paths"]]
    return {"mkdocstrings": {**settings, "handlers": {"python": python}}}
