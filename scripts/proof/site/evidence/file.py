"""The evidence as a file: `evidence.json`, for whoever wants to check or count."""

import json
from pathlib import Path
from typing import Any

from proof.site.evidence import Entry, Evidence
from proof.site.evidence.places import addresses
from proof.site.evidence.totals import Totals

NAME = "evidence.json"
"""What the file is called; it lies in the root of the built site."""

TOTAL_FIELDS = {
    "snippets": "number of programs",
    "claims": "number of claims that were checked, for this version of Python",
    "together": "number of programs that were executed in the largest batch",
    "took": "seconds that batch took",
    "python": "implementation and version of the interpreters",
    "platform": "operating system and machine",
    "last": "date of the latest run, in UTC",
}
"""The fields of `totals`, with units."""

SNIPPET_FIELDS = {
    "name": "path of the file below `snippets/`",
    "sentence": "what it claims, in one sentence",
    "pages": "addresses of the pages that show it, below the site's root",
    "claims": "what was checked, for this version of Python: a `kind`, the `value` "
    "behind its colon, the `lines` below it",
    "expected_failure": "whether it is an example of a program that does not do as it "
    "claims; `claims` is empty then",
    "requires_python": "the versions of Python that it supports (PEP 440)",
    "python": "implementation and version that executed it",
    "platform": "operating system and machine",
    "made_at": "when its executions were over: ISO 8601, UTC",
    "batch": "when the batch began in which it was executed: ISO 8601, UTC",
    "tries": "how often it was executed, with and without recorder, until its times "
    "were as claimed",
    "status": "exit status; a signal as its negative number",
    "took": "seconds from the start of the first event loop to the end of the last, "
    "of the recorded execution",
    "cpu": "seconds of processor time of the recorded execution, start of the "
    "interpreter included",
    "control_cpu": "the same of the control",
    "recording_cost": "seconds of processor time that the recorded execution used "
    "more than the control; negative if less",
    "began": "seconds from the start of the batch to that of the recorded interpreter",
    "control_began": "the same of the control",
    "wall": "seconds from the start of the recorded interpreter to its end",
    "control_wall": "the same of the control",
}
"""The fields of each of `snippets`, with units."""


def as_json(evidence: Evidence) -> bytes:
    """The evidence as JSON in UTF-8, in the same order at every build."""
    content = {
        "totals": _totals(Totals.of(evidence)),
        "snippets": [_facts(entry) for entry in evidence.entries],
        "fields": {"totals": TOTAL_FIELDS, "snippets": SNIPPET_FIELDS},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    # A docstring can hold half of a pair of surrogates, which UTF-8 cannot.
    return f"{text}\n".encode(errors="backslashreplace")


def write_evidence(evidence: Evidence, folder: Path) -> None:
    """Write the file into the root of a built site.

    Args:
        evidence: What to write.
        folder: The folder of the site.
    """
    (folder / NAME).write_bytes(as_json(evidence))


def _totals(totals: Totals) -> dict[str, Any]:
    facts = {name: getattr(totals, name) for name in TOTAL_FIELDS}
    return {**facts, "took": round(totals.took, 6)}


def _facts(entry: Entry) -> dict[str, Any]:
    run, (recorded, control) = entry.run, entry.executions
    return {
        "name": entry.snippet.name,
        "sentence": entry.snippet.sentence,
        "pages": list(addresses(entry)),
        "claims": [
            {"kind": claim.name, "value": claim.value, "lines": list(claim.body)}
            for claim in entry.claims
        ],
        "expected_failure": entry.snippet.metadata.xfail,
        "requires_python": entry.snippet.metadata.requires_python,
        "python": run.python,
        "platform": run.platform,
        "made_at": run.made_at,
        "batch": run.batch,
        "tries": run.tries,
        "status": run.status,
        "took": run.took,
        "cpu": recorded.cpu,
        "control_cpu": control.cpu,
        "recording_cost": round(entry.recording_cost, 6),
        "began": recorded.began,
        "control_began": control.began,
        "wall": recorded.wall,
        "control_wall": control.wall,
    }
