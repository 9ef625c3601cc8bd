"""Executes tests by `unittest`, and writes what came of each into a file of JSON.

    python unittest_outcomes.py NAME FILE

It runs in the interpreter under test; where the recorder is there, without its limits.
"""

import json
import sys
import unittest
from pathlib import Path
from typing import Any


class Outcomes(unittest.TestResult):
    """Notes one word for each test; a failed part of it makes it a failed one."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__()
        self.words: dict[str, str] = {}

    def _note(self, test: unittest.TestCase, word: str) -> None:
        if self.words.get(test.id()) != "failed":
            self.words[test.id()] = word

    def addSuccess(self, test: Any) -> None:  # noqa: N802
        self._note(test, "ok")

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802
        self._note(test, "failed")

    def addFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        self._note(test, "failed")

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802
        self._note(test, "skipped")

    def addExpectedFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        self._note(test, "failed as expected")

    def addUnexpectedSuccess(self, test: Any) -> None:  # noqa: N802
        self._note(test, "succeeded unexpectedly")

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802
        if err is not None:
            self._note(test, "failed")


def _lift_limits() -> None:
    for module, limit in (
        ("_proof_tasks", "MOST_TASKS"),
        ("_proof_trace", "MOST_EVENTS"),
    ):
        if module in sys.modules:
            assert hasattr(sys.modules[module], limit)
            setattr(sys.modules[module], limit, sys.maxsize)


if __name__ == "__main__":
    _, name, file = sys.argv
    _lift_limits()
    outcomes = Outcomes()
    try:
        unittest.defaultTestLoader.loadTestsFromName(name).run(outcomes)
    except unittest.SkipTest:
        # A module that is not for this platform raises it when it is imported.
        outcomes.words[name] = "skipped"
    Path(file).write_text(json.dumps(outcomes.words))
