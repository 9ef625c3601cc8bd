"""Programs that tests start, and the coverage of the tooling in them."""

import os
from collections.abc import Mapping
from typing import Final

# By these, coverage starts itself in a new interpreter.
_COVERAGE: Final = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


def measured() -> dict[str, str]:
    """The variables that let coverage be measured, where the tests measure it."""
    return {name: os.environ[name] for name in _COVERAGE if name in os.environ}


def unmeasured(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables of a program that is not measured: it takes half the time.

    For builds and commands: most of what they do is measured where tests call it.
    """
    return {k: v for k, v in environment.items() if k not in _COVERAGE}
