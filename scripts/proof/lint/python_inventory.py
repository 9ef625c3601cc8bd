"""Makes the list of Python's documented names from the documentation itself.

It is called by hand, as the head of the list says, and never in a build.
"""

import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from proof.lint.python_names import GENERATED, LATER

MODULES: Final = (
    *("ast", "asyncio", "collections.abc", "concurrent.futures", "contextlib"),
    *("contextvars", "dis", "faulthandler", "functools", "gc", "heapq", "inspect"),
    *("itertools", "queue", "selectors", "signal", "socket", "subprocess", "sys"),
    *("threading", "time", "traceback", "tracemalloc", "types", "typing", "warnings"),
    "weakref",
)
"""Whose names can be needed on this site."""

_PAGES: Final = re.compile(
    r"(index|faq|glossary|howto|library|reference|tutorial|whats)"
)
# Pages whose sections count although none of these names is on them, and pages that
# are long and of which only little is about the subject.
_SUBJECTS: Final = re.compile(
    r"library/asyncio-.*"
    r"|reference/(compound_stmts|datamodel|executionmodel|expressions|simple_stmts).*"
)
_HISTORY: Final = re.compile(r"whatsnew/3\.\d+\.html")
_OF_HISTORY: Final = re.compile(r"async|await|coroutine|generator|pep-?\d")
# Gone since the version that is read.
_GONE: Final = re.compile(r"asyncio\.\w*ChildWatcher|asyncio\.\w+_child_watcher")
# Builtin functions that only asynchronous programs call, and their methods.
_BUILTINS: Final = {"aiter", "anext"}
_ASYNCHRONOUS: Final = re.compile(
    r"(object|agen|coroutine)\.(__a\w+__|close|send|throw|a(close|send|throw)|next)"
)
_ENTRY: Final = re.compile(r"(.+?)\s+(\S+):(\S+)\s+-?\d+\s+(\S*)\s+.*")
_SECTION: Final = re.compile(r'<section id="([^"]+)"')
_ID: Final = re.compile(r'\bid="([^"]+)"')
_HEAD: Final = """\
# Names of Python {version}'s documentation, by its pages, and after a # what else
# a link can lead to. It is made from Debian's package python3.11-doc by
#
#     apt-get download python3.11-doc && dpkg -x python3.11-doc_*.deb doc
#     python -m proof.lint.python_inventory doc/usr/share/doc/python3.11/html
#
# Each of them was found in that package's pages. What came later stands in
# {later}.
"""


def inventory(folder: Path) -> tuple[str, Iterator[tuple[str, str, str]]]:
    """Version of an inventory of Sphinx, and its entries: name, role, address."""
    content = (folder / "objects.inv").read_bytes()
    *head, body = content.split(b"\n", 4)
    version = head[2].decode().removeprefix("# Version: ")
    return version, _entries(zlib.decompress(body).decode())


def _entries(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines():
        found = _ENTRY.fullmatch(line)
        if found:
            name, domain, role, address = found.groups()
            yield name, f"{domain}:{role}", address.replace("$", name)


def _is_kept(name: str, role: str) -> bool:
    if not role.startswith("py:") or _GONE.match(name):
        return False
    return (
        (role == "py:exception" and "." not in name)
        or name in _BUILTINS
        or bool(_ASYNCHRONOUS.fullmatch(name))
        or any(name == one or name.startswith(f"{one}.") for one in MODULES)
    )


def by_page(
    folder: Path, entries: Iterable[tuple[str, str, str]]
) -> dict[str, set[str]]:
    """What to list below each page of the documentation.

    Raises:
        SystemExit: The documentation does not have what its inventory promises.
    """
    pages: dict[str, set[str]] = {"index.html": set()}
    for name, role, address in entries:
        page, _, anchor = address.partition("#")
        # Debian leaves out the longest page.
        if not _PAGES.match(page) or not (folder / page).is_file():
            continue
        if role == "std:doc":
            pages.setdefault(page, set())
        elif role == "std:term":
            pages.setdefault(page, set()).add(f"#{anchor}")
        elif _is_kept(name, role):
            line = name if anchor == name else f"{name} #{anchor}"
            pages.setdefault(page, set()).add(line)
    return {
        page: lines | _sections(page, lines, (folder / page).read_text("utf-8"))
        for page, lines in pages.items()
    }


def _sections(page: str, lines: set[str], html: str) -> set[str]:
    """The anchors of a page that belong to no name, if they can be needed."""
    ids = set(_ID.findall(html))
    named = {line.split("#")[-1] for line in lines}
    if named - ids:
        sys.exit(f"{page} has no {', '.join(sorted(named - ids))}")
    if _HISTORY.fullmatch(page):
        wanted = {one for one in ids if _OF_HISTORY.search(one)}
    else:
        wanted = set(_SECTION.findall(html))
        wanted = wanted if lines or _SUBJECTS.fullmatch(page) else set()
    return {f"#{one}" for one in wanted - named}


def listing(version: str, pages: dict[str, set[str]]) -> str:
    """The list as text."""
    lines = [_HEAD.format(version=version, later=LATER.name).rstrip("\n")]
    for page in sorted(pages):
        lines += ["", page] if pages[page] else [page]
        names = sorted(line for line in pages[page] if not line.startswith("#"))
        anchors = sorted(pages[page] - set(names))
        lines += [f"    {line}" for line in names + anchors]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    documentation = Path(sys.argv[1])
    said, found = inventory(documentation)
    GENERATED.write_text(listing(said, by_page(documentation, found)), "utf-8")
