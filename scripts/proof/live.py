"""A snippet's output on the terminal while it runs."""

import codecs

import click

from proof.observer import Observer
from proof.runs import Stream


class LiveOutput(Observer):
    """Writes what a program prints, as it arrives, each line with its time."""

    wants_output = True

    def __init__(self) -> None:
        """Write nothing yet."""
        self._decoders = {
            stream: codecs.getincrementaldecoder("utf-8")("backslashreplace")
            for stream in ("stdout", "stderr")
        }
        self._is_at_line_start = True

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        """Write a piece of output; see `Observer.printed`."""
        text = self._decoders[stream].decode(content)
        for line in text.splitlines(keepends=True):
            if self._is_at_line_start:
                prefix = f"{at:8.3f}  "
                click.secho(prefix, nl=False, dim=True)
            click.secho(line, nl=False, fg="red" if stream == "stderr" else None)
            self._is_at_line_start = line.endswith("\n")

    def finish(self) -> None:
        """End a line that the program did not end."""
        if not self._is_at_line_start:
            click.echo()
