/* What came out of a counter-proof: a file that is put into the figure once it is opened. */

/** Put the outcome into its place, whose link stays where it cannot be had. */
export async function fill(place) {
  const { from } = place.dataset;
  delete place.dataset.from;
  try {
    const answer = await fetch(from);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.querySelector(".proof-break-outcome").childNodes);
  } catch (error) {
    place.append(`It could not be loaded (${error.message}).`);
    place.dataset.from = from;
  }
}
