"""Several who watch are told the same."""

from collections.abc import Callable, Sequence

import pytest

from proof.execution.observer import Observer, Observers
from proof.runs.run import Execution, Run, Stream
from proof.snippets.snippet import Snippet


class Listener(Observer):
    """Keeps what it is told."""

    def __init__(self, *, wants_output: bool = False) -> None:
        self.wants_output = wants_output
        self.heard: list[object] = []

    def planned(self, snippets: Sequence[Snippet]) -> None:
        self.heard.append(list(snippets))

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        self.heard.append((stream, content, at))

    def ran(self, run: Run) -> None:
        self.heard.append(run)


def test_all_are_told_everything(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> None:
    listeners = Listener(), Listener()
    observers = Observers(*listeners)
    snippet, run = parse(), made(executed())
    observers.planned([snippet])
    observers.printed("stderr", b"x", 0.5)
    observers.ran(run)
    for listener in listeners:
        assert listener.heard == [[snippet], ("stderr", b"x", 0.5), run]


@pytest.mark.parametrize(
    ("wants", "together"),
    [((), False), ((False, False), False), ((False, True), True)],
)
def test_output_is_wanted_where_one_wants_it(
    wants: tuple[bool, ...], together: bool
) -> None:
    observers = Observers(*(Listener(wants_output=wanted) for wanted in wants))
    assert observers.wants_output is together


def test_nobody_must_listen(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> None:
    silent = Observer()
    silent.planned([parse()])
    silent.printed("stdout", b"x", 0.0)
    silent.ran(made(executed()))
    assert not silent.wants_output
