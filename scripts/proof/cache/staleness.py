"""Why a snippet would be executed again, or was, in plain words."""

import json
from collections.abc import Iterator, Mapping

from proof.cache.key import key_parts
from proof.cache.store import CacheEntry, Store
from proof.checking.result import check
from proof.project import Project
from proof.runs.interpreter import Interpreter
from proof.snippets.snippet import Snippet


def why(project: Project, snippet: Snippet, python: Interpreter) -> Iterator[str]:
    """Whether a snippet would be executed, and because of what.

    Args:
        project: The checkout it is in.
        snippet: The snippet as it is now.
        python: What would execute it.

    Yields:
        One line after the other; those that belong to the one above are indented.
    """
    store = Store(project)
    run, entry = store.load(snippet, python), store.entry(snippet, python)
    what = f"{snippet.path} on {python.version}"
    if python.is_elsewhere:
        made = f"made at {_time(entry.made.at)}" if entry else "not made as it is now"
        yield (
            f"{what}: would not be executed, because runs of another machine are "
            f"merged for {python.version}; its run was {made} there"
        )
        yield "  `proof merge --own` goes back to the Pythons of this machine"
        return
    if run and entry:
        if not check(snippet, run).passed:
            yield (
                f"{what}: would be executed again, because its run of "
                f"{_time(entry.made.at)} failed"
            )
        else:
            yield (
                f"{what}: would not be executed again, because nothing has "
                f"changed since {_time(entry.made.at)}"
            )
        yield from _last_time(entry)
        return
    newest = store.newest(snippet.name, python)
    if newest is None:
        yield f"{what}: would be executed, because no run of it is stored"
        return
    yield (
        f"{what}: would be executed again, because of what has changed since "
        f"{_time(newest.made.at)}"
    )
    changed = list(changes(newest.made.parts, key_parts(snippet, python)))
    yield from _indented(changed or ["the stored run cannot be read"])


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """What differs between two keys, a sentence without full stop for each part.

    Args:
        old: The parts of the earlier one; see `key_parts`.
        new: The parts of the later one.
    """
    for name in (*new, *(name for name in old if name not in new)):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if before is None or after is None:
            yield f"what a run depends on is counted otherwise: {name}"
        elif name == "dependencies":
            yield from _dependencies(before, after)
        elif name == "interpreter":
            yield _was("the interpreter", *_short_interpreters(before, after))
        elif name in _DIGESTS:
            yield _DIGESTS[name]
        else:
            yield _was(f"the {name}", before, after)


_DIGESTS = {
    "snippet": "its file has changed",
    "recorder": "the recorder has changed (scripts/proof/recorder)",
    "runner": "the tooling that executes snippets has changed (scripts/proof)",
}


def _last_time(entry: CacheEntry) -> Iterator[str]:
    at = _time(entry.made.at)
    if entry.earlier is None:
        yield f"  it was executed at {at} because no run of it was stored"
        return
    before = _time(entry.earlier.at)
    changed = list(changes(entry.earlier.parts, entry.made.parts))
    if changed:
        yield f"  it was executed at {at} because of what had changed since {before}"
        yield from _indented(changed)
    else:
        yield (
            f"  it was executed at {at} although nothing had changed since {before}: "
            "it was asked for, or had failed"
        )


def _dependencies(before: str, after: str) -> Iterator[str]:
    try:
        old, new = dict(json.loads(before)), dict(json.loads(after))
    except (TypeError, ValueError):
        yield "what it depends on has changed"
        return
    for name in sorted({*old, *new}):
        if name not in old:
            yield f"it depends on {name} {new[name]} now, and did not"
        elif name not in new:
            yield f"it does not depend on {name} any more ({old[name]})"
        elif old[name] != new[name]:
            yield _was(name, old[name], new[name])


def _short_interpreters(before: str, after: str) -> tuple[str, str]:
    """Implementation and version, or all that is known where these are the same."""
    old, new = (" ".join(one.split()[:2]) for one in (before, after))
    return (old, new) if old != new else (before, after)


def _was(what: str, before: str, after: str) -> str:
    old, new = (" ".join(one.split()) for one in (before, after))
    return f"{what} is {new}, and was {old}"


def _time(at: str) -> str:
    return at.replace("T", " ").replace("Z", " UTC")


def _indented(lines: list[str]) -> Iterator[str]:
    yield from (f"  - {line}" for line in lines)
