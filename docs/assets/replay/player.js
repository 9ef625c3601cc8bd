/* The replay of one figure: its time, and whether it plays. */

import { Controls } from "./controls.js";
import { clock, fractionAt, momentAt, readRun, timeAt } from "./model.js";
import { View } from "./view.js";

/** Seconds below which a reader cannot follow a run in real time. */
const TOO_SHORT = 0.05;
/** Seconds for which an event is shown, and that all of them should take. */
const PACE = { least: 0.15, most: 1.2, all: 40 };
/** Seconds that a frame may advance: in the background there are none. */
const LONGEST_FRAME = 0.1;

let playing = null;

export class Player {
  isOpen = false;

  constructor(figure, shown, data) {
    this.run = readRun(data);
    this.figure = figure;
    const { length } = this.run.moments;
    this.last = length - 1;
    this.pace = Math.min(PACE.most, Math.max(PACE.least, PACE.all / length));
    const isTooShort = this.run.took < TOO_SHORT;
    this.speed = isTooShort ? 0 : 1;
    const title = figure.querySelector(".proof-name")?.textContent;
    this.controls = new Controls(title, this, isTooShort);
    this.view = new View(figure, shown, this.run, this.controls.root);
  }

  toggle() {
    if (!this.isOpen) this.open();
    else if (this.frame) this.pause();
    else this.start();
  }

  open() {
    this.isOpen = true;
    this.moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.controls.setOpen(true, this.moves);
    this.controls.speed.value = this.speed;
    this.controls.keepRoomFor(clock(this.run, this.run.end), this.last,
      this.run.moments.map(({ sentence }) => sentence));
    this.view.open(this.moves);
    this.#listen();
    this.#goToMoment(0);
    if (this.moves) this.start();
    else {
      this.pause();
      this.controls.next.focus();
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
    if (hadFocus) this.controls.play.focus();
  }

  start() {
    playing?.pause();
    playing = this;
    if (this.moment == this.last) this.#goToMoment(0);
    this.controls.setPlaying(true);
    this.waited = 0;
    let before;
    const tick = (now) => {
      const seconds = (now - (before ?? now)) / 1000;
      before = now;
      this.frame = requestAnimationFrame(tick);
      this.#advance(Math.min(seconds, LONGEST_FRAME));
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
    this.waited = 0;
  }

  #advance(seconds) {
    this.waited += seconds;
    if (this.speed) this.#goTo(this.time + seconds * this.speed);
    else if (this.waited >= this.pace) {
      this.waited = 0;
      this.#goToMoment(this.moment + 1);
    }
    if (this.moment == this.last) this.pause();
  }

  /** Go to the last moment that is not after a time. */
  #goTo(time) {
    const moment = momentAt(this.run, time);
    // Nothing happens before time zero.
    this.time = Math.max(0, Math.min(time, this.run.end));
    if (moment != this.moment) this.controls.say(this.run.moments[moment].sentence);
    this.moment = moment;
    this.view.show(moment, this.time);
    this.#showPlace();
  }

  #goToMoment(moment) {
    const number = Math.min(this.last, Math.max(0, moment));
    this.#goTo(this.run.moments[number].at);
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
