"""A list of snippets, in a terminal and in a pipe."""

import io

from rich.console import Console

from proof.cli.listing import plain_lines, print_table
from proof.cli.status import Status

_LONG = "snippets/in_practice/a_name_that_is_longer_than_a_narrow_terminal_is_wide.py"
_STATUSES = [
    Status(
        _LONG,
        "passed",
        1.0023,
        ("Output", "Takes"),
        f"{'So it is ' * 12}.",
        {"3.15": "passed", "3.14": "passed"},
    ),
    Status(
        "snippets/a/[b].py",
        "failed",
        0.5,
        ("Unordered output",),
        "It [is].",
        {"3.15": "passed", "3.14": "failed"},
    ),
    Status("snippets/a/c.py", "invalid", sentence="line 3: it claims nothing"),
]


def _table(width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, force_terminal=True)
    print_table(_STATUSES, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_in_a_pipe_a_line_has_everything() -> None:
    assert list(plain_lines(_STATUSES)) == [
        f"{_LONG}\tpassed\t1.002\tOutput, Takes\t{'So it is ' * 12}."
        "\t3.15 passed, 3.14 passed",
        "snippets/a/[b].py\tfailed\t0.500\tUnordered output\tIt [is]."
        "\t3.15 passed, 3.14 failed",
        "snippets/a/c.py\tinvalid\t-\t-\tline 3: it claims nothing\t-",
    ]


def test_in_a_terminal_nothing_is_cut_off() -> None:
    console = Console(file=io.StringIO(), width=80)
    print_table(_STATUSES, console)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert max(map(len, text.splitlines())) <= 80
    assert "…" not in text
    letters = "".join(text.split())
    for one in _STATUSES:
        assert one.state in text
    assert "a/[b].py" in text
    assert "It [is]." in text
    assert letters.count("Soitis") == 12
    assert "1.002 s" in text
    assert "It [is]. (Unordered output)" in text


def test_in_a_terminal_states_have_colours() -> None:
    (line,) = [line for line in _table(120) if "failed" in line and "a/[b]" in line]
    assert "\x1b[1;31mfailed" in line


def test_at_the_end_states_are_counted() -> None:
    console = Console(file=io.StringIO(), width=80)
    print_table(_STATUSES, console)
    print_table([], console)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert "3 snippets: 1 passed, 1 failed, 1 invalid." in text
    assert text.rstrip().endswith("0 snippets.")
