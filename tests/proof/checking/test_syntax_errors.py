"""A program that is not valid Python: one sentence, unless that is its point."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from proof.checking.differences import cut_short, differences
from proof.checking.messages import failure_text
from proof.checking.result import check
from proof.checking.syntax_errors import syntax_error
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
Executed = Callable[..., Execution]
Made = Callable[..., Run]


def _stderr_of(code: str) -> list[str]:
    """What the interpreter prints about a file, named as in a checkout."""
    program = f"import sys; sys.argv[1:]; compile({code!r}, 'x', 'exec')"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    lines = ended.stderr.rstrip().split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith('  File "x"'))
    return [
        line.replace('"x"', '"snippets/section/it_does.py"') for line in lines[start:]
    ]


_CODES = {
    "word": ("\nx = 1 +", 2, "invalid syntax"),
    "bracket": ("print(1\n", 1, "'(' was never closed"),
    "indent": ("\n\n  x = 1", 3, "unexpected indent"),
    "tab": ("if x:\n\ty = 1\n        z = 2", 3, "inconsistent use of tabs and spaces"),
    "scope": ("await x()", 1, "'await' outside function"),
}


@pytest.mark.parametrize(("code", "line", "message"), _CODES.values(), ids=_CODES)
def test_it_is_one_difference_in_its_line(
    parse: Parse, executed: Executed, made: Made, *, code: str, line: int, message: str
) -> None:
    claims = "Output:\n    One\nTakes: 1.0 s\nExits: 3"
    snippet = parse(claims=claims)
    run = made(executed([], _stderr_of(code), status=1))
    (found,) = differences(snippet, run)
    assert (found.execution, found.line) == ("recorded", line)
    assert found.message.startswith(message)
    assert found.message.endswith(", so nothing was executed")
    assert failure_text(check(snippet, run)).split("\n") == [
        f"snippets/section/it_does.py:{line}: {found.message} (on 3.11)",
        "    run next: proof run snippets/section/it_does.py",
    ]


def test_an_expected_failure_must_not_fail_by_it(
    parse: Parse, executed: Executed, made: Made
) -> None:
    snippet = parse(metadata="tool.proof.xfail = true")
    result = check(snippet, made(executed([], _stderr_of("x ="), status=1)))
    assert not result.passed
    assert result.differences == cut_short(snippet, result.run)


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ("Raises: SyntaxError: ...", "a/b.py"),
        ("Raises [<3.13]: IndentationError: no\nRaises [>=3.13]: nothing", "a/b.py"),
        ("Output:", "a/this_is_a_syntax_error.py"),
    ],
)
def test_where_it_is_the_point_it_is_an_exception_like_others(
    parse: Parse, executed: Executed, *, claims: str, name: str
) -> None:
    stderr = [line.replace("section/it_does.py", name) for line in _stderr_of("x =")]
    snippet = parse(claims=claims, name=name)
    assert syntax_error(snippet, executed([], stderr, status=1)) is None


@pytest.mark.parametrize(
    "stderr",
    [
        [],
        ["SyntaxError: invalid syntax"],
        ["Traceback (most recent call last):", *_stderr_of("x =")],
        [line.replace("it_does", "other") for line in _stderr_of("x =")],
        [*_stderr_of("x ="), "and more"],
    ],
    ids=["nothing", "no-place", "raised", "of-another-file", "printed"],
)
def test_what_a_program_prints_about_others_is_not_its_own(
    parse: Parse, executed: Executed, stderr: list[str]
) -> None:
    assert syntax_error(parse(), executed([], stderr, status=1)) is None
