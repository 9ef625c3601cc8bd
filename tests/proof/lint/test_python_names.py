"""Which names of Python lead where."""

import pytest

from proof.lint.python_names import GENERATED, HOME, LATER, PythonNames, python_names

LIST = """\
# Said to people.
library/one.html

library/two.html
    two #module-two
    two.run
    two.Task.cancel
    #a-section
"""


@pytest.fixture
def names() -> PythonNames:
    return PythonNames.read(LIST, "library/two.html\n    two.later\n")


def test_a_name_is_its_own_anchor(names: PythonNames) -> None:
    assert names.address("two.run") == f"{HOME}library/two.html#two.run"
    assert names.address("two.later") == f"{HOME}library/two.html#two.later"


def test_another_anchor_is_said(names: PythonNames) -> None:
    assert names.address("two") == f"{HOME}library/two.html#module-two"


def test_an_anchor_alone_is_no_name(names: PythonNames) -> None:
    assert names.address("a-section") is None
    assert names.address("#a-section") is None
    assert names.address("") is None


def test_a_name_may_be_called(names: PythonNames) -> None:
    assert names.address("two.run()") == names.address("two.run")
    assert names.address("two.run(1)") is None
    assert names.address("await two.run()") is None


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("library/one.html", True),
        ("library/two.html#two.run", True),
        ("library/two.html#two.later", True),
        ("library/two.html#a-section", True),
        ("library/two.html#module-two", True),
        ("library/two.html#two.walk", False),
        ("library/two.html#two", False),
        ("library/one.html#two.run", False),
        ("library/three.html", False),
    ],
)
def test_addresses_are_known_or_not(
    names: PythonNames, place: str, known: bool
) -> None:
    assert names.knows(HOME + place) == known
    assert names.knows(f"https://docs.python.org/3.16/{place}") == known
    assert not names.knows(f"https://docs.python.org/2/{place}")
    assert not names.knows(f"https://docs.python.invalid/3/{place}")


def test_modules_within_others_come_first() -> None:
    names = PythonNames.read("a.html\n    a #module-a\n    a.b #module-a.b\n    a.c\n")
    assert names.modules == ["a.b", "a"]
    assert names.documented("a") == ["a.b", "a.c"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("asyncio", "library/asyncio.html#module-asyncio"),
        ("asyncio.sleep", "library/asyncio-task.html#asyncio.sleep"),
        ("asyncio.Runner()", "library/asyncio-runner.html#asyncio.Runner"),
        ("asyncio.QueueShutDown", "library/asyncio-queue.html#asyncio.QueueShutDown"),
        (
            "loop.call_soon()",
            "library/asyncio-eventloop.html#asyncio.loop.call_soon",
        ),
        ("StopIteration", "library/exceptions.html#StopIteration"),
        ("object.__await__", "reference/datamodel.html#object.__await__"),
        ("anext()", "library/functions.html#anext"),
        ("sys.setswitchinterval", "library/sys.html#sys.setswitchinterval"),
    ],
)
def test_what_pages_speak_of_is_known(written: str, place: str) -> None:
    assert python_names().address(written) == HOME + place


@pytest.mark.parametrize("word", ["time", "queue", "signal", "types", "print", "count"])
def test_a_word_is_no_name(word: str) -> None:
    assert python_names().address(word) is None


def test_hand_written_addresses_are_known() -> None:
    knows = python_names().knows
    assert knows(HOME)
    assert knows(f"{HOME}howto/free-threading-python.html")
    assert knows(f"{HOME}library/asyncio-dev.html#debug-mode")
    assert knows(f"{HOME}reference/expressions.html#await-expression")
    assert knows(f"{HOME}whatsnew/3.5.html#whatsnew-pep-492")


def test_what_was_added_by_hand_was_needed() -> None:
    made, later = (PythonNames.read(f.read_text("utf-8")) for f in (GENERATED, LATER))
    assert later.places.keys() & made.places.keys() == set()
    assert len(made.places) > 1000
