"""Changed programs are executed, and those that no claim notices are found."""

from collections.abc import Callable

from proof.authoring.mutating import try_mutations
from proof.gate.load import load
from proof.project import Project
from proof.snippets.snippet import Snippet

CODE = """\
import asyncio
async def main():
    print('One')
    await asyncio.sleep(0)
asyncio.run(main())"""


def test_what_no_claim_notices_is_told(
    project: Project, add: Callable[..., Snippet]
) -> None:
    add("a/one.py", CODE)
    (tried,) = try_mutations(project, load(project).plans)
    assert tried.snippet.name == "a/one.py"
    # Without the await, Python warns, and nothing is claimed about stderr.
    assert {one.what for one in tried.survivors} == {
        "blocks instead of waiting",
        "sleeps a tenth of a second for 0",
        "swaps two statements",
    }
    assert tried.count == len(tried.survivors) + 2
    swapped = next(one for one in tried.survivors if one.what.startswith("swaps"))
    assert swapped.line == 5
    assert "+    await asyncio.sleep(0)" in swapped.diff


def test_what_fails_on_purpose_is_left_out(
    project: Project, add: Callable[..., Snippet]
) -> None:
    add("a/one.py", "print('Two')", metadata="tool.proof.xfail = true")
    assert list(try_mutations(project, load(project).plans)) == []
