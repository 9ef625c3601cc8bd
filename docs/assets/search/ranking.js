/* Ranks places of pages by the words of a question: BM25 with weighted fields, and how
   much it is like a question that a page says it answers. */

import { alike, isEmpty } from "./words.js";

const SATURATION = 1.2;
const LENGTH = 0.6;
/** No word is so rare that it alone decides. */
const RAREST = 4.5;
/** How much of a score is left to a place that has none of the other words. */
const PARTLY = 0.3;
/** How much of the score of a whole page is added to that of its best place. */
const WHOLE = 0.5;
/** How much a question that a page says it answers counts, if it is the one asked. */
const ANSWER = 3;
/** How much a word such as *what* or *why* counts in it. */
const SHAPE = 0.4;
/** Whether what was asked is in the question matters more than the other way round. */
const ASKED = 0.6;
const FIELDS = { title: 2, heading: 2.5, about: 1.5, text: 1, code: 0.35 };

export class Ranking {
  /** @param documents Each with a `page`, a `weight` and lists of words by field.
   * @param questions Each with a `page`, a `weight` and its `words`. */
  constructor(documents, questions) {
    this.documents = documents;
    this.questions = questions;
    this.postings = new Map();
    this.average = {};
    for (const field of Object.keys(FIELDS)) {
      const lengths = documents.map((one) => one.fields[field]?.length ?? 0).filter(Boolean);
      this.average[field] = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
    }
    for (const [number, one] of documents.entries()) this.add(number, one);
    this.weights = new Map();
    this.sizes = new Map(questions.map((one) => [one, this.size(one.words)]));
  }

  add(number, { fields }) {
    for (const [field, list] of Object.entries(fields)) {
      const length = 1 - LENGTH + (LENGTH * list.length) / this.average[field];
      for (const word of list) {
        if (!this.postings.has(word)) this.postings.set(word, new Map());
        const posting = this.postings.get(word);
        posting.set(number, (posting.get(number) ?? 0) + FIELDS[field] / length);
      }
    }
  }

  rarity(word) {
    const count = this.postings.get(word)?.size ?? 0;
    return Math.min(RAREST, Math.log(1 + (this.documents.length - count + 0.5) / (count + 0.5)));
  }

  /** Documents by their score.
   * @param wanted Words as `[[word, weight], …]` for each word of the question: any of
   *   them will do for it. */
  scores(wanted) {
    const scores = new Map();
    const most = wanted.reduce((sum, any) => sum + this.rarity(any[0][0]), 0) || 1;
    const covered = new Map();
    for (const any of wanted) {
      const best = new Map();
      for (const [word, weight] of any) {
        const rarity = this.rarity(any[0][0]);
        for (const [number, frequency] of this.postings.get(word) ?? []) {
          const full = (frequency * (SATURATION + 1)) / (frequency + SATURATION);
          const score = weight * rarity * full;
          best.set(number, Math.max(best.get(number) ?? 0, score));
        }
      }
      for (const [number, score] of best) {
        scores.set(number, (scores.get(number) ?? 0) + score);
        covered.set(number, (covered.get(number) ?? 0) + this.rarity(any[0][0]) / most);
      }
    }
    for (const [number, score] of scores) {
      const share = PARTLY + (1 - PARTLY) * covered.get(number);
      scores.set(number, score * share * this.documents[number].weight);
    }
    return scores;
  }

  /** How much a word counts in a question; all that mean the same count alike. */
  weigh(word) {
    if (!this.weights.has(word)) {
      const rarity = Math.min(...[word, ...alike(word)].map((one) => this.rarity(one)));
      this.weights.set(word, isEmpty(word) ? SHAPE * rarity : rarity);
    }
    return this.weights.get(word);
  }

  size(words) {
    return Math.hypot(...words.map((word) => this.weigh(word)));
  }

  /** How much what was asked and a question are one, from 0 to 1. */
  likeness(asked, question) {
    const both = asked.filter((word) => question.words.includes(word));
    if (both.every(isEmpty) && !asked.every(isEmpty)) return 0;
    return this.size(both) ** 2
      / (this.size(asked) ** (2 * ASKED) * this.sizes.get(question) ** (2 - 2 * ASKED));
  }

  /** The question of each page that is most like the one asked. */
  answers(wanted, asked) {
    const most = wanted.reduce((sum, any) => sum + this.rarity(any[0][0]), 0);
    const best = new Map();
    for (const document of this.questions) {
      const score = ANSWER * most * document.weight * this.likeness(asked, document);
      if (score > (best.get(document.page)?.score ?? 0)) {
        best.set(document.page, { document, score });
      }
    }
    return best;
  }

  /** The best place of each page, best first, as `{ page, document, score }`. */
  rank(wanted, asked) {
    const best = new Map();
    const whole = new Map();
    const answers = this.answers(wanted, asked);
    for (const [number, score] of this.scores(wanted)) {
      const document = this.documents[number];
      if (document.isWhole) whole.set(document.page, score);
      else if (score > (best.get(document.page)?.score ?? 0)) {
        best.set(document.page, { page: document.page, document, score });
      }
    }
    for (const [page, one] of answers) {
      const place = best.get(page);
      const document = (place?.score ?? 0) > one.score ? place.document : one.document;
      best.set(page, { page, document, score: one.score + (place?.score ?? 0) });
    }
    for (const [page, one] of best) one.score += WHOLE * (whole.get(page) ?? 0);
    return [...best.values()].sort((a, b) => b.score - a.score);
  }
}
