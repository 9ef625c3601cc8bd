"""The commands in texts for contributors exist."""

import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

from proof.cli.main import main
from proof.lint.fences import fences

from .small_project import REPOSITORY

TEXTS: Final = (
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    *(f"docs/about/{p.name}" for p in (REPOSITORY / "docs/about").iterdir()),
)
TOOLS: Final = ("pre-commit", "mkdocs")
# On every machine of a contributor.
ELSEWHERE: Final = ("cd", "git", ".", "python3.13")


def _without_fences(text: str) -> str:
    lines = text.splitlines()
    for fence in fences(list(lines)):
        lines[fence.start : fence.end] = [""] * (fence.end - fence.start)
    return "\n".join(lines)


def _typed(text: str) -> Iterator[list[str]]:
    """The words of each command in a text: in blocks of shell, and in code spans."""
    for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            yield shlex.split(line, comments=True)
    for span in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", _without_fences(text)):
        words = span.split()
        if re.fullmatch(r"(\S*/)?proof|scripts/[a-z]+", words[0]):
            yield words


def _without_variables(words: list[str]) -> list[str]:
    while words and re.fullmatch(r"[A-Z_]+=\S+", words[0]):
        words = words[1:]
    return words


def _wrong(words: list[str]) -> str:
    """What is wrong with a command; empty if nothing is."""
    command, *rest = words
    name = command.removeprefix(".venv/bin/")
    if name == "proof":
        return _wrong_subcommand(rest)
    if command.startswith("scripts/"):
        return _wrong_script(command, rest)
    if name in TOOLS or command in ELSEWHERE:
        return ""
    return f"{command} is not known"


def _wrong_subcommand(words: list[str]) -> str:
    if not words or words[0] in ("-h", "--help"):
        return ""
    command = main.commands.get(words[0])
    if command is None:
        return f"proof has no command {words[0]}"
    known = {option for one in command.params for option in one.opts}
    given = {word for word in words[1:] if word.startswith("-")}
    return f"proof {words[0]} has no {given - known}" if given - known else ""


def _wrong_script(script: str, words: list[str]) -> str:
    file = REPOSITORY / script
    if not os.access(file, os.X_OK) or file.is_dir():
        return f"{script} is not a script"
    # `-a` goes on to MkDocs, which takes it.
    wrong = [
        word
        for word in words
        if word.startswith("--") and word not in file.read_text("utf-8")
    ]
    return f"{script} does not know {wrong}" if wrong else ""


@pytest.mark.parametrize("path", TEXTS)
def test_every_command_exists(path: str) -> None:
    commands = list(_typed((REPOSITORY / path).read_text("utf-8")))
    wrong = (_wrong(_without_variables(words)) for words in commands if words)
    assert [one for one in wrong if one] == []


def test_the_commands_of_the_first_page_are_found() -> None:
    text = (REPOSITORY / "docs/about/your-first-snippet-page.md").read_text()
    typed = [" ".join(words[:2]) for words in _typed(text)]
    for command in ("proof new", "proof accept", "proof check", "scripts/serve"):
        assert command in typed


@pytest.mark.parametrize(
    "line",
    [
        "proof walk",
        "proof check --slowly",
        "scripts/nothing",
        "scripts/proof",
        "scripts/check --fast",
        "curl something",
    ],
)
def test_a_command_that_does_not_exist_is_found(line: str) -> None:
    assert _wrong(line.split())


def test_every_path_named_for_contributing_exists() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    linked = re.findall(r"\]\(([^)]+)\)", text)
    assert len(linked) == 5
    assert [path for path in linked if not Path(REPOSITORY, path).is_file()] == []


def test_hooks_of_commits_use_what_is_installed_and_nothing_else() -> None:
    configuration = (REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8")
    repositories = yaml.safe_load(configuration)["repos"]
    assert [one["repo"] for one in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        assert hook["language"] == "system"
        folder, _, tool = hook["entry"].split()[0].rpartition("/")
        assert folder == ".venv/bin"
        assert Path(sys.executable).with_name(tool).is_file()
