"""Which page a conversion of Markdown is for, whatever engine builds the site."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown


@dataclass(frozen=True)
class Converted:
    """A page that is being converted.

    Attributes:
        source: Its path below `docs/`.
        docs: The folder of all pages.
    """

    source: str
    docs: Path


def converted_by(md: Markdown) -> Converted | None:
    """The page that a converter is for.

    Args:
        md: The converter. One for what a block of a page prints is for no page.
    """
    # markdown-exec names the converter of the page around a block by this.
    if hasattr(md, "_original_md"):
        return None
    if "relpath" in md.treeprocessors:
        mkdocs: Any = md.treeprocessors["relpath"]
        return Converted(mkdocs.file.src_uri, Path(mkdocs.config["docs_dir"]))
    if "rendering_context" in md.preprocessors:
        zensical: Any = md.preprocessors["rendering_context"]
        settings = zensical.config
        return Converted(
            zensical.page.path, Path(settings["root_dir"], settings["docs_dir"])
        )
    return None
