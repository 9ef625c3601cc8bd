"""The Pythons of this machine: found, probed, given what snippets depend on."""
