"""What a snippet would have to claim for what it did to be right."""

import signal
from dataclasses import dataclass

from proof.authoring.accepting.claims_writing import Changes, new_claim
from proof.authoring.accepting.rewriting import (
    as_pattern,
    rewritten,
    rewritten_unordered,
)
from proof.checking.expectations import (
    NOTHING,
    claimed_exception,
    signal_name,
    status_after,
)
from proof.checking.matching import (
    line_matches,
    lines_match,
    lines_match_unordered,
    without_trailing_blank_lines,
)
from proof.checking.tracebacks import claimed_traceback, tracebacks
from proof.errors import ProofError
from proof.runs.run import Execution, Run
from proof.snippets.claim_grammar import is_exception
from proof.snippets.claims import Claim, parse_status
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Observed:
    """What an execution did, as claims say it.

    Attributes:
        stdout: Its lines.
        stderr: Its lines, without the traceback of the exception that ended it.
        raised: The exception that ended it as a traceback names it, or empty.
        status: Its exit status.
    """

    stdout: list[str]
    stderr: list[str]
    raised: str
    status: int


def observed(snippet: Snippet, execution: Execution, version: str) -> Observed:
    """What an execution did.

    Args:
        snippet: What was executed: its claims say which of several tracebacks counts.
        execution: What came of it.
        version: The Python version it is about, for instance `3.11`.
    """
    stdout, stderr = execution.printed("stdout"), execution.printed("stderr")
    claims = snippet.claims_about(version)
    wanted = claimed_exception(claims)
    # What a program prints about an exception that it survives is no more than output.
    died = execution.status in (1, -signal.SIGINT) or (wanted and "Exits" in claims)
    found = [t for t in tracebacks(stderr) if is_exception(as_pattern(t.exception))]
    raised = claimed_traceback(found, wanted) if died else None
    if raised is None:
        return Observed(stdout, stderr, "", execution.status)
    rest = raised.taken_out_of(stderr)
    return Observed(stdout, rest, raised.exception.rstrip(), execution.status)


def changes_to_match(snippet: Snippet, run: Run) -> Changes:
    """What to change for the recorded execution to be as claimed, but for its times.

    Args:
        snippet: What was executed.
        run: What came of it.

    Raises:
        ProofError: It ended in a way that cannot be claimed.
    """
    claims = snippet.claims_about(run.version)
    done = observed(snippet, run.recorded, run.version)
    output, stderr = claims.get("Output"), claims.get("Stderr")
    raises, exits = claims.get("Raises"), claims.get("Exits")
    pairs = [
        (output, _stream(output, done.stdout, "Output")),
        (stderr, _stream(stderr, done.stderr, "Stderr")),
        (raises, _raises(raises, done.raised)),
        (exits, _exits(exits, done, snippet.path)),
    ]
    updates = {old: new for old, new in pairs if old and old != new}
    added = [new for old, new in pairs if new and not old]
    return Changes(updates, added)


def _stream(claim: Claim | None, lines: list[str], name: str) -> Claim | None:
    lines = without_trailing_blank_lines(lines)
    if claim is None:
        body = [as_pattern(line) for line in lines]
        return new_claim(name, "", body) if lines else None
    is_unordered = claim.name == "Unordered output"
    matches = lines_match_unordered if is_unordered else lines_match
    if claim.value == "anything" or matches(claim.body, lines):
        return claim
    if not lines and not claim.versions:
        return None
    rewrite = rewritten_unordered if is_unordered else rewritten
    body = list(rewrite(claim.body, lines)) if lines else []
    return new_claim(claim.name, "", body, claim.versions)


def _raises(claim: Claim | None, raised: str) -> Claim | None:
    if claim is None:
        return new_claim("Raises", as_pattern(raised)) if raised else None
    is_nothing = claim.value == NOTHING
    if not raised and (is_nothing or not claim.versions):
        return claim if is_nothing else None
    if not is_nothing and raised and line_matches(claim.value, raised):
        return claim
    return new_claim("Raises", as_pattern(raised) or NOTHING, (), claim.versions)


def _exits(claim: Claim | None, done: Observed, path: str) -> Claim | None:
    if claim and parse_status(claim.value) == done.status:
        return claim
    if done.status == status_after(done.raised) and not (claim and claim.versions):
        return None
    value = str(done.status) if done.status >= 0 else signal_name(done.status)
    if not value:
        raise ProofError(
            f"it was ended by signal {-done.status}, which has no name, so no claim "
            "can be written about it",
            path,
        )
    return new_claim("Exits", value, (), claim.versions if claim else "")
