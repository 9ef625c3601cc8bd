"""A new snippet, a page that shows it, and its line in the navigation."""

import contextlib
import keyword
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proof.authoring.scaffolding.navigation import Section
from proof.authoring.scaffolding.placing import place
from proof.authoring.scaffolding.templates import page_text, snippet_text
from proof.errors import ProofError
from proof.files import replace_file
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.snippets import dependencies
from proof.snippets.snippet import Snippet

_LONGEST_NAME = 60
_FILE_ENDING = re.compile(r"\.(py|md)$")


@dataclass(frozen=True)
class Plan:
    """Everything that is going to be written; none of it exists yet.

    Attributes:
        section: The section that the page is added to.
        snippet: The new snippet.
        page: The new page.
        texts: The text of both, by file.
        configuration: `mkdocs.yml`.
        navigation: The new text of that; the old one if it names the page already.
        is_named: Whether it does.
    """

    section: Section
    snippet: Path
    page: Path
    texts: dict[Path, str]
    configuration: Path
    navigation: str
    is_named: bool


def plan(project: Project, wanted: str, pythons: Pythons) -> Plan:
    """Work out what to write, and check that nothing prevents it.

    Args:
        project: The checkout.
        wanted: Section and name as somebody typed them, for instance
            `choosing/what_it_proves`; see `place`.
        pythons: Those that are to run it.

    Raises:
        ProofError: There is no such section, the name cannot be used, or something
            of that name exists.
    """
    wanted_section, name = _parts(wanted)
    navigation, section, folder = place(project, wanted_section)
    shown = f"{folder}/{name}.py"
    snippet = project.snippets / shown
    page = project.docs / section.folder / f"{name.replace('_', '-')}.md"
    _refuse_existing(project, snippet, page)
    text = snippet_text(name)
    made = Snippet.parse(shown, text.encode())
    for python in pythons.interpreters:
        for problem in dependencies.problems(project, made, python):
            raise problem
    address = page.relative_to(project.docs).as_posix()
    is_named = address in section.pages
    return Plan(
        section,
        snippet,
        page,
        {snippet: text, page: page_text(name, shown, _neighbour(project, section))},
        project.root / "mkdocs.yml",
        navigation.text if is_named else navigation.with_page(section, address),
        is_named,
    )


def write(plan: Plan) -> None:
    """Create all of it, or nothing.

    Raises:
        ProofError: Something cannot be written; what was written is removed again.
    """
    with contextlib.ExitStack() as undo:
        try:
            for path, text in plan.texts.items():
                _make_folder(path.parent, undo)
                with path.open("x", encoding="utf-8", newline="") as file:
                    undo.callback(path.unlink)
                    file.write(text)
            replace_file(plan.configuration, plan.navigation.encode())
        except OSError as error:
            file_name = error.filename or plan.configuration
            raise ProofError(
                f"{file_name} cannot be written ({error.strerror}); nothing was created"
            ) from None
        undo.pop_all()


def next_steps(project: Project, plan: Plan) -> str:
    """What was created, and what to do next.

    Args:
        project: The checkout.
        plan: What was written.
    """
    snippet, page = (project.relative(path) for path in (plan.snippet, plan.page))
    line = f"        a line in the nav of mkdocs.yml, under {plan.section.title!r}"
    return "\n".join(
        [
            f"Created {snippet}",
            f"        {page}",
            *(() if plan.is_named else (line,)),
            "",
            "Next:",
            f"  proof run {snippet}",
            "      executes it as it is: it runs and passes.",
            "  scripts/serve",
            "      shows the page and follows every change. Edit both files now; the",
            "      word TODO marks what is to be filled in.",
            f"  proof accept {snippet}",
            "      writes what it does then into its claims.",
            "  proof check",
            "      says what CI will say, and where a TODO is left.",
        ]
    )


def _parts(wanted: str) -> tuple[str, str]:
    parts = _FILE_ENDING.sub("", wanted).split("/")
    if len(parts) == 3 and parts[0] in ("snippets", "docs"):
        del parts[0]
    if len(parts) != 2 or not all(parts):
        raise ProofError(
            f"{wanted!r} is not SECTION/NAME; write for instance "
            "failures/what_the_snippet_proves"
        )
    folder, name = parts[0], parts[1].replace("-", "_")
    for reason in _reasons_against(name):
        raise ProofError(f"{parts[1]!r} cannot be a snippet's name: {reason}")
    return folder, name


def _reasons_against(name: str) -> Iterator[str]:
    if not name.isidentifier() or not name.isascii():
        yield "use letters a to z, digits and underscores, and begin with a letter"
    if name != name.lower():
        yield f"use small letters only ({name.lower()})"
    if name.startswith("_") or name.endswith("_") or "__" in name:
        yield "put each underscore between two words"
    if keyword.iskeyword(name):
        yield "it is a keyword of Python; say in a few words what it proves"
    if name in ("index", "readme"):
        yield "a page of that name would be the front page of its section"
    if len(name) > _LONGEST_NAME:
        yield f"it has {len(name)} letters, and at most {_LONGEST_NAME} fit on a line"


def _refuse_existing(project: Project, snippet: Path, page: Path) -> None:
    other_spelling = page.with_name(f"{snippet.stem}.md")
    for path in (snippet, page, other_spelling):
        if os.path.lexists(path):
            raise ProofError(
                f"{project.relative(path)} exists already; choose another name"
            )


def _neighbour(project: Project, section: Section) -> str:
    """The page that a reader could go to next: the one before it, or the home page."""
    pages = [page for page in section.pages if (project.docs / page).is_file()]
    if pages:
        return os.path.relpath(pages[-1], section.folder)
    return "../index.md" if (project.docs / "index.md").is_file() else ""


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    if not folder.is_dir():
        folder.mkdir()
        undo.callback(folder.rmdir)
