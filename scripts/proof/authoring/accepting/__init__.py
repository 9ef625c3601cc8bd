"""`proof accept`: execute snippets and write what they did into their claims."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from proof.authoring.accepting.by_version import combined
from proof.authoring.accepting.claims_writing import Changes, with_changes
from proof.authoring.accepting.disagreement import disagreement
from proof.authoring.accepting.outcome import Outcome
from proof.authoring.accepting.proposal import changes_to_match, observed
from proof.authoring.accepting.times import changes_of_times, notes_on_times
from proof.checking.differences import Difference, cut_short, differences
from proof.errors import ProofError
from proof.execution.job import Job, Key
from proof.execution.observer import Observer
from proof.execution.runner import run_all
from proof.files import replace_file
from proof.gate.check import jobs_of
from proof.gate.load import load_draft
from proof.gate.plan import Plan
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

Watch = Callable[[], AbstractContextManager[Observer]]


@dataclass(frozen=True)
class _Proposal:
    """A snippet as it is and as it would have to be."""

    old: Snippet
    new: Snippet
    notes: tuple[str, ...]


def accept(
    project: Project, names: Sequence[str], pythons: Pythons, watch: Watch
) -> tuple[Outcome, ...]:
    """Execute snippets, and write what they did into their claims.

    Each is executed by every Python that it admits, by the newest with and without the
    recorder. What these two executions agree about is written; where they disagree,
    the snippet is refused. Where versions differ, claims say which they are about.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
        pythons: Those on which they are executed.
        watch: Makes an observer for each round of executing.

    Returns:
        One outcome for each name, in their order. A file is written whole or not at
        all, and one that was saved meanwhile is left as it is.
    """
    accepting = _Accepting(project, pythons, watch)
    accepting.read(names)
    accepting.propose()
    accepting.write()
    return tuple(accepting.outcomes[f"snippets/{name}"] for name in names)


class _Accepting:
    """The snippets of one command, which drop out where one is refused."""

    def __init__(self, project: Project, pythons: Pythons, watch: Watch) -> None:
        self._project = project
        self._pythons = pythons
        self._watch = watch
        self._plans: list[Plan] = []
        self._proposals: list[_Proposal] = []
        self.outcomes: dict[str, Outcome] = {}

    def read(self, names: Sequence[str]) -> None:
        for name in names:
            try:
                plan = load_draft(self._project, name, self._pythons)
                if plan.snippet.metadata.xfail:
                    raise ProofError(
                        "it is expected to fail its claims (`xfail = true`), so these "
                        "cannot follow what it does; write them by hand",
                        plan.snippet.path,
                    )
                self._plans.append(plan)
            except ProofError as problem:
                self._refuse(f"snippets/{name}", problem)

    def propose(self) -> None:
        runs = self._execute([job for plan in self._plans for job in jobs_of(plan)])
        for plan in self._plans:
            snippet = plan.snippet
            try:
                proposal = self._proposal(plan, runs)
            except ProofError as problem:
                self._refuse(snippet.path, problem)
                continue
            if proposal.new.content == snippet.content:
                self._settle(Outcome(snippet.path, "unchanged"))
            else:
                self._proposals.append(proposal)

    def write(self) -> None:
        for proposal in self._proposals:
            path = proposal.old.path
            try:
                _replace(self._project, proposal.old, proposal.new)
            except ProofError as problem:
                self._refuse(path, problem)
            else:
                diff = tuple(_diff(proposal))
                self._settle(Outcome(path, "accepted", "", diff, proposal.notes))

    def _proposal(self, plan: Plan, executed: Mapping[Key, Run]) -> _Proposal:
        snippet, jobs = plan.snippet, jobs_of(plan)
        runs = {job.key: executed[job.key] for job in jobs}
        _refuse_incomplete(snippet, runs.values())
        changes = {r.version: changes_to_match(snippet, r) for r in runs.values()}
        new = _changed(snippet, combined(snippet, changes))
        again = [job for job in jobs if _may_be_late(new, runs[job.key])]
        if again:
            # It was not tried again for its times, since other claims were wrong too.
            runs |= self._execute([replace(job, snippet=new) for job in again])
            _refuse_incomplete(new, runs.values())
        notes: tuple[str, ...] = ()
        wrong = _wrong(new, runs.values())
        if wrong and all(_is_timing(differences) for _, differences in wrong):
            times = combined(new, changes_of_times(new, runs.values()))
            notes = tuple(notes_on_times(times, runs.values()))
            new = _changed(new, times)
            wrong = _wrong(new, runs.values())
        for run, found in wrong:
            raise ProofError(_reason(new, run, found), snippet.path)
        return _Proposal(snippet, new, notes)

    def _execute(self, jobs: Sequence[Job]) -> dict[Key, Run]:
        if not jobs:
            return {}
        with self._watch() as observer:
            batch = run_all(self._project, jobs, [observer])
        return {job.key: run for job, run in zip(jobs, batch.runs, strict=True)}

    def _refuse(self, path: str, problem: ProofError) -> None:
        self._settle(Outcome(path, "refused", str(problem)))

    def _settle(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome


def _wrong(
    snippet: Snippet, runs: Iterable[Run]
) -> list[tuple[Run, tuple[Difference, ...]]]:
    found = ((run, differences(snippet, run)) for run in runs)
    return [(run, wrong) for run, wrong in found if wrong]


def _may_be_late(snippet: Snippet, run: Run) -> bool:
    """Whether a run was tried only once, and misses nothing but times."""
    wrong = differences(snippet, run)
    return bool(wrong) and _is_timing(wrong) and run.tries == 1


def _refuse_incomplete(snippet: Snippet, runs: Iterable[Run]) -> None:
    for run in runs:
        for found in cut_short(snippet, run):
            advice = "there is nothing to accept"
            if found.line:
                advice = (
                    "fix it, or if it is the point, claim `# Raises: SyntaxError: ...`"
                )
            message = f"{found.message} (on {run.version}); {advice}"
            raise ProofError(message, snippet.path, found.line)


def _changed(snippet: Snippet, changes: Changes) -> Snippet:
    if not changes.updates and not changes.added:
        return snippet
    content = with_changes(snippet.content, snippet.written_claims, changes)
    return Snippet.parse(snippet.name, content)


def _replace(project: Project, old: Snippet, new: Snippet) -> None:
    """Write a snippet over itself, unless somebody else did so meanwhile."""
    path = project.snippets / old.name
    try:
        if path.read_bytes() != old.content:
            raise ProofError(
                "it was saved while it was executed, so it was left as it is; accept "
                "it again",
                old.path,
            )
        replace_file(path, new.content)
    except OSError as error:
        raise ProofError(
            f"it cannot be written ({error.strerror}) and was left as it is", old.path
        ) from None


def _is_timing(found: Sequence[Difference]) -> bool:
    return all(difference.is_timing for difference in found)


def _reason(snippet: Snippet, run: Run, wrong: Sequence[Difference]) -> str:
    if _is_timing(wrong):
        return (
            f"without the recorder {wrong[0].message} (on {run.version}); try again "
            "when the machine is less busy, or state a tolerance, as in `Takes: 0.3 s "
            "± 0.2 s`"
        )
    if run.control is None:
        return f"{wrong[0].message} (on {run.version})"
    recorded, control = (
        observed(snippet, execution, run.version)
        for execution in (run.recorded, run.control)
    )
    output = snippet.claims_about(run.version).get("Output")
    reason = disagreement(recorded, control, output)
    return reason or f"its two executions differ: {wrong[0].message}"


def _diff(proposal: _Proposal) -> Iterator[str]:
    before, after = proposal.old.lines, proposal.new.lines
    path = proposal.old.path
    yield from difflib.unified_diff(
        before, after, path, f"{path} (as executed)", lineterm=""
    )
