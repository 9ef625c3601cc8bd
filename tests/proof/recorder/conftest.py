"""Every test of the recorder is for each CPython that is supported."""

from pathlib import Path

import pytest

from .interpreters import MINORS, Interpreter, Python, interpreter_of


@pytest.fixture(params=MINORS, ids=lambda minor: ".".join(map(str, minor)))
def python(request: pytest.FixtureRequest) -> Python:
    return interpreter_of(request.param)


@pytest.fixture
def interpreter(python: Python, tmp_path: Path) -> Interpreter:
    return Interpreter(python, tmp_path)
