"""Which pages there are, for engines and for models."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """A page as others list it.

    Attributes:
        source: Its path below `docs/`; its Markdown has the same one below the site.
        title: What it is called.
        description: What it is about, in a sentence.
        part: The part of the site that it belongs to; empty for none.
    """

    source: str
    title: str
    description: str
    part: str

    @property
    def card(self) -> str:
        """Where its picture for previews is, below the site."""
        name = self.source.removesuffix(".md").replace("/", "-")
        return f"assets/cards/{name}.png"


def robots_text(address: str) -> str:
    """What a crawler asks for first.

    Args:
        address: Of the site, ending with a slash.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"


def llms_text(
    name: str, description: str, address: str, pages: Sequence[Listed]
) -> str:
    """What a language model asks for first; see https://llmstxt.org.

    Args:
        name: What the site is called.
        description: What it is, in a sentence.
        address: Where it is, ending with a slash.
        pages: Its pages, in their order.
    """
    lines = [f"# {name}", "", f"> {description}", ""]
    lines += [
        "Each page is listed as Markdown, with what its programs printed, and when,",
        "in seconds since the event loop began.",
    ]
    part = None
    for page in pages:
        if page.part != part:
            part = page.part
            lines += ["", f"## {part or name}", ""]
        about = f": {page.description}" if page.description else ""
        lines.append(f"- [{page.title}]({address}{page.source}){about}")
    return "\n".join([*lines, ""])
