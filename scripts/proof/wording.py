"""How failures are told in a terminal and in a log."""

from collections.abc import Iterator

from proof.gate import Failure, Verdict
from proof.runner import Batch
from proof.verdict import Difference


def verdict_text(verdict: Verdict) -> str:
    """All that is wrong, ready to be read; empty where nothing is."""
    told = [str(problem) for problem in verdict.problems]
    told += [failure_text(failure) for failure in verdict.failures]
    if not told:
        return ""
    return "\n\n".join([*told, _summary(verdict)])


def failure_text(failure: Failure) -> str:
    """One failing snippet: what differs, where it is claimed, what to run next."""
    return "\n".join(
        [
            *(
                line
                for difference in failure.differences
                for line in _difference_lines(failure, difference)
            ),
            f"    run next: {next_command(failure)}",
        ]
    )


def next_command(failure: Failure) -> str:
    """What to type to see the snippet run."""
    return f"proof run {failure.snippet.path}"


def difference_sentence(failure: Failure, difference: Difference) -> str:
    """One difference in one sentence, beginning with file and line."""
    line = f":{difference.line}" if difference.line else ""
    which = "" if difference.execution == "recorded" else " (without the recorder)"
    return f"{failure.snippet.path}{line}: {difference.message}{which}"


def batch_text(batch: Batch) -> str:
    """What executing cost, against what it has to cost at least."""
    per_core = batch.bound - batch.longest - batch.alone
    return (
        f"took {batch.wall:.1f} s, {batch.wall / batch.bound:.2f} times the sum of the "
        f"longest execution ({batch.longest:.1f} s), CPU time per core "
        f"({per_core:.1f} s) and those alone ({batch.alone:.1f} s)"
    )


def _difference_lines(failure: Failure, difference: Difference) -> Iterator[str]:
    yield difference_sentence(failure, difference)
    yield from (f"    {line}" for line in difference.diff)


def _summary(verdict: Verdict) -> str:
    parts = []
    if verdict.failures:
        count = len(verdict.failures)
        parts.append(f"{count} of {verdict.checked} snippets did not do as claimed")
    if verdict.problems:
        count = len(verdict.problems)
        parts.append(f"{count} {'thing' if count == 1 else 'things'} to mend first")
    return "; ".join(parts) + "."
