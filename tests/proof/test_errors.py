"""An error says where it is the way compilers do."""

import pytest

from proof.errors import ProofError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(ProofError("fix it", "a.py", 3), "a.py:3: fix it", id="line"),
        pytest.param(ProofError("fix it", "a.py"), "a.py: fix it", id="file"),
        pytest.param(ProofError("fix it"), "fix it", id="no-place"),
    ],
)
def test_says_its_place_first(error: ProofError, said: str) -> None:
    assert str(error) == said


def test_gives_its_parts_to_who_tells_them_otherwise() -> None:
    error = ProofError("fix it", "a.py", 3)
    assert (error.message, error.path, error.line) == ("fix it", "a.py", 3)
