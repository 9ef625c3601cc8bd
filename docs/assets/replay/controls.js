/* The controls of a replay: buttons, a slider, and the sentence. */

import { SPEEDS } from "./pace.js";
import { paint } from "./paint.js";

const LINK = "Copy a link to this moment";

export class Controls {
  constructor(label, place, player) {
    this.play = button("play", () => player.toggle());
    this.restart = button("restart", () => player.restart(), "Restart");
    this.previous = button("previous", () => player.step(-1), "Previous event");
    this.next = button("next", () => player.step(1), "Next event");
    this.link = button("link", () => player.copyLink(), LINK);
    this.shut = button("close", () => player.close(), "Close the replay");
    this.slider = element("input", {
      type: "range", class: "proof-scrub", max: 1, step: "any", "aria-label": "Time",
    });
    this.slider.addEventListener("input", () => player.seek(Number(this.slider.value)));
    this.speed = element("select", { "aria-label": "Speed" },
      ...Object.entries(SPEEDS).map(([value, [words]]) =>
        element("option", { value }, words)));
    this.speed.addEventListener("change", () => player.setSpeed(this.speed.value));
    this.label = element("span", { class: "proof-label", "data-room": "Pause" });
    this.play.append(this.label);
    this.time = element("span", { class: "proof-time" });
    this.count = element("span", {});
    this.when = element("div", { class: "proof-when" }, this.time, this.count);
    this.now = element("p", { class: "proof-now" });
    this.room = element("div", { class: "proof-room", "aria-hidden": "true" });
    this.said = element("div", { class: "proof-said" }, this.when,
      element("div", { class: "proof-what" }, this.now, this.room));
    this.root = element("div",
      { class: "proof-replay", role: "group", "aria-label": label },
      this.slider,
      element("div", { class: "proof-buttons" },
        this.restart, this.previous, this.play, this.next, this.speed, this.link,
        this.shut),
      this.said);
    // Percent of the width left of the axis of the picture above, and under it.
    this.root.style.setProperty("--proof-edge", `${place[0]}%`);
    this.root.style.setProperty("--proof-span", `${place[1]}%`);
    this.root.addEventListener("keydown", (event) => press(event, player));
    this.setOpen(false, true);
  }

  /** Show all of it, or nothing but the button that starts it. */
  setOpen(isOpen, moves) {
    for (const part of [
      this.restart, this.previous, this.next, this.link, this.shut, this.slider,
      this.said,
    ]) part.hidden = !isOpen;
    this.speed.hidden = !isOpen || !moves;
    this.play.hidden = isOpen && !moves;
    this.root.classList.toggle("proof-open", isOpen);
    this.#rename("Replay", "play");
  }

  setPlaying(isPlaying) {
    this.#rename(...isPlaying ? ["Pause", "pause"] : ["Play", "play"]);
    // A screen reader cannot read every event of a run as it plays.
    this.now.ariaLive = isPlaying ? "off" : "polite";
  }

  setPlace(time, moment, last) {
    this.time.textContent = time;
    this.count.textContent = `event ${moment + 1} of ${last + 1}`;
    // Not `disabled`: that would take the focus away from under a finger.
    this.previous.ariaDisabled = moment == 0;
    this.next.ariaDisabled = moment == last;
  }

  say(pieces) {
    this.now.replaceChildren(...nodes(pieces));
  }

  /** Say what came of the link, until there is another moment. */
  nameLink(name = LINK, icon = "link") {
    this.link.ariaLabel = this.link.title = name;
    this.link.dataset.icon = icon;
  }

  /** Keep as much room as the longest of all texts needs, unseen: nothing moves as
      they change, in any font and at any width. */
  keepRoomFor(time, last, sentences) {
    const widest = `event ${last + 1} of ${last + 1}`;
    this.when.dataset.room = `${time}\n${widest}`.replace(/\d/g, "0");
    this.room.replaceChildren(...sentences.map((pieces) =>
      element("p", {}, ...nodes(pieces))));
  }

  #rename(name, icon) {
    this.label.textContent = name;
    this.play.dataset.icon = icon;
  }
}

function press(event, player) {
  const { key, target } = event;
  if (!player.isOpen || target.localName == "select"
    || event.altKey || event.ctrlKey || event.metaKey) return;
  const isSlider = target.type == "range";
  if (key == "ArrowRight" || (isSlider && key == "ArrowUp")) player.step(1);
  else if (key == "ArrowLeft" || (isSlider && key == "ArrowDown")) player.step(-1);
  else if (key == "Home") player.step(-Infinity);
  else if (key == "End") player.step(Infinity);
  else if (key == " " && isSlider) player.toggle();
  else return;
  event.preventDefault();
}

function nodes(pieces) {
  return pieces.map((piece) => {
    if (piece.program) return element("span", { class: "proof-which" }, piece.program);
    if (!piece.name) return piece;
    return paint(element("code", { class: "proof-who" }, piece.name), piece.lane);
  });
}

function button(icon, press, name) {
  const control = element("button",
    { type: "button", class: `proof-${icon}`, "data-icon": icon });
  if (name) control.ariaLabel = control.title = name;
  control.addEventListener("click", press);
  return control;
}

function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    created.setAttribute(key, value);
  }
  created.append(...children);
  return created;
}
