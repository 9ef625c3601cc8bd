"""What a program may use is said as it is enforced."""

import pytest

from proof.site import limits as table


def test_the_limits_are_those_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_OUTPUT", 3 * 1024**2)
    monkeypatch.setattr(table, "MOST_FILE", 1536 * 1024)
    monkeypatch.setattr(table, "MOST_MEMORY", 4 * 1024**3)
    monkeypatch.setattr(table, "MOST_TIMEOUT", 77)
    rows = [row.split(" | ") for row in table.limits().splitlines()]
    assert {len(row) for row in rows} == {3}
    said = {row[0].strip("| "): row[1] for row in rows[2:]}
    assert said["Time"] == "10 s, or what it asks for, at most 77 s"
    assert said["Output"] == "3 MiB on a stream"
    assert said["Memory of a process"] == "4 GiB of address space (Linux)"
    assert said["Size of a file"] == "1536 KiB"
