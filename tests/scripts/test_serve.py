"""scripts/serve."""

import contextlib
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


def test_another_engine_gets_the_address(checkout: Checkout, free: int) -> None:
    checkout.run("scripts/test")
    real = (checkout.root / ".venv/bin/python").read_text("utf-8")
    ends = 'case "$*" in *" serve "*) exit ;; esac'
    # What it is called with is noted before.
    served = real.replace('case "$1 $2" in', f'{ends}\ncase "$1 $2" in', 1)
    checkout.replace_tool("python", served)
    checkout.calls()
    address = f"127.0.0.1:{free}"
    done = checkout.run("scripts/serve", "--engine", "zensical", "-a", address)
    assert done.returncode == 0, done.stderr
    assert checkout.calls() == [f"python -m proof.site.zensical serve {address}"]


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


@pytest.fixture
def last_port() -> Iterator[int]:
    """Return the last port, on which something listens."""
    with socket.socket() as server:
        # Whoever has it already serves as well.
        with contextlib.suppress(OSError):
            server.bind(("127.0.0.1", 65535))
            server.listen()
        yield 65535


def test_after_the_last_port_the_one_before_is_suggested(
    checkout: Checkout, last_port: int
) -> None:
    checkout.run("scripts/test")
    refused = checkout.refuse("scripts/serve", "-a", f"127.0.0.1:{last_port}")
    assert refused.endswith(" scripts/serve -a 127.0.0.1:65534")
