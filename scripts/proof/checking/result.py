"""What checking one run came to."""

from dataclasses import dataclass, replace

from proof.checking.differences import Difference, cut_short, differences
from proof.checking.tracebacks import tracebacks
from proof.runs.run import Run
from proof.snippets.claims import TIMES, Claim
from proof.snippets.snippet import Snippet

# What a counter-proof may end with only where its claim says so.
_MEANT = "SyntaxError"
_SLIPS = ("NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError")


@dataclass(frozen=True)
class Result:
    """One snippet, its run, and how the run differs from the claims.

    Attributes:
        snippet: The snippet.
        run: Its run.
        differences: Why it cannot be published; empty where it passed.
        expected: What differs in an expected failure (`xfail`) that fails as it should.
    """

    snippet: Snippet
    run: Run
    differences: tuple[Difference, ...] = ()
    expected: tuple[Difference, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it can be published."""
        return not self.differences

    @property
    def unmeasured(self) -> tuple[Claim, ...]:
        """Claims that could not be checked, as the recorder failed to measure."""
        claim = self.snippet.claims_about(self.run.version).get("Blocks")
        return (claim,) if claim and self.run.recorded.blocks is None else ()

    @property
    def missed_a_time(self) -> bool:
        """Whether it failed by a time, whatever else differs.

        What comes late on a busy machine may come in another order, too.
        """
        return any(difference.is_timing for difference in self.differences)

    @property
    def missed_only_times(self) -> bool:
        """Whether it failed, and only by its times, which another try may fix.

        A timeout is one of these.
        """
        found = self.differences
        return bool(found) and all(difference.is_timing for difference in found)


def check(snippet: Snippet, run: Run) -> Result:
    """Check a run against the claims of its snippet.

    An expected failure that does not fail is a failure, and so is one that was cut
    short: that proves nothing. The same holds for a counter-proof.
    """
    found = differences(snippet, run)
    if snippet.broken_by:
        return _of_counter_proof(snippet, snippet.broken_by, run, found)
    if not snippet.metadata.xfail:
        return Result(snippet, run, found)
    if incomplete := cut_short(snippet, run):
        return Result(snippet, run, incomplete)
    # A page shows the recorded execution, so that one has to fail.
    if any(difference.execution == "recorded" for difference in found):
        return Result(snippet, run, expected=found)
    return Result(snippet, run, (_unexpected_pass(snippet),))


def _of_counter_proof(
    snippet: Snippet, claim: Claim, run: Run, found: tuple[Difference, ...]
) -> Result:
    incomplete = cut_short(snippet, run)
    if incomplete and _MEANT not in claim.value:
        return Result(
            snippet,
            run,
            tuple(
                replace(one, line=claim.line, message=f"changed so, {one.message}")
                for one in incomplete
            ),
        )
    if slip := _slip(claim, run):
        message = (
            f"changed so, it ends with {slip}, which shows nothing; complete the change"
        )
        return Result(snippet, run, (Difference("recorded", claim.line, message),))
    if found:
        return Result(snippet, run, expected=found)
    message = (
        f"changed so, it meets every claim as before (“{claim.value}”); claim what "
        "tells them apart, or change something else"
    )
    # Where times are claimed, a busy machine may have hidden what the change does.
    claims = snippet.claims_about(run.version)
    is_timing = any(name in claims for name in TIMES)
    difference = Difference("recorded", claim.line, message, is_timing=is_timing)
    return Result(snippet, run, (difference,))


def _slip(claim: Claim, run: Run) -> str:
    """The uncaught exception of a change that was not thought through; or empty."""
    for one in tracebacks(run.recorded.printed("stderr")):
        name = one.exception.partition(":")[0]
        if name in _SLIPS and name not in claim.value:
            return one.exception
    return ""


def _unexpected_pass(snippet: Snippet) -> Difference:
    return Difference(
        "recorded",
        snippet.claims[0].line,
        "it was expected to fail and passed; fix its claims, or remove `xfail = true` "
        "from its metadata",
    )
