"""What a snippet would have to claim for the times that it took to be right."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from proof.authoring.accepting.claims_writing import Changes, new_claim
from proof.runs.run import Run
from proof.snippets.claims import Claim, Duration, parse_duration
from proof.snippets.snippet import Snippet

# What a time may be rounded to, in seconds; the coarsest that is near enough is taken.
_STEPS = (0.1, 0.05, 0.01, 0.001, 0.0001)


def changes_of_times(snippet: Snippet, runs: Collection[Run]) -> dict[str, Changes]:
    """What to change, by version, for the times that were missed to be as claimed.

    Where one time will do for all versions that a claim is about, all get it: what is
    measured differs a little each time.

    Args:
        snippet: What was executed.
        runs: One of each version.
    """
    updates: dict[str, dict[Claim, Claim | None]] = {run.version: {} for run in runs}
    for claim in snippet.claims:
        about = [run for run in runs if claim.is_about(run.version)]
        wanted = {run.version: new for run in about if (new := _missed(claim, run))}
        will_do = (
            new
            for new in wanted.values()
            if not any(_missed(new, run) for run in about)
        )
        if shared := next(will_do, None):
            wanted = {run.version: shared for run in about}
        for version, new in wanted.items():
            updates[version][claim] = new
    return {version: Changes(of_version) for version, of_version in updates.items()}


def notes_on_times(changes: Changes, runs: Iterable[Run]) -> Iterator[str]:
    """What was measured where a time is claimed otherwise now, one sentence each.

    Args:
        changes: Changes of nothing but times.
        runs: What came of executing it.
    """
    claims = [*filter(None, changes.updates.values()), *chain(*changes.splits.values())]
    for run in runs:
        for new in claims:
            if new.is_about(run.version):
                what = "it" if new.name == "Takes" else "its longest step"
                took = f"{what} took {_seconds(new, run) or 0:.3f} s on {run.version}"
                yield f"{new.name} is {new.value} now: {took}"


def _missed(claim: Claim, run: Run) -> Claim | None:
    """What to claim instead of a time that was missed."""
    seconds, duration = _seconds(claim, run), parse_duration(claim.value)
    if seconds is None or duration is None:
        return None
    if abs(seconds - duration.seconds) <= duration.tolerance:
        return None
    value = _rounded(seconds, claim.value, duration)
    return new_claim(claim.name, value, (), claim.versions)


def _seconds(claim: Claim, run: Run) -> float | None:
    """What a claim is about; only the recorder measures it."""
    times = {"Takes": run.recorded.took, "Blocks": run.recorded.blocks}
    return times.get(claim.name)


def _rounded(seconds: float, before: str, duration: Duration) -> str:
    """A time with no more digits than its tolerance makes sense of."""
    _, sign, stated = before.partition(" ± ")
    tolerance = duration.tolerance if stated else max(0.1 * seconds, 0.05)
    for step in _STEPS:
        value = round(seconds / step) * step
        if abs(value - seconds) <= tolerance / 4:
            return f"{_decimal(value)} s{sign}{stated}"
    return f"{seconds:.6f} s{sign}{stated}"


def _decimal(value: float) -> str:
    text = f"{value:.5f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text
