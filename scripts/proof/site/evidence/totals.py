"""What the evidence of a site comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from proof.site.evidence import Entry, Evidence
from proof.text import counted


@dataclass(frozen=True)
class Totals:
    """What all of it comes to; as text, one sentence without its full stop.

    Attributes:
        snippets: How many snippets there are.
        claims: How many claims were checked.
        together: How many of them were executed in one batch.
        took: Seconds that batch took, from the start of its first interpreter to the
            end of its last.
        python: Implementation and version of the interpreters.
        platform: Operating system and machine.
        last: Day of the latest run, as an ISO 8601 date in UTC.
    """

    snippets: int
    claims: int
    together: int
    took: float
    python: str
    platform: str
    last: str

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """The totals of a site."""
        runs = [entry.run for entry in evidence.entries]
        return cls(
            snippets=len(runs),
            claims=sum(len(entry.claims) for entry in evidence.entries),
            together=len(evidence.batch),
            took=batch_took(evidence.batch),
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
            f"{counted(self.snippets, 'program')}, {counted(self.claims, 'claim')}, "
            f"each executed twice, {which} in {self.took:.1f} s, by {self.python} on "
            f"{self.platform}; last on {self.last}"
        )


def batch_took(entries: Iterable[Entry]) -> float:
    """Seconds from the start of a batch to the end of its last interpreter."""
    ends = (one.began + one.wall for entry in entries for one in entry.executions)
    return max(ends, default=0.0)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(set(names)))
