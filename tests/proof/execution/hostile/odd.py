"""Programs that are only odd: they must do as claimed."""

from collections.abc import Mapping
from typing import Final

from .program import Program, prints, works

ODD: Final[Mapping[str, Program]] = {
    # What ends a little later than its parent is not a failure.
    "child_ends_a_little_later": prints(
        "One",
        "import subprocess\nsubprocess.Popen(['sleep', '0.2'])\nprint('One')",
    ),
    "pool_is_never_closed": prints(
        "[0, 1, 4]",
        """
import multiprocessing
def square(x):
    return x * x
if __name__ == "__main__":
    pool = multiprocessing.get_context("fork").Pool(2)
    print(pool.map(square, range(3)))
""",
    ),
    "resource_tracker": prints(
        "[0, 1, 4]",
        """
import multiprocessing
def square(x):
    return x * x
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(square, range(3)))
""",
    ),
    "process_pool_under_a_loop": prints(
        "1024",
        """
import asyncio
from concurrent.futures import ProcessPoolExecutor
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, pow, 2, 10))
if __name__ == "__main__":
    asyncio.run(main())
""",
    ),
    "daemon_thread_never_ends": prints(
        "One",
        """
import threading, time
threading.Thread(target=time.sleep, args=[60], daemon=True).start()
print("One")
""",
    ),
    # Odd ways of printing.
    "raw_and_through_others": prints(
        "One\nTwo\nThree\nFour\nFive",
        """
import os, subprocess
print("One")
os.write(1, b"Two\\n")
os.system("echo Three")
subprocess.run(["echo", "Four"])
print("Five")
""",
    ),
    "forks_and_both_print": works(
        "Unordered output:\n    before\n    child\n    parent",
        """
import os, sys
print("before")
pid = os.fork()
sys.stdout.write("parent\\n" if pid else "child\\n")
if pid:
    os.wait()
""",
    ),
    "stdout_is_none": prints(
        "One", "import sys\nprint('One')\nsys.stdout = None\nprint('Two')"
    ),
    "stdout_is_another": prints(
        "One",
        """
import io, sys
sys.stdout = io.StringIO()
print("One", end="")
taken = sys.stdout.getvalue()
with open(1, "w", closefd=False) as sys.stdout:
    print(taken)
""",
    ),
    "writes_to_the_buffer": prints(
        "One\nTwo",
        "import sys\nsys.stdout.buffer.write(b'One\\nTw')\nprint('o')",
    ),
    "no_final_newline": prints("One", "print('One', end='')"),
    "carriage_returns": prints("1%...2%\nOne", "print('1%\\r2%\\nOne\\r')"),
    "null_bytes": prints("a...b", "print('a\\0b')"),
    "one_long_line": prints("x...x", "print('x' * 900 * 1024)"),
    "many_short_lines": prints(
        "ab\n...\nab", "for _ in range(99_999): print('ab\\n', end='')"
    ),
    "prints_in_a_signal_handler": prints(
        "...\nDone",
        """
import signal, time
signal.signal(signal.SIGALRM, lambda *_: print("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
end = time.monotonic() + 0.2
while time.monotonic() < end:
    for _ in range(20):
        print("tick")
    time.sleep(0.01)
signal.setitimer(signal.ITIMER_REAL, 0)
print("Done")
""",
    ),
    "prints_at_the_very_end": prints(
        "atexit\ndel",
        """
import atexit
atexit.register(print, "atexit")
class Late:
    def __del__(self):
        print("del")
late = Late()
""",
    ),
    "closes_its_output": prints(
        "One", "import os\nprint('One')\nos.close(1)\nos.close(2)"
    ),
    "closes_everything": prints(
        "One",
        """
import asyncio, os
print("One")
os.closerange(0, 4096)
asyncio.run(asyncio.sleep(0))
""",
    ),
    # Odd ways of living.
    "exits_with_256": works("Exits: 0", "import sys\nsys.exit(256)"),
    "removes_its_folder": prints(
        "One",
        """
import os, shutil
folder = os.getcwd()
os.chdir("/")
shutil.rmtree(folder)
print("One")
""",
    ),
    "removes_its_home": prints(
        "One",
        """
import asyncio, os, shutil
shutil.rmtree(os.environ["HOME"])
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "nests_folders": prints(
        "One",
        """
import os
for _ in range(1500):
    os.mkdir("x")
    os.chdir("x")
print("One")
""",
    ),
    "locks_its_folder": prints(
        "One",
        """
import os
os.mkdir("x")
open("x/y", "w").close()
os.chmod("x", 0)
os.chmod(".", 0)
print("One")
""",
    ),
    "may_write_no_file": prints(
        "One",
        """
import asyncio, resource
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "may_open_no_file": prints(
        "One",
        """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
print("One")
""",
    ),
    "cannot_leave_its_session": prints(
        "PermissionError\nPermissionError\nTrue",
        """
import os
for leave in os.setsid, lambda: os.setpgid(0, 0):
    try:
        leave()
    except OSError as error:
        print(type(error).__name__)
print(os.getpid() == os.getpgid(0) == os.getsid(0))
""",
    ),
    "ignores_its_children": prints(
        "0",
        """
import signal, subprocess
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(subprocess.run(["true"]).returncode)
""",
    ),
    "becomes_another_program": prints(
        "One\nTwo", "import os\nprint('One')\nos.execvp('echo', ['echo', 'Two'])"
    ),
    "has_other_finders": prints(
        "One",
        """
import sys
class Finder:
    finders = list(sys.meta_path)
    def find_spec(self, *asked):
        found = (finder.find_spec(*asked) for finder in self.finders)
        return next((spec for spec in found if spec), None)
sys.meta_path[:] = [Finder()]
import asyncio
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "traces_itself": prints(
        "One",
        """
import asyncio, sys
sys.settrace(lambda *_: None)
asyncio.run(asyncio.sleep(0))
print("One")
""",
    ),
    "runs_loops_in_threads": prints(
        "One",
        """
import asyncio, threading
def run():
    asyncio.run(asyncio.sleep(0.01))
threads = [threading.Thread(target=run) for _ in range(3)]
for thread in threads:
    thread.start()
run()
for thread in threads:
    thread.join()
print("One")
""",
    ),
    "never_stops_a_loop": prints(
        "One",
        """
import asyncio, threading
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01), loop).result()
print("One")
""",
    ),
    # Odd names.
    "grüße_λ": prints("größe 1", "größe = 1\nprint('größe', größe)"),
    'it\'s "odd" $HOME;\nand new': prints("One", "print('One')"),
    "markup": prints(
        "```\n~~~\n# No heading\n<script>alert(1)</script>\n</code></pre>&amp;<b>",
        """
print("```", "~~~", "# No heading", "<script>alert(1)</script>", sep="\\n")
print("</code></pre>&amp;<b>")
""",
    ),
}
