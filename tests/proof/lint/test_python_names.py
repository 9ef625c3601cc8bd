"""Which names of Python lead where."""

import zlib

import pytest

from proof.lint.python_names import (
    HOME,
    INVENTORY,
    LATER,
    PythonNames,
    items_of,
    python_names,
)

LINES = """\
two py:module 0 library/two.html#module-two -
two.run py:function 1 library/two.html#$ -
two.Task.cancel py:method 1 library/two.html#$ -
a-section std:label -1 library/two.html#$ A section with blanks
library/one std:doc -1 library/one.html One
two.lies c:function 1 c-api/two.html#c.$ -
run py:function 1 library/two.html#$ -
OddError py:exception 1 library/two.html#$ -
"""


def inventory(lines: str) -> bytes:
    """An inventory as Sphinx writes it."""
    head = "# Sphinx inventory version 2\n# Project: Two\n# Version: 1\n# Packed:\n"
    return head.encode() + zlib.compress(lines.encode())


@pytest.fixture
def names() -> PythonNames:
    return PythonNames.of(items_of(inventory(LINES)), ["library/later.html"])


def test_a_name_is_its_own_anchor(names: PythonNames) -> None:
    assert names.address("two.run") == f"{HOME}library/two.html#two.run"


def test_another_anchor_is_said(names: PythonNames) -> None:
    assert names.places["two.run"] == "library/two.html#two.run"
    assert python_names().places["asyncio"] == "library/asyncio.html#module-asyncio"


def test_without_a_dot_only_an_exception_is_a_name(names: PythonNames) -> None:
    assert names.address("OddError") == f"{HOME}library/two.html#OddError"
    assert names.address("run") is None
    assert names.address("two") is None


def test_what_is_not_of_python_is_no_name(names: PythonNames) -> None:
    assert names.address("two.lies") is None


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
        ("library/two.html#a-section", True),
        ("library/two.html#module-two", True),
        ("library/two.html#two.walk", False),
        ("library/two.html#a-heading", True),
        ("library/later.html", True),
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
    found = python_names()
    assert found.modules.index("collections.abc") < found.modules.index("asyncio")
    assert "asyncio.sleep" in found.documented("asyncio")


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
        ("StopIteration", "builtins/exceptions.html#StopIteration"),
        ("object.__await__", "reference/datamodel.html#object.__await__"),
        ("anext()", "builtins/functions.html#anext"),
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


def test_what_came_later_is_not_in_the_inventory() -> None:
    pages = PythonNames.of(items_of(INVENTORY.read_bytes())).pages
    assert pages.keys() & LATER == set()
    assert "whatsnew/3.15.html" in pages
