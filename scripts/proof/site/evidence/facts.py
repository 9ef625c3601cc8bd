"""What `evidence.json` says of each program, field by field."""

from typing import Annotated, Any

from msgspec import Meta, Struct

from proof.site.evidence.totals import Totals


class ClaimFacts(Struct, frozen=True):
    """A claim that was checked."""

    kind: Annotated[str, Meta(description="its name, such as `Output`")]
    value: Annotated[str, Meta(description="what is behind its colon")]
    lines: Annotated[tuple[str, ...], Meta(description="the lines below it")]


class VersionFacts(Struct, frozen=True):
    """What came of a program on another version of Python than the newest."""

    version: Annotated[str, Meta(description="the version, such as `3.12`")]
    python: Annotated[
        str, Meta(description="implementation and version that executed it")
    ]
    platform: Annotated[str, Meta(description="operating system and machine")]
    made_at: Annotated[
        str, Meta(description="when its execution was over: ISO 8601, UTC")
    ]
    same: Annotated[
        bool,
        Meta(description="whether it did there what it did in its primary run"),
    ]
    claims: Annotated[
        tuple[ClaimFacts, ...],
        Meta(description="what was checked, for this version of Python"),
    ]
    tries: Annotated[
        int,
        Meta(description="how often it was executed until its times were as claimed"),
    ]
    status: Annotated[
        int, Meta(description="exit status; a signal as its negative number")
    ]
    took: Annotated[
        float,
        Meta(
            description="seconds from the start of the first event loop to the end of "
            "the last"
        ),
    ]
    wall: Annotated[
        float,
        Meta(description="seconds from the start of the interpreter to its end"),
    ]
    cpu: Annotated[
        float,
        Meta(
            description="seconds of processor time, start of the interpreter included"
        ),
    ]


class AbsentFacts(Struct, frozen=True):
    """A supported version of Python on which a program was not run."""

    version: Annotated[str, Meta(description="the version, such as `3.15`")]
    reason: Annotated[str, Meta(description="why")]


class CounterProofFacts(Struct, frozen=True):
    """A change of a program that broke a claim of it."""

    reason: Annotated[str, Meta(description="what the change does, in a few words")]
    change: Annotated[tuple[str, ...], Meta(description="the change, as a diff")]
    broke: Annotated[
        tuple[str, ...], Meta(description="what then differed from the claims")
    ]


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
    counter_proofs: Annotated[
        tuple[CounterProofFacts, ...],
        Meta(
            description="changes that were executed too, and have to break a claim: a "
            "`reason`, the `change`, what it `broke`"
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
    other_versions: Annotated[
        tuple[VersionFacts, ...],
        Meta(
            description="what came of it on other versions of Python, newest first: "
            "`version`, `python`, `platform`, `made_at`, `same`, `claims`, `tries`, "
            "`status`, `took`, `wall`, `cpu`"
        ),
    ]
    absent: Annotated[
        tuple[AbsentFacts, ...],
        Meta(
            description="supported versions on which it was not run: a `version`, the "
            "`reason`"
        ),
    ]


class EvidenceFile(Struct, frozen=True):
    """All that is in the file; its schema says what each field means."""

    totals: Totals
    snippets: tuple[SnippetFacts, ...]
    schema: dict[str, Any]
