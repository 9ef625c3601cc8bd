"""Text of programs as HTML: escaped, visible, and broken where a reader would."""

import re
from html import escape
from pathlib import PurePosixPath

# What HTML cannot hold, and what would reorder or hide the text around it.
_NO_CHARACTERS = "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    rf"\ufeff\ufdd0-\ufdef{_NO_CHARACTERS}]"
)
_CONTROL_PICTURES = 0x2400
_CODE = re.compile("`([^`]+)`")


def visible(text: str) -> str:
    """Text in which characters that cannot be shown have a visible stand-in.

    Control characters get Unicode's control pictures, others their code in brackets.
    """
    return _UNPRINTABLE.sub(lambda match: _stand_in(ord(match[0])), text)


def _stand_in(code: int) -> str:
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def html(text: str) -> str:
    """Text as HTML, escaped, with what cannot be shown made visible."""
    return escape(visible(text))


def with_code(text: str) -> str:
    """Text as HTML in which what stands between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", html(text))


def breakable(name: str) -> str:
    """A name that a narrow screen breaks where a reader would."""
    return re.sub("([_/])", r"\1<wbr>", name)


def identifier_of(name: str) -> str:
    """What the ids of a snippet's figure begin with."""
    stem = PurePosixPath(name).with_suffix("").name
    return "proof-" + re.sub(r"[^\w-]+", "-", stem).replace("_", "-")
