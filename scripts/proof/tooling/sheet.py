"""Paper for a picture of modules: texts, frames and names, from top to bottom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from proof.timeline.texts import Face, width
from proof.tooling import Module

PAD, GAP = 12, 6
"""Between a frame and what is in it, and between two things."""
WORDS = Face(12)
_NAME = Face(11.5, mono=True)
_LINE = 17
_CHIP = 22


@dataclass
class Sheet:
    """What is drawn so far.

    Attributes:
        across: Units that it is wide.
        users: By whom each module is imported.
        y: Where the next thing comes.
        parts: SVG.
    """

    across: int
    users: Mapping[str, Sequence[str]]
    y: float = 1
    parts: list[str] = field(default_factory=list)

    def text(self, kind: str, x: float, words: str, anchor: str = "start") -> None:
        """Write on the line that ends at `y`."""
        self.parts.append(
            f'<text class="proof-{kind}" x="{x:g}" y="{self.y:g}"'
            f' text-anchor="{anchor}">{escape(words)}</text>'
        )

    def paragraph(self, words: str, x: float) -> None:
        """Write as many lines as it takes."""
        for line in _lines(words, self.across - x - PAD):
            self.y += _LINE
            self.text("told", x, line)

    def box(self, top: float, kind: str, inset: float = 0) -> None:
        """Put a frame behind what was drawn since `top`."""
        self.parts.append(
            f'<rect class="proof-{kind}" x="{inset + 0.5:g}" y="{top:g}" rx="4"'
            f' width="{self.across - 2 * inset - 1:g}" height="{self.y - top:g}"/>'
        )

    def chips(self, modules: Sequence[Module], heads: Sequence[str], x: float) -> None:
        """Write names side by side, as many rows as they take."""
        left = x
        self.y += 10
        for module in modules:
            name = module.name.removeprefix(f"{module.package}.")
            wide = width(name, _NAME) + 14
            if left > x and left + wide > self.across - x:
                left, self.y = x, self.y + _CHIP + GAP
            self.parts.append(self._chip(module, name, left, wide, heads))
            left += wide + GAP
        self.y += _CHIP

    def _chip(
        self, module: Module, name: str, x: float, wide: float, heads: Sequence[str]
    ) -> str:
        kind = (
            "proof-module proof-head-module" if module.name in heads else "proof-module"
        )
        told = [module.sentence]
        if module.imports:
            told.append(f"Imports {', '.join(module.imports)}.")
        if self.users.get(module.name):
            told.append(f"Imported by {', '.join(self.users[module.name])}.")
        return (
            f'<g class="{kind}">'
            f"<title>{escape(chr(10).join(told))}</title>"
            f'<rect x="{x:g}" y="{self.y:g}" width="{wide:g}" height="{_CHIP}" rx="3"/>'
            f'<text x="{x + wide / 2:g}" y="{self.y + 15:g}" text-anchor="middle">'
            f"{escape(name)}</text></g>"
        )


def _lines(words: str, room: float) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".lstrip()
        if line and width(longer, WORDS) > room:
            yield line
            longer = word
        line = longer
    yield line
