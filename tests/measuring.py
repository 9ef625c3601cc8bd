"""Where the coverage of the tooling is measured, which slows all of Python down."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from coverage import Coverage

# By these, coverage starts itself in a new interpreter.
_COVERAGE: Final = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


@contextmanager
def paused() -> Iterator[None]:
    """Measure nothing meanwhile."""
    coverage = Coverage.current()
    if not coverage:
        yield
        return
    coverage.stop()
    yield
    coverage.start()


def measured() -> dict[str, str]:
    """The variables that let coverage be measured, where the tests measure it."""
    return {name: os.environ[name] for name in _COVERAGE if name in os.environ}


def unmeasured(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables of a program that is not measured: it takes half the time.

    For builds and commands: most of what they do is measured where tests call it.
    """
    return {k: v for k, v in environment.items() if k not in _COVERAGE}
