"""The evidence as a file: `evidence.json`, for whoever wants to check or count."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from proof.checking.result import Result
from proof.gate.report import Broken
from proof.site.evidence import Entry, Evidence, checked_claims
from proof.site.evidence.facts import (
    AbsentFacts,
    ClaimFacts,
    CounterProofFacts,
    EvidenceFile,
    SnippetFacts,
    VersionFacts,
)
from proof.site.evidence.places import addresses
from proof.site.evidence.totals import Totals
from proof.snippets.claims import Claim

NAME = "evidence.json"
"""What the file is called; it lies in the root of the built site."""


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
        claims=_claims(entry.claims),
        counter_proofs=tuple(map(_counter_proof, entry.counter_proofs)),
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
        other_versions=tuple(_version(other, entry) for other in entry.others),
        absent=tuple(AbsentFacts(one.version, one.reason) for one in entry.absent),
    )


def _version(result: Result, entry: Entry) -> VersionFacts:
    run = result.run
    return VersionFacts(
        version=run.version,
        python=run.python,
        platform=run.platform,
        made_at=run.made_at,
        same=run.version in entry.alike,
        claims=_claims(checked_claims(result)),
        tries=run.tries,
        status=run.status,
        took=run.took,
        wall=run.recorded.wall,
        cpu=run.recorded.cpu,
    )


def _counter_proof(broken: Broken) -> CounterProofFacts:
    found = broken.result.expected if broken.result else ()
    claim = broken.proof.claim
    return CounterProofFacts(
        claim.value, claim.body, tuple(difference.message for difference in found)
    )


def _claims(claims: Iterable[Claim]) -> tuple[ClaimFacts, ...]:
    return tuple(ClaimFacts(claim.name, claim.value, claim.body) for claim in claims)
