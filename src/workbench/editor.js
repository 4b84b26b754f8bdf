// A field for queries: a textarea, with colours and marks drawn beneath it. The browser's own field keeps undo, screen
// readers, spelling and touch as people know them.

import { announce, afterPause, element } from "./dom.js";
import { complete, kindWord, unfinished } from "./completion.js";
import { offsetOf, tokenAt, tokens, withPrefixes } from "./sparql_tokens.js";
import { number, word } from "./words.js";

const lineHeight = 22; // as workbench.css has it
const padding = 8;
const fewestLines = 10;

export class Editor {
  constructor({ onChange, onRun, onEscape }) {
    this.onChange = onChange;
    this.onRun = onRun;
    this.onEscape = onEscape;
    this.fault = null;
    this.proposals = [];
    this.active = 0;
    this.colours = element("pre", { class: "colours", "aria-hidden": "true" });
    this.lines = element("pre", { class: "lines", "aria-hidden": "true" });
    this.list = element("ul", {
      role: "listbox",
      id: "completions",
      hidden: true,
      "aria-label": word("suggestions"),
    });
    this.field = element("textarea", {
      id: "editor",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      wrap: "off",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": "completions",
      "aria-describedby": "editor-help fault",
      "aria-label": word("editorLabel"),
      oninput: (event) => this.changed(event),
      onscroll: () => this.followScroll(),
      onkeydown: (event) => this.key(event),
      onblur: () => this.closeList(),
    });
    this.node = element(
      "div",
      { class: "editor" },
      this.lines,
      element(
        "div",
        { class: "paper" },
        element("div", { class: "under" }, this.colours),
        this.field,
        this.list,
      ),
    );
    this.completeSoon = afterPause(
      120,
      () => unfinished(this.text, this.field.selectionEnd).text && this.openList(),
    );
    this.draw();
  }

  get text() {
    return this.field.value;
  }

  set text(value) {
    this.field.value = value;
    this.fault = null;
    this.draw();
  }

  changed(event) {
    this.fault = null;
    this.draw();
    this.onChange(this.text);
    const typed = event.inputType === "insertText" || event.inputType === "deleteContentBackward";
    if (typed && (/[\p{L}:?$]/u.test(event.data ?? "") || !this.list.hidden)) this.completeSoon();
    else this.closeList();
  }

  /** Marks the word at the place of a problem; null takes the mark away. */
  mark(problem) {
    this.fault = problem?.line
      ? (tokenAt(this.text, offsetOf(this.text, problem.line, problem.column)) ?? null)
      : null;
    this.field.setAttribute("aria-invalid", String(problem !== null));
    this.draw();
  }

  draw() {
    const nodes = tokens(this.text).map((token) => {
      if (token.kind === "space" || (token.kind === "sign" && token.start !== this.fault?.start))
        return token.text;
      const isFault = token.start === this.fault?.start;
      return element("span", { class: isFault ? `${token.kind} fault` : token.kind }, token.text);
    });
    this.colours.replaceChildren(...nodes, "\n");
    const count = this.text.split("\n").length;
    this.lines.textContent = Array.from({ length: count }, (_, at) => at + 1).join("\n");
    this.field.style.height = `${Math.max(count, fewestLines) * lineHeight + 2 * padding + 14}px`;
    this.followScroll();
  }

  followScroll() {
    this.colours.style.transform = `translateX(${-this.field.scrollLeft}px)`;
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.onRun();
    else if (event.key === " " && event.ctrlKey) this.openList();
    else if (event.key === "Escape") this.list.hidden ? this.onEscape() : this.closeList();
    else if (this.list.hidden) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.active);
    else return;
    event.preventDefault();
  }

  async openList() {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const caret = this.field.selectionEnd;
    // What cannot be asked for now is not completed; the reader writes on.
    const { start, proposals } = await complete(this.text, caret, signal).catch(() => ({
      start: caret,
      proposals: [],
    }));
    if (signal.aborted || this.field.selectionEnd !== caret || document.activeElement !== this.field) return;
    this.start = start;
    this.proposals = proposals;
    this.active = 0;
    if (proposals.length === 0) return this.closeList();
    this.list.replaceChildren(...proposals.map((one, at) => this.option(one, at)));
    this.place(start);
    this.list.hidden = false;
    this.move(0);
    announce(word("found", { count: proposals.length }));
  }

  option(one, at) {
    const count = one.count === undefined ? "" : ` ${number(one.count)}`;
    return element(
      "li",
      {
        role: "option",
        id: `completion-${at}`,
        "aria-selected": "false",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.take(at),
      },
      element("b", {}, one.insert),
      ` ${one.name} `,
      element("small", {}, kindWord(one) + count),
    );
  }

  // All characters are as wide as one.
  place(offset) {
    const before = this.text.slice(0, offset).split("\n");
    const context = document.createElement("canvas").getContext("2d");
    context.font = getComputedStyle(this.field).font;
    const left = context.measureText(before.at(-1)).width + padding - this.field.scrollLeft;
    this.list.style.top = `${before.length * lineHeight + padding + 2}px`;
    this.list.style.left = `${Math.max(0, Math.min(left, this.field.clientWidth - 260))}px`;
  }

  move(step) {
    this.active = (this.active + step + this.proposals.length) % this.proposals.length;
    [...this.list.children].forEach((item, at) =>
      item.setAttribute("aria-selected", String(at === this.active)),
    );
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `completion-${this.active}`);
  }

  take(at) {
    const { insert } = this.proposals[at];
    const end = this.field.selectionEnd;
    this.closeList();
    this.replace(this.start, end, insert);
    this.onChange(this.text);
  }

  // As if typed, so that the browser's undo knows it; execCommand is old, but nothing else does that.
  replace(start, end, text) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.field.setRangeText(text, start, end, "end");
      this.draw();
    }
    this.closeList();
  }

  /** Declares what the query uses and the store knows. */
  addPrefixes(known) {
    const whole = withPrefixes(this.text, known);
    if (whole !== this.text) this.replace(0, this.text.length, whole);
  }

  closeList() {
    this.asked?.abort();
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }
}
