/* Words as the site knows them, for those that are half typed or have a slip. */

import { stem } from "./words.js";

/** How many words may begin with what was typed. */
const MOST = 30;
/** Shorter ones are not looked at for slips: too many are alike. */
const SHORTEST = 5;

/** Whether two words differ by one letter more, less or other, or by two exchanged. */
function isSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one[0] != other[0]) return false;
  let begin = 0;
  while (begin < one.length && one[begin] == other[begin]) begin += 1;
  const rest = [one.slice(begin), other.slice(begin)];
  return rest[0].slice(1) == rest[1] || rest[0] == rest[1].slice(1)
    || rest[0].slice(1) == rest[1].slice(1)
    || (rest[0].slice(2) == rest[1].slice(2)
      && rest[0][0] == rest[1][1] && rest[0][1] == rest[1][0]);
}

export class Known {
  /** @param postings A map by word, of those that have it. */
  constructor(postings) {
    this.postings = postings;
    this.words = [...postings.keys()].sort((a, b) => postings.get(b).size - postings.get(a).size);
  }

  /** Words that begin with another one, those that stand in most places first. */
  longer(word) {
    return this.words.filter((one) => one != word && one.startsWith(word)).slice(0, MOST);
  }

  /** A word as it is known: apart, where it is two of them, or without its slip. */
  spelled(word, isTyping) {
    if (this.postings.has(word) || word.length < SHORTEST) return [word];
    if (isTyping && this.longer(word).length) return [word];
    for (let at = 3; at <= word.length - 3; at += 1) {
      const two = [stem(word.slice(0, at)), stem(word.slice(at))];
      if (two.every((one) => this.postings.has(one))) return two;
    }
    return [this.words.find((one) => isSlip(word, one)) ?? word];
  }
}
