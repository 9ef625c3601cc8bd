"""Text of programs as HTML: escaped, visible, and broken where a reader would."""

import re
from typing import Any, Self

from markupsafe import Markup

# What HTML cannot hold, and what would reorder or hide the text around it.
_NO_CHARACTERS = "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    rf"\ud800-\udfff\ufeff\ufdd0-\ufdef{_NO_CHARACTERS}]"
)
_CONTROL_PICTURES = 0x2400
_LAYOUT = {ord(char): chr(_CONTROL_PICTURES + ord(char)) for char in "\t\n"}
_CODE = re.compile("`([^`]+)`")


class Html(Markup):
    """Finished HTML.

    What is put into it by `format`, `join` or `+` is escaped, unless it is `Html` too,
    and characters that cannot be shown are made visible.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:  # noqa: ANN401 (as in Markup)
        """Text as HTML; what is HTML already stays as it is."""
        return super().escape(s if hasattr(s, "__html__") else visible(str(s)))

    def format(self, *args: Any, **named: Any) -> Self:  # noqa: ANN401 (as in Markup)
        """This with values in its places, each escaped.

        As in `Markup`, whose formatter takes several times as long.
        """
        escaped = {name: self._escaped(value) for name, value in named.items()}
        text = str.format(self, *map(self._escaped, args), **escaped)
        return type(self)(text)

    def _escaped(self, value: Any) -> Any:  # noqa: ANN401 (as in Markup)
        # However a number is formatted, nothing in it needs to be escaped.
        return value if isinstance(value, int | float) else self.escape(value)


def visible(text: str) -> str:
    """Text in which characters that cannot be shown have a visible stand-in.

    Control characters get Unicode's control pictures, others their code in brackets.
    """
    return _UNPRINTABLE.sub(lambda match: _stand_in(ord(match[0])), text)


def one_line(text: str) -> str:
    """Text in which line ends and tabs have a visible stand-in as well."""
    return visible(text).translate(_LAYOUT)


def _stand_in(code: int) -> str:
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def with_code(text: str) -> Html:
    """Text as HTML in which what is between backticks is code."""
    parts = enumerate(_CODE.split(text))
    return Html().join(
        Html("<code>{}</code>").format(part) if index % 2 else part
        for index, part in parts
    )


def breakable(name: str) -> Html:
    """A name as HTML that a narrow screen breaks where a reader would."""
    return Html("<wbr>").join(re.split("(?<=[_/])", name))


def identifier_of(name: str) -> str:
    """What the ids of a snippet's figure begin with; no two snippets share it.

    Args:
        name: Its path below `snippets/`.
    """
    stem = name.removesuffix(".py").replace("/", "--")
    return "proof-" + re.sub(r"[^\w-]+", "-", stem)


def row_identifier(kind: str, *parts: str) -> str:
    """The id of a row of a table, made of what it is about.

    Args:
        kind: What it begins with, so that it is like no heading's.
        parts: What the row is about, for instance `queue.get()` and `empty`.
    """
    words = re.findall(r"[a-z0-9]+", " ".join(parts).lower())
    return "-".join([kind, *words])
