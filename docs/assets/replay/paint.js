/* The colours of lanes. */

const COLOURS = 6;

/** Give an element, and what is in it, the colour of a lane. */
export function paint(element, lane) {
  element.style.setProperty("--proof-lane", `var(--proof-lane-${lane % COLOURS + 1})`);
  return element;
}
