/* Takes the keyboard to the content at once. The theme, at the first link to a place on
   the same page, fetches the page again and replaces the content, and with it the
   element that has the focus by then. */

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".md-skip");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  target.tabIndex = -1;
  target.focus();
}, true);
