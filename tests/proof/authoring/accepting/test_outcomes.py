"""How it is told what became of snippets."""

from proof.authoring.accepting.outcomes import Outcome, outcomes_text


def test_each_has_its_lines() -> None:
    outcomes = [
        Outcome("snippets/a.py", "accepted", notes=("Takes is 0.3 s now",)),
        Outcome("snippets/b.py", "unchanged"),
        Outcome("snippets/c.py", "refused", "snippets/c.py: no\n    because"),
    ]
    assert outcomes_text(outcomes).split("\n") == [
        "snippets/a.py: accepted",
        "    Takes is 0.3 s now",
        "snippets/b.py: nothing to change, it does as it claims",
        "snippets/c.py: no",
        "    because",
    ]
