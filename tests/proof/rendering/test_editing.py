"""Which programs a reader can run, as their own runs tell."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proof.rendering.editing import edit_button, why_not
from proof.runs.history import History, Lane
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Parse = Callable[..., Snippet]
Executed = Callable[..., Execution]
Made = Callable[..., Run]


def test_what_needs_nothing_has_a_button(
    parse: Parse, executed: Executed, made: Made
) -> None:
    button = edit_button(parse(), made(executed()))
    assert "data-needs" not in button
    assert " hidden>" in button


def test_what_needs_more_says_so(parse: Parse, executed: Executed, made: Made) -> None:
    lanes = (Lane("thread", "thread 1", 0.0, "", (), "done", 0.1),)
    threaded = replace(executed(), history=History(lanes, 0.1))
    needs = parse(metadata='dependencies = ["requests"]')
    assert "needs requests and a network" in why_not(needs, made(executed()))
    assert "needs threads" in why_not(parse(), made(threaded))
    assert "needs signals" in why_not(parse(), made(executed(status=-2)))
    assert 'data-needs="This program needs threads' in edit_button(
        parse(), made(threaded)
    )


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("import signal\nsignal.raise_signal(2)", "signals"),
        ("asyncio.open_connection('127.0.0.1', 1)", "sockets"),
        ("asyncio.create_subprocess_exec('true')", "subprocesses"),
        ("with ProcessPoolExecutor(2) as pool:\n    pass", "other processes"),
    ],
)
def test_what_its_code_asks_the_system_for_is_known(
    parse: Parse, executed: Executed, made: Made, code: str, what: str
) -> None:
    assert f"needs {what}" in why_not(parse(code), made(executed()))
