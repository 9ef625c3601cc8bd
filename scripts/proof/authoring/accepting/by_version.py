"""Changes of claims for several versions of Python, made one change of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from packaging.specifiers import SpecifierSet

from proof.authoring.accepting.claims_writing import Changes, new_claim
from proof.checking.expectations import (
    NOTHING,
    claimed_exception,
    signal_name,
    status_after,
)
from proof.runs.versions import order
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet

_Wanted = Mapping[str, Claim | None]
"""What versions want in one place; the brackets are still those of the old claim."""


def combined(snippet: Snippet, by_version: Mapping[str, Changes]) -> Changes:
    """What to change for every version to be as claimed.

    Where versions want different things, a claim is split, and each part says in
    brackets which versions it is about.

    Args:
        snippet: The snippet as it is.
        by_version: What each version that was run would have to change.
    """
    ends = {v: _end(snippet, v, changes) for v, changes in by_version.items()}
    updates: dict[Claim, Claim | None] = {}
    splits: dict[Claim, Sequence[Claim]] = {}
    added: list[Claim] = []
    for claim in snippet.claims:
        wanted = {
            version: changes.updates.get(claim, claim)
            for version, changes in by_version.items()
            if claim.is_about(version)
        }
        parts = _parts(wanted, claim.versions, ends)
        if parts and parts != [claim]:
            updates[claim] = parts[0]
            splits[claim] = [part for part in parts[1:] if part]
    for name in _subjects(by_version):
        wanted = {
            version: next((c for c in changes.added if c.subject == name), None)
            for version, changes in by_version.items()
        }
        added += filter(None, _parts(wanted, "", ends))
    removed = {old for old, new in updates.items() if not new}
    if not added and set(snippet.claims) == removed:
        # A snippet has to claim something: here, that nothing is printed.
        added = [new_claim("Output")]
    return Changes(updates, added, splits)


def _end(snippet: Snippet, version: str, changes: Changes) -> str:
    """What `Exits:` would say of a version that ends as it claims to raise."""
    old = snippet.claims_about(version).get("Raises")
    added = (claim for claim in changes.added if claim.name == "Raises")
    new = changes.updates.get(old, old) if old else next(added, None)
    status = status_after(claimed_exception({"Raises": new} if new else {}))
    return signal_name(status) or str(status)


def _subjects(by_version: Mapping[str, Changes]) -> list[str]:
    """What claims were added about, each once."""
    added = (claim for changes in by_version.values() for claim in changes.added)
    return list(dict.fromkeys(claim.subject for claim in added))


def _parts(
    wanted: _Wanted, versions: str, ends: Mapping[str, str]
) -> list[Claim | None]:
    """One claim for all versions next to each other that want the same.

    Args:
        wanted: What each version wants.
        versions: The versions that the old claim is about.
        ends: How each version ends; see `_end`.
    """
    claims = [claim for claim in wanted.values() if claim]
    if claims:
        # Where others claim something, it has to be said that there is nothing.
        subject = claims[0].subject
        wanted = {v: c or _nothing(subject, ends[v]) for v, c in wanted.items()}
    ordered = sorted(wanted, key=order)
    alike = groupby(ordered, key=lambda version: _content(wanted[version]))
    starts = [next(group) for _, group in alike]
    if len(starts) < 2:
        return [wanted[start] for start in starts]
    return [
        replace(claim, versions=_narrowed(versions, since, until))
        for since, until in zip(["", *starts[1:]], [*starts[1:], ""], strict=True)
        if (claim := wanted[since or starts[0]])
    ]


def _nothing(subject: str, end: str) -> Claim:
    """What says that a version does nothing of the kind."""
    return new_claim(subject, {"Raises": NOTHING, "Exits": end}.get(subject, ""))


def _content(claim: Claim | None) -> tuple[object, ...]:
    return (claim.name, claim.value, claim.body) if claim else ()


def _narrowed(versions: str, since: str, until: str) -> str:
    """A specifier that begins and ends where it should.

    Args:
        versions: The specifier so far, or empty.
        since: The first version; empty: as before.
        until: The first version that is not meant any more; empty: as before.
    """
    kept = [
        str(one)
        for one in SpecifierSet(versions)
        if not (since and one.operator in (">=", ">"))
        and not (until and one.operator in ("<", "<="))
    ]
    bounds = [f">={since}"] if since else []
    ends = [f"<{until}"] if until else []
    return ",".join([*bounds, *sorted(kept, reverse=True), *ends])
