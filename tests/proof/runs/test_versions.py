"""Versions of Python: their order, how they are read, how they are said."""

import random

import pytest
from tests.pythons import made_up

from proof.runs.interpreter import minor_of, version_of
from proof.runs.versions import SUPPORTED, order, spanned


def test_versions_are_in_the_order_of_their_numbers() -> None:
    versions = ["3.9", "3.10", "3.14", "3.15"]
    shuffled = random.Random(1).sample(versions, len(versions))
    assert sorted(shuffled, key=order) == versions
    assert sorted(SUPPORTED, key=order) == [*SUPPORTED]


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        (["3.11"], "3.11"),
        (["3.12", "3.11"], "3.11 and 3.12"),
        (["3.15", "3.11"], "3.11 and 3.15"),
        (["3.13", "3.11", "3.12"], "3.11 to 3.13"),
        ([*SUPPORTED], "3.11 to 3.15"),
        (["3.9", "3.10", "3.11"], "3.9 to 3.11"),
        (["3.11", "3.13", "3.14"], "3.11, 3.13 and 3.14"),
        (["3.14t"], "3.14t"),
        (["3.13", "3.14t", "3.15"], "3.13, 3.14t and 3.15"),
        (["3.15", "3.14t", "3.14", "3.12"], "3.12, 3.14, 3.14t and 3.15"),
        (["3.11", "3.11"], "3.11"),
    ],
)
def test_versions_are_said_in_few_words(versions: list[str], said: str) -> None:
    assert spanned(versions) == said


@pytest.mark.parametrize(
    ("name", "minor", "version"),
    [
        ("CPython 3.11.7", "3.11", "3.11"),
        ("CPython 3.14.0rc1", "3.14", "3.14"),
        ("CPython 3.15.0a1t", "3.15", "3.15t"),
        ("CPython 3.15.0+", "3.15", "3.15"),
        ("PyPy 3.11.13", "3.11", "3.11"),
    ],
)
def test_a_name_says_its_version(name: str, minor: str, version: str) -> None:
    assert (minor_of(name), version_of(name)) == (minor, version)


def test_an_interpreter_is_known_by_its_version() -> None:
    python = made_up("3.14t")
    assert (python.minor, python.version) == ("3.14", "3.14t")
    assert not python.is_elsewhere
