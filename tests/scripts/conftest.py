"""What the tests of the scripts share."""

from pathlib import Path

import pytest

from .checkout import Checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Return a checkout in which nothing is set up yet."""
    return Checkout(tmp_path)
