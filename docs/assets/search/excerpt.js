/* The part of a text in which most of what was looked for stands, with marks. */

import { words } from "./words.js";

const LENGTH = 150;
const WORD = /[\p{L}\p{N}_]+(?:['’.][\p{L}\p{N}_]+)*/gu;

/** Where words stand that were looked for, as `[from, to]`. */
function found(text, wanted) {
  return [...text.matchAll(WORD)]
    .filter(([word]) => words(word).some((one) => wanted.has(one)))
    .map((match) => [match.index, match.index + match[0].length]);
}

/** Where the part begins that holds most of them; at a word. */
function start(text, places) {
  const counted = places.map(([from]) =>
    places.filter(([other]) => other >= from && other < from + LENGTH).length);
  const best = places[counted.indexOf(Math.max(...counted))]?.[0] ?? 0;
  if (best < LENGTH / 2 || text.length <= LENGTH) return 0;
  return text.indexOf(" ", Math.max(0, best - LENGTH / 3)) + 1;
}

/** The excerpt as pieces, `{ text, isMarked }`.
 * @param wanted A set of words as they are compared. */
export function excerpt(text, wanted) {
  const from = start(text, found(text, wanted));
  const cut = text.slice(from, from + LENGTH);
  const whole = from + LENGTH < text.length ? `${cut.replace(/\s+\S*$/, "")} …` : cut;
  const shown = from ? `… ${whole}` : whole;
  const pieces = [];
  let end = 0;
  for (const [begin, stop] of found(shown, wanted)) {
    pieces.push({ text: shown.slice(end, begin), isMarked: false });
    pieces.push({ text: shown.slice(begin, stop), isMarked: true });
    end = stop;
  }
  return [...pieces, { text: shown.slice(end), isMarked: false }];
}
