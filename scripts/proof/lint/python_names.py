r"""Where Python's documentation explains a name: from its inventory, without network.

The inventory is the file `objects.inv` that Sphinx makes with the documentation, here
that of Debian's package python3.15-doc:

    apt-get download python3.15-doc && dpkg -x python3.15-doc_*.deb doc
    cp doc/usr/share/doc/python3.15/html/objects.inv \
        scripts/proof/lint/data/python-3.15.inv
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Self

INVENTORY: Final = Path(__file__).parent / "data/python-3.15.inv"
"""The inventory of the newest documentation."""
LATER: Final = frozenset({"whatsnew/3.16.html"})
"""Pages that came after it."""

HOME: Final = "https://docs.python.org/3/"
_ADDRESS: Final = re.compile(r"https://docs\.python\.org/3(?:\.\d+)?/([^#]*)#?(.*)")
_HEAD_LINES: Final = 4
_LINE: Final = re.compile(r"(.+?) +(\w+:[\w-]+) +-?\d+ +(\S*) ")

# Without a dot, a name is more often a word or a variable. These are no words.
_MODULES: Final = {
    *("asyncio", "contextlib", "contextvars", "faulthandler", "functools", "heapq"),
    *("itertools", "subprocess", "threading", "tracemalloc", "weakref"),
}
_BUILTINS: Final = {"aiter", "anext"}
# So the documentation calls any event loop in its own text.
_LOOP: Final = "loop."


@dataclass(frozen=True)
class Item:
    """One line of an inventory.

    Attributes:
        name: What it is called there.
        role: What it is, such as `py:function` or `std:label`.
        page: The page that explains it.
        anchor: The place in the page, or empty.
    """

    name: str
    role: str
    page: str
    anchor: str


@dataclass(frozen=True)
class PythonNames:
    """The names that Python's documentation explains.

    Attributes:
        places: Page and anchor of each name.
        pages: Every page, with every anchor that the inventory has of it. A heading
            that nobody linked from elsewhere has one that is not there.
    """

    places: dict[str, str]
    pages: dict[str, frozenset[str]]

    @classmethod
    def of(cls, items: Iterable[Item], later: Iterable[str] = ()) -> Self:
        """The names of an inventory, and pages that came after it."""
        places: dict[str, str] = {}
        pages: dict[str, set[str]] = {page: set() for page in later}
        for item in items:
            pages.setdefault(item.page, set()).add(item.anchor)
            if _is_linked(item):
                places[item.name] = f"{item.page}#{item.anchor}"
        return cls(places, {p: frozenset(anchors) for p, anchors in pages.items()})

    def address(self, written: str) -> str | None:
        """Address of the place that explains a name as prose writes it, or None.

        Args:
            written: Such as `asyncio.sleep`, `asyncio.sleep()` or `loop.call_soon()`.
        """
        name = written.removesuffix("()")
        if name.startswith(_LOOP):
            name = f"asyncio.{name}"
        place = self.places.get(name)
        return None if place is None else HOME + place

    def knows(self, address: str) -> bool:
        """Whether an address leads to a page, and if it names an object, to that.

        Args:
            address: Below `HOME`, or below the home of one version.
        """
        found = _ADDRESS.fullmatch(address)
        page, anchor = found.groups() if found else ("", "")
        anchors = self.pages.get(page) if page else frozenset()
        # Only names are certain to be in the inventory: see `pages`.
        is_there = anchors is not None and ("." not in anchor or anchor in anchors)
        return found is not None and is_there

    @property
    def modules(self) -> list[str]:
        """Every module, those within another one first."""
        found = (n for n, place in self.places.items() if "#module-" in place)
        return sorted(found, key=len, reverse=True)

    def documented(self, module: str) -> list[str]:
        """Every name of a module that is explained."""
        return [name for name in self.places if name.startswith(f"{module}.")]


@cache
def python_names() -> PythonNames:
    """All that is known."""
    return PythonNames.of(items_of(INVENTORY.read_bytes()), LATER)


def items_of(inventory: bytes) -> Iterator[Item]:
    """The items of an inventory in Sphinx's format, version 2."""
    *_, packed = inventory.split(b"\n", _HEAD_LINES)
    for line in zlib.decompress(packed).decode("utf-8").splitlines():
        # Names may hold blanks; what they are shown as, at the end, may as well.
        if match := _LINE.match(line):
            name, role, uri = match.groups()
            page, _, anchor = uri.partition("#")
            yield Item(name, role, page, anchor.replace("$", name))


def _is_linked(item: Item) -> bool:
    if "." in item.name:
        return item.role.startswith("py:")
    return item.role == "py:exception" or item.name in _MODULES | _BUILTINS
