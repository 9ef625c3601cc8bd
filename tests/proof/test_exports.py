"""What `import proof` gives."""

import proof
from proof import errors, page, runs


def test_everything_that_is_promised_is_there() -> None:
    assert {name: getattr(proof, name) for name in proof.__all__} == {
        "Execution": runs.Execution,
        "Line": runs.Line,
        "ProofError": errors.ProofError,
        "Run": runs.Run,
        "compare": page.compare,
        "legend": page.legend,
        "run": page.run,
        "show": page.show,
    }


def test_everything_that_is_promised_is_explained() -> None:
    assert all(getattr(proof, name).__doc__ for name in proof.__all__)
