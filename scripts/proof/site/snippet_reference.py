"""The reference of the snippets: Markdown from which mkdocstrings makes the rest."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from warnings import catch_warnings, simplefilter

from proof.rendering.markup import Html, visible
from proof.site.evidence import Evidence
from proof.site.evidence.places import OnPages, addresses

_BACKTICKS = re.compile("`{3,}")
_SIGNS = re.compile(r"[\\\[\]*_<>&]")
_CODE = re.compile("(`[^`]+`)")
# The heads are written here, so that the search can be kept from them: what they say
# is found where a page shows the program.
_OPTIONS = """\
    options:
      members: false
      show_root_heading: false
      show_root_toc_entry: false
"""
_UNSEARCHED = 'data-search-exclude="1"'
_OPENING = f'<div class="proof-reference" {_UNSEARCHED} markdown="block">\n'
_CLOSING = "</div>\n"

_Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def snippet_reference(evidence: Evidence, section: str, root: str) -> str:
    """Sentence, pages, functions and classes of each snippet of a section.

    Links are those of the built site: an engine resolves others only in the page
    itself, not in what a block of it prints.

    Args:
        evidence: What there is.
        section: Name of a folder below `snippets/`.
        root: The site's root as seen from the page, ending with a slash.

    Returns:
        Markdown, its heads from level 3 on.
    """
    entries = (e for e in evidence.snippets if e.snippet.name.startswith(f"{section}/"))
    return "\n".join(_snippet(entry, root) for entry in entries)


def identifier(entry: OnPages) -> str:
    """The name by which a page links to a snippet here, as in `[text][name]`."""
    return "snippets." + entry.snippet.name.removesuffix(".py").replace("/", ".")


def _snippet(entry: OnPages, root: str) -> str:
    stem, tree = PurePosixPath(entry.snippet.name).stem, _tree(entry)
    name = identifier(entry)
    content = "\n".join(_names(tree.body, name)) if tree else _text(entry)
    return (
        f"### `{stem}` {{ #{name} {_UNSEARCHED} }}\n\n{_OPENING}\n"
        f"{_escaped(entry.snippet.sentence)}\n{_shown(entry, root)}\n\n"
        f"{content}\n{_CLOSING}"
    )


def _shown(entry: OnPages, root: str) -> str:
    """Where a reader sees it run, as Markdown."""
    links = (
        f"[{_escaped(place.title)}]({root}{address})"
        for place, address in zip(entry.places, addresses(entry), strict=True)
    )
    return f"Shown in {', '.join(links)}." if entry.places else "Not shown on any page."


def _names(body: Iterable[ast.stmt], path: str, level: int = 4) -> Iterator[str]:
    """A head and a directive for each function and class, and for what is in them."""
    # A name that is bound again is the later one, and that is the one griffe documents.
    named = {node.name: node for node in body if isinstance(node, _Named)}
    for name, node in named.items():
        inner = f"{path}.{name}"
        # As HTML: in Markdown, the underscores of an id can be taken for emphasis.
        yield Html(
            '<h{level} id="{}" data-search-exclude="1"><code>{}</code></h{level}>\n'
        ).format(inner, _signature(node), level=level)
        yield f"::: {inner}\n{_OPTIONS}"
        if isinstance(node, ast.ClassDef):
            yield from _names(node.body, inner, level + 1)


def _signature(node: _Named) -> str:
    if isinstance(node, ast.ClassDef):
        bases = ", ".join(map(ast.unparse, node.bases))
        return f"class {node.name}({bases})" if bases else f"class {node.name}"
    kind = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{kind} {node.name}({ast.unparse(node.args)}){returns}"


def _text(entry: OnPages) -> str:
    """The program itself, where no names can be found."""
    code = "\n".join(visible(line) for line in entry.snippet.code)
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(code)), default=2))
    return f"{fence}python\n{code}\n{fence}\n"


def _tree(entry: OnPages) -> ast.Module | None:
    """The program, or None where it has no names that could be looked up."""
    content, name = entry.snippet.content, entry.snippet.name
    if not all(part.isidentifier() for part in identifier(entry).split(".")):
        return None
    try:
        with catch_warnings():
            simplefilter("ignore")
            # More than parsing finds: an `await` outside of a function, for instance.
            compile(content, name, "exec", dont_inherit=True)
            return ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _escaped(text: str) -> str:
    """Text as Markdown that says the same; what is between backticks is code."""
    parts = _CODE.split(visible(text))
    parts[::2] = [_SIGNS.sub(r"\\\g<0>", part) for part in parts[::2]]
    return "".join(parts)
