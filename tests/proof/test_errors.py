"""An error says where it is the way compilers do."""

import pytest

from proof.errors import ProofError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(ProofError("mend it", "a.py", 3), "a.py:3: mend it", id="line"),
        pytest.param(ProofError("mend it", "a.py"), "a.py: mend it", id="file"),
        pytest.param(ProofError("mend it"), "mend it", id="no-place"),
    ],
)
def test_says_its_place_first(error: ProofError, said: str) -> None:
    assert str(error) == said


def test_gives_its_parts_to_who_tells_them_otherwise() -> None:
    error = ProofError("mend it", "a.py", 3)
    assert (error.message, error.path, error.line) == ("mend it", "a.py", 3)
