"""A site of two pages and two fast snippets, built and served by the real hook."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.measuring import unmeasured

REPOSITORY: Final = Path(__file__).resolve().parents[2]
CONFIGURATION: Final = f"""\
site_name: Greetings
site_url: ""
theme: mkdocs
plugins: [markdown-exec]
markdown_extensions: [pymdownx.superfences]
hooks: [{REPOSITORY / "scripts/proof/site/mkdocs_hook.py"}]
watch: [snippets]
"""
HELLO: Final = "snippets/greetings/hello.py"
GOODBYE: Final = "snippets/greetings/goodbye.py"
SNIPPET: Final = '''\
"""A program says {0}."""

print("{0}")


# Proof:
# Output:
#     {0}
'''
PAGE: Final = """\
# A page

```python exec="on" html="on"
from proof import show
print(show("greetings/{0}.py"))
```

Prose.
"""
CLAIM_LINE: Final = 7
MKDOCS: Final = str(Path(sys.executable).parent / "mkdocs")
PATIENCE: Final = 60.0


@dataclass(frozen=True)
class Built:
    """How a build ended, and all its output."""

    status: int
    output: str


class SmallProject:
    """A checkout in a folder of its own, in which builds are quick.

    Attributes:
        root: The folder.
        measured: Whether the coverage of the tooling is measured in what builds and
            serves it, which takes twice as long.
    """

    def __init__(self, root: Path, *, measured: bool = False) -> None:
        self.root = root
        self.measured = measured

    @classmethod
    def create(cls, root: Path, *, measured: bool = False) -> "SmallProject":
        """Write its files."""
        project = cls(root, measured=measured)
        project.write("mkdocs.yml", CONFIGURATION)
        shutil.copy(REPOSITORY / "requirements-snippets.txt", root)
        for path in (HELLO, GOODBYE):
            project.write(path, SNIPPET.format(Path(path).stem))
        project.write("docs/index.md", PAGE.format("hello"))
        project.write("docs/goodbye.md", PAGE.format("goodbye"))
        return project

    def copy(self, root: Path) -> "SmallProject":
        """Make another one like it, with its site and its runs."""
        shutil.copytree(self.root, root, symlinks=True, dirs_exist_ok=True)
        return SmallProject(root, measured=self.measured)

    def add_scripts(self) -> None:
        """Give it the scripts that build, and an environment that is set up."""
        (self.root / "scripts").mkdir()
        for name in ("_setup.sh", "_site.sh", "assemble", "build", "record"):
            shutil.copy(REPOSITORY / "scripts" / name, self.root / "scripts")
        shutil.copy(REPOSITORY / "pyproject.toml", self.root)
        (self.root / ".venv").symlink_to(sys.prefix)

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Edit a file in one place."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1, (path, old)
        self.write(path, text.replace(old, new))

    def break_claim(self, path: str) -> None:
        """Let a snippet claim what it does not print."""
        self.replace(path, f"#     {Path(path).stem}", "#     something else")

    def fix_claim(self, path: str) -> None:
        """Let a snippet claim what it prints, again."""
        self.replace(path, "#     something else", f"#     {Path(path).stem}")

    def build(self, *command: str) -> Built:
        """Build it with a command, `mkdocs build` if none is given."""
        done = subprocess.run(
            command or (MKDOCS, "build"),
            cwd=self.root,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        return Built(done.returncode, done.stdout)

    def published(self) -> dict[str, bytes]:
        """Every file of `site/` and its bytes."""
        return contents(self.root / "site")

    def stored_runs(self) -> dict[str, int]:
        """Every stored run, and when it was written."""
        folder = self.root / ".proof/runs"
        return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}

    def environment(self) -> dict[str, str]:
        """The variables with which it is built and served."""
        # This Python as it is: no environment is made.
        return {
            **(os.environ if self.measured else unmeasured()),
            "PROOF_SET_UP": "done",
            "PROOF_PYTHONS": sys.executable,
            "NO_COLOR": "1",
        }

    @contextmanager
    def serving(self, *options: str, engine: str = "") -> Iterator["Server"]:
        """Let `mkdocs serve` serve it on a free port, or a module of another engine."""
        with socket.create_server(("127.0.0.1", 0)) as probe:
            host, port = probe.getsockname()
        command = [MKDOCS, "serve", *options, "-a", f"{host}:{port}"]
        if engine:
            command = [sys.executable, "-m", engine, "serve", f"{host}:{port}"]
        with (self.root / "serve.log").open("w") as log:
            process = subprocess.Popen(
                command,
                cwd=self.root,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        server = Server(process, f"http://{host}:{port}/", self.root / "serve.log")
        try:
            yield server
        finally:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Server:
    """A `mkdocs serve` that runs."""

    process: "subprocess.Popen[bytes]"
    address: str
    log: Path

    def page_when(self, is_so: Callable[[str], bool], path: str = "") -> str:
        """The page as soon as it is so."""
        page = ""

        def look() -> bool:
            nonlocal page
            page = self._page(path)
            return bool(page) and is_so(page)

        self.wait_for(look, lambda: page)
        return page

    def wait_for(
        self, is_so: Callable[[], bool], seen: Callable[[], str] = str
    ) -> None:
        """Wait until something is so; the server must stay alive."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, f"it ended:\n{self.log.read_text()}"
            assert time.monotonic() < deadline, f"{seen()}\n{self.log.read_text()}"
            time.sleep(0.05)

    def _page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read(), "utf-8")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
