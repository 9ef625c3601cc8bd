"""The evidence as a file: `evidence.json`, for whoever wants to check or count."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from proof.site.evidence import Entry, Evidence
from proof.site.evidence.places import addresses
from proof.site.evidence.totals import Totals

NAME = "evidence.json"
"""What the file is called; it lies in the root of the built site."""


class ClaimFacts(Struct, frozen=True):
    """A claim that was checked."""

    kind: Annotated[str, Meta(description="its name, such as `Output`")]
    value: Annotated[str, Meta(description="what is behind its colon")]
    lines: Annotated[tuple[str, ...], Meta(description="the lines below it")]


class SnippetFacts(Struct, frozen=True):
    """A program, its claims and what its run came to."""

    name: Annotated[str, Meta(description="path of the file below `snippets/`")]
    sentence: Annotated[str, Meta(description="what it claims, in one sentence")]
    pages: Annotated[
        tuple[str, ...],
        Meta(description="addresses of the pages that show it, below the site's root"),
    ]
    claims: Annotated[
        tuple[ClaimFacts, ...],
        Meta(
            description="what was checked, for this version of Python: a `kind`, the "
            "`value` behind its colon, the `lines` below it"
        ),
    ]
    expected_failure: Annotated[
        bool,
        Meta(
            description="whether it is an example of a program that does not do as it "
            "claims; `claims` is empty then"
        ),
    ]
    requires_python: Annotated[
        str, Meta(description="the versions of Python that it supports (PEP 440)")
    ]
    python: Annotated[
        str, Meta(description="implementation and version that executed it")
    ]
    platform: Annotated[str, Meta(description="operating system and machine")]
    made_at: Annotated[
        str, Meta(description="when its executions were over: ISO 8601, UTC")
    ]
    batch: Annotated[
        str,
        Meta(
            description="when the batch began in which it was executed: ISO 8601, UTC"
        ),
    ]
    tries: Annotated[
        int,
        Meta(
            description="how often it was executed, with and without recorder, until "
            "its times were as claimed"
        ),
    ]
    status: Annotated[
        int, Meta(description="exit status; a signal as its negative number")
    ]
    took: Annotated[
        float,
        Meta(
            description="seconds from the start of the first event loop to the end of "
            "the last, of the recorded execution"
        ),
    ]
    cpu: Annotated[
        float,
        Meta(
            description="seconds of processor time of the recorded execution, start of "
            "the interpreter included"
        ),
    ]
    control_cpu: Annotated[float, Meta(description="the same of the control")]
    recording_cost: Annotated[
        float,
        Meta(
            description="seconds of processor time that the recorded execution used "
            "more than the control; negative if less"
        ),
    ]
    began: Annotated[
        float,
        Meta(
            description="seconds from the start of the batch to that of the recorded "
            "interpreter"
        ),
    ]
    control_began: Annotated[float, Meta(description="the same of the control")]
    wall: Annotated[
        float,
        Meta(
            description="seconds from the start of the recorded interpreter to its end"
        ),
    ]
    control_wall: Annotated[float, Meta(description="the same of the control")]


class EvidenceFile(Struct, frozen=True):
    """All that is in the file; its schema says what each field means."""

    totals: Totals
    snippets: tuple[SnippetFacts, ...]
    schema: dict[str, Any]


def meanings(facts: type[Struct]) -> dict[str, str]:
    """What each field of some facts means, with units, by its name."""
    properties = msgspec.json.schema(facts)["$defs"][facts.__name__]["properties"]
    return {name: field["description"] for name, field in properties.items()}


def as_json(evidence: Evidence) -> bytes:
    """The evidence as JSON in UTF-8, in the same order at every build."""
    content = EvidenceFile(
        Totals.of(evidence),
        tuple(_facts(entry) for entry in evidence.entries),
        msgspec.json.schema(EvidenceFile),
    )
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def write_evidence(evidence: Evidence, folder: Path) -> None:
    """Write the file into the root of a built site.

    Args:
        evidence: What to write.
        folder: The folder of the site.
    """
    (folder / NAME).write_bytes(as_json(evidence))


def _facts(entry: Entry) -> SnippetFacts:
    snippet, run, (recorded, control) = entry.snippet, entry.run, entry.executions
    return SnippetFacts(
        name=snippet.name,
        sentence=snippet.sentence,
        pages=tuple(addresses(entry)),
        claims=tuple(
            ClaimFacts(claim.name, claim.value, claim.body) for claim in entry.claims
        ),
        expected_failure=snippet.metadata.xfail,
        requires_python=snippet.metadata.requires_python,
        python=run.python,
        platform=run.platform,
        made_at=run.made_at,
        batch=run.batch,
        tries=run.tries,
        status=run.status,
        took=run.took,
        cpu=recorded.cpu,
        control_cpu=control.cpu,
        recording_cost=round(entry.recording_cost, 6),
        began=recorded.began,
        control_began=control.began,
        wall=recorded.wall,
        control_wall=control.wall,
    )
