"""With another name for the file, import finds the module asyncio."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio

async def main():
    print("<news>")

asyncio.run(main())
"""

Path("news.py").write_text(PROGRAM)
sys.exit(subprocess.call([sys.executable, "news.py"]))


# Proof:
# Output:
#     <news>
