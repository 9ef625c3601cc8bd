"""The one error that reaches a person: a sentence, a place, a way out."""


class ProofError(Exception):
    """Something a person wrote or asked for cannot be used as it is.

    Attributes:
        message: One sentence: what is wrong and what to do about it.
        path: The file it is about, relative to the checkout, or empty.
        line: The line in that file, counted from 1, or 0 where none applies.
    """

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        """Say it as compilers do: `file:line: message`."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" if place else self.message
