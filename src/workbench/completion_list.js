// The list of proposals below the caret of a field: opened while the reader writes, walked through by keys.

import { announce, element } from "./dom.js";
import { complete, kindWord } from "./completion.js";
import { number, word } from "./words.js";

const narrowest = 260; // pixels, as workbench.css has it

export class CompletionList {
  /** `placeOf` gives the left and top of a place in the text, `onTake` learns of (start, proposal). */
  constructor(field, { placeOf, onTake }) {
    this.field = field;
    this.placeOf = placeOf;
    this.onTake = onTake;
    this.proposals = [];
    this.active = 0;
    const label = word("suggestions");
    this.node = element("ul", { role: "listbox", id: "completions", hidden: true, "aria-label": label });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  async open() {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const caret = this.field.selectionEnd;
    // What cannot be asked for now is not completed; the reader writes on.
    const none = { start: caret, proposals: [], later: null };
    const { start, proposals, later } = await complete(this.field.value, caret, signal).catch(() => none);
    const isOver = () =>
      signal.aborted || this.field.selectionEnd !== caret || document.activeElement !== this.field;
    if (isOver()) return;
    if (proposals.length > 0) this.show(start, proposals);
    else if (later) this.node.hidden = true;
    else this.close();
    // What comes later joins, unless the reader has gone on or walks through the list.
    const all = (await later) ?? [];
    if (all.length > proposals.length && !isOver() && this.active === 0) this.show(start, all);
  }

  show(start, proposals) {
    this.start = start;
    this.proposals = proposals;
    this.active = 0;
    this.node.replaceChildren(...proposals.map((one, at) => this.option(one, at)));
    const { left, top } = this.placeOf(start);
    this.node.style.top = `${top}px`;
    this.node.style.left = `${Math.max(0, Math.min(left, this.field.clientWidth - narrowest))}px`;
    this.node.hidden = false;
    this.move(0);
    announce(word("found", { count: proposals.length }));
  }

  option(one, at) {
    const count = one.count === undefined ? "" : ` ${number(one.count)}`;
    const attributes = { role: "option", id: `completion-${at}`, "aria-selected": "false" };
    // The button of the mouse would take the focus away before the click.
    const listeners = { onmousedown: (event) => event.preventDefault(), onclick: () => this.take(at) };
    const small = element("small", {}, kindWord(one) + count);
    return element(
      "li",
      { ...attributes, ...listeners },
      element("b", {}, one.insert),
      ` ${one.name} `,
      small,
    );
  }

  /** Whether the key was for the list. */
  key(event) {
    if (!this.isOpen) return false;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab")
      this.take(this.active);
    else return false;
    return true;
  }

  move(step) {
    this.active = (this.active + step + this.proposals.length) % this.proposals.length;
    [...this.node.children].forEach((item, at) =>
      item.setAttribute("aria-selected", String(at === this.active)),
    );
    this.node.children[this.active].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `completion-${this.active}`);
  }

  take(at) {
    this.close();
    this.onTake(this.start, this.proposals[at]);
  }

  close() {
    this.asked?.abort();
    this.node.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }
}
