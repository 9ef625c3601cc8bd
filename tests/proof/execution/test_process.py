"""One child process in its ordinary life; its vices are in test_hostile.py."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proof.execution.process import Command, Finished, OnOutput, Process
from proof.runs.run import Stream

Start = Callable[..., Finished]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Run a program of Python until its end."""
    working = tmp_path / "work"
    working.mkdir()

    def run(
        code: str, *, timeout: float = 10, on_output: OnOutput | None = None
    ) -> Finished:
        command = Command(
            [sys.executable, "-u", "-c", code],
            {"HOME": str(tmp_path), "WORD": "two words"},
            home=tmp_path,
            working=working,
            timeout=timeout,
        )

        async def main() -> Finished:
            process = Process(command, on_output)
            finished = await process.run()
            assert process.first_output.is_set()
            return finished

        return asyncio.run(main())

    return run


def _received(finished: Finished, stream: Stream) -> bytes:
    return b"".join(content for _, content in finished.received[stream])


def test_what_it_prints_is_received_by_stream(start: Start) -> None:
    finished = start("import sys; print('out'); print('err', file=sys.stderr)")
    assert _received(finished, "stdout") == b"out\n"
    assert _received(finished, "stderr") == b"err\n"
    assert (finished.status, finished.problems) == (0, ())


def test_bytes_are_received_as_they_are(start: Start) -> None:
    finished = start("import os; os.write(1, bytes(range(256)))")
    assert _received(finished, "stdout") == bytes(range(256))


def test_times_are_in_order_and_of_one_clock(start: Start) -> None:
    finished = start(
        "import time; print(time.monotonic()); time.sleep(0.05);"
        " print(time.monotonic())"
    )
    said = [float(line) for line in _received(finished, "stdout").split()]
    received = [at for at, _ in finished.received["stdout"]]
    assert finished.started_at < said[0] <= received[0]
    assert said[1] <= received[-1]
    assert received == sorted(received)
    assert said[1] < finished.ended_at


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("raise SystemExit(3)", 3),
        ("1 / 0", 1),
        ("import os; os._exit(255)", 255),
        ("import os; os.kill(os.getpid(), 15)", -signal.SIGTERM),
    ],
)
def test_its_status_is_returned(start: Start, code: str, status: int) -> None:
    assert start(code).status == status


def test_its_work_is_counted(start: Start) -> None:
    code = "import time\nwhile time.process_time() < 0.3: pass"
    assert start(code).cpu >= 0.3


def test_it_sees_what_it_was_given(start: Start, tmp_path: Path) -> None:
    finished = start("import os; print(os.environ['WORD']); print(os.getcwd())")
    lines = _received(finished, "stdout").decode().splitlines()
    assert lines == ["two words", str((tmp_path / "work").resolve())]


def test_it_sees_nothing_else(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "of who builds")
    finished = start("import os; print('SECRET' in os.environ)")
    assert _received(finished, "stdout") == b"False\n"


@pytest.fixture
def typed() -> Iterator[None]:
    """Let something wait to be read by whoever inherits our own input."""
    before = os.dup(0)
    reader, writer = os.pipe()
    os.write(writer, b"typed by who builds")
    os.close(writer)
    os.dup2(reader, 0)
    os.close(reader)
    yield
    os.dup2(before, 0)
    os.close(before)


def test_there_is_nothing_to_read_for_it(start: Start, typed: None) -> None:
    finished = start("import sys; print(repr(sys.stdin.read()))")
    assert _received(finished, "stdout") == b"''\n"


def test_it_has_a_session_of_its_own(start: Start) -> None:
    finished = start("import os; print(os.getsid(0), os.getpid())")
    session, pid = _received(finished, "stdout").split()
    assert session == pid
    assert int(session) != os.getsid(0)


def test_all_output_is_passed_on_as_it_is_received(start: Start) -> None:
    received: list[tuple[Stream, bytes, float]] = []

    def listen(stream: Stream, content: bytes, at: float) -> None:
        received.append((stream, content, at))

    finished = start("print('One'); print('Two')", on_output=listen)
    chunks = [(content, at) for stream, content, at in received if stream == "stdout"]
    assert [(at, content) for content, at in chunks] == list(
        finished.received["stdout"]
    )
    assert b"".join(content for content, _ in chunks) == b"One\nTwo\n"


def test_what_takes_too_long_is_ended_and_its_output_is_returned(start: Start) -> None:
    finished = start("import time; print('One'); time.sleep(60)", timeout=0.5)
    assert finished.problems == (
        "it did not end within its timeout of 0.5 s and was stopped",
    )
    assert finished.status == -signal.SIGKILL
    assert finished.ended_at - finished.started_at < 30


def test_what_cannot_be_started_has_a_status_that_says_so(tmp_path: Path) -> None:
    command = Command(["/nowhere/python"], {}, tmp_path, tmp_path, 10)
    finished = asyncio.run(Process(command).run())
    assert finished.status == 127
    assert b"/nowhere/python" in _received(finished, "stderr")


def test_many_run_beside_each_other(tmp_path: Path) -> None:
    command = Command(
        [sys.executable, "-c", "print('One')"], {}, tmp_path, tmp_path, 10
    )

    async def main() -> list[Finished]:
        return await asyncio.gather(*(Process(command).run() for _ in range(5)))

    finished = asyncio.run(main())
    assert [_received(one, "stdout") for one in finished] == [b"One\n"] * 5


def test_nothing_waits_on_when_it_is_cancelled(tmp_path: Path) -> None:
    started = asyncio.Event()
    command = Command(
        [sys.executable, "-u", "-c", "print(1); import time; time.sleep(60)"],
        {"HOME": str(tmp_path)},
        home=tmp_path,
        working=tmp_path,
        timeout=60,
    )

    async def main() -> set[object]:
        process = Process(command, lambda *_: started.set())
        running = asyncio.create_task(process.run())
        await started.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        return {
            task for task in asyncio.all_tasks() if task is not asyncio.current_task()
        }

    assert asyncio.run(main()) == set()
