"""Programs that must fail, each with words that say why."""

from collections.abc import Mapping
from typing import Final

from .program import FLOOD, LEFT, ORPHANS, TIMEOUT, Program, fails

DAEMON: Final = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    {then}
    time.sleep(60)
    os._exit(0)
os.wait()
"""
BOMB: Final = """
import os, time
for _ in range(7):
    os.fork()
    {then}
time.sleep(60)
"""

FAILING: Final[Mapping[str, Program]] = {
    # It does not end.
    "endless_loop": fails(TIMEOUT, "while True: pass", timeout=1),
    "endless_await": fails(
        TIMEOUT, "import asyncio\nasyncio.run(asyncio.Event().wait())", timeout=1
    ),
    "ignores_every_polite_signal": fails(
        TIMEOUT,
        """
import signal, time
for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT:
    signal.signal(number, signal.SIG_IGN)
time.sleep(60)
""",
        timeout=1,
    ),
    "stops_itself": fails(
        TIMEOUT, "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", timeout=1
    ),
    "thread_never_ends": fails(
        TIMEOUT,
        "import threading, time\nthreading.Timer(60, print).start()",
        timeout=1,
    ),
    "closes_every_file_and_stays": fails(
        TIMEOUT, "import os, time\nos.closerange(0, 4096)\ntime.sleep(60)", timeout=1
    ),
    "forks_and_forks": fails(TIMEOUT, BOMB.format(then=""), timeout=1),
    "forks_away_and_away": fails(
        TIMEOUT,
        BOMB.format(then="os.getpid() == os.getsid(0) or os.setsid()"),
        timeout=1,
    ),
    # It ends otherwise than claimed.
    "exits_at_once": fails("exit status 3", "import os\nprint(1)\nos._exit(3)"),
    "exits_with_255": fails("exit status 255", "import sys\nsys.exit(255)"),
    "exits_with_a_text": fails("exit status 1", "import sys\nsys.exit('sorry')"),
    "exits_in_a_task": fails(
        "exit status 4",
        """
import asyncio
async def leave():
    raise SystemExit(4)
async def main():
    await asyncio.gather(leave(), asyncio.sleep(60))
asyncio.run(main())
""",
    ),
    "interrupts_itself": fails("signal SIGINT", "raise KeyboardInterrupt"),
    "dies_by_signal": fails(
        "signal SIGTERM", "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)"
    ),
    "dies_by_nameless_signal": fails(
        "signal 40",
        "import os\nos.kill(os.getpid(), 40)",
        needs_linux="only Linux has signals without a name",
    ),
    "kills_its_group": fails("signal SIGKILL", "import os\nos.killpg(0, 9)"),
    "reads_where_nothing_is": fails("signal SIG", "import ctypes\nctypes.string_at(1)"),
    "recurses_to_death": fails(
        "ended with",
        """
import sys
sys.setrecursionlimit(10**9)
class Again:
    def __repr__(self):
        return repr(self)
repr(Again())
""",
    ),
    "takes_all_memory": fails(
        "exit status 1",
        "taken = []\nwhile True: taken.append(bytes(2**28))",
        needs_linux="elsewhere no limit of memory can be set",
    ),
    "writes_a_huge_file": fails(
        "exit status 1",
        "with open('x', 'wb') as x:\n    x.seek(2**40)\n    x.write(b'x')",
    ),
    "reads_its_input": fails("exit status 1", "input()"),
    "fails_while_printing": fails(
        "exit status 1",
        "class Shy:\n    def __str__(self): raise ValueError('no')\nprint(Shy())",
    ),
    "no_python_at_all": fails("invalid syntax", "def f(:\n    pass"),
    "imports_what_is_missing": fails("exit status 1", "import not_there_at_all"),
    "fails_in_a_thread": fails(
        "stderr is not empty",
        "import threading\nthreading.Thread(target=lambda: 1 / 0).start()",
    ),
    # What it prints cannot be shown.
    "hundred_megabytes": fails(FLOOD, "for _ in range(100): print('x' * 2**20)"),
    "a_little_too_much": fails(FLOOD, "print('x' * (2**20 + 2**14))"),
    "no_utf8": fails(
        "not UTF-8 (line 2 of stdout)",
        "import os\nos.write(1, b'fine\\nbroken \\xff\\xfe\\n')",
    ),
    "surrogates": fails("not UTF-8 (line 1 of stdout)", "print('\\udcff')"),
    # It leaves something behind.
    "child_holds_the_pipe": fails(
        ORPHANS, f"import subprocess, sys\nsubprocess.Popen({LEFT})"
    ),
    "child_of_another_group": fails(
        ORPHANS,
        f"import os, subprocess, sys\nsubprocess.Popen({LEFT}, process_group=0)",
    ),
    "daemon": fails(ORPHANS, DAEMON.format(then="os.chdir('/')")),
    "silent_daemon": fails(ORPHANS, DAEMON.format(then="os.closerange(0, 64)")),
    "daemon_of_unknown_origin": fails(
        ORPHANS,
        f"""
import subprocess, sys
nowhere = subprocess.DEVNULL
subprocess.Popen({LEFT}, env={{}}, cwd="/", start_new_session=True,
                 stdin=nowhere, stdout=nowhere, stderr=nowhere)
""",
        needs_linux="elsewhere the limits of other processes cannot be read",
    ),
    # It looks for the recorder's file; none of its own descriptors leads there.
    "writes_into_the_trace": fails(
        "wrote into a file of the recorder",
        """
import os
path = os.path.join(os.path.dirname(os.environ["HOME"]), "trace.jsonl")
if os.path.exists(path):
    with open(path, "r+b") as file:
        file.write(b'x\\n[]\\n{"event": "loop_started", "at": "x"}\\n')
""",
    ),
}
