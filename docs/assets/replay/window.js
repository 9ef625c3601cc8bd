/* The window around a figure that is replayed: it scrolls there, and hides what would be
   in the way. */

/** Milliseconds that a smooth scroll may take where the browser does not tell. */
const LONGEST_SCROLL = 1500;

/** Pixels at the top of the window that the page's head takes. */
export function head() {
  return document.querySelector(".md-header")?.offsetHeight ?? 0;
}

/** Say in the page whether a figure is replayed. */
export function markReplaying(figure, isReplaying) {
  figure.classList.toggle("proof-replaying", isReplaying);
  // A rule that looks for it in the whole page would be checked at every change.
  document.body.classList.toggle("proof-replay-open",
    isReplaying || Boolean(document.querySelector(".proof-replaying")));
}

/** The scroll to where a figure is at rest. */
export class Arrival {
  constructor(figure) {
    this.classes = figure.classList;
  }

  get isUnderWay() {
    return this.classes.contains("proof-arriving");
  }

  /** Scroll by some pixels, and call when that is over; not once it is aborted. */
  begin(way, behavior, signal, call) {
    const { scrollHeight } = document.scrollingElement;
    const goal = Math.max(0, Math.min(scrollY + way, scrollHeight - innerHeight));
    if (Math.abs(goal - scrollY) < 1) return;
    this.classes.add("proof-arriving");
    const arrive = () => {
      if (signal.aborted || !this.isUnderWay) return;
      this.end();
      call?.();
    };
    document.addEventListener("scrollend", arrive, { signal, once: true });
    setTimeout(arrive, LONGEST_SCROLL);
    scrollTo({ top: goal, behavior });
  }

  end() {
    this.classes.remove("proof-arriving");
  }
}
