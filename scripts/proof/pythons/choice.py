"""Which Pythons execute snippets: all that are supported, or those asked for."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from re import fullmatch
from typing import Final

from proof.errors import ProofError
from proof.project import Project
from proof.pythons.elsewhere import read_merged
from proof.pythons.environments import environment
from proof.pythons.finding import find
from proof.pythons.probing import probe
from proof.runs.interpreter import Interpreter
from proof.runs.versions import SUPPORTED, order, spanned

VARIABLE: Final = "PROOF_PYTHONS"
"""What names the Pythons to use, where the command line does not."""

MERGED: Final = "merged"
"""The name of those whose runs were merged into the store."""


@dataclass(frozen=True)
class Pythons:
    """The Pythons that execute snippets.

    Attributes:
        interpreters: One for each version, newest first.
        absent: Why there is none for each of the other supported versions: a sentence
            without its full stop.
    """

    interpreters: tuple[Interpreter, ...]
    absent: Mapping[str, str] = field(default_factory=dict)


def choose(project: Project, asked: Sequence[str] = ()) -> Pythons:
    """The Pythons to use, each with an environment for what snippets depend on.

    Args:
        project: The checkout.
        asked: Versions such as `3.13` and `3.14t`, or paths of interpreters, which are
            used as they are, with what is installed for them. `merged` alone stands
            for those whose runs were merged into the store. Without any, it is those
            of the variable `PROOF_PYTHONS`, between commas, and without that all
            supported versions that the machine has. One whose runs were merged takes
            the place of the machine's own of its version.

    Raises:
        ProofError: One that was asked for is not there, or there is none at all.
    """
    wanted = [*asked] or _from_variable()
    if not wanted:
        return _supported(project)
    if [*wanted] == [MERGED]:
        return _merged_alone(project)
    elsewhere = read_merged(project)
    interpreters = [elsewhere.get(one) or _asked(project, one) for one in wanted]
    versions = {one.version: one for one in interpreters}
    verb = "was" if len(versions) == 1 else "were"
    reason = f"only {spanned([*versions])} {verb} asked for"
    return Pythons(
        _newest_first(versions), {v: reason for v in SUPPORTED if v not in versions}
    )


def _from_variable() -> list[str]:
    named = os.environ.get(VARIABLE, "")
    return [name.strip() for name in named.split(",") if name.strip()]


def _supported(project: Project) -> Pythons:
    elsewhere = read_merged(project)
    found = find(project, [v for v in SUPPORTED if v not in elsewhere])
    if not found and not elsewhere:
        raise ProofError(
            f"none of Python {spanned(SUPPORTED)} is on this machine; install one, or "
            f"name the path of one with {VARIABLE}"
        )
    here = {version: environment(project, base) for version, base in found.items()}
    used = {**here, **elsewhere}
    absent = {v: f"there is no Python {v} here" for v in SUPPORTED if v not in used}
    return Pythons(_newest_first(used), absent)


def _merged_alone(project: Project) -> Pythons:
    elsewhere = read_merged(project)
    if not elsewhere:
        raise ProofError(
            "no store was merged into this one; name some, as in "
            "`proof merge stores/3.13`"
        )
    absent = {v: f"no runs of {v} were merged" for v in SUPPORTED if v not in elsewhere}
    return Pythons(_newest_first(elsewhere), absent)


def _asked(project: Project, name: str) -> Interpreter:
    if "/" in name:
        facts = probe(Path(name))
        if facts is None:
            raise ProofError(f"{name} does not start as Python; name another")
        return facts.interpreter()
    if not fullmatch(r"3\.\d+t?", name):
        raise ProofError(
            f"{name!r} is no version of Python; write for instance 3.13, 3.14t (the "
            "free-threaded one), or the path of an interpreter"
        )
    found = find(project, [name])
    if name not in found:
        raise ProofError(
            f"there is no Python {name} here; install it, or name the path of one"
        )
    return environment(project, found[name])


def _newest_first(by_version: Mapping[str, Interpreter]) -> tuple[Interpreter, ...]:
    ordered = sorted(by_version, key=order, reverse=True)
    return tuple(by_version[version] for version in ordered)
