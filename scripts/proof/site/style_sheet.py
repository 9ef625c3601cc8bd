"""Makes one style sheet of all: every first view would wait for each of them."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ADDRESS: Final = "assets/site.css"
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def combine(files: Files, config: MkDocsConfig) -> None:
    """Put one sheet in the place of those that the configuration names.

    That of mkdocstrings is no file of ours: the few pages that need it link to it.

    Args:
        files: What is published; the sheets are taken out and theirs is put in.
        config: Its `extra_css`, all paths below `docs/`, is changed as well.
    """
    folder = Path(config.docs_dir)
    found = [files.get_file_from_path(name) for name in config.extra_css]
    own = [file for file in found if file]
    for file in own:
        files.remove(file)
    text = combined([(folder / file.src_path).read_text("utf-8") for file in own])
    files.append(File.generated(config, ADDRESS, content=text))
    config.extra_css = [ADDRESS]


def combined(sheets: Sequence[str]) -> str:
    """Some style sheets as one, in their order, without comments.

    Args:
        sheets: Their texts, none of which names other files.
    """
    return "".join(_COMMENT.sub("", sheet) for sheet in sheets)
