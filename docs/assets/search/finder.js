/* Answers a question or a pasted message from the index of the site. */

import { Messages, lines } from "./messages.js";
import { Ranking } from "./ranking.js";
import { Known } from "./spelling.js";
import { alike, meanings, telling, words } from "./words.js";

/** How much a word counts that only begins with what was typed. */
const BEGINNING = 0.7;
/** How much a word counts that means nearly the same. */
const NEAR = 0.6;
const MOST = 12;
/** Where the message was found, little else is wanted. */
const BESIDES = 4;

export class Finder {
  /** @param index What the build of the site wrote. */
  constructor(index) {
    this.index = index;
    this.texts = new Map(index.places.map(([page, anchor, , text]) =>
      [`${page}#${anchor}`, text]));
    this.messages = new Messages(index.messages);
    this.ranking = new Ranking([...this.documents()], [...this.questions()]);
    this.known = new Known(this.ranking.postings);
  }

  * documents() {
    const { pages, places } = this.index;
    const whole = pages.map((page) => ({ title: words(page.title), about: words(page.about),
      heading: [], text: [], code: [] }));
    for (const [page, anchor, heading, text, code] of places) {
      const fields = { heading: words(heading), text: words(text), code: words(code) };
      for (const [field, list] of Object.entries(fields)) whole[page][field].push(...list);
      if (!anchor) fields.title = whole[page].title;
      yield { page, anchor, heading, text, weight: pages[page].weight, fields };
    }
    for (const [page, fields] of whole.entries()) {
      yield { page, isWhole: true, weight: pages[page].weight, fields };
    }
  }

  * questions() {
    for (const [page, { answers, weight }] of this.index.pages.entries()) {
      for (const answer of answers) {
        const [question, anchor = ""] = answer.split(/ #(?=[\w-]+$)/);
        const text = this.texts.get(`${page}#${anchor}`);
        yield { page, anchor, text, question, weight, words: meanings(question) };
      }
    }
  }

  /** For each word of a question, the words that will do for it. */
  wanted(text, isTyping) {
    const asked = telling(text).flatMap((word) => this.known.spelled(word, isTyping));
    return asked.map((word, number) => {
      const any = [[word, 1], ...alike(word).map((one) => [one, NEAR])];
      if (isTyping && number == asked.length - 1 && word.length > 1) {
        any.push(...this.known.longer(word).map((one) => [one, BEGINNING]));
      }
      return any;
    });
  }

  /** What to look for in what was pasted: of a traceback, its last message. */
  asked(text) {
    const pasted = lines(text);
    if (pasted.length < 2) return text;
    return (pasted.findLast((line) => line.kind) ?? pasted[0]).text;
  }

  /** The words that are worth a mark in an excerpt. */
  marked(text) {
    return new Set(this.wanted(this.asked(text), false).map(([[word]]) => word));
  }

  /** Results, the best first.
   * @param isTyping Whether the last word may be half of one. */
  find(text, { isTyping = false } = {}) {
    const messages = this.messages.find(text).map((entry) => ({
      ...entry, kind: "message", text: this.texts.get(`${entry.page}#${entry.anchor}`),
    }));
    const asked = this.asked(text);
    const taken = new Set(messages.map((one) => one.page));
    const places = this.ranking.rank(this.wanted(asked, isTyping), meanings(asked))
      .filter(({ page }) => !taken.has(page))
      .map(({ page, document }) => ({ kind: "place", page, anchor: document.anchor,
        title: document.heading || document.question, text: document.text }));
    return [...messages, ...places.slice(0, messages.length ? BESIDES : MOST)].slice(0, MOST);
  }
}
