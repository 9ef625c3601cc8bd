/* Finds what a pasted message or a whole traceback is about, by the words that programs
   really printed. What varies in them (names, numbers, addresses) stands there as `…`. */

const VARIABLE = "…";
const KIND = /^(?:[\w.]*\.)?(\w*(?:Error|Warning|ExceptionGroup)): (?=.)/;
/** An exception without a text, at the end of a traceback. */
const BARE = /^(?:[\w.]*\.)?(\w*(?:Error|Warning))$/;
/** What stands before a line in a log, a quotation or a group of exceptions. */
const MARGIN = /^[\s>|+]*(?:[-+]{2,} *)?/;
/** From how much likeness on a line from memory is taken for a message. */
const LIKE = 0.7;
const QUESTION = /\?\s*$|^(?:how|what|why|when|where|which|who|is|are|can|do|does|should)\b/i;

/** The names of exceptions are known without those of their modules. */
const MODULE = /\b(?:[a-z_]\w*\.)+(?=[A-Z])/g;

/** The words of a line as they are compared: as one types them from memory, too. */
function tokens(text) {
  const plain = text.replace(MODULE, "").toLowerCase().replace(/\bcan['’]t\b/g, "cannot");
  return (plain.match(/[\p{L}\p{N}_]+/gu) ?? []).map((word) => word.replace(/(.{3}[^s])s$/, "$1"));
}

/** What a pattern asks for: runs of words between what varies. */
function parsed(pattern) {
  const kind = pattern.match(KIND)?.[1].toLowerCase() ?? "";
  const runs = pattern.replace(KIND, "").split(VARIABLE).map(tokens);
  const said = runs.filter((run) => run.length);
  return { kind, runs: said, size: said.flat().length };
}

/** Where a run of words begins in a line, from a place on; -1 where it does not. */
function position(line, run, from) {
  for (let at = from; at + run.length <= line.length; at += 1) {
    if (run.every((word, index) => line[at + index] == word)) return at;
  }
  return -1;
}

function holds(line, { runs }) {
  let from = 0;
  for (const run of runs) {
    const at = position(line, run, from);
    if (at < 0) return false;
    from = at + run.length;
  }
  return runs.length > 0;
}

/** How much of two lists of words is in both in the same order, from 0 to 1; rare words
 * count more. */
function likeness(line, said, rarity) {
  const size = (list) => list.reduce((sum, word) => sum + rarity(word), 0);
  let row = new Array(said.length + 1).fill(0);
  for (const word of line) {
    const next = [0];
    for (const [at, other] of said.entries()) {
      next.push(word == other ? row[at] + rarity(word) : Math.max(row[at + 1], next[at]));
    }
    row = next;
  }
  return (2 * row.at(-1)) / (size(line) + size(said) || 1);
}

/** The lines of what was pasted, those with an exception among them told apart. */
export function lines(text) {
  return text.split(/\r?\n/).map((line) => line.replace(MARGIN, "").trim())
    .filter((line) => line && !line.startsWith("File \"") && !/^[\^~]+$/.test(line))
    .map((line) => ({ text: line, tokens: tokens(line),
      kind: (line.match(KIND) ?? line.match(BARE))?.[1] }));
}

export class Messages {
  /** @param entries As they are in the index, each with its `patterns`. */
  constructor(entries) {
    this.entries = entries.map((entry) => ({
      entry, patterns: entry.patterns.map(parsed),
    }));
    this.counts = new Map();
    for (const { patterns } of this.entries) {
      for (const word of new Set(patterns.flatMap(({ runs }) => runs.flat()))) {
        this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
      }
    }
  }

  rarity(word) {
    const count = this.counts.get(word);
    return count ? Math.log(1 + this.entries.length / count) : 1;
  }

  /** The entries that a text is about, the best first: none for most questions. */
  find(text) {
    const pasted = lines(text.replace(/^\s*["'“”`]+|["'“”`]+\s*$/g, ""));
    const found = this.literal(pasted);
    return found.length ? found : this.similar(pasted);
  }

  literal(pasted) {
    const found = [];
    for (const { entry, patterns } of this.entries) {
      let best = 0;
      for (const [number, line] of pasted.entries()) {
        for (const pattern of patterns) {
          if (!holds(line.tokens, pattern) || !this.suffices(pattern, line)) continue;
          const named = pattern.kind && line.kind?.toLowerCase() == pattern.kind;
          const score = pattern.size + (named ? 0.5 : 0) + number / (2 * pasted.length);
          best = Math.max(best, score);
        }
      }
      if (best) found.push({ entry, best });
    }
    return found.sort((a, b) => b.best - a.best).map(({ entry }) => entry);
  }

  /** Whether so few words, found in a line, say what the line is about. */
  suffices(pattern, line) {
    if (pattern.size >= 3) return true;
    if (QUESTION.test(line.text)) return false;
    return pattern.size / line.tokens.length > 0.45
      || position(line.tokens, pattern.runs[0], 0) <= 2 && /^[\w.]*\w+(?::|$)/.test(line.text);
  }

  similar(pasted) {
    const found = [];
    for (const { entry, patterns } of this.entries) {
      const some = pasted.filter((line) => line.tokens.length > 1 && line.tokens.length < 60);
      const scores = some.flatMap((line) => patterns.map(({ runs }) =>
        likeness(line.tokens, runs.flat(), (word) => this.rarity(word))));
      const best = Math.max(0, ...scores);
      if (best >= LIKE) found.push({ entry, best });
    }
    return found.sort((a, b) => b.best - a.best).slice(0, 3).map(({ entry }) => entry);
  }
}
