"""How a run differs from the claims of its snippet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proof.checking.control_time import missed_time
from proof.checking.diff import diff, diff_unordered
from proof.checking.expectations import (
    claimed_exception,
    expected_status,
    signal_name,
    status_after,
)
from proof.checking.matching import line_matches, lines_match, lines_match_unordered
from proof.checking.syntax_errors import syntax_error
from proof.checking.trace_claims import trace_differences
from proof.checking.tracebacks import Traceback, claimed_traceback, tracebacks
from proof.runs.run import Execution, Run
from proof.snippets.claims import Claim, parse_duration
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Difference:
    """One thing that did not happen as claimed.

    Attributes:
        execution: Which one: `recorded` or `control`.
        line: Line of the claim in the snippet's file, or of a syntax error; 0 where
            nothing is claimed.
        message: What differs, in one sentence.
        diff: A unified diff, empty where one sentence says it all.
        is_timing: Whether it may be the machine's fault and deserves another try.
    """

    execution: str
    line: int
    message: str
    diff: tuple[str, ...] = ()
    is_timing: bool = False


def differences(snippet: Snippet, run: Run) -> tuple[Difference, ...]:
    """All differences between the claims of a snippet and both its executions.

    A difference that both executions show is given once, for the recorded one.
    """
    claims = snippet.claims_about(run.version)
    recorded = list(_Check(snippet, claims, run.recorded, "recorded").differences())
    seen = {(d.line, d.message) for d in recorded}
    if run.control is None:
        return tuple(recorded)
    control = _Check(snippet, claims, run.control, "control").differences()
    claim = claims.get("Takes")
    missed = () if cut_short(snippet, run) else _control_time(claim, run, run.control)
    return (
        *recorded,
        *(d for d in control if (d.line, d.message) not in seen),
        *missed,
    )


def cut_short(snippet: Snippet, run: Run) -> tuple[Difference, ...]:
    """What kept a program from being executed whole; then no claim can be checked.

    What holds for both executions is given once, for the recorded one.
    """
    recorded = tuple(_cut_short(snippet, run.recorded, "recorded"))
    seen = {(d.line, d.message) for d in recorded}
    control = _cut_short(snippet, run.control, "control") if run.control else ()
    return (*recorded, *(d for d in control if (d.line, d.message) not in seen))


def _cut_short(
    snippet: Snippet, execution: Execution, which: str
) -> Iterator[Difference]:
    for index, problem in enumerate(execution.problems):
        is_timeout = execution.timed_out and index == 0
        yield Difference(which, 0, problem, is_timing=is_timeout)
    if error := syntax_error(snippet, execution):
        line, message = error
        yield Difference(which, line, f"{message}, so nothing was executed")


def _control_time(
    claim: Claim | None, run: Run, control: Execution
) -> Iterator[Difference]:
    """Whether the control missed the claimed time and the recorded one did not."""
    duration = parse_duration(claim.value) if claim else None
    if claim is None or duration is None:
        return
    if message := missed_time(duration, run.recorded, control):
        yield Difference("control", claim.line, message, is_timing=True)


@dataclass(frozen=True)
class _Check:
    """One execution and the claims about its Python version."""

    snippet: Snippet
    claims: dict[str, Claim]
    execution: Execution
    which: str

    def differences(self) -> Iterator[Difference]:
        obstacles = list(_cut_short(self.snippet, self.execution, self.which))
        yield from obstacles
        if obstacles:
            # The rest would only repeat in other words that it was cut short.
            return
        stderr = self.execution.printed("stderr")
        raised, unclaimed = self._raised(stderr), self._unclaimed(stderr)
        if unclaimed:
            yield self._unclaimed_difference(unclaimed, stderr)
        else:
            yield from self._check_raises(raised)
            yield from self._check_status()
        if traceback := raised or unclaimed:
            stderr = traceback.taken_out_of(stderr)
        yield from self._check_stream("Output", self.execution.printed("stdout"))
        yield from self._check_stream("Stderr", stderr)
        yield from self._check_seconds("Takes", self.execution.took, "it took")
        # Only the recorder measures these times: None in a control.
        yield from self._check_seconds(
            "Blocks", self.execution.blocks, "its longest step took"
        )
        if self.which == "recorded":
            for one in trace_differences(self.claims, self.execution.history):
                yield self._difference(one.claim, one.message)

    def _raised(self, stderr: Sequence[str]) -> Traceback | None:
        exception = claimed_exception(self.claims)
        if not exception:
            return None
        return claimed_traceback(list(tracebacks(stderr)), exception)

    def _unclaimed(self, stderr: Sequence[str]) -> Traceback | None:
        """The traceback of what ended the program where nothing like it is claimed."""
        status, found = self.execution.status, list(tracebacks(stderr))
        if not status or not found or self._raised(stderr) or "Exits" in self.claims:
            return None
        return found[-1] if status == status_after(found[-1].exception) else None

    def _unclaimed_difference(
        self, raised: Traceback, stderr: Sequence[str]
    ) -> Difference:
        lines = stderr[raised.start : raised.end]
        place = f'  File "{self.snippet.path}", line '
        numbers = [
            int(number)
            for line in lines
            if (number := line.removeprefix(place).partition(",")[0]).isdecimal()
        ]
        return Difference(
            self.which,
            numbers[-1] if numbers else 0,
            f"{raised.exception} ended it with {_status(self.execution.status)}, and "
            "no exception is claimed",
            diff([], lines, *self._sides("Raises")),
        )

    def _check_raises(self, raised: Traceback | None) -> Iterator[Difference]:
        exception, claim = claimed_exception(self.claims), self.claims.get("Raises")
        if not exception:
            return
        if raised is None:
            yield self._difference(claim, f"it did not raise {exception}")
        elif not line_matches(exception, raised.exception):
            yield self._difference(
                claim,
                "it raised something else",
                diff([exception], [raised.exception], *self._sides("Raises")),
            )

    def _check_status(self) -> Iterator[Difference]:
        status, expected = self.execution.status, expected_status(self.claims)
        if status != expected:
            yield self._difference(
                self.claims.get("Exits"),
                f"it ended with {_status(status)} where {_status(expected)} was "
                "expected",
            )

    def _check_stream(self, subject: str, printed: list[str]) -> Iterator[Difference]:
        claim = self.claims.get(subject)
        if claim and claim.value == "anything":
            return
        body = claim.body if claim else ()
        unordered = claim is not None and claim.name == "Unordered output"
        matches = lines_match_unordered if unordered else lines_match
        if matches(body, printed):
            return
        stream = "stderr" if subject == "Stderr" else "stdout"
        message = (
            f"{stream} is not as claimed"
            if claim
            else f"{stream} is not empty, and nothing is claimed about it"
        )
        lines = (diff_unordered if unordered else diff)(
            body, printed, *self._sides(subject)
        )
        yield self._difference(claim, message, lines)

    def _check_seconds(
        self, subject: str, seconds: float | None, what: str
    ) -> Iterator[Difference]:
        claim = self.claims.get(subject)
        duration = parse_duration(claim.value) if claim else None
        if claim is None or duration is None or seconds is None:
            return
        if abs(seconds - duration.seconds) > duration.tolerance:
            yield Difference(
                self.which,
                claim.line,
                f"{what} {seconds:.3f} s where {duration.seconds:g} s ± "
                f"{duration.tolerance:g} s is claimed",
                is_timing=True,
            )

    def _difference(
        self, claim: Claim | None, message: str, lines: tuple[str, ...] = ()
    ) -> Difference:
        return Difference(self.which, claim.line if claim else 0, message, lines)

    def _sides(self, subject: str) -> tuple[str, str]:
        """What a diff calls the two things that it compares."""
        claim = self.claims.get(subject)
        place = f"{self.snippet.path}:{claim.line}" if claim else self.snippet.path
        return f"{place} (claimed)", f"{self.which} execution (seen)"


def _status(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    return f"signal {signal_name(status) or -status}"
