"""What pages call, the MkDocs hook, the published evidence."""
