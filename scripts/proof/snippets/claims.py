"""Claims: what a snippet says will happen, as values."""

import re
import signal
from dataclasses import dataclass
from functools import lru_cache

from packaging.specifiers import SpecifierSet
from packaging.version import Version

NAMES = (
    "Output",
    "Unordered output",
    "Stderr",
    "Raises",
    "Exits",
    "Takes",
    "Blocks",
    "Steps",
    "Waits together",
    "Breaks",
)
"""What a claim can be about."""

TIMES = ("Takes", "Blocks")
"""What is claimed of how long something takes."""

# Bounded, so that no number is too long to compute with.
_DURATION = re.compile(
    r"(?P<seconds>[0-9]{1,6}(\.[0-9]{1,9})?) s"
    r"(?: ± (?P<tolerance>[0-9]{1,6}(\.[0-9]{1,9})?) s)?"
)
_COUNT = re.compile(r"[0-9]{1,6}")
_STATUS = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True)
class Claim:
    """One thing a snippet says will happen.

    Attributes:
        name: One of `NAMES`.
        value: The text after the colon, without spaces around it.
        body: The lines below, without their indentation and trailing spaces.
        versions: PEP 440 specifier of the Python versions it is about; empty: all.
        line: Line of the file in which it begins, counted from 1.
    """

    name: str
    value: str
    body: tuple[str, ...]
    versions: str
    line: int

    def is_about(self, version: str) -> bool:
        """Whether it is about a Python version such as `3.12`."""
        return not self.versions or specifies(self.versions, version)

    @property
    def subject(self) -> str:
        """What it is about: both kinds of output claims are about one stream."""
        return "Output" if self.name == "Unordered output" else self.name


@dataclass(frozen=True)
class Duration:
    """The value of `Takes:` or `Blocks:`, in seconds."""

    seconds: float
    tolerance: float


@dataclass(frozen=True)
class Steps:
    """A part of `Steps:`: a lane of the timeline, and how many steps it takes."""

    lane: str
    count: int


def names_patch(specifier: SpecifierSet) -> bool:
    """Whether a specifier is about a patch release, such as `>=3.11.4`."""
    return any(one.version.removesuffix(".*").count(".") > 1 for one in specifier)


@lru_cache(maxsize=4096)
def specifies(specifier: str, version: str) -> bool:
    """Whether a PEP 440 specifier admits a version such as `3.12`."""
    return _specifier(specifier).contains(_version(version))


def parse_duration(value: str) -> Duration | None:
    """Read the value of `Takes:` or `Blocks:`, or None where it is malformed.

    Without a stated tolerance it is the larger of 10 % and 50 ms.
    """
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    seconds = float(match["seconds"])
    stated = match["tolerance"]
    return Duration(seconds, float(stated) if stated else max(0.1 * seconds, 0.05))


def parse_status(value: str) -> int | None:
    """Read the value of `Exits:` (`3`, `SIGKILL`), or None where it is malformed.

    A signal gives its negative number, as `subprocess` reports it.
    """
    if _STATUS.fullmatch(value):
        return int(value) if int(value) <= 255 else None
    try:
        return -signal.Signals[value]
    except KeyError:
        return None


def parse_steps(value: str) -> tuple[Steps, ...]:
    """Read the value of `Steps:` (`main 3, count 2`); nothing where it is malformed."""
    parts = [part.strip().rpartition(" ") for part in value.split(",")]
    if not all(lane and _COUNT.fullmatch(count) for lane, _, count in parts):
        return ()
    return tuple(Steps(lane, int(count)) for lane, _, count in parts)


def parse_lanes(value: str) -> tuple[str, ...]:
    """Read the value of `Waits together:`, the labels of two lanes or more.

    Returns:
        None of them where it is malformed.
    """
    lanes = tuple(lane.strip() for lane in value.split(","))
    return lanes if len(set(lanes)) == len(lanes) > 1 and all(lanes) else ()


@lru_cache(maxsize=256)
def _specifier(text: str) -> SpecifierSet:
    return SpecifierSet(text)


@lru_cache(maxsize=256)
def _version(text: str) -> Version:
    return Version(text)
