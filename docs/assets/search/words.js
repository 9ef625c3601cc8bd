/* Words as the search compares them: lower case, without endings, with their parts. */

const WORD = /[\p{L}\p{N}_]+(?:['’]\p{L}+|(?:\.[\p{L}_][\p{L}\p{N}_]*)+)?/gu;

/** What is in nearly every question, and says nothing about it. */
const EMPTY = new Set(
  ("a about actually after all also am an and any are as at be because been best better between but by can cannot "
    + "cant code could did difference differences do does doesnt doing dont even example examples for from get gets getting give gives "
    + "go going got had has have help here how i if im in into is isnt it its just keep "
    + "keeps like make makes me mean means my need no not of on one or other our please "
    + "possible proper put properly python really right same say says shall should show so "
    + "some still tell than that the their them then there these they thing things this "
    + "those to too try trying understand up use used using versus very vs want was way we what "
    + "whats when where which while who why will wit with without work works would wont "
    + "you your")
    .split(" "),
);

/** Endings that make no other word, with what takes their place. */
const ENDINGS = [
  [/ies$/, "y"], [/sses$/, "ss"], [/([^sui])s$/, "$1"], [/ation$/, ""], [/ency$/, "ent"],
  [/(.{3})ly$/, "$1"], [/(.{2}[^e])ed$/, "$1"], [/(.{3})ing$/, "$1"], [/(.{4})er$/, "$1"],
];

/** A word without its endings: what is left need not be a word. */
export function stem(word) {
  if (word.length < 4 || /[_.]/.test(word) || /\d/.test(word)) return word;
  let stem = word;
  for (const [ending, instead] of ENDINGS) stem = stem.replace(ending, instead);
  return stem.replace(/([bdfgklmnprt])\1$/, "$1").replace(/(.{3})e$/, "$1");
}

/** A name such as `asyncio.create_task` or `TaskGroup`, and its parts. */
function parts(word) {
  const names = word.split(/[_.]+/).filter(Boolean);
  const found = names.flatMap((name) => name.split(/(?<=[a-z])(?=[A-Z])/));
  return [...new Set([word, ...names, ...found])];
}

/** What several words mean together. */
const TOGETHER = [
  [/\basync (for|with|def)\b/gi, "async_$1"],
  [/\b(?:at the same time|at once|side by side|in parallel)\b/gi, "concurrently"],
  [/\bone (?:by one|after (?:the other|another))\b/gi, "sequentially"],
  [/\bevery (?:\S+ )?(?:seconds?|minutes?|hours?)\b/gi, "periodically"],
  [/\bwithout (?:waiting|awaiting)\b/gi, "background"],
];

/** All words of a text, in order, as they are compared. */
export function words(text) {
  const told = TOGETHER.reduce((one, [phrase, word]) => one.replace(phrase, word), text);
  return (told.match(WORD) ?? []).flatMap(parts)
    .map((word) => stem(word.toLowerCase().replace(/['’]/, "")));
}

const EMPTY_STEMS = new Set([...EMPTY].map(stem));

/** Whether a word, as it is compared, says nothing about what a question is about. */
export function isEmpty(word) {
  return EMPTY_STEMS.has(word);
}

/** The words of a question that say what it is about; all, where none of them does. */
export function telling(text) {
  const all = [...new Set(words(text))];
  const some = all.filter((word) => !isEmpty(word));
  return some.length ? some : all;
}

/** Words of readers for the same thing. */
const SAME = [
  "parallel simultaneously simultaneous concurrently concurrent concurrency", "freeze hang stuck block unresponsive",
  "cancel stop kill abort interrupt cancellation terminate", "slow fast speed performance quick quicker", "timeout deadline",
  "limit throttle restrict maximum cap", "exception error fail raise crash failure", "thread threading multithreading",
  "notebook jupyter ipython colab", "pytest unittest test testing", "multiprocessing process",
  "order sequential sequence sequentially", "async asynchronous asyncio",
  "sync synchronous ordinary normal regular plain", "several multiple many", "result value output",
  "function method", "bound heavy intensive computation computing", "periodically interval repeatedly", "background daemon",
  "begin start launch spawn", "mongo mongodb", "database db sql", "http url web page",
  "difference differ compare", "download fetch request", "delay pause sleep", "accurate precise exact accuracy precision",
  "internally implemented hood inside", "lag latency", "wait await",
].map((line) => [...new Set(words(line))]);

const FIRST = new Map(SAME.flatMap((list) => list.map((word) => [word, list[0]])));

/** Other words for the same thing. */
export function alike(word) {
  return SAME.filter((list) => list.includes(word)).flat().filter((one) => one != word);
}

/** The words of a question, one for all that mean the same, each once. */
export function meanings(text) {
  return [...new Set(words(text).map((word) => FIRST.get(word) ?? word))];
}
