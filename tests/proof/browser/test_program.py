"""A program executed within an interpreter does what it does under `python FILE`."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.measuring import unmeasured

from proof.browser import program

# The module is loaded by itself: its package imports all that a page calls, which takes
# thirty times as long as any of the programs.
EXECUTE = f"""\
import importlib.util, sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("program", {program.__file__!r})
program = importlib.util.module_from_spec(spec)
spec.loader.exec_module(program)
file = Path(sys.argv[1])
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(write_through=True)
status = program.execute(file, file.read_text())
import os
os._exit(status)
"""
PROGRAMS = {
    "ends": "print('One')",
    "exits with a number": "import sys\nprint('One')\nsys.exit(3)",
    "exits with a large number": "raise SystemExit(259)",
    "exits with words": "import sys\nsys.exit('no way')",
    "exits with nothing": "raise SystemExit",
    "raises": "def f():\n    raise ValueError('no')\nf()",
    "raises from another": "try:\n    1 / 0\nexcept OSError:\n    pass",
    "is no Python": "def f(:\n    pass",
    "awaits outside": "import asyncio\nawait asyncio.sleep(0)",
    "never awaits": "async def f(): pass\ndef main():\n    f()\nmain()",
    "keeps a coroutine to its end": "async def f(): pass\nkept = f()",
    "says good-bye": "import atexit\natexit.register(print, 'bye')\nprint('One')",
    "has a hook": "import sys\nsys.excepthook = lambda *a: print('hook', a[1])\n1 / 0",
    "knows its name": "import sys\nprint(__name__, [__file__] == sys.argv)",
    "is imported by nobody": "import __main__\nprint(__main__.__dict__ is globals())",
    "a task is left": (
        "import asyncio\n"
        "async def main():\n"
        "    asyncio.get_running_loop().create_task(asyncio.sleep(1))\n"
        "asyncio.run(main())\nprint('over')"
    ),
    "a task is pending when all is freed": (
        "import asyncio\n"
        "loop = asyncio.new_event_loop()\n"
        "task = loop.create_task(asyncio.sleep(1), name='t')\n"
        "loop.run_until_complete(asyncio.sleep(0))\nloop.close()"
    ),
    "nobody fetches an exception": (
        "import asyncio\n"
        "async def fail():\n    raise ValueError('no')\n"
        "async def main():\n"
        "    task = asyncio.create_task(fail(), name='t')\n"
        "    await asyncio.sleep(0)\n"
        "asyncio.run(main())"
    ),
}


def _ended(environment: Mapping[str, str], *command: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-u", *command],
        stdin=subprocess.DEVNULL,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_does_as_on_its_own(tmp_path: Path, name: str) -> None:
    file = tmp_path / "it.py"
    file.write_text(f"{PROGRAMS[name]}\n", "utf-8")
    inside = tmp_path / "inside.py"
    inside.write_text(EXECUTE, "utf-8")
    assert _ended(os.environ, inside, file) == _ended(unmeasured(), file)
