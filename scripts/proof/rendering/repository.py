"""Where the source can be seen and edited, if the environment names it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True)
class Repository:
    """A hosted repository.

    Attributes:
        address: Its address, without a slash at its end.
        revision: What to show: a commit where that is known, else a branch.
        branch: What to edit.
        middle: What is between address and verb: GitLab has `/-`.
    """

    address: str
    revision: str
    branch: str
    middle: str = ""

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str] = os.environ
    ) -> Self | None:
        """Read what GitHub's and GitLab's runners say, or `REPO_URL`, or nothing."""
        get = environment.get
        if get("GITHUB_REPOSITORY"):
            server = get("GITHUB_SERVER_URL", "https://github.com")
            address = f"{server}/{get('GITHUB_REPOSITORY')}"
            branch = get("GITHUB_BASE_REF") or get("GITHUB_REF_NAME") or "main"
            return cls._checked(address, get("GITHUB_SHA") or branch, branch)
        if get("CI_PROJECT_URL"):
            branch = get("CI_DEFAULT_BRANCH") or "main"
            revision = get("CI_COMMIT_SHA") or branch
            return cls._checked(get("CI_PROJECT_URL", ""), revision, branch, "/-")
        middle = "/-" if "gitlab" in get("REPO_URL", "") else ""
        return cls._checked(get("REPO_URL", ""), "main", "main", middle)

    def view(self, path: str) -> str:
        """Address at which a file of the checkout can be read."""
        return f"{self.address}{self.middle}/blob/{self.revision}/{quote(path)}"

    def edit(self, path: str) -> str:
        """Address at which a file of the checkout can be edited."""
        return f"{self.address}{self.middle}/edit/{self.branch}/{quote(path)}"

    @classmethod
    def _checked(
        cls, address: str, revision: str, branch: str, middle: str = ""
    ) -> Self | None:
        if not _ADDRESS.fullmatch(address):
            return None
        return cls(address.rstrip("/"), quote(revision), quote(branch), middle)
