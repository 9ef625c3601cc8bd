"""How times are written."""

from dataclasses import dataclass
from typing import ClassVar

from proof.rendering.timeline.axis import Axis


@dataclass(frozen=True)
class Clock:
    """Says at what time something was.

    Attributes:
        fine: Whether in milliseconds, where all of a run lies within a few.
    """

    fine: bool

    @classmethod
    def of(cls, axis: Axis) -> "Clock":
        """The clock that goes with an axis."""
        return cls(axis.breakpoints[-1][0] < 0.1)

    decimals: ClassVar[int] = 3

    @property
    def factor(self) -> int:
        """Units in a second."""
        return 1000 if self.fine else 1

    @property
    def unit(self) -> str:
        """The unit in which times are written."""
        return "ms" if self.fine else "s"

    def moment(self, time: float) -> str:
        """A time of a run; what was before its zero counts as zero."""
        return f"{max(time, 0.0) * self.factor:.{self.decimals}f} {self.unit}"


def exactly(seconds: float) -> str:
    """A duration with all that was measured."""
    if seconds < 0.01:
        return f"{seconds * 1000:.3f} ms"
    return f"{seconds:.3f} s"


def roughly(seconds: float) -> str:
    """A duration as it is written into a picture."""
    if seconds >= 10:
        return f"{seconds:.1f} s"
    if seconds >= 0.1:
        return f"{seconds:.2f} s"
    milliseconds = seconds * 1000
    return f"{milliseconds:.0f} ms" if milliseconds >= 9.5 else f"{milliseconds:.1f} ms"
