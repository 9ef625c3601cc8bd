/* A field, and below it what is found for the words in it. */

import { hit } from "./hits.js";
import { finder } from "./load.js";

function counted(number) {
  if (!number) return "Nothing was found. Fewer or other words may help.";
  return number == 1 ? "1 result" : `${number} results`;
}

export class Lookup {
  /** @param place The element with the field, the status and the list. */
  constructor(place) {
    this.field = place.querySelector("textarea");
    this.status = place.querySelector("[role=status]");
    this.list = place.querySelector("ol");
    this.asked = 0;
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.onFieldKey(event));
    this.list.addEventListener("keydown", (event) => this.onListKey(event));
    finder().catch(() => { /* Said at the first word. */ });
    if (this.field.value) this.look();
  }

  get links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** Find what is in the field, and show it unless something newer was asked. */
  async look() {
    this.asked += 1;
    const number = this.asked;
    this.fit();
    const text = this.field.value;
    if (!text.trim()) {
      this.show("", []);
      return;
    }
    let found;
    try {
      this.status.textContent ||= "Loading …";
      found = await finder();
    } catch (error) {
      if (number == this.asked) this.show(`The search cannot be loaded (${error.message}).`, []);
      return;
    }
    if (number != this.asked) return;
    const results = found.find(text, { isTyping: /\S$/.test(text) });
    const wanted = found.marked(text);
    const items = results.map((one) => hit(one, found.index.pages[one.page], wanted));
    this.show(counted(items.length), items);
  }

  show(status, items) {
    this.list.replaceChildren(...items);
    this.status.textContent = status;
  }

  /** As high as what is in it, up to a limit of the style sheet. */
  fit() {
    this.field.style.height = "";
    if (this.field.scrollHeight > this.field.clientHeight) {
      this.field.style.height = `${this.field.scrollHeight}px`;
    }
  }

  async onFieldKey(event) {
    if (event.isComposing) return;
    if (event.key == "Enter" && !event.shiftKey) {
      event.preventDefault();
      await this.look();
      this.links[0]?.click();
    } else if (event.key == "ArrowDown" && this.isAtEnd() && this.links.length) {
      event.preventDefault();
      this.links[0].focus();
    }
  }

  /** Whether there is no line below the caret. */
  isAtEnd() {
    const { value, selectionEnd } = this.field;
    return !value.includes("\n", selectionEnd);
  }

  onListKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = this.links.indexOf(document.activeElement) + step;
    if (at < 0) this.field.focus();
    else this.links[at]?.focus();
  }
}
