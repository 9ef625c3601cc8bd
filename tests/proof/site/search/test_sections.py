"""What a search finds in a page."""

from proof.site.search.sections import Place, read_places

PAGE = """
<li class="md-tabs__item md-tabs__item--active">
  <a href="." class="md-tabs__link">Rules &amp; messages</a></li>
<nav>Menu</nav>
<article>
<h1 id="sleep">Sleep<a class="headerlink" href="#sleep">&para;</a></h1>
<p>It <em>waits</em><br>a second.</p>
<h2 id="long">Long ones</h2>
<p>A <span class="x">word<span data-search-exclude>its meaning</span></span>.</p>
<figure id="proof-a"><div data-search-exclude>a.py <b>Download</b></div>
<pre><code>await <span>asyncio</span>.sleep(1)
await asyncio.sleep(2)</code></pre>
<svg><title>lane</title><svg><text>inner</text></svg><text>outer</text></svg></figure>
<p>After the figure.</p>
<details><figure id="proof-b"><pre>folded_away</pre></figure></details>
<h2 id="nothing">Nothing below</h2>
</article>
<footer>Foot</footer>
"""


def test_sections_and_programs_are_places() -> None:
    assert read_places(PAGE).places == [
        Place("", "Sleep", "It waits a second."),
        Place("long", "Long ones", "A word. After the figure.", "folded_away"),
        Place("proof-a", "Long ones", "", "await asyncio.sleep 1 2"),
    ]


def test_part_of_the_site_is_that_of_the_tab() -> None:
    assert read_places(PAGE).part == "Rules & messages"


def test_page_without_an_article_holds_nothing() -> None:
    assert read_places("<h1>Moved</h1>").places == []
