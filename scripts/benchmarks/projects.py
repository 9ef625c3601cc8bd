"""Projects to measure with, of as many pages as asked for."""

from pathlib import Path
from typing import Final

_REPOSITORY: Final = Path(__file__).resolve().parents[2]
_CONFIGURATION: Final = """\
site_name: Benchmark
site_url: ""
theme: {{name: material, font: false}}
plugins: [{plugins}]
markdown_extensions: [pymdownx.superfences]
extra_css: [assets/site.css]
{hooks}watch: [snippets]
"""
_HOOK: Final = f"hooks: [{_REPOSITORY / 'scripts/proof/site/mkdocs_hook.py'}]\n"
_PROGRAM: Final = '''\
"""Three coroutines count beside each other, as number {0} of many."""

import asyncio


async def count() -> None:
    print("One")
    await asyncio.sleep({1})
    print("Two")


async def main() -> None:
    await asyncio.gather(count(), count(), count())


asyncio.run(main())
'''
_CLAIMS: Final = """

# Proof:
# Output:
#     One
#     One
#     One
#     Two
#     Two
#     Two
"""
_PROSE: Final = (
    "Some words about what a program shows, with `code` in them, and *others*.\n\n" * 20
)


def program(number: int) -> str:
    """Where one of the programs is, below the folder of a project."""
    return f"snippets/many/count_{number}.py"


def page(number: int) -> str:
    """Where one of the pages is, below the folder of a project."""
    return f"docs/page-{number}.md"


def write(root: Path, path: str, text: str) -> None:
    """Write a file of a project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def with_proof(root: Path, pages: int, *, sleep: float) -> Path:
    """One in which each page shows a program that was executed before.

    Args:
        root: Where it is to be.
        pages: How many there are, each with a program of its own.
        sleep: Seconds that each program takes.
    """
    write(
        root, "mkdocs.yml", _CONFIGURATION.format(plugins="markdown-exec", hooks=_HOOK)
    )
    write(
        root,
        "requirements-snippets.txt",
        (_REPOSITORY / "requirements-snippets.txt").read_text("utf-8"),
    )
    for number in range(pages):
        write(root, program(number), _PROGRAM.format(number, sleep) + _CLAIMS)
        call = f'from proof import show\nprint(show("many/count_{number}.py"))'
        _write_page(root, number, f'```python exec="on" html="on"\n{call}\n```\n')
    return _with_home(root)


def with_markdown_exec(root: Path, pages: int, *, sleep: float) -> Path:
    """The same programs as blocks that markdown-exec executes by itself."""
    _configure(root, plugins="markdown-exec")
    for number in range(pages):
        block = _PROGRAM.format(number, sleep)
        _write_page(root, number, f'```python exec="on"\n{block}```\n')
    return _with_home(root)


def plain(root: Path, pages: int) -> Path:
    """The same programs as blocks of plain Markdown."""
    _configure(root)
    for number in range(pages):
        _write_page(root, number, f"```python\n{_PROGRAM.format(number, 0)}```\n")
    return _with_home(root)


def _configure(root: Path, *, plugins: str = "", hooks: str = "") -> None:
    text = _CONFIGURATION.format(plugins=plugins, hooks=hooks)
    write(root, "mkdocs.yml", text)


def _write_page(root: Path, number: int, block: str) -> None:
    write(root, page(number), f"# Page {number}\n\n{_PROSE}{block}")


def _with_home(root: Path) -> Path:
    write(root, "docs/index.md", "# Home\n")
    write(root, "docs/assets/site.css", "b { color: red }\n")
    (root / "snippets").mkdir(exist_ok=True)
    return root
