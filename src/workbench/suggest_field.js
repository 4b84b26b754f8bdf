// A field in which a thing is chosen by its name: a combobox with a list, by mouse or keyboard.

import { search } from "./server.js";
import { afterPause, announce, element } from "./dom.js";
import { word } from "./words.js";

const pause = 120;
let count = 0;

/** `onChoose` learns of {iri, name} that was chosen. `field` is the input; `node` stands in the page. */
export class SuggestField {
  constructor({ type, id, onChoose }) {
    this.type = type;
    this.onChoose = onChoose;
    this.listId = `suggestions-${(count += 1)}`;
    this.list = element("ul", {
      role: "listbox",
      id: this.listId,
      hidden: true,
      "aria-label": word("suggestions"),
    });
    this.field = element("input", {
      id,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": this.listId,
      "aria-autocomplete": "list",
      oninput: afterPause(pause, () => this.ask()),
      onkeydown: (event) => this.key(event),
      onblur: () => this.close(),
    });
    this.node = element("span", { class: "suggest" }, this.field, this.list);
    this.hits = [];
    this.active = -1;
  }

  async ask() {
    this.asked?.abort();
    this.asked = new AbortController();
    const text = this.field.value.trim();
    if (!text) return this.close();
    try {
      this.show(await search(text, { type: this.type, signal: this.asked.signal }));
    } catch (error) {
      if (error.name !== "AbortError") announce(error.message);
    }
  }

  show(hits) {
    if (document.activeElement !== this.field) return; // the reader has gone on
    this.hits = hits;
    this.active = -1;
    this.list.replaceChildren(...hits.map((hit, at) => this.option(hit, at)));
    this.list.hidden = hits.length === 0;
    this.field.setAttribute("aria-expanded", String(hits.length > 0));
    announce(word("found", { count: hits.length }));
  }

  option(hit, at) {
    // The button of the mouse would take the focus away before the click.
    return element(
      "li",
      {
        role: "option",
        id: `${this.listId}-${at}`,
        "aria-selected": "false",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.choose(at),
      },
      hit.name,
      hit.found !== hit.name ? element("small", {}, ` ${hit.found}`) : null,
    );
  }

  key(event) {
    if (this.list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") this.choose(Math.max(this.active, 0));
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  move(step) {
    this.active = (this.active + step + this.hits.length) % this.hits.length;
    [...this.list.children].forEach((item, at) =>
      item.setAttribute("aria-selected", String(at === this.active)),
    );
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.listId}-${this.active}`);
  }

  choose(at) {
    const hit = this.hits[at];
    this.field.value = hit.name;
    this.close();
    this.onChoose(hit);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
