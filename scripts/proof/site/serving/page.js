/* Put into each page of a server: after a save the reader stays where they were, and
   sees which figure is another one. */
(() => {
  const FIGURES = "proof-figures:" + location.pathname;
  const PLACE = "proof-place:" + location.pathname;
  /** How long a figure is marked, in milliseconds. */
  const MOMENT = 1500;

  const kept = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
  const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));

  function digest(text) {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
    return sum;
  }

  function mark(figure) {
    figure.classList.add("proof-changed");
    setTimeout(() => figure.classList.remove("proof-changed"), MOMENT);
  }

  const figures = [...document.querySelectorAll("figure.proof[id]")];
  const before = kept(FIGURES);
  // No script of the page has changed them yet: modules come later.
  const now = Object.fromEntries(figures.map((one) => [one.id, digest(one.outerHTML)]));
  if (before) figures.filter(({ id }) => before[id] !== now[id]).forEach(mark);
  keep(FIGURES, now);

  /* Figures that were not in sight yet have a guessed height, so the number of pixels
     that browsers remember leads elsewhere: what stood at the top does not. */
  function isAbove(element) {
    return element.getBoundingClientRect().top <= innerHeight / 3;
  }

  addEventListener("pagehide", () => {
    const above = [...document.querySelectorAll(":is(article, [role=main]) [id]")].filter(isAbove).at(-1);
    keep(PLACE, above && scrollY ? [above.id, above.getBoundingClientRect().top] : null);
  });

  const [{ type }] = performance.getEntriesByType("navigation");
  const place = type === "reload" && kept(PLACE);
  if (!place) return;
  function goBack() {
    const element = document.getElementById(place[0]);
    if (!element) return;
    const top = element.getBoundingClientRect().top - place[1];
    scrollBy({ top, behavior: "instant" });
  }
  history.scrollRestoration = "manual";
  goBack();
  addEventListener("load", () => {
    goBack();
    history.scrollRestoration = "auto";
  });
})();
