"""Where Python's documentation tells of a name: read from lists, without network."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Self

_DATA: Final = Path(__file__).parent / "data"
GENERATED: Final = _DATA / "python-names.txt"
"""What Debian's copy of the documentation knows; `inventory` beside this makes it."""
LATER: Final = _DATA / "python-names-later.txt"
"""What came later, added by hand."""

HOME: Final = "https://docs.python.org/3/"
_ADDRESS: Final = re.compile(r"https://docs\.python\.org/3(?:\.\d+)?/([^#]*)#?(.*)")

# Modules whose name is a word, too: alone, it is more often a variable.
_WORDS: Final = {
    *("ast", "dis", "gc", "inspect", "queue", "select", "selectors", "signal"),
    *("socket", "sys", "time", "traceback", "types", "typing", "warnings"),
}
# So the documentation calls any event loop in its own text.
_LOOP: Final = "loop."


@dataclass(frozen=True)
class PythonNames:
    """The names that Python's documentation tells of.

    Attributes:
        places: Page and anchor of each name.
        pages: Every page, with every anchor that is known of it.
    """

    places: dict[str, str]
    pages: dict[str, frozenset[str]]

    @classmethod
    def read(cls, *texts: str) -> Self:
        """Read lists: a page in the first column; below it, set in, names.

        A name is its own anchor unless another one stands behind a `#`; what stands
        behind a `#` alone is an anchor without a name. Lines that begin with `#` in
        the first column say something to people.
        """
        places: dict[str, str] = {}
        pages: dict[str, set[str]] = {}
        page = ""
        for line in "\n".join(texts).splitlines():
            if line.startswith(" "):
                name, _, anchor = line.strip().partition("#")
                name = name.strip()
                pages[page].add(anchor or name)
                if name:
                    places[name] = f"{page}#{anchor or name}"
            elif line and not line.startswith("#"):
                page = line
                pages.setdefault(page, set())
        return cls(places, {p: frozenset(anchors) for p, anchors in pages.items()})

    def address(self, written: str) -> str | None:
        """Address of what is told of a name, written as prose does; None if nothing is.

        Args:
            written: Such as `asyncio.sleep`, `asyncio.sleep()` or `loop.call_soon()`.
        """
        name = written.removesuffix("()")
        if name.startswith(_LOOP):
            name = f"asyncio.{name}"
        place = None if name in _WORDS else self.places.get(name)
        return None if place is None else HOME + place

    def knows(self, address: str) -> bool:
        """Whether an address in the documentation leads to a page and a place of it.

        Args:
            address: Below `HOME`, or below the home of one version.
        """
        found = _ADDRESS.fullmatch(address)
        page, anchor = found.groups() if found else ("", "")
        known = self.pages.get(page or "index.html")
        return bool(found) and known is not None and (not anchor or anchor in known)

    @property
    def modules(self) -> list[str]:
        """Every module, those within another one first."""
        found = (n for n, place in self.places.items() if "#module-" in place)
        return sorted(found, key=len, reverse=True)

    def documented(self, module: str) -> list[str]:
        """Every name of a module that is told of."""
        return [name for name in self.places if name.startswith(f"{module}.")]


@cache
def python_names() -> PythonNames:
    """All that is known."""
    return PythonNames.read(*(f.read_text("utf-8") for f in (GENERATED, LATER)))
