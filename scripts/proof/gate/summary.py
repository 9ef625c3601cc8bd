"""How the outcome of many snippets is told in a terminal and in a log."""

from proof.checking.messages import failure_text
from proof.execution.runner import Batch
from proof.gate.check import Report
from proof.text import counted


def report_text(verdict: Report) -> str:
    """All that is wrong, ready to be read; empty where nothing is."""
    told = [str(problem) for problem in verdict.problems]
    told += [failure_text(failure) for failure in verdict.failures]
    if not told:
        return ""
    return "\n\n".join([*told, _summary(verdict)])


def success_message(verdict: Report) -> str:
    """What there is to say where nothing is wrong."""
    met, meant = verdict.checked - verdict.meant, verdict.meant
    told = []
    if met or not meant:
        told.append(f"every claim of {counted(met, 'snippet')} is met")
    if meant == 1:
        told.append("1 snippet fails, as it is meant to")
    elif meant:
        told.append(f"{meant} snippets fail, as they are meant to")
    text = "; ".join(told)
    return f"{text[0].upper()}{text[1:]}."


def batch_text(batch: Batch) -> str:
    """What executing cost, against what it has to cost at least."""
    per_core = batch.bound - batch.longest - batch.alone
    return (
        f"took {batch.wall:.1f} s, {batch.wall / batch.bound:.2f} times the sum of the "
        f"longest execution ({batch.longest:.1f} s), CPU time per core "
        f"({per_core:.1f} s) and those alone ({batch.alone:.1f} s)"
    )


def _summary(verdict: Report) -> str:
    parts = []
    if verdict.failures:
        count = len(verdict.failures)
        of_all = f"{count} of {verdict.checked} snippets"
        which = "the snippet" if verdict.checked == 1 else of_all
        parts.append(f"{which} did not do as claimed")
    if verdict.problems:
        parts.append(f"{counted(len(verdict.problems), 'thing')} to mend first")
    return "; ".join(parts) + "."
