"""What stands in a sentence for the number of a run that there is none of."""

from collections.abc import Iterator
from typing import Self

TEXT = "\N{EN DASH}"
"""How it is printed."""


class Placeholder:
    """Stands for a run, and for everything that is asked of it or worked out of it.

    A page's sentence with a measured number in it can then be built all the same: it
    has a dash where the number would be, and the figure beside it says why. It is used
    only for snippets that cannot run here, or, while serving, have not run yet.
    """

    def __getattr__(self, name: str) -> Self:
        """Any attribute is as unknown."""
        if name.startswith("__"):  # Whoever copies or pickles asks for these.
            raise AttributeError(name)
        return self

    def __getitem__(self, _key: object) -> Self:
        """Any item is as unknown."""
        return self

    def __call__(self, *_arguments: object, **_named: object) -> Self:
        """Whatever a method would return is as unknown."""
        return self

    def __iter__(self) -> Iterator[Self]:
        """There is nothing to go through."""
        return iter(())

    def __len__(self) -> int:
        """There is nothing in it."""
        return 0

    def _same(self, _other: object) -> Self:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same
    __truediv__ = __rtruediv__ = _same

    def __format__(self, _form: str) -> str:
        """The dash, in whatever form a number was to be shown."""
        return TEXT

    def __str__(self) -> str:
        """The dash."""
        return TEXT
