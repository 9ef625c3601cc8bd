"""What engines and models ask for first."""

from proof.site.sharing.listing import Listed, llms_text, robots_text

ADDRESS = "https://docs.invalid/proof/"
PAGES = (
    Listed("index.md", "Home", "The first page.", ""),
    Listed("learn/sleep.md", "Sleep", "", "Learn"),
    Listed("learn/wait.md", "Wait", "How to.", "Learn"),
)


def test_pages_are_listed_by_part_with_the_address_of_their_markdown() -> None:
    text = llms_text("Proof", "A site.", ADDRESS, PAGES)
    assert text.startswith("# Proof\n\n> A site.\n")
    assert text.endswith(
        "## Proof\n\n"
        "- [Home](https://docs.invalid/proof/index.md): The first page.\n\n"
        "## Learn\n\n"
        "- [Sleep](https://docs.invalid/proof/learn/sleep.md)\n"
        "- [Wait](https://docs.invalid/proof/learn/wait.md): How to.\n"
    )


def test_crawlers_are_told_where_all_pages_are_listed() -> None:
    assert "Sitemap: https://docs.invalid/proof/sitemap.xml\n" in robots_text(ADDRESS)


def test_cards_of_pages_have_different_names() -> None:
    assert len({page.card for page in PAGES}) == len(PAGES)
