/* Loads what is searched, once, when somebody first searches. */

let loading;

async function load() {
  const [{ Finder }, answer] = await Promise.all(
    [import("./finder.js"), fetch(new URL("index.json", import.meta.url))]);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
  return new Finder(await answer.json());
}

/** Promises what finds. After a failure, the next one to ask tries again. */
export function finder() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
