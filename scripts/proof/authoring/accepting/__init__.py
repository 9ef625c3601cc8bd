"""`proof accept`: execute snippets and write what they did into their claims."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal

from proof.authoring.accepting.claims_writing import Changes, with_changes
from proof.authoring.accepting.disagreement import disagreement
from proof.authoring.accepting.proposal import (
    changes_of_times,
    changes_to_match,
    observed,
)
from proof.checking.differences import Difference, cut_short, differences
from proof.errors import ProofError
from proof.execution.observer import Observer
from proof.execution.runner import run_all
from proof.files import replace_file
from proof.gate.load import load_draft
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

Watch = Callable[[], AbstractContextManager[Observer]]


@dataclass(frozen=True)
class Outcome:
    """What became of one snippet that was to be accepted.

    Attributes:
        path: Its path in the checkout.
        kind: `accepted`: its claims were rewritten; `unchanged`: they were right
            already; `refused`: nothing was written.
        reason: Why it was refused, with its path, else empty.
        diff: The change of its file as a unified diff, else empty.
        notes: What else to say of the change, one sentence each.
    """

    path: str
    kind: Literal["accepted", "unchanged", "refused"]
    reason: str = ""
    diff: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a line, or a few where there are notes or reasons."""
        match self.kind:
            case "accepted":
                notes = [f"    {note}" for note in self.notes]
                return "\n".join([f"{self.path}: accepted", *notes])
            case "unchanged":
                return f"{self.path}: nothing to change, its claims are right"
            case _:
                return self.reason


@dataclass(frozen=True)
class _Proposal:
    """A snippet as it is and as it would have to be."""

    old: Snippet
    new: Snippet
    notes: tuple[str, ...]


def accept(project: Project, names: Sequence[str], watch: Watch) -> tuple[Outcome, ...]:
    """Execute snippets, and write what they did into their claims.

    Each is executed twice, with and without the recorder. What the two executions
    agree about is written; where they disagree, the snippet is refused.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
        watch: Makes an observer for each round of executing.

    Returns:
        One outcome for each name, in their order. A file is written whole or not at
        all, and one that was saved meanwhile is left as it is.
    """
    accepting = _Accepting(project, watch)
    accepting.read(names)
    accepting.propose()
    accepting.write()
    return tuple(accepting.outcomes[f"snippets/{name}"] for name in names)


class _Accepting:
    """The snippets of one command, which drop out where one is refused."""

    def __init__(self, project: Project, watch: Watch) -> None:
        self._project = project
        self._watch = watch
        self._snippets: list[Snippet] = []
        self._proposals: list[_Proposal] = []
        self.outcomes: dict[str, Outcome] = {}

    def read(self, names: Sequence[str]) -> None:
        for name in names:
            try:
                snippet = load_draft(self._project, name)
                if snippet.metadata.xfail:
                    raise ProofError(
                        "it is expected to fail its claims (`xfail = true`), so these "
                        "cannot follow what it does; write them by hand",
                        snippet.path,
                    )
                self._snippets.append(snippet)
            except ProofError as problem:
                self._refuse(f"snippets/{name}", problem)

    def propose(self) -> None:
        runs = self._execute(self._snippets)
        for snippet in self._snippets:
            try:
                proposal = self._proposal(snippet, runs[snippet.name])
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

    def _proposal(self, snippet: Snippet, run: Run) -> _Proposal:
        _refuse_incomplete(snippet, run)
        new = _changed(snippet, changes_to_match(snippet, run))
        wrong = differences(new, run)
        if wrong and _is_timing(wrong) and run.tries == 1:
            # It was not tried again for its times, since other claims were wrong too.
            run = self._execute([new])[new.name]
            _refuse_incomplete(new, run)
            wrong = differences(new, run)
        notes: tuple[str, ...] = ()
        if wrong and _is_timing(wrong):
            changes = changes_of_times(new, run)
            notes = tuple(_notes(changes, run))
            new = _changed(new, changes)
            wrong = differences(new, run)
        if wrong:
            raise ProofError(_reason(new, run, wrong), snippet.path)
        return _Proposal(snippet, new, notes)

    def _execute(self, snippets: Sequence[Snippet]) -> dict[str, Run]:
        if not snippets:
            return {}
        with self._watch() as observer:
            batch = run_all(self._project, snippets, [observer])
        return {run.snippet: run for run in batch.runs}

    def _refuse(self, path: str, problem: ProofError) -> None:
        self._settle(Outcome(path, "refused", str(problem)))

    def _settle(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome


def _refuse_incomplete(snippet: Snippet, run: Run) -> None:
    for found in cut_short(snippet, run):
        advice = "there is nothing to accept"
        if found.line:
            advice = "fix it, or if it is the point, claim `# Raises: SyntaxError: ...`"
        raise ProofError(f"{found.message}; {advice}", snippet.path, found.line)


def _changed(snippet: Snippet, changes: Changes) -> Snippet:
    if not changes.updates and not changes.added:
        return snippet
    content = with_changes(snippet.content, snippet.claims, changes)
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


def _notes(changes: Changes, run: Run) -> Iterator[str]:
    measured = {
        "Takes": f"it took {run.took:.3f} s",
        "Blocks": f"its longest step took {run.recorded.blocks or 0:.3f} s",
    }
    for new in changes.updates.values():
        if new:
            yield f"{new.name} is {new.value} now: {measured[new.name]}"


def _reason(snippet: Snippet, run: Run, wrong: Sequence[Difference]) -> str:
    if _is_timing(wrong):
        return (
            f"without the recorder {wrong[0].message}; try again when the machine is "
            "less busy, or state a tolerance, as in `Takes: 0.3 s ± 0.2 s`"
        )
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
