"""A report as a file, for programs that decide what to do about it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from proof.checking.messages import failure_text
from proof.errors import ProofError
from proof.files import replace_file
from proof.gate.report import Report
from proof.runs.versions import SUPPORTED


@dataclass(frozen=True)
class _Run:
    """What came of a snippet on one Python.

    Attributes:
        path: Path of the snippet in the checkout.
        python: What executed it, such as `CPython 3.16.0a2`.
        platform: Operating system and machine.
        text: What differs from its claims, as a terminal shows it; empty if it passed.
    """

    path: str
    python: str
    platform: str
    text: str


@dataclass(frozen=True)
class _File:
    """What the file holds.

    Attributes:
        supported: The versions of Python that the site is about, oldest first.
        runs: The runs that were checked, passed or not.
        errors: What else is wrong.
    """

    supported: tuple[str, ...]
    runs: tuple[_Run, ...]
    errors: tuple[str, ...]


def write_report(report: Report, file: Path) -> None:
    """Write what was checked as JSON: see `_File` for its fields.

    Args:
        report: The report.
        file: Where it goes; what was there is replaced.

    Raises:
        ProofError: It cannot be written.
    """
    runs = tuple(
        _Run(
            one.snippet.path,
            one.run.python,
            one.run.platform,
            "" if one.passed else failure_text(one, advice=False),
        )
        for name in report.results
        for one in report.all_of(name)
    )
    errors = tuple(str(error) for error in report.errors)
    content = msgspec.json.encode(_File(SUPPORTED, runs, errors))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, content)
    except OSError as error:
        raise ProofError(
            f"it cannot be written ({error.strerror}); name another file", str(file)
        ) from None
