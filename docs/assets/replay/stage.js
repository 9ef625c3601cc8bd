/* Where the parts of a figure stand while it is replayed, so that code, output and
   lanes are seen together: beside each other, or the lanes at the window's bottom. */

/** Pixels: how wide a window has to be for two columns, and what they need. */
const WIDE_WINDOW = 1100;
const WIDE_FIGURE = 820;
const WIDEST_FIGURE = 1320;
const LEAST_HEIGHT = 240;
const LEAST_OUTPUT = 110;
/** The part of the window that pinned lanes may take, and from which they are drawn
    closer together. */
const MOST_PINNED = 0.62;
const TALL_PINNED = 0.42;
/** Of a lane that is drawn closer: without what is written below it. */
const COMPACT_LANE = 46;
const MARGIN = 24;
/** Milliseconds after which a page that is scrolled by hand is scrolled for a reader. */
const BY_HAND = 2500;
/** Milliseconds that a smooth scroll may take where the browser does not tell. */
const LONGEST_SCROLL = 1500;

export class Stage {
  constructor(figure, shown, controls) {
    this.figure = figure;
    this.controls = controls;
    this.panel = shown.querySelector(".proof-timeline");
    this.picture = this.panel.querySelector(":scope > svg");
    this.height = this.natural = this.picture.height.baseVal.value;
    this.words = this.panel.querySelector(".proof-words");
    this.source = figure.querySelector(".proof-source");
    this.code = this.source.querySelector("code");
    this.output = shown.querySelector(".proof-output");
    this.printed = this.output?.querySelector("pre > code");
  }

  /** Set the stage, and scroll to it: to a line of code, if not all of it fits. */
  open(smoothly, first) {
    this.behavior = smoothly ? "smooth" : "instant";
    this.figure.classList.add("proof-replaying");
    // A rule that looks for it in the whole page would be checked at every change.
    document.body.classList.add("proof-replay-open");
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener("resize", () => this.fit(), { signal });
    for (const name of ["wheel", "touchmove"]) {
      addEventListener(name, () => {
        this.byHand = performance.now();
      }, { signal, passive: true });
    }
    this.fit();
    this.#arrive(this.#way(this.line(first) ?? this.source));
  }

  close() {
    this.listening.abort();
    this.#clear();
    this.figure.classList.remove("proof-replaying", "proof-arriving");
    const { classList } = document.body;
    classList.toggle("proof-replay-open", Boolean(document.querySelector(".proof-replaying")));
    classList.toggle("proof-replay-beside", Boolean(document.querySelector(".proof-beside")));
  }

  /** Whether the page still scrolls to where the figure is at rest. */
  get isArriving() {
    return this.figure.classList.contains("proof-arriving");
  }

  /** Give each part its place in the window as it is. */
  fit() {
    this.#clear();
    const wide = this.#room();
    if (wide >= WIDE_FIGURE && this.#putBeside(Math.min(wide, WIDEST_FIGURE))) return;
    this.panel.classList.add("proof-pinned");
    if (this.panel.offsetHeight > innerHeight * TALL_PINNED) this.#compact();
    this.panel.style.maxHeight = `${innerHeight * MOST_PINNED}px`;
  }

  /** Keep a line of code in sight. */
  follow(number) {
    this.followed = number;
    const box = this.line(number)?.getClientRects()[0];
    if (this.isArriving || !box || performance.now() - this.byHand < BY_HAND) return;
    const pane = this.isBeside ? this.code.getBoundingClientRect()
      : { top: head(), bottom: this.panel.getBoundingClientRect().top };
    if (box.top >= pane.top + MARGIN / 2 && box.bottom <= pane.bottom - MARGIN / 2) return;
    (this.isBeside ? this.code : window).scrollBy({
      top: (box.top + box.bottom - pane.top - pane.bottom) / 2, behavior: this.behavior,
    });
  }

  /** Keep the lane of who runs in sight where not all of them are. */
  followLane(lane) {
    const row = this.picture.querySelector(`[data-lane="${lane}"] > .proof-reach`);
    if (!row || this.panel.scrollHeight <= this.panel.clientHeight) return;
    const { top, bottom } = row.getBoundingClientRect();
    const begin = this.panel.getBoundingClientRect().top;
    const end = this.controls.getBoundingClientRect().top;
    if (top < begin) this.panel.scrollTop += top - begin - MARGIN / 2;
    else if (bottom > end) this.panel.scrollTop += bottom - end + MARGIN / 2;
  }

  /** Keep the last line of the output in sight. */
  followOutput() {
    if (!this.isBeside || !this.printed) return;
    const last = [...this.printed.querySelectorAll(".proof-line:not(.proof-line-later)")].at(-1);
    this.printed.scrollTop = last
      ? last.offsetTop + last.offsetHeight - this.printed.clientHeight : 0;
  }

  /** The element of a line of code. */
  line(number) {
    return this.source.querySelector(`[data-line="${number}"]`);
  }

  /** How wide the figure can be from where it begins. */
  #room() {
    if (innerWidth < WIDE_WINDOW || !this.figure.parentElement.matches("article")) return 0;
    const { left } = this.figure.getBoundingClientRect();
    return document.documentElement.clientWidth - left - MARGIN;
  }

