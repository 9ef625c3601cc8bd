"""A counter-proof is the snippet with a few lines changed."""

from collections.abc import Callable

import pytest

from proof.errors import ProofError
from proof.snippets.counter_proofs import Edit, counter_proofs
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]

CODE = """\
import asyncio

async def nap():
    await asyncio.sleep(1)

asyncio.run(nap())
asyncio.run(nap())"""
CLAIMS = "Takes: 2 s\nBreaks: it goes on\n"
FIRST_LINE_OF_CHANGE = 15


def _with(parse: Parse, *change: str) -> Snippet:
    return parse(CODE, CLAIMS + "\n".join(f"    {line}".rstrip() for line in change))


def test_lines_are_changed_where_they_stand(parse: Parse) -> None:
    (proof,) = counter_proofs(
        _with(
            parse,
            " import asyncio",
            "+import time",
            "",
            "-    await asyncio.sleep(1)",
            "+    time.sleep(1)",
        )
    )
    assert proof.claim.value == "it goes on"
    assert proof.edits == (
        Edit(3, ("import asyncio",), ("import asyncio", "import time")),
        Edit(6, ("    await asyncio.sleep(1)",), ("    time.sleep(1)",)),
    )
    changed = proof.snippet
    assert changed.lines[2:7] == [
        "import asyncio",
        "import time",
        "",
        "async def nap():",
        "    time.sleep(1)",
    ]
    assert changed.code[-1] == "asyncio.run(nap())"
    assert changed.name == "section/it_does.py/1"
    assert changed.path == "snippets/section/it_does.py"
    assert changed.metadata.xfail
    assert changed.breaks == ()


def test_parts_may_stand_in_any_order(parse: Parse) -> None:
    (proof,) = counter_proofs(
        _with(parse, "-    await asyncio.sleep(1)", "", "-import asyncio", "+import os")
    )
    assert proof.snippet.code[2] == "import os"
    assert "    await asyncio.sleep(1)" not in proof.snippet.code


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        ((), 14, "no change stands below it"),
        (("time.sleep(1)",), 15, "not a line of a change"),
        (("-    await asyncio.sleep(2)",), 15, "the program has no such line"),
        (("-    await nap()", "-    await nap()"), 15, "has no such lines"),
        (("-asyncio.run(nap())",), 15, "fits in several places (lines 8 and 9)"),
        (("+import time",), 15, "nothing says where"),
        ((" import asyncio",), 15, "change nothing"),
        (("-import asyncio", "", "-import time"), 17, "the program has no such line"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_change_that_cannot_be_made_is_refused(
    parse: Parse, change: tuple[str, ...], line: int, message: str
) -> None:
    with pytest.raises(ProofError) as caught:
        counter_proofs(_with(parse, *change))
    assert message in str(caught.value)
    assert caught.value.line == line


def test_a_program_that_fails_as_it_is_cannot_be_broken(parse: Parse) -> None:
    snippet = parse(CODE, f"{CLAIMS}    -import asyncio", "tool.proof.xfail = true")
    with pytest.raises(ProofError, match="no change can break"):
        counter_proofs(snippet)


def test_it_claims_nothing_by_itself(parse: Parse) -> None:
    with pytest.raises(ProofError, match="no claim follows"):
        parse(CODE, "Breaks: it goes on\n    -import asyncio")


def test_it_says_what_the_change_does(parse: Parse) -> None:
    with pytest.raises(ProofError, match="say in a few words"):
        parse(CODE, "Takes: 2 s\nBreaks:\n    -import asyncio")


def test_several_may_be_about_the_same_versions(parse: Parse) -> None:
    change = "Breaks [>=3.12]: it goes on\n    -import asyncio\n"
    snippet = parse(CODE, f"Takes: 2 s\n{change}{change}")
    assert [one.claim.versions for one in counter_proofs(snippet)] == [">=3.12"] * 2
