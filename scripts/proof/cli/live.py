"""A snippet's output on the terminal while it runs."""

import codecs

import click

from proof.execution.observer import Observer
from proof.runs.run import Stream


class LiveOutput(Observer):
    """Writes what a program prints, as it arrives, each line with its time."""

    wants_output = True

    def __init__(self) -> None:
        """Write nothing yet."""
        decoder = codecs.getincrementaldecoder("utf-8")
        self._decoders: dict[Stream, codecs.IncrementalDecoder] = {
            "stdout": decoder("backslashreplace"),
            "stderr": decoder("backslashreplace"),
        }
        self._latest = 0.0
        self._is_at_line_start = True
        self._has_reader = True

    def printed(self, stream: Stream, content: bytes, at: float) -> None:
        """Write a piece of output; see `Observer.printed`."""
        self._show(stream, self._decoders[stream].decode(content), at)
        self._latest = at

    def finish(self) -> None:
        """Write what is left of a last character; end a line that has no end."""
        for stream, decoder in self._decoders.items():
            self._show(stream, decoder.decode(b"", final=True), self._latest)
        if self._has_reader and not self._is_at_line_start:
            click.echo()

    def _show(self, stream: Stream, text: str, at: float) -> None:
        try:
            if self._has_reader:
                self._write(stream, text, at)
        except BrokenPipeError:
            # Whoever reads has seen enough (`| head`); what is executed ends all the
            # same, and is kept.
            self._has_reader = False

    def _write(self, stream: Stream, text: str, at: float) -> None:
        for line in text.splitlines(keepends=True):
            if self._is_at_line_start:
                prefix = f"{at:8.3f}  "
                click.secho(prefix, nl=False, dim=True)
            click.secho(line, nl=False, fg="red" if stream == "stderr" else None)
            self._is_at_line_start = line.endswith("\n")
