"""A tiny checkout in which a page shows what a contributor is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from proof.authoring import scaffolding
from proof.checking.messages import failure_text
from proof.checking.result import check
from proof.gate.load import lint, load
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet


@dataclass(frozen=True)
class Rehearsal:
    """A checkout in which nothing was done but `proof new`.

    Attributes:
        project: The checkout.
        plan: What was made in it.
    """

    project: Project
    plan: scaffolding.Plan

    @property
    def made(self) -> str:
        """What `proof new` says."""
        return scaffolding.told(self.project, self.plan)

    def problems(self) -> list[str]:
        """What `proof check` says before it executes anything."""
        loaded = load(self.project)
        return [str(error) for error in (*loaded.errors, *lint(loaded))]

    def edited(self, text: str, run: Run) -> str:
        """What is said of the new snippet with other code and its claims as made.

        Args:
            text: The code.
            run: What executing that code came to.
        """
        name = self.plan.snippet.relative_to(self.project.snippets).as_posix()
        made = Snippet.load(self.project, name)
        content = "\n".join([text.rstrip(), *made.ending, ""]).encode()
        snippet = Snippet.parse(name, content)
        return failure_text(check(snippet, run))

    def mistaken(self, file: Path, old: str, new: str) -> str:
        """The first thing that `proof check` says of a mistake; it is undone again.

        Args:
            file: Where it is made.
            old: What stands there, once.
            new: What stands there with the mistake in it.

        Raises:
            ValueError: It is not there once, or nothing is said that was not before.
        """
        text = file.read_text("utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{old!r} is {text.count(old)} times in {file.name}")
        before = self.problems()
        file.write_text(text.replace(old, new), "utf-8")
        try:
            told = [one for one in self.problems() if one not in before]
        finally:
            file.write_text(text, "utf-8")
        if not told:
            raise ValueError(f"nothing is said of {new!r} in {file.name}")
        return told[0]


@contextmanager
def rehearsal(wanted: str) -> Iterator[Rehearsal]:
    """Make a checkout with one section, and a new snippet and page in it.

    Args:
        wanted: Section and name, as `proof new` takes them.
    """
    folder = wanted.partition("/")[0]
    with TemporaryDirectory() as root:
        project = Project(Path(root).resolve())
        project.snippets.mkdir()
        (project.docs / folder).mkdir(parents=True)
        neighbour = f"{folder}/index.md"
        (project.docs / neighbour).write_text("# Home\n", "utf-8")
        title = folder.replace("-", " ").capitalize()
        nav = f"nav:\n  - {title}:\n      - {neighbour}\n"
        (project.root / "mkdocs.yml").write_text(nav, "utf-8")
        project.requirements.touch()
        plan = scaffolding.planned(project, wanted)
        scaffolding.write(plan)
        yield Rehearsal(project, plan)
