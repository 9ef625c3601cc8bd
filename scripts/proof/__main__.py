"""`python -m proof` is the command `proof`."""

from proof.cli.main import main

main()
