"""What is made of a program that a browser ran."""

from proof.browser.outcome import made, outcome
from proof.browser.recorded import Recorded

TRACE = [
    b'[12.848600,"armed",12.840000]',
    b'[12.848700,"loop_started",1]',
    b'[12.848800,"task_created",1,"Task-1","main",1,null]',
    b'[12.848900,"step_begins",1,1]',
    b'[12.849100,"written","stdout","4f6e650a",1,2]',
    b'[12.849200,"returned",1]',
    b'[12.849300,"loop_stopped",1]',
]
# The same moment, as JavaScript divides it.
RECEIVED = 12.849099999999998


def test_a_line_that_is_received_as_it_is_written_has_its_lane() -> None:
    recorded = Recorded("try/yours.py", 'print("One")\n', TRACE, 12.8)
    run = made(recorded, [("stdout", RECEIVED, b"One\n")], 0, 12.9).run
    (line,) = run.recorded.lines
    assert (line.lane, line.source_line) == ("main", 2)


def test_an_exception_that_is_not_claimed_is_missed() -> None:
    source = '"""It fails."""\nraise ValueError\n\n\n# Proof:\n# Output:\n'
    traceback = (
        b"Traceback (most recent call last):\n"
        b'  File "/project/snippets/try/yours.py", line 2, in <module>\n'
        b"    raise ValueError\nValueError\n"
    )
    recorded = Recorded("try/yours.py", source, [], 1.0)
    ended = made(recorded, [("stderr", 1.2, traceback)], 1, 1.3)
    found = {
        one["text"]: one["message"] for one in outcome(ended, ended=True)["claims"]
    }
    assert found == {
        "Output": "",
        "Nothing else": "ValueError ended it with exit status 1, and no exception is "
        "claimed",
    }


def test_a_claim_about_output_shows_the_lines_that_differ() -> None:
    source = '"""Two."""\nprint("Two")\n\n\n# Proof:\n# Output:\n#     One\n'
    recorded = Recorded("try/yours.py", source, TRACE, 12.8)
    ended = made(recorded, [("stdout", RECEIVED, b"Two\n")], 0, 12.9)
    (claim,) = outcome(ended, ended=True)["claims"]
    assert claim["holds"] is False
    assert ">-One\n</" in claim["diff"]
    assert ">+Two\n</" in claim["diff"]


def test_a_claim_that_cannot_be_seen_is_named_and_not_called_met() -> None:
    source = (
        '"""One."""\nprint("One")\n\n\n'
        "# Proof:\n# Output:\n#     One\n# Steps: main 1\n"
    )
    recorded = Recorded("try/yours.py", source, TRACE, 12.8)
    ended = made(recorded, [("stdout", RECEIVED, b"One\n")], 0, 12.9)
    output, steps = outcome(ended, ended=True)["claims"]
    assert (output["holds"], steps["holds"]) == (True, None)
    assert "not checked" in steps["message"]
