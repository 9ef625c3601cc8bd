"""scripts/serve."""

import socket
from collections.abc import Iterator

import pytest

from .checkout import Checkout


@pytest.fixture
def taken() -> Iterator[int]:
    """Return a port that something listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def test_arguments_go_to_mkdocs(checkout: Checkout, free: int) -> None:
    address = f"127.0.0.1:{free}"
    done = checkout.run("scripts/serve", "-a", address, "--watch", "two words")
    assert done.returncode == 0, done.stderr
    assert checkout.calls("mkdocs") == [f"mkdocs serve -a {address} --watch two words"]


@pytest.mark.parametrize("option", ["-a {}", "-a{}", "--dev-addr {}", "--dev-addr={}"])
def test_taken_port_is_one_sentence(
    checkout: Checkout, taken: int, option: str
) -> None:
    checkout.run("scripts/test")
    arguments = option.format(f"127.0.0.1:{taken}").split()
    assert checkout.refuse("scripts/serve", *arguments) == (
        f"scripts/serve: 127.0.0.1:{taken} is taken: choose another port, as in"
        f" scripts/serve -a 127.0.0.1:{taken + 1}"
    )
    assert checkout.calls("mkdocs") == []


@pytest.mark.parametrize("nonsense", ["8000", "nonsense", "127.0.0.1:99999999"])
def test_nonsense_is_left_to_mkdocs(checkout: Checkout, nonsense: str) -> None:
    assert checkout.run("scripts/serve", "-a", nonsense).returncode == 0
    assert checkout.calls("mkdocs") == [f"mkdocs serve -a {nonsense}"]
