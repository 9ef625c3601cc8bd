"""The command `proof`."""

import signal
import sys

import click

from proof.cli.commands import looking, mutating, running, stores, writing
from proof.errors import ProofError


class _RefusedError(click.ClickException):
    """What a person asked for cannot be done; one sentence says why."""

    exit_code = 2


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ProofError as problem:
            raise _RefusedError(str(problem)) from None
        except KeyboardInterrupt:
            # Click would exit with 1, which says that a snippet failed.
            sys.exit(128 + signal.SIGINT)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="proof-of-await")
def main() -> None:
    """Run the snippets of Proof of Await and check them against their claims.

    PATH is a file or a folder of snippets/; without one, it is all snippets.

    \b
    Exit status, where a command does not say more:
      0  it is done, and nothing it looked at is wrong
      1  something it looked at is wrong, and it says what
      2  it cannot be done as asked for; nothing was changed
    130  it was interrupted by Ctrl-C (143: by SIGTERM, 129: by SIGHUP)
    """  # noqa: D301 (click wants the character)


_COMMANDS = (
    *(running.run, running.check),
    *(writing.new, writing.accept, mutating.mutate),
    *(looking.list_, looking.why, looking.pythons),
    *(stores.export, stores.merge),
)
for _command in _COMMANDS:
    main.add_command(_command)
