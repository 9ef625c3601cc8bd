"""A throw-away checkout whose interpreter and tools are stand-ins.

The stand-ins are shell scripts that note how they were called, so that a whole
set-up takes milliseconds and needs no network.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[2]
SCRIPTS: Final = (
    "scripts/_setup.sh",
    "scripts/_site.sh",
    "scripts/serve",
    "scripts/test",
    "scripts/assemble",
    "scripts/benchmark",
    "scripts/build",
    "scripts/check",
    "scripts/notify",
    "scripts/record",
    ".ci/run",
)
# All that the scripts may need of the system: what is missing here is missing
# for them, Chromium first of all.
SYSTEM: Final = (
    "basename",
    "cat",
    "chmod",
    "cksum",
    "cp",
    "dirname",
    "env",
    "find",
    "mkdir",
    "mktemp",
    "mv",
    "paste",
    "rm",
    "sed",
    "sh",
    "sort",
    "uname",
)

PYTHON: Final = r"""#!/bin/sh
# Modules are stood in for and noted; what else is asked, Python answers.
[ "$1" != -m ] || printf 'python %s\n' "$*" >>'{log}'
case "$1 $2" in
    '-ES -c')
        '{real}' -ES -c '' || exit
        [ -z "$3" ] || printf '%s\n' '{version}' '{prefix}' '{path}' ;;
    '-c import venv; from ensurepip import bootstrap')
        {ensurepip} ;;
    '-m venv')
        mkdir -p "$3/bin" && cp '{path}' "$3/bin/python" ;;
    '-m pip')
        [ "$3" != config ] || {{ {index}; exit; }}
        {pip}
        case "$*" in
            *requirements-uv.txt) cp '{uv}' .venv/bin/uv ;;
            *) exec '{uv}' "$@" ;;
        esac ;;
    *)
        exec '{real}' "$@" ;;
esac
"""
UV: Final = r"""#!/bin/sh
[ "$*" != "cache dir" ] || {{ echo "${{HOME:-/dev/null}}/uv"; exit; }}
[ "$1" = -m ] || printf 'uv %s\n' "$*" >>'{log}'
{uv}
case "$*" in
    *"-r requirements.txt")
        tools='mkdocs pytest ruff mypy lint-imports actionlint zizmor' ;;
    *"-e .") tools=proof ;;
esac
for tool in ${{tools:-}}; do
    printf '#!/bin/sh\nprintf "%%s\\n" "%s $*" >>"%s"\n' \
        "$tool" '{log}' >.venv/bin/"$tool"
    chmod +x .venv/bin/"$tool"
done
case "$*" in *"-e .") printf '%s\n' '{proof}' >>.venv/bin/proof ;; esac
"""
REQUIREMENTS: Final = {
    "requirements-uv.txt": "uv==0.13.9 --hash=sha256:00\n",
    "requirements.txt": "mkdocs==1.6.1 --hash=sha256:00\n",
    "requirements-zensical.txt": "zensical==0.0.73 --hash=sha256:00\n",
    "requirements-snippets.txt": "aiohttp==3.14.5 --hash=sha256:00\n",
}
# A step of a set-up, by how the call that makes it ends.
STEPS: Final = {
    "-m venv .venv": "venv",
    "-r requirements-uv.txt": "uv",
    "-r requirements.txt": "tools",
    "-e .": "project",
    "proof pythons": "pythons",
}


def write_script(path: Path, text: str) -> None:
    """Write an executable file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


class Checkout:
    """The scripts in a folder of their own, on a PATH of their own."""

    def __init__(self, folder: Path) -> None:
        # The blank in the name is on purpose.
        self.root = folder / "check out"
        self.path = folder / "bin"
        self.log = folder / "log"
        self.environment = {
            "HOME": str(folder),
            "LC_ALL": "C",
            "PATH": str(self.path),
        }
        for name in (*SCRIPTS, "pyproject.toml"):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, self.root / name)
        for name, text in REQUIREMENTS.items():
            (self.root / name).write_text(text)
        self.path.mkdir()
        for name in SYSTEM:
            found = shutil.which(name)
            assert found, name
            (self.path / name).symlink_to(found)
        self.add_python()
        self.add_command("chromium")

    def add_python(
        self,
        name: str = "python3",
        *,
        version: str = "3.11.7",
        ensurepip: bool = True,
        pip: str = "",
        uv: str = "",
        proof: str = "",
        index: str = "exit 1",
    ) -> Path:
        """Put an interpreter on the PATH.

        `pip`, `uv` and `proof` are shell code run in place of theirs, `index` that
        which prints the index that pip is configured with.
        """
        path = self.path / name
        text = PYTHON.format(
            log=self.log,
            real=sys.executable,
            version=version,
            prefix=f"/opt/{name}",
            path=path,
            ensurepip="true" if ensurepip else "exit 1",
            pip=pip,
            uv=self.path.parent / f"uv of {name}",
            index=index,
        )
        write_script(path, text)
        installer = UV.format(log=self.log, uv=uv, proof=proof)
        write_script(self.path.parent / f"uv of {name}", installer)
        return path

    def add_command(self, name: str, does: str = "") -> None:
        """Put a command on the PATH that notes its call."""
        path = self.path / name
        path.unlink(missing_ok=True)
        note = f"printf '%s\\n' \"{name} $*\" >>'{self.log}'"
        write_script(path, f"#!/bin/sh\n{note}\n{does}\n")

    def replace_tool(self, name: str, does: str) -> None:
        """Let a tool of the .venv do something else."""
        write_script(self.root / ".venv/bin" / name, f"#!/bin/sh\n{does}\n")

    @contextmanager
    def start(self, *command: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
        """Start a script; whatever is left of it ends with the block."""
        process = subprocess.Popen(
            [str(self.root / command[0]), *command[1:]],
            cwd=self.root,
            env=self.environment | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        with process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script to its end."""
        with self.start(*command, **variables) as process:
            out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def refuse(self, *command: str, **variables: str) -> str:
        """Run a script that must end with one sentence, and return that."""
        done = self.run(*command, **variables)
        assert (done.returncode, done.stdout) == (1, ""), done
        sentence, *more = done.stderr.splitlines()
        assert not more, done.stderr
        return sentence

    def calls(self, start: str = "") -> list[str]:
        """Return the calls noted since the last look that begin so."""
        noted = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [call for call in noted if call.startswith(start)]

    def set_ups(self) -> list[str]:
        """Return what was set up since the last look, in order."""
        begins = ("python -m", "uv ", "proof ")
        calls = [call for call in self.calls() if call.startswith(begins)]
        return [
            f"{step} by pip" if "-m pip" in call and step != "uv" else step
            for call in calls
            for end, step in STEPS.items()
            if call.endswith(end)
        ]

    def move(self) -> None:
        """Move the whole checkout elsewhere."""
        self.root = self.root.rename(self.root.with_name("moved"))
