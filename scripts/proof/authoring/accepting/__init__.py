"""Accepting what snippets do: their claims are written anew from what was seen."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from proof.authoring.accepting.claims_writing import Changes, with_changes
from proof.authoring.accepting.disagreement import disagreement
from proof.authoring.accepting.drafts import read_draft
from proof.authoring.accepting.outcomes import Outcome
from proof.authoring.accepting.proposal import changes_of_times, changes_to_match, seen
from proof.checking.differences import Difference, differences
from proof.checking.messages import failure_text
from proof.errors import ProofError
from proof.execution.observer import Observer
from proof.execution.runner import run_all
from proof.files import replace_file
from proof.gate.check import check
from proof.gate.load import load_snippets
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

Watch = Callable[[], AbstractContextManager[Observer]]


@dataclass(frozen=True)
class _Proposal:
    """A snippet as it is and as it would have to be."""

    old: Snippet
    new: Snippet
    notes: tuple[str, ...]


def accept(project: Project, names: Sequence[str], watch: Watch) -> tuple[Outcome, ...]:
    """Execute snippets, and write what they did into their claims.

    What was written is executed once more, and has to do the same again.

    Args:
        project: The checkout they are in.
        names: Their paths below `snippets/`.
        watch: Makes an observer for each round of executing.
    """
    accepting = _Accepting(project, watch)
    accepting.read(names)
    accepting.propose()
    accepting.write()
    return tuple(accepting.outcomes[f"snippets/{name}"] for name in names)


class _Accepting:
    """The snippets of one command, which drop out where something is refused."""

    def __init__(self, project: Project, watch: Watch) -> None:
        self._project = project
        self._watch = watch
        self._snippets: list[Snippet] = []
        self._proposals: list[_Proposal] = []
        self.outcomes: dict[str, Outcome] = {}

    def read(self, names: Sequence[str]) -> None:
        for name in names:
            try:
                snippet = read_draft(self._project, name)
                if snippet.metadata.xfail:
                    raise ProofError(
                        "it is meant not to do as it claims; write its claims by hand",
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
        written = []
        try:
            for proposal in self._proposals:
                try:
                    _replace(self._project, proposal.old, proposal.new)
                except ProofError as problem:
                    self._refuse(proposal.old.path, problem)
                else:
                    written.append(proposal)
            refusals = self._check_again([proposal.new for proposal in written])
        except BaseException:
            self._take_back(written)
            raise
        self._take_back([p for p in written if p.new.path in refusals])
        for proposal in written:
            path = proposal.new.path
            if path in refusals:
                self._refuse(path, refusals[path])
            else:
                diff = tuple(_diff(proposal))
                self._settle(Outcome(path, "accepted", "", diff, proposal.notes))

    def _proposal(self, snippet: Snippet, run: Run) -> _Proposal:
        for problem in (*run.recorded.problems, *run.control.problems):
            raise ProofError(f"{problem}; there is nothing to accept", snippet.path)
        new = _changed(snippet, changes_to_match(snippet, run))
        wrong = differences(new, run)
        if wrong and _is_timing(wrong) and run.tries == 1:
            # The claims that were there let it have no second try for its times.
            run = self._execute([new])[new.name]
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
            observer.planned(snippets)
            batch = run_all(self._project, snippets, observer)
        return {run.snippet: run for run in batch.runs}

    def _check_again(self, snippets: Sequence[Snippet]) -> dict[str, ProofError]:
        """Let the gate decide about what was written; what it says of which path."""
        if not snippets:
            return {}
        names = [snippet.name for snippet in snippets]
        with self._watch() as observer:
            report = check(
                self._project, load_snippets(self._project, names), observer=observer
            )
        refusals = {error.path: error for error in report.errors}
        for failure in report.failures:
            told = failure_text(failure, advice=False).replace("\n", "\n    ")
            path = failure.snippet.path
            refusals[path] = ProofError(
                "executed once more it did something else, so its claims were left as "
                f"they were\n    {told}",
                path,
            )
        return refusals

    def _take_back(self, proposals: Sequence[_Proposal]) -> None:
        for proposal in proposals:
            _replace(self._project, proposal.new, proposal.old)

    def _refuse(self, path: str, problem: ProofError) -> None:
        self._settle(Outcome(path, "refused", str(problem)))

    def _settle(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome


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
            raise ProofError("it was saved while it was executed; try again", old.path)
        replace_file(path, new.content)
    except OSError as error:
        raise ProofError(f"cannot be written ({error.strerror})", old.path) from None


def _is_timing(found: Sequence[Difference]) -> bool:
    return all(difference.is_timing for difference in found)


def _notes(changes: Changes, run: Run) -> Iterator[str]:
    told = {
        "Takes": f"it took {run.took:.3f} s",
        "Blocks": f"its longest step took {run.recorded.blocks or 0:.3f} s",
    }
    for new in changes.updates.values():
        if new:
            yield f"{new.name} is {new.value} now: {told[new.name]}"


def _reason(snippet: Snippet, run: Run, wrong: Sequence[Difference]) -> str:
    if _is_timing(wrong):
        return (
            f"without the recorder {wrong[0].message}; try again when the machine is "
            "less busy, or state a tolerance, as in `Takes: 0.3 s ± 0.2 s`"
        )
    recorded, control = (
        seen(snippet, execution, run.version)
        for execution in (run.recorded, run.control)
    )
    output = snippet.claims_about(run.version).get("Output")
    told = disagreement(recorded, control, output)
    return told or f"executed again it did something else: {wrong[0].message}"


def _diff(proposal: _Proposal) -> Iterator[str]:
    before, after = (
        snippet.content.decode("utf-8-sig").splitlines()
        for snippet in (proposal.old, proposal.new)
    )
    path = proposal.old.path
    yield from difflib.unified_diff(
        before, after, path, f"{path} (as executed)", lineterm=""
    )
