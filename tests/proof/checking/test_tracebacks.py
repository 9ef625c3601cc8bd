"""Tracebacks in stderr, also where these are cut off or have nothing in them."""

import pytest

from proof.checking.tracebacks import Traceback, tracebacks

_PLAIN = [
    "Traceback (most recent call last):",
    '  File "x.py", line 1, in <module>',
    "    f()",
    "KeyError: 1",
]
_LINK = ["", "During handling of the above exception, another exception occurred:", ""]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([*_PLAIN, "more"], [Traceback(0, 4, "KeyError: 1")], id="one"),
        pytest.param(
            [*_PLAIN, *_PLAIN],
            [Traceback(0, 4, "KeyError: 1"), Traceback(4, 8, "KeyError: 1")],
            id="two",
        ),
        pytest.param(
            [*_PLAIN, *_LINK, _PLAIN[0], "  File", "ValueError: 2"],
            [Traceback(0, 10, "ValueError: 2")],
            id="chained",
        ),
        pytest.param(
            [*_PLAIN, *_LINK], [Traceback(0, 4, "KeyError: 1")], id="cut-off-in-a-chain"
        ),
        pytest.param(
            ['  File "x.py", line 1', "SyntaxError: it holds null bytes", "more"],
            [Traceback(0, 2, "SyntaxError: it holds null bytes")],
            id="without-a-line-of-code",
        ),
        pytest.param(_PLAIN[:3], [Traceback(0, 3, "    f()")], id="cut-off-inside"),
        pytest.param(["KeyError: 1"], [], id="none"),
    ],
)
def test_tracebacks_are_found(lines: list[str], found: list[Traceback]) -> None:
    assert list(tracebacks(lines)) == found
