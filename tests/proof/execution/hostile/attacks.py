"""Programs that aim at the runner or at the recorder inside them."""

from collections.abc import Mapping
from typing import Final

from .program import FLOOD, LEFT, ORPHANS, TIMEOUT, Program, fails, prints

# A process that nothing connects with the program any more, but that it was started.
HIDDEN: Final = """
import ctypes, os, resource, subprocess, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    os.chdir("/")
    os.closerange(0, 64)
    {then}
    os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(60)",
                               {file!r}], {{}})
os.wait()
"""
_TRACE: Final = 'os.path.dirname(os.environ["HOME"]) + "/trace.jsonl"'
_LINUX: Final = "made of what only Linux has"

ATTACKS: Final[Mapping[str, Program]] = {
    # It hides what it leaves behind.
    "hides_with_lower_limits": fails(
        ORPHANS,
        HIDDEN.replace("{file!r}", "__file__").format(
            then="""for limit in "FSIZE", "CORE", "CPU", "NOFILE", "DATA", "STACK":
        limit = getattr(resource, f"RLIMIT_{limit}")
        most = min(resource.getrlimit(limit)[1] % 2**62, 2**29) or 0
        resource.setrlimit(limit, (most, most))"""
        ),
        needs_linux=_LINUX,
    ),
    "hides_from_tracing": fails(
        ORPHANS,
        HIDDEN.replace("{file!r}", "__file__").format(
            then="ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)"
        ),
        needs_linux=_LINUX,
    ),
    "hides_under_a_strange_name": fails(
        ORPHANS,
        """
import ctypes, os, time
if os.fork() == 0:
    os.setsid()
    ctypes.CDLL(None).prctl(15, b"a\\n) R \\xff\\x1b[1", 0, 0, 0)
    time.sleep(60)
time.sleep(0.1)
os._exit(0)
""",
        needs_linux=_LINUX,
    ),
    "runs_away": fails(
        ORPHANS,
        """
import os, time
if os.fork() == 0:
    os.setsid()
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if os.fork():
            os._exit(0)
        time.sleep(0.002)
    os._exit(0)
os._exit(0)
""",
    ),
    "runs_away_from_session_to_session": fails(
        ORPHANS,
        """
import os, time
if os.fork() == 0:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if os.fork():
            os._exit(0)
        os.setsid()
        time.sleep(0.01)
    os._exit(0)
os._exit(0)
""",
    ),
    "child_is_stopped": fails(
        ORPHANS,
        f"""
import os, signal, subprocess, sys
os.kill(subprocess.Popen({LEFT}).pid, signal.SIGSTOP)
""",
    ),
    "child_hears_no_signal": fails(
        ORPHANS,
        f"""
import signal, subprocess, sys
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
for number in range(1, 32):
    if number not in (signal.SIGKILL, signal.SIGSTOP):
        signal.signal(number, signal.SIG_IGN)
subprocess.Popen({LEFT}, restore_signals=False)
""",
    ),
    "hears_no_signal": fails(
        TIMEOUT,
        """
import signal, time
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True: time.sleep(60)
""",
        timeout=1,
    ),
    # It ends at an odd place.
    "leaves_in_a_callback": fails(
        "exit status 5",
        """
import asyncio, os
async def main():
    asyncio.get_running_loop().call_soon(os._exit, 5)
    await asyncio.sleep(60)
asyncio.run(main())
""",
    ),
    "exits_in_a_callback": fails(
        "exit status 6",
        """
import asyncio, sys
async def main():
    asyncio.get_running_loop().call_soon(sys.exit, 6)
    await asyncio.sleep(60)
asyncio.run(main())
""",
    ),
    "recurses_in_a_task": fails(
        "exit status 1",
        """
import asyncio
async def again():
    await again()
asyncio.run(again())
""",
    ),
    "takes_all_memory_in_a_task": fails(
        "exit status 1",
        """
import asyncio
async def take():
    taken = []
    while True:
        taken.append(bytes(2**28))
        await asyncio.sleep(0)
asyncio.run(take())
""",
        needs_linux="elsewhere no limit of memory can be set",
    ),
    "closes_the_files_of_its_loop": fails(
        "exit status 1",
        """
import asyncio, os
async def main():
    os.closerange(3, 64)
    await asyncio.sleep(0.01)
asyncio.run(main())
""",
    ),
    # What it prints cannot be shown.
    "one_line_too_long": fails(FLOOD, "import sys\nsys.stderr.write('x' * 2**21)"),
    "every_byte": fails(
        "not UTF-8 (line 2 of stderr)", "import os\nos.write(2, bytes(range(256)))"
    ),
    "replaces_its_output_by_nonsense": fails(
        "exit status 1", "import sys\nsys.stdout = object()\nprint('One')"
    ),
    # It finds the recorder.
    "removes_the_trace": fails(
        "recorder", f"import os\nif os.path.exists({_TRACE}): os.unlink({_TRACE})"
    ),
    "overwrites_the_trace": fails(
        "wrote into a file of the recorder",
        f"""
import os
if os.path.exists({_TRACE}):
    with open({_TRACE}, "r+b") as trace:
        trace.write(b"[1.5,[]]\\n" * 9)
""",
    ),
    # Odd ways of living.
    "has_another_clock": prints(
        "One",
        """
import asyncio, time
real = time.monotonic
time.monotonic = lambda: real() + 1000
time.time = time.perf_counter = lambda: -1.0
asyncio.run(asyncio.sleep(0.05))
print("One")
""",
    ),
    "has_other_builtins": prints(
        "One",
        """
import asyncio, builtins, sys
sys.stdout.write("One\\n")
for name in "ord", "open", "hex", "print", "repr":
    setattr(builtins, name, None)
asyncio.run(asyncio.sleep(0))
""",
    ),
    "has_no_environment": prints(
        "One",
        """
import os, subprocess
os.environ.clear()
subprocess.run(["/bin/echo", "One"])
""",
    ),
    "profiles_itself": prints(
        "One",
        """
import asyncio, sys, threading
for install in sys.setprofile, threading.setprofile, threading.settrace:
    install(lambda *_: None)
asyncio.run(asyncio.to_thread(print, "One"))
""",
    ),
    "collects_no_garbage": prints(
        "0",
        """
import asyncio, gc
gc.disable()
async def main():
    for _ in range(50):
        await asyncio.gather(*(asyncio.sleep(0) for _ in range(50)))
asyncio.run(main())
gc.freeze()
print(gc.get_count()[2])
""",
    ),
    "has_very_many_tasks": prints(
        "20000",
        """
import asyncio
async def main():
    print(len(await asyncio.gather(*(asyncio.sleep(0) for _ in range(20_000)))))
asyncio.run(main())
""",
    ),
    "has_names_of_a_megabyte": prints(
        "One",
        """
import asyncio
async def work():
    await asyncio.sleep(0)
work.__name__ = work.__qualname__ = "\\n\\udcff" + "x" * 10**6
async def main():
    await asyncio.create_task(work(), name="\\x1b[1m" * 10**5)
asyncio.run(main())
print("One")
""",
    ),
    "has_a_loop_in_a_loop": prints(
        "RuntimeError\nOne",
        """
import asyncio, threading
async def inner():
    print("One")
async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(type(error).__name__)
    thread = threading.Thread(target=asyncio.run, args=[coroutine])
    thread.start()
    thread.join()
asyncio.run(main())
""",
    ),
    "has_another_interpreter_inside": prints(
        "One\nTwo",
        """
try:
    import _xxsubinterpreters as interpreters
except ImportError:
    import _interpreters as interpreters
code = "import asyncio\\nasyncio.run(asyncio.sleep(0))\\nprint('One')"
interpreters.run_string(interpreters.create(), code)
print("Two")
""",
    ),
    "runs_itself_again": prints(
        "[1]\nOne",
        """
import os, subprocess, sys
if len(sys.argv) == 1:
    subprocess.run([sys.executable, "-u", __file__, "again"])
    print("One")
else:
    print([len(sys.argv) - 1])
""",
    ),
    "changes_what_linux_knows_of_it": prints(
        "One",
        """
import ctypes
ctypes.CDLL(None).prctl(15, b"sh -c '\\n", 0, 0, 0)
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
for name, value in ("comm", "x y"), ("oom_score_adj", "1000"):
    with open(f"/proc/self/{name}", "w") as file:
        file.write(value)
print("One")
""",
        needs_linux=_LINUX,
    ),
    "leaves_what_is_hard_to_remove": prints(
        "One",
        """
import os, socket
os.umask(0o777)
os.mkdir(b"\\xff\\n")
os.mkfifo("-rf")
server = socket.socket(socket.AF_UNIX)
server.bind("socket")
os.symlink("/", "root")
os.symlink("itself", "itself")
for number in range(2000):
    os.close(os.open(f"{number}", os.O_CREAT))
print("One")
""",
    ),
    "lowers_all_limits": prints(
        "One",
        """
import asyncio, resource
for limit in "CORE", "FSIZE", "NPROC", "MEMLOCK", "NOFILE":
    resource.setrlimit(getattr(resource, f"RLIMIT_{limit}"), (0, 0))
print("One")
""",
    ),
}
