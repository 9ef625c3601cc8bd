"""A report in words, for a terminal and for a log."""

from collections import Counter

from proof.checking.messages import failure_texts
from proof.execution.runner import Batch
from proof.gate.report import Report
from proof.runs.versions import spanned
from proof.text import counted


def report_text(report: Report) -> str:
    """All that is wrong, ready to be read; empty where nothing is."""
    texts = [str(error) for error in report.errors]
    texts += failure_texts(report.failures)
    if not texts:
        return ""
    return "\n\n".join([*texts, _summary(report)])


def success_message(report: Report) -> str:
    """What there is to say where nothing is wrong."""
    expected = len(report.expected_failures)
    passed = len(report.results) - expected
    parts = []
    if passed or not expected:
        parts.append(f"{counted(passed, 'snippet')} passed")
    if broken := sum(map(len, report.counter_proofs.values())):
        parts.append(f"{counted(broken, 'counter-proof')} broke a claim")
    if expected:
        parts.append(f"{counted(expected, 'snippet')} failed as expected")
    if report.not_run:
        parts.append(f"{counted(len(report.not_run), 'snippet')} not run here")
    return f"{', '.join(parts)}."


def executed_text(report: Report) -> str:
    """How much was executed, in a sentence."""
    runs = report.batch.runs
    executed = len({run.snippet for run in runs} & set(report.results))
    where = spanned([*{run.version for run in runs}]) if runs else ""
    on = f" on Python {where}" if where else ""
    return f"Executed {executed} of {len(report.results)} snippets{on}."


def batch_text(batch: Batch) -> str:
    """What executing cost, against what it has to cost at least."""
    per_core = batch.bound - batch.longest - batch.alone
    return (
        f"took {batch.wall:.1f} s, {batch.wall / batch.bound:.2f} times the sum of the "
        f"longest execution ({batch.longest:.1f} s), CPU time per core "
        f"({per_core:.1f} s) and those alone ({batch.alone:.1f} s)"
    )


def not_run_lines(report: Report) -> list[str]:
    """What was not run, with the reason: by snippet, and by Python."""
    lines = [f"{one.snippet.path}: {one.reason}" for one in report.not_run.values()]
    reasons = Counter(
        one.reason for absent in report.absent.values() for one in absent if one.is_lack
    )
    return lines + [
        f"{counted(count, 'snippet')} {reason}" for reason, count in reasons.items()
    ]


def unbroken_text(report: Report) -> str:
    """Which snippets lack a counter-proof, in a sentence; empty where none does."""
    names = report.unbroken
    if not names:
        return ""
    have = "has" if len(names) == 1 else "have"
    return (
        f"{counted(len(names), 'teaching snippet')} {have} no counter-proof: "
        f"{', '.join(names)}"
    )


def _summary(report: Report) -> str:
    parts = []
    if report.failures:
        failed = len({result.snippet.name for result in report.failures})
        parts.append(f"{failed} of {counted(len(report.results), 'snippet')} failed")
    if report.errors:
        parts.append(counted(len(report.errors), "error"))
    return f"{', '.join(parts)}."
