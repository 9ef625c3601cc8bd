"""A file of one's own named asyncio.py hides the module asyncio."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio

async def main():
    print("<news>")

asyncio.run(main())
"""

Path("asyncio.py").write_text(PROGRAM)
sys.exit(subprocess.call([sys.executable, "asyncio.py"]))


# Proof:
# Raises [<3.13]: AttributeError: partially initialized module 'asyncio' has no attribute 'run' (most likely due to a circular import)
# Raises [>=3.13]: AttributeError: module 'asyncio' has no attribute 'run' (consider renaming '<cwd>/asyncio.py' since it has the same name as the standard library module named 'asyncio' and ...)
