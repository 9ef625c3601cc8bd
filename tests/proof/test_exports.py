"""What `import proof` gives."""

import proof
from proof import errors
from proof.runs import run as runs
from proof.site import page


def test_everything_that_is_promised_is_there() -> None:
    assert {name: getattr(proof, name) for name in proof.__all__} == {
        "Execution": runs.Execution,
        "Line": runs.Line,
        "ProofError": errors.ProofError,
        "Run": runs.Run,
        "compare": page.compare,
        "every_snippet": page.every_snippet,
        "evidence_fields": page.evidence_fields,
        "legend": page.legend,
        "run": page.run,
        "show": page.show,
        "snippet_reference": page.snippet_reference,
        "totals": page.totals,
        "whole_build": page.whole_build,
    }


def test_everything_that_is_promised_is_explained() -> None:
    assert all(getattr(proof, name).__doc__ for name in proof.__all__)
