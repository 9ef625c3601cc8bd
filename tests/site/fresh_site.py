"""Builds sites as `mkdocs serve` does at first, each in a process that knows nothing.

Reads from standard input the folder of a project, where its site is to be, and its
address, and answers with the status of the build.
"""

import os
import sys

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config

# What each child would import by itself.
import proof.site.mkdocs_hook  # noqa: F401


def _build(project: str, site: str, address: str) -> None:
    os.chdir(project)
    with click.Context(click.Command("serve"), info_name="serve"):
        config = load_config("mkdocs.yml", site_dir=site, site_url=address)
        build(config, serve_url=address)


for line in sys.stdin:
    child = os.fork()
    if not child:
        _build(*line.rstrip("\n").split("\t"))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
