/* A replay: its time, and whether it plays. */

import { Controls } from "./controls.js";
import { clock, fractionAt, momentAt, timeAt } from "./model.js";
import { SPEEDS, keepSpeed, keptSpeed, readOn, readSince, readingTimes } from "./pace.js";

/** Seconds that a frame may advance: in the background there are none. */
const LONGEST_FRAME = 0.1;

let playing = null;

export class Player {
  isOpen = false;

  /** `viewOf`, given the element of the controls, makes what shows it in the figure. */
  constructor(label, figure, run, viewOf) {
    this.run = run;
    this.figure = figure;
    this.last = this.run.moments.length - 1;
    this.times = readingTimes(this.run);
    this.controls = new Controls(label, run.place, this);
    this.view = viewOf(this.controls.root);
  }

  toggle() {
    if (!this.isOpen) this.open();
    else if (this.frame) this.pause();
    else this.start();
  }

  /** Open it at a moment; without one it plays from the first. */
  open(moment) {
    this.isOpen = true;
    this.moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.speed = keptSpeed();
    this.controls.setOpen(true, this.moves);
    // Only what has an address can be linked to.
    this.controls.link.hidden = !this.figure.id;
    this.controls.speed.value = this.speed;
    this.controls.keepRoomFor(clock(this.run, this.run.end), this.last,
      this.run.moments.map(({ sentence }) => sentence));
    this.view.open(this.moves);
    this.#listen();
    this.#goToMoment(moment ?? 0);
    if (this.moves && moment == null) this.start();
    else {
      this.pause();
      this.controls.next.focus({ preventScroll: true });
    }
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.controls.root.contains(document.activeElement);
    this.pause();
    this.isOpen = false;
    this.moment = null;
    this.listening.abort();
    this.view.close();
    this.controls.setOpen(false, true);
    if (hadFocus) this.controls.play.focus({ preventScroll: true });
  }

  start() {
    playing?.pause();
    playing = this;
    if (this.moment == this.last) this.#goToMoment(0);
    this.controls.setPlaying(true);
    let before;
    const tick = (now) => {
      if (!this.figure.isConnected) {
        this.close();
        return;
      }
      const seconds = (now - (before ?? now)) / 1000;
      before = now;
      this.frame = requestAnimationFrame(tick);
      if (!this.view.isArriving) this.#advance(Math.min(seconds, LONGEST_FRAME));
    };
    this.frame = requestAnimationFrame(tick);
  }

  pause() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    if (playing == this) playing = null;
    this.controls.setPlaying(false);
    this.#showPlace();
  }

  restart() {
    this.#goToMoment(0);
    if (this.moves && !this.frame) this.start();
  }

  step(by) {
    this.#goToMoment(this.moment + by);
    this.pause();
  }

  /** Go to a fraction of the axis. */
  seek(fraction) {
    this.#goTo(fraction < 1 ? timeAt(this.run, fraction) : Infinity);
    this.pause();
  }

  setSpeed(speed) {
    this.speed = speed;
    keepSpeed(speed);
  }

  /** Give the address of the moment to the clipboard, or at least to the window. */
  async copyLink() {
    this.pause();
    const { href } = new URL(`#${this.figure.id}?moment=${this.moment + 1}`, location);
    history.replaceState(history.state, "", href);
    try {
      await navigator.clipboard.writeText(href);
      this.controls.nameLink("Link copied", "check");
    } catch {
      this.controls.nameLink("The link is the address of this page now", "check");
    }
  }

  #advance(seconds) {
    const [, rate] = SPEEDS[this.speed];
    if (rate) this.#goTo(this.time + seconds * rate);
    else {
      const read = readOn(this.run, this.times, this.moment, this.read + seconds);
      this.#show(read.moment, read.time);
      this.read = read.seconds;
    }
    if (this.moment == this.last) this.pause();
  }

  /** Go to the last moment that is not after a time. */
  #goTo(time) {
    this.#show(momentAt(this.run, time), time);
    this.read = readSince(this.run, this.times, this.moment, this.time);
  }

  #goToMoment(moment) {
    const number = Math.min(this.last, Math.max(0, moment));
    this.#show(number, this.run.moments[number].at);
    this.read = 0;
  }

  #show(moment, time) {
    // Nothing happens before time zero.
    this.time = Math.max(0, Math.min(time, this.run.end));
    if (moment != this.moment) {
      this.controls.say(this.run.moments[moment].sentence);
      this.controls.nameLink();
    }
    this.moment = moment;
    this.view.show(moment, this.time);
    this.#showPlace();
  }

  #showPlace() {
    const { slider, count } = this.controls;
    const time = clock(this.run, this.time);
    this.controls.setPlace(time, this.moment, this.last);
    slider.value = fractionAt(this.run, this.time);
    // Read aloud at each change while the slider has the focus: not as it plays.
    if (!this.frame) slider.ariaValueText = `${time}, ${count.textContent}`;
  }

  #listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", ({ key, target }) => {
      const isHere = target == document.body || this.figure.contains(target);
      if (key == "Escape" && isHere) this.close();
    }, { signal });
    this.view.onScrub((fraction) => this.seek(fraction), signal);
  }
}
