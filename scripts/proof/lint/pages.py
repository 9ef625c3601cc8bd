"""The pages of the site as text, each read and scanned once."""

import re
from dataclasses import dataclass
from functools import cached_property

from proof.lint.references import Reference, page_references
from proof.project import Project

_TITLE = re.compile(r"""^title: *(["']?)(.+?)\1 *$|^# (.+)$""", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        path: Its path in the checkout.
        source: Its path below `docs/`.
        text: Its Markdown.
    """

    path: str
    source: str
    text: str

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The places in it where snippets are asked for, in order of lines."""
        return tuple(page_references(self.path, self.text))

    @cached_property
    def title(self) -> str:
        """What it is called; its path where it has no title."""
        match = _TITLE.search(self.text)
        return (match[2] or match[3]).strip() if match else self.source


def read_pages(project: Project) -> tuple[Page, ...]:
    """Every page of a checkout, in order of their paths."""
    docs = project.relative(project.docs)
    return tuple(
        Page(path, path.removeprefix(f"{docs}/"), text)
        for path, text in project.pages()
    )
