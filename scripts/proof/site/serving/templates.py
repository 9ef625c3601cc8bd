"""Templates of the theme, neither compiled nor looked for twice.

Each build has an environment of its own, and the theme has fourteen thousand files.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


class Templates:
    """What builds share of their environments."""

    def __init__(self) -> None:
        """Nothing was compiled yet."""
        self._bytecode = _Bytecode()
        self._names: list[str] = []
        self._own: list[Path] = []

    def serve(self, theme: Theme) -> None:
        """Let the environment that a theme makes for a build know what is known."""
        make = theme.get_env

        def get_env() -> Environment:
            environment = make()
            environment.bytecode_cache = self._bytecode
            look = environment.list_templates

            def list_templates(
                extensions: Collection[str] | None = None,
                filter_func: Callable[[str], bool] | None = None,
            ) -> list[str]:
                folder = theme.custom_dir
                own = sorted(Path(folder).rglob("*")) if folder else []
                if not self._names or own != self._own:
                    self._names, self._own = look(extensions, filter_func), own
                return self._names

            environment.list_templates = list_templates  # type: ignore[method-assign]
            return environment

        theme.get_env = get_env  # type: ignore[method-assign]


class _Bytecode(BytecodeCache):
    """Compiled templates, kept in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket; Jinja itself compares the checksum of the source."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
