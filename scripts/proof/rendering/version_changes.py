"""What one version of Python does with a program and the next does otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from proof.checking.behaviour import behaviour, differing
from proof.checking.result import Result
from proof.rendering.diff_block import diff_block
from proof.rendering.markup import Html
from proof.runs.versions import order


@dataclass(frozen=True)
class Change:
    """A difference between two versions that are next to each other.

    Attributes:
        old: The result on the older one.
        new: The result on the newer one.
    """

    old: Result
    new: Result

    @property
    def version(self) -> str:
        """The newer version, such as `3.14`."""
        return self.new.run.version

    @property
    def diff(self) -> Html:
        """The lines that only one of both prints, as HTML."""
        gone = (f"- {line}" for line in _lines(self.old, self.new))
        come = (f"+ {line}" for line in _lines(self.new, self.old))
        return diff_block([*gone, *come])


def changes(results: tuple[Result, ...]) -> Iterator[Change]:
    """The changes from each version to the next, newest first.

    Args:
        results: Those of a snippet, on every Python that ran it, in any order.
    """
    ordered = sorted(results, key=lambda one: order(one.run.version), reverse=True)
    for new, old in pairwise(ordered):
        if behaviour(new) != behaviour(old):
            yield Change(old, new)


def _lines(one: Result, other: Result) -> list[str]:
    return [one.run.lines[index].text for index in sorted(differing(one, other))]
