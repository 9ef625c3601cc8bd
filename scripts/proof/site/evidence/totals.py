"""What the evidence of a site comes to."""

from collections.abc import Iterable
from typing import Annotated, Self

from msgspec import Meta, Struct

from proof.runs.versions import order, spanned
from proof.site.evidence import Entry, Evidence
from proof.text import counted


class Totals(Struct, frozen=True):
    """What all of it comes to; as text, one sentence without its full stop."""

    snippets: Annotated[int, Meta(description="number of programs")]
    claims: Annotated[
        int,
        Meta(
            description="number of claims that were checked, for this version of Python"
        ),
    ]
    counter_proofs: Annotated[
        int, Meta(description="number of changes that were executed and broke a claim")
    ]
    versions: Annotated[
        tuple[str, ...],
        Meta(description="versions of Python on which programs were run, oldest first"),
    ]
    executions: Annotated[
        int,
        Meta(
            description="number of executions: on the newest version of each program "
            "two, with and without recorder, one on each other, and one of each "
            "counter-proof"
        ),
    ]
    together: Annotated[
        int,
        Meta(description="number of programs that were executed in the largest batch"),
    ]
    took: Annotated[
        float,
        Meta(
            description="seconds that batch took, from its start to the end of its "
            "last interpreter"
        ),
    ]
    python: Annotated[
        str,
        Meta(
            description="implementation and version of the interpreters that made the "
            "primary runs"
        ),
    ]
    platform: Annotated[str, Meta(description="operating system and machine")]
    last: Annotated[str, Meta(description="date of the latest run, in UTC")]

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """The totals of a site."""
        runs = [entry.run for entry in evidence.entries]
        others = [other.run for entry in evidence.entries for other in entry.others]
        broken = [
            one.result.run
            for entry in evidence.entries
            for one in entry.counter_proofs
            if one.result
        ]
        versions = {run.version for run in (*runs, *others)}
        return cls(
            snippets=len(runs),
            versions=tuple(sorted(versions, key=order)),
            counter_proofs=len(broken),
            executions=sum(len(run.executions) for run in (*runs, *others, *broken)),
            claims=sum(len(entry.claims) for entry in evidence.entries),
            together=len(evidence.batch),
            took=round(batch_took(evidence.batch), 6),
            python=_listed(run.python for run in runs),
            platform=_listed(run.platform for run in runs),
            last=max((run.made_at[:10] for run in runs), default=""),
        )

    def __str__(self) -> str:
        """One sentence without its full stop."""
        if not self.snippets:
            return "no program yet"
        which = "all" if self.together == self.snippets else f"{self.together} of them"
        return (
            f"{counted(self.snippets, 'program')}, {counted(self.claims, 'claim')} and "
            f"{counted(self.counter_proofs, 'counter-proof')}, "
            f"checked on Python {spanned(self.versions)} in "
            f"{counted(self.executions, 'execution')}, {which} in {self.took:.1f} s on "
            f"{self.platform}; last on {self.last}"
        )


def batch_took(entries: Iterable[Entry]) -> float:
    """Seconds from the start of a batch to the end of its last interpreter."""
    ends = (
        one.began + one.wall
        for entry in entries
        for one in (*entry.executions, *entry.executions_of_others)
    )
    return max(ends, default=0.0)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(set(names)))
