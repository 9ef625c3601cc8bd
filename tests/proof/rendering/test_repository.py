"""Where the source can be seen, from what the environment says."""

import pytest

from proof.rendering.repository import Repository

_GITHUB = {
    "GITHUB_REPOSITORY": "me/site",
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_SHA": "abc123",
    "GITHUB_REF_NAME": "topic",
}
_GITLAB = {
    "CI_PROJECT_URL": "https://gitlab.example/group/site",
    "CI_COMMIT_SHA": "abc123",
    "CI_DEFAULT_BRANCH": "trunk",
}


@pytest.mark.parametrize(
    ("environment", "view", "edit"),
    [
        pytest.param(
            _GITHUB,
            "https://github.example/me/site/blob/abc123/snippets/a.py",
            "https://github.example/me/site/edit/topic/snippets/a.py",
            id="github",
        ),
        pytest.param(
            _GITHUB | {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "7/merge"},
            "https://github.example/me/site/blob/abc123/snippets/a.py",
            "https://github.example/me/site/edit/main/snippets/a.py",
            id="github-pull-request",
        ),
        pytest.param(
            {"GITHUB_REPOSITORY": "me/site"},
            "https://github.com/me/site/blob/main/snippets/a.py",
            "https://github.com/me/site/edit/main/snippets/a.py",
            id="github-says-little",
        ),
        pytest.param(
            _GITLAB,
            "https://gitlab.example/group/site/-/blob/abc123/snippets/a.py",
            "https://gitlab.example/group/site/-/edit/trunk/snippets/a.py",
            id="gitlab",
        ),
        pytest.param(
            {"REPO_URL": "https://code.example/me/site/"},
            "https://code.example/me/site/blob/main/snippets/a.py",
            "https://code.example/me/site/edit/main/snippets/a.py",
            id="by-hand",
        ),
        pytest.param(
            {"REPO_URL": "https://gitlab.com/me/site"},
            "https://gitlab.com/me/site/-/blob/main/snippets/a.py",
            "https://gitlab.com/me/site/-/edit/main/snippets/a.py",
            id="by-hand-at-gitlab",
        ),
    ],
)
def test_a_file_has_addresses(
    environment: dict[str, str], view: str, edit: str
) -> None:
    repository = Repository.from_environment(environment)
    assert repository
    assert repository.view("snippets/a.py") == view
    assert repository.edit("snippets/a.py") == edit


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"REPO_URL": ""},
        {"GITHUB_REPOSITORY": ""},
        {"REPO_URL": "javascript:alert(1)"},
        {"REPO_URL": "file:///work/main"},
        {"REPO_URL": "git@github.com:me/site.git"},
        {"REPO_URL": 'https://x.example/"><script>'},
        {"REPO_URL": "https://x.example/a b"},
    ],
    ids=str,
)
def test_without_an_address_that_can_be_followed_there_is_none(
    environment: dict[str, str],
) -> None:
    assert Repository.from_environment(environment) is None


def test_names_are_quoted() -> None:
    environment = _GITHUB | {"GITHUB_SHA": "", "GITHUB_REF_NAME": "a b/c#d"}
    repository = Repository.from_environment(environment)
    assert repository
    assert repository.view("snippets/ü?.py").endswith(
        "/blob/a%20b/c%23d/snippets/%C3%BC%3F.py"
    )


def test_the_environment_is_that_of_the_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GITHUB_REPOSITORY", "CI_PROJECT_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REPO_URL", "https://code.example/me/site")
    repository = Repository.from_environment()
    assert repository
    assert repository.address == "https://code.example/me/site"
