// The queries that are being written, each in a tab; kept in this browser alone.

import { button, element, refill } from "./dom.js";
import { remember } from "./history.js";
import { shortened } from "./shortened.js";
import { word } from "./words.js";

const key = "tela-query-tabs";
const most = 20;
const longestName = 24;

function stored() {
  try {
    const { texts, current } = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (Array.isArray(texts) && texts.length > 0 && texts.every((text) => typeof text === "string"))
      return { texts: texts.slice(0, most), current: Math.min(Math.max(0, Number(current) || 0), texts.length - 1) };
  } catch {
    // Storage is off, or somebody else has written there.
  }
  return { texts: [""], current: 0 };
}

export class QueryTabs {
  /** `onChoose` learns of the text of another tab that is to be shown. */
  constructor(onChoose) {
    Object.assign(this, stored(), { onChoose });
    this.node = element("div", { class: "tabs", id: "query-tabs", role: "group", "aria-label": word("tabs") });
    this.draw();
  }

  get text() {
    return this.texts[this.current];
  }

  /** What the reader has written in the current tab. */
  keep(text) {
    if (text === this.text) return;
    const before = this.nameOf(this.current);
    this.texts[this.current] = text;
    this.store();
    if (this.nameOf(this.current) !== before) this.draw();
  }

  /** Shows a text that came from elsewhere: in the tab that has it, else in an empty one, else in a new one. */
  open(text) {
    const known = this.texts.indexOf(text);
    if (known >= 0) this.current = known;
    else if (this.text === "" || this.texts.length === most) this.texts[this.current] = text;
    else this.current = this.texts.push(text) - 1;
    this.store();
    this.draw();
  }

  choose(number) {
    this.current = number;
    this.store();
    this.draw();
    this.onChoose(this.text);
  }

  add() {
    this.choose(this.texts.push("") - 1);
  }

  // What was written goes to the past queries, so that a slip of the hand loses nothing.
  close(number) {
    if (this.texts[number].trim()) remember(this.texts[number]);
    this.texts.splice(number, 1);
    if (this.texts.length === 0) this.texts.push("");
    this.choose(Math.min(number < this.current ? this.current - 1 : this.current, this.texts.length - 1));
    this.node.querySelector("[aria-pressed=true]").focus();
  }

  store() {
    try {
      localStorage.setItem(key, JSON.stringify({ texts: this.texts, current: this.current }));
    } catch {
      // They last as long as the page then.
    }
  }

  // The first comment of a query is its name.
  nameOf(number) {
    const [, comment] = /^\s*#+\s*(\S[^\n]*)/m.exec(this.texts[number]) ?? [];
    return shortened(comment ?? word("tab", { number: number + 1 }), longestName);
  }

  draw() {
    const tab = (_, number) => {
      const name = this.nameOf(number);
      const pressed = String(number === this.current);
      return element(
        "span",
        { class: "tab" },
        button(name, () => this.choose(number), { "aria-pressed": pressed }),
        this.texts.length > 1
          ? button("×", () => this.close(number), { "aria-label": word("closeTab", { name }), class: "close-tab" })
          : null,
      );
    };
    const isFull = this.texts.length >= most;
    const more = button("+", () => this.add(), { id: "add-tab", "aria-label": word("addTab"), disabled: isFull });
    refill(this.node, this.texts.map(tab), more);
  }
}
