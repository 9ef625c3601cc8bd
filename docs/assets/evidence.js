/* Sorts the table of every snippet by its column heads, and filters it. */

const NUMBER = "number";

/** Let the tables in a place be sorted and filtered. */
export function mount(place) {
  for (const table of place.querySelectorAll(".proof-evidence-table")) {
    if (!table.querySelector("thead button")) new Sorted(table);
  }
}

class Sorted {
  constructor(table) {
    this.body = table.tBodies[0];
    this.heads = [...table.tHead.rows[0].cells];
    this.rows = [...this.body.rows].map((row) => ({
      row,
      // A line break in the cell is a space to the reader.
      words: row.textContent.toLowerCase().replace(/\s+/g, " "),
      keys: this.heads.map((head, index) => key(row.cells[index], head)),
    }));
    this.heads.forEach((head, index) => this.#makeButton(head, index));
    this.#mark(0, 1);
    table.before(this.#filter());
  }

  /** Rows that are equal keep the order in which they came. */
  sort(index, direction) {
    this.rows.sort((one, other) =>
      direction * compare(one.keys[index], other.keys[index]));
    this.body.append(...this.rows.map(({ row }) => row));
    this.#mark(index, direction);
  }

  filter(text) {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, words } of this.rows) {
      row.hidden = !wanted.every((word) => words.includes(word));
      if (!row.hidden) shown += 1;
    }
    this.count.textContent = `${shown} of ${this.rows.length} programs`;
  }

  #makeButton(head, index) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () =>
      this.sort(index, head.ariaSort == "ascending" ? -1 : 1));
    head.replaceChildren(button);
  }

  #mark(index, direction) {
    for (const head of this.heads) head.removeAttribute("aria-sort");
    const sorted = direction > 0 ? "ascending" : "descending";
    this.heads[index].setAttribute("aria-sort", sorted);
  }

  #filter() {
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = "Filter, for instance: gather raises";
    field.ariaLabel = "Filter the programs";
    field.autocomplete = "off";
    field.addEventListener("input", () => this.filter(field.value));
    this.count = document.createElement("p");
    this.count.setAttribute("role", "status");
    this.count.ariaLive = "polite";
    const box = document.createElement("div");
    box.className = "proof-evidence-filter";
    box.append(field, this.count);
    this.filter("");
    return box;
  }
}

function key(cell, head) {
  const text = cell.dataset.sort ?? cell.textContent.trim();
  return head.dataset.kind == NUMBER ? Number.parseFloat(text) : text.toLowerCase();
}

function compare(one, other) {
  return (one > other) - (one < other);
}
