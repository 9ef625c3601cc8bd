"""What a sceptic would change."""

import ast
from collections.abc import Callable

import pytest

from proof.authoring.mutating.mutations import mutations
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]

HEAD = "import asyncio\n\nasync def main():\n"


def _changed(parse: Parse, *body: str) -> dict[str, list[str]]:
    """The bodies that came of the mutations of a coroutine, by what was done."""
    code = HEAD + "\n".join(f"    {line}" for line in body)
    found: dict[str, list[str]] = {}
    for one in mutations(parse(code)):
        (function,) = (
            node
            for node in ast.parse("\n".join(one.lines)).body
            if isinstance(node, ast.AsyncFunctionDef)
        )
        found.setdefault(one.what, []).append(
            "\n".join(map(ast.unparse, function.body))
        )
    return found


@pytest.mark.parametrize(
    ("body", "what", "result"),
    [
        ("x = await work()", "drops an await", "x = work()"),
        ("await asyncio.gather(a(), *bs)", "awaits one after the other",
         "[await a(), *[await one for one in bs]]"),
        ("await asyncio.sleep(1)", "blocks instead of waiting", "time.sleep(1)"),
        ("await asyncio.sleep(x + 1)", "sleeps 0", "await asyncio.sleep(0)"),
        ("await asyncio.sleep(x + 1)", "sleeps half as long",
         "await asyncio.sleep((x + 1) / 2)"),
        ("await asyncio.sleep(0)", "sleeps a tenth of a second for 0",
         "await asyncio.sleep(0.1)"),
        ("await asyncio.create_task(work())", "makes no task", "await work()"),
        ("task.cancel()", "drops the call of cancel", "pass"),
    ],
)  # fmt: skip
def test_one_thing_is_changed(parse: Parse, body: str, what: str, result: str) -> None:
    assert _changed(parse, body)[what] == [result]


def test_statements_change_places(parse: Parse) -> None:
    found = _changed(parse, "a = 1", "b = (", "    2)", "", "c = 3")
    assert found["swaps two statements"] == ["b = 2\na = 1\nc = 3"]


@pytest.mark.parametrize(
    ("handlers", "result"),
    [
        (["except OSError:", "    print(2)"], "except OSError:\n    print(2)"),
        ([], "except ():\n    pass"),
    ],
    ids=["with handlers", "without"],
)
def test_a_finally_goes(parse: Parse, handlers: list[str], result: str) -> None:
    found = _changed(
        parse, "try:", "    print(1)", *handlers, "finally:", "    print(3)"
    )
    assert found["drops a finally"] == [f"try:\n    print(1)\n{result}"]


def test_what_a_change_needs_is_imported_once(parse: Parse) -> None:
    naps = "\n".join(["    await asyncio.sleep(1)"] * 2)
    blocking = [one for one in mutations(parse(HEAD + naps)) if "blocks" in one.what]
    assert [one.lines.count("import time") for one in blocking] == [1, 1]
    code = HEAD.replace("asyncio\n", "asyncio\nimport time\n", 1) + naps
    blocking = [one for one in mutations(parse(code)) if "blocks" in one.what]
    assert [one.lines.count("import time") for one in blocking] == [1, 1]


def test_every_change_differs_and_can_be_read(parse: Parse) -> None:
    code = f"{HEAD}    await asyncio.sleep(0)\n    print(1)\n    print(1)"
    found = [one.lines for one in mutations(parse(code))]
    assert len(set(found)) == len(found) > 3
    assert tuple(parse(code).lines) not in found
    for lines in found:
        ast.parse("\n".join(lines))


def test_what_is_no_python_is_left_alone(parse: Parse) -> None:
    assert list(mutations(parse("await = 1"))) == []
