"""The commands of `proof`, by what they are for."""
