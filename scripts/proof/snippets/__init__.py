"""The file: metadata, claims, dependencies."""
