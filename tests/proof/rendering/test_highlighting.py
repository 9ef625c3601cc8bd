"""Only what has a colour of its own is an element."""

import re
from html import unescape

import pytest

from proof.rendering.highlighting import highlighted

CODE = [
    '"""A <docstring>."""',
    "",
    "async def f(x):",
    "    return await g(1, 'a')  # b",
]


def test_names_and_punctuation_are_plain_text() -> None:
    lines = highlighted(CODE)
    assert lines[2] == ('<span class="k">async</span> <span class="k">def</span> f(x):')


def test_literals_keywords_and_comments_have_elements() -> None:
    found = set(re.findall(r'class="(\w+)"', "".join(highlighted(CODE))))
    assert {"sd", "k", "mi", "s1", "c1"} <= found
    assert not found & {"n", "p", "o", "nf", "w", "bp"}


@pytest.mark.parametrize("code", [CODE, ["x = 1 <"], ["'\x07'"], [""]])
def test_no_text_is_lost(code: list[str]) -> None:
    texts = [unescape(re.sub("<[^>]*>", "", line)) for line in highlighted(code)]
    assert texts == [line.replace("\x07", "\u2407") for line in code]