  #putBeside(wide) {
    const { figure, panel, output, source } = this;
    figure.classList.add("proof-beside");
    figure.style.setProperty("--proof-wide", `${wide}px`);
    const inRight = [...figure.querySelectorAll(
      ":scope > :is(.proof-output, .proof-timeline, .proof-versions), "
        + ":scope > .proof-predict > *",
    )];
    figure.style.setProperty("--proof-rows", inRight.length);
    const all = innerHeight - head() - MARGIN
      - (source.getBoundingClientRect().top - figure.getBoundingClientRect().top);
    const printed = output.offsetHeight;
    const besides = inRight.reduce((sum, part) => sum + part.offsetHeight, 0)
      - printed - panel.offsetHeight;
    const least = Math.min(printed, LEAST_OUTPUT);
    if (panel.offsetHeight + besides + least > all) this.#compact();
    const lanes = Math.min(panel.offsetHeight, all - besides - least);
    if (lanes < LEAST_HEIGHT / 2 || all < LEAST_HEIGHT) {
      this.#clear();
      return false;
    }
    const needed = Math.max(source.scrollHeight, besides + lanes + printed);
    const tall = Math.min(all, needed);
    figure.style.setProperty("--proof-tall-code", `${tall}px`);
    figure.style.setProperty("--proof-tall-output", `${tall - besides - lanes}px`);
    panel.style.maxHeight = `${lanes}px`;
    this.isBeside = true;
    document.body.classList.add("proof-replay-beside");
    return true;
  }

  /** Draw the lanes closer together, without what is written below each. */
  #compact() {
    let up = 0;
    const lanes = [...this.picture.querySelectorAll(".proof-lane")].map((lane) => {
      const reach = lane.querySelector(".proof-reach");
      const before = up;
      lane.style.transform = `translateY(${-before}px)`;
      up += Math.max(0, reach.height.baseVal.value + 1 - COMPACT_LANE);
      return before;
    });
    [...this.words?.children ?? []].forEach((words, lane) => {
      words.style.transform = `translateY(${up - (lanes[lane] ?? up)}px)`;
    });
    this.picture.querySelector(".proof-axis").style.transform = `translateY(${-up}px)`;
    this.height = this.natural - up;
    this.picture.style.height = `${this.height}px`;
    this.panel.classList.add("proof-compact");
  }

  #clear() {
    this.isBeside = false;
    this.height = this.natural;
    document.body.classList.remove("proof-replay-beside");
    this.figure.classList.remove("proof-beside");
    for (const name of ["wide", "rows", "tall-code", "tall-output"]) {
      this.figure.style.removeProperty(`--proof-${name}`);
    }
    this.panel.classList.remove("proof-pinned", "proof-compact");
    this.panel.style.maxHeight = this.picture.style.height = "";
    for (const part of this.picture.querySelectorAll(".proof-lane, .proof-axis")) {
      part.style.transform = "";
    }
    for (const words of this.words?.children ?? []) words.style.transform = "";
  }

  /** How far the page is from where it should be. */
  #way(first) {
    const top = head();
    if (this.isBeside) {
      const figure = this.figure.getBoundingClientRect().top;
      const bottom = this.panel.getBoundingClientRect().bottom;
      const isInSight = figure >= top && bottom <= innerHeight;
      return isInSight ? 0 : figure - top - MARGIN / 3;
    }
    const foot = innerHeight - this.panel.offsetHeight;
    const begin = first.getBoundingClientRect().top - MARGIN;
    const end = Math.min(
      (this.output ?? first).getBoundingClientRect().bottom, begin + foot - top);
    return begin < top ? begin - top : Math.max(0, end - foot);
  }

  /** Scroll, and know when that is over. */
  #arrive(way) {
    const { scrollHeight } = document.scrollingElement;
    const goal = Math.max(0, Math.min(scrollY + way, scrollHeight - innerHeight));
    if (Math.abs(goal - scrollY) < 1) return;
    this.figure.classList.add("proof-arriving");
    const { signal } = this.listening;
    const arrive = () => {
      if (signal.aborted || !this.isArriving) return;
      this.figure.classList.remove("proof-arriving");
      this.follow(this.followed);
    };
    document.addEventListener("scrollend", arrive, { signal, once: true });
    setTimeout(arrive, LONGEST_SCROLL);
    scrollTo({ top: goal, behavior: this.behavior });
  }
}

/** Pixels at the top of the window that the page's head takes. */
function head() {
  return document.querySelector(".md-header")?.offsetHeight ?? 0;
}
