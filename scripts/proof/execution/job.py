"""What is to be executed: a snippet by an interpreter."""

from dataclasses import dataclass

from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet

Key = tuple[str, str]
"""The name of a snippet and the version of a Python."""


@dataclass(frozen=True)
class Job:
    """One snippet, to be executed by one interpreter.

    Attributes:
        snippet: The snippet.
        python: What executes it.
        is_controlled: Whether it is executed once more, without the recorder.
    """

    snippet: Snippet
    python: Interpreter
    is_controlled: bool = True

    @property
    def key(self) -> Key:
        """What tells it from others: the snippet's name and the Python's version."""
        return self.snippet.name, self.python.version
