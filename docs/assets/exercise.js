/* Says which exercises are solved, and keeps that in this browser. */

const KEY = "proof-solved";
const MARK = "# Proof:";

/** Names of those that are solved; without storage, in this page. */
let solved = new Set();
try {
  solved = new Set(JSON.parse(localStorage.getItem(KEY)));
} catch { /* None is known then. */ }

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify([...solved]));
  } catch { /* As above. */ }
}

/** What a program claims, without what makes no difference. */
function claims(program) {
  const at = program.lastIndexOf(`\n${MARK}`);
  return at < 0 ? "" : program.slice(at).split("\n").map((line) => line.trimEnd())
    .join("\n").trim();
}

function verdict({ outcome, program, original }) {
  if (claims(program) != claims(original)) {
    return "Not solved: the claims at the end have changed; Reset brings them back.";
  }
  const checked = outcome.claims.filter((claim) => claim.holds != null);
  const missed = checked.filter((claim) => !claim.holds).length;
  if (!checked.length || outcome.problem) {
    return "Not solved yet: the claims were not checked.";
  }
  if (missed) {
    const does = missed == 1 ? "is" : "are";
    return `Not solved yet: ${missed} of ${checked.length} ${does} not as claimed.`;
  }
  return "";
}

function show(section) {
  section.classList.toggle("proof-is-solved", solved.has(section.dataset.exercise));
  const said = section.querySelector(".proof-exercise-verdict");
  if (solved.has(section.dataset.exercise)) said.textContent = "Solved.";
}

document.addEventListener("proof-outcome", ({ target, detail }) => {
  const section = target.closest(".proof-exercise");
  if (!section) return;
  const missing = verdict(detail);
  if (!missing) {
    solved.add(section.dataset.exercise);
    keep();
    show(section);
  }
  const said = section.querySelector(".proof-exercise-verdict");
  said.classList.toggle("proof-missed", Boolean(missing));
  said.textContent = missing || "Solved: all is as claimed.";
});

/** Say of an exercise whether it is solved. */
export { show as mount };
