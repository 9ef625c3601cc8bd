"""Changes of claims for several versions of Python, made one change of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from packaging.specifiers import SpecifierSet

from proof.authoring.accepting.claims_writing import Changes, new_claim
from proof.checking.expectations import NOTHING
from proof.runs.versions import order
from proof.snippets.claims import Claim
from proof.snippets.snippet import Snippet

# What says explicitly that a version does nothing of the kind, where others do.
_NOTHING = {
    "Output": new_claim("Output"),
    "Stderr": new_claim("Stderr"),
    "Raises": new_claim("Raises", NOTHING),
    "Exits": new_claim("Exits", "0"),
}


@dataclass(frozen=True)
class _Group:
    """Versions next to each other that want the same claim.

    Attributes:
        versions: These versions, oldest first.
        claim: What they want; its own versions are still those of the old claim.
    """

    versions: tuple[str, ...]
    claim: Claim | None


def combined(snippet: Snippet, by_version: Mapping[str, Changes]) -> Changes:
    """What to change for every version to be as claimed.

    Where versions want different things, a claim is split, and each part says in
    brackets which versions it is about.

    Args:
        snippet: The snippet as it is.
        by_version: What each version that was run would have to change.
    """
    updates: dict[Claim, Claim | None] = {}
    added: list[Claim] = []
    for claim in snippet.claims:
        wanted = {
            version: changes.updates.get(claim, claim)
            for version, changes in by_version.items()
            if claim.is_about(version)
        }
        groups = _groups(wanted)
        if not groups or (len(groups) == 1 and groups[0].claim == claim):
            continue
        updates[claim], *others = _split(groups, claim.versions)
        added += [other for other in others if other]
    for name in _subjects(by_version):
        wanted = {
            version: next((c for c in changes.added if c.subject == name), None)
            for version, changes in by_version.items()
        }
        added += filter(None, _split(_groups(wanted), ""))
    removed = {old for old, new in updates.items() if not new}
    if not added and set(snippet.claims) == removed:
        # A snippet has to claim something: here, that nothing is printed.
        added = [new_claim("Output")]
    return Changes(updates, added)


def _subjects(by_version: Mapping[str, Changes]) -> list[str]:
    """What claims were added about, each once."""
    added = (claim for changes in by_version.values() for claim in changes.added)
    return list(dict.fromkeys(claim.subject for claim in added))


def _groups(wanted: Mapping[str, Claim | None]) -> list[_Group]:
    """Versions next to each other that want the same, oldest first."""
    ordered = sorted(wanted, key=order)
    grouped = groupby(ordered, key=lambda version: _content(wanted[version]))
    versions = [tuple(group) for _, group in grouped]
    return [_Group(group, wanted[group[0]]) for group in versions]


def _content(claim: Claim | None) -> tuple[object, ...]:
    return (claim.name, claim.value, claim.body) if claim else ()


def _split(groups: Sequence[_Group], versions: str) -> Iterator[Claim | None]:
    """One claim for each group, with the versions that it is about."""
    if len(groups) == 1:
        yield groups[0].claim
        return
    subject = next(group.claim.subject for group in groups if group.claim)
    for index, group in enumerate(groups):
        since = group.versions[0] if index else ""
        until = groups[index + 1].versions[0] if index + 1 < len(groups) else ""
        claim = group.claim or _NOTHING[subject]
        yield replace(claim, versions=_narrowed(versions, since, until))


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
