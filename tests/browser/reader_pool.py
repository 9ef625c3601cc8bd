"""Programs executed side by side in a page, as readers run them one by one."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page

from proof.browser.host import Chunk
from proof.browser.outcome import made
from proof.browser.recorded import Recorded
from proof.runs.run import Run

AT_ONCE: Final = 6
"""How many run at once: most of them wait."""
STARTING: Final = 2
"""How many start at once: that keeps a core busy each."""
LONGEST: Final = 300.0
"""Seconds after which a program is given up: a busy machine has others to start."""
PYTHON: Final = "3.14"
"""The version of Python in the browser."""
EXECUTE: Final = """
async ({ programs, atOnce, starting, longest }) => {
  const { take } = await import(new URL("assets/run/interpreter.js", document.baseURI));
  const waiting = [];
  let places = starting;
  const enter = () => places ? places-- : new Promise((go) => waiting.push(go));
  const leave = () => waiting.length ? waiting.shift()() : places++;
  const toItsEnd = (interpreter, name, source) => new Promise((resolve) => {
    const chunks = [];
    const end = (facts) => resolve({ chunks, outcome: null, failed: "", ...facts });
    setTimeout(() => end({ failed: "it goes on for ever" }), longest * 1000);
    interpreter.run(name, source, ({ kind, stream, at, content, outcome, message }) => {
      if (kind == "output") chunks.push([stream, at, Array.from(content)]);
      if (kind == "done") end({ outcome });
      if (kind == "failed") end({ failed: message });
    });
  });
  const ran = {};
  const left = Object.entries(programs);
  const work = async () => {
    while (left.length) {
      const [name, source] = left.shift();
      await enter();
      const interpreter = take();
      await interpreter.ready.finally(leave);
      ran[name] = await toItsEnd(interpreter, name, source);
      interpreter.end();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ran;
}
"""


@dataclass(frozen=True)
class Ran:
    """What came of a program in the browser.

    Attributes:
        name: Its path below `snippets/`.
        source: The program.
        chunks: What it wrote.
        outcome: What the page would show; None where it failed.
        failed: What the worker said where the interpreter could not go on.
    """

    name: str
    source: str
    chunks: tuple[Chunk, ...]
    outcome: dict[str, Any] | None
    failed: str

    @property
    def run(self) -> Run:
        """What it printed and how it ended, as of a run on this machine."""
        recorded = Recorded(self.name, self.source, [], 0.0)
        status = self.outcome["status"] if self.outcome else None
        ended_at = self.chunks[-1][1] if self.chunks else 0.0
        run = made(recorded, self.chunks, status, ended_at).run
        return dataclasses.replace(run, python=f"CPython {PYTHON}.0")

    @property
    def missed(self) -> list[str]:
        """The claims that did not hold, and by how much."""
        claims = self.outcome["claims"] if self.outcome else []
        return [
            f"{claim['text']}: {claim['message']}"
            for claim in claims
            if claim["holds"] is False
        ]


def execute(
    page: Page, programs: Mapping[str, str], *, at_once: int = AT_ONCE
) -> dict[str, Ran]:
    """Execute programs, each in an interpreter of its own.

    Args:
        page: One of the site, with that time to wait that all of them may take.
        programs: Sources by name, the longest first.
        at_once: How many at once.
    """
    options = {"atOnce": at_once, "starting": STARTING, "longest": LONGEST}
    found: dict[str, Any] = page.evaluate(EXECUTE, {"programs": programs, **options})
    return {
        name: Ran(
            name,
            programs[name],
            tuple((stream, at, bytes(part)) for stream, at, part in one["chunks"]),
            one["outcome"],
            one["failed"],
        )
        for name, one in found.items()
    }
