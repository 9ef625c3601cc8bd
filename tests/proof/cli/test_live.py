"""A snippet's output on the terminal while it runs."""

import pytest

from proof.cli.live import LiveOutput
from proof.runs.run import Stream


def _shown(
    capsys: pytest.CaptureFixture[str], *pieces: tuple[Stream, bytes, float]
) -> str:
    live = LiveOutput()
    for piece in pieces:
        live.printed(*piece)
    live.finish()
    return capsys.readouterr().out


def test_each_line_has_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _shown(
        capsys, ("stdout", b"One\nTwo\n", 0.0), ("stderr", b"Three\n", 1.0015)
    )
    assert [line.split() for line in shown.splitlines()] == [
        ["0.000", "One"],
        ["0.000", "Two"],
        ["1.002", "Three"],
    ]


def test_a_line_in_pieces_has_the_time_of_its_beginning(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = _shown(capsys, ("stdout", b"On", 0.0), ("stdout", b"e\nTwo", 1.0))
    assert shown.splitlines() == ["   0.000  One", "   1.000  Two"]


def test_the_end_of_the_output_is_the_end_of_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _shown(capsys, ("stdout", b"One", 0.0)).endswith("One\n")
    assert _shown(capsys, ("stdout", b"One\n", 0.0)).endswith("One\n")
    assert _shown(capsys) == ""


def test_a_character_in_two_pieces_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _shown(capsys, ("stdout", b"caf\xc3", 0.0), ("stdout", b"\xa9\n", 0.1))
    assert shown == "   0.000  café\n"


def test_pieces_of_two_streams_are_not_mixed_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = _shown(
        capsys,
        ("stdout", b"\xc3", 0.0),
        ("stderr", b"x\n", 0.0),
        ("stdout", b"\xa9\n", 0.0),
    )
    assert [line.split()[1] for line in shown.splitlines()] == ["x", "é"]


@pytest.mark.parametrize(
    ("content", "text"), [(b"\xff\n", "\\xff"), (b"caf\xe9", "caf\\xe9")]
)
def test_bytes_that_are_no_text_are_shown_as_such(
    capsys: pytest.CaptureFixture[str], content: bytes, text: str
) -> None:
    assert text in _shown(capsys, ("stdout", content, 0.0))


def test_it_asks_for_output() -> None:
    assert LiveOutput().wants_output
