"""Where long steps stand: in which lines of the program, and from when to when."""

from __future__ import annotations

import sys
from _thread import get_ident

from _proof_lines import Lines, Place
from _proof_samples import Samples
from _proof_trace import Trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import CodeType, FrameType


class Places:
    """Records them.

    Attributes:
        lines: What follows the program while it executes; None where nothing does.
    """

    def __init__(self, trace: Trace, program: str) -> None:
        """Write to a trace; lines are those of one file, the program."""
        self._trace = trace
        self._program = program
        self.lines: Lines | Samples | None = None

    def watch(self) -> None:
        """A loop starts: follow the functions of the program from now on."""
        if self.lines is not None:
            return
        module = self._module()
        if module is not None:
            lines = (Lines if hasattr(sys, "monitoring") else Samples)(self._program)
            if lines.watch(_functions_in(module)):
                self.lines = lines

    def end(self) -> None:
        """The program ends."""
        if self.lines is not None:
            self.lines.end()
            self.lines = None

    def write(self, places: Iterable[Place]) -> None:
        """Write those of one step of this thread."""
        for begin, end, lines in places:
            if self._trace.has_room():
                numbers = ",".join(map(str, sorted(lines)))
                self._trace.write_at(
                    end, f'"stood",{get_ident()},{begin:.6f},[{numbers}]'
                )

    def _module(self) -> CodeType | None:
        """The code of the main program, which is under way in some thread."""
        code = self._module_below(sys._getframe(1))
        if code is None:
            found = map(self._module_below, sys._current_frames().values())
            code = next((code for code in found if code is not None), None)
        return code

    def _module_below(self, frame: FrameType | None) -> CodeType | None:
        while frame is not None:
            code = frame.f_code
            if code.co_name == "<module>" and code.co_filename == self._program:
                return code
            frame = frame.f_back
        return None


def _functions_in(code: CodeType) -> Iterator[CodeType]:
    """Code of all functions and classes that are defined in some code."""
    for constant in code.co_consts:
        if type(constant) is type(code):
            yield constant
            yield from _functions_in(constant)
