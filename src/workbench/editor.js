// A field for queries: a textarea, with colours and marks drawn beneath it. The browser's own field keeps undo, screen
// readers, spelling and touch as people know them.

import { afterPause, element } from "./dom.js";
import { unfinished } from "./completion.js";
import { CompletionList } from "./completion_list.js";
import { formatted } from "./sparql_format.js";
import { offsetOf, prefixLines, tokenAt, tokens, withPrefixes } from "./sparql_tokens.js";
import { knownPrefixes } from "./terms.js";
import { word } from "./words.js";

const lineHeight = 22; // as workbench.css has it
const padding = 8;
const fewestLines = 10;

const pause = 120; // milliseconds

const fieldAttributes = () => ({
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
});

export class Editor {
  constructor({ onChange, onRun, onEscape }) {
    Object.assign(this, { onChange, onRun, onEscape, fault: null });
    this.colours = element("pre", { class: "colours", "aria-hidden": "true" });
    this.lines = element("pre", { class: "lines", "aria-hidden": "true" });
    this.field = element("textarea", {
      ...fieldAttributes(),
      oninput: (event) => this.changed(event),
      onscroll: () => this.followScroll(),
      onkeydown: (event) => this.key(event),
      onblur: () => this.list.close(),
    });
    this.list = new CompletionList(this.field, {
      placeOf: (offset) => this.placeOf(offset),
      onTake: (start, { insert }) => {
        this.replace(start, this.field.selectionEnd, insert);
        this.declare();
      },
    });
    const under = element("div", { class: "under" }, this.colours);
    const paper = element("div", { class: "paper" }, under, this.field, this.list.node);
    this.node = element("div", { class: "editor" }, this.lines, paper);
    const isWriting = () => unfinished(this.text, this.field.selectionEnd).text !== "";
    this.completeSoon = afterPause(pause, () => isWriting() && this.list.open());
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
    if (this.isDeclaring) return;
    // While it tells of one change, a browser makes no other.
    if (event.data?.includes(":")) setTimeout(() => this.declare());
    const typed = event.inputType === "insertText" || event.inputType === "deleteContentBackward";
    if (typed && (/[\p{L}:?$]/u.test(event.data ?? "") || this.list.isOpen)) this.completeSoon();
    else this.list.close();
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
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && isControl) this.onRun();
    else if (event.key === " " && event.ctrlKey) this.list.open();
    else if (this.list.key(event)) event.stopPropagation();
    else if (event.key === "Escape") this.onEscape();
    else return;
    event.preventDefault();
  }

  // All characters are as wide as one another.
  placeOf(offset) {
    const before = this.text.slice(0, offset).split("\n");
    const context = document.createElement("canvas").getContext("2d");
    context.font = getComputedStyle(this.field).font;
    const left = context.measureText(before.at(-1)).width + padding - this.field.scrollLeft;
    return { left, top: before.length * lineHeight + padding + 2 };
  }

  // As if typed, so that the browser's undo knows it; execCommand is old, but nothing else does that.
  insert(start, end, text) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.field.setRangeText(text, start, end, "end");
      this.draw();
    }
  }

  replace(start, end, text) {
    this.insert(start, end, text);
    this.list.close();
    this.onChange(this.text);
  }

  replaceAll(text) {
    if (text !== this.text) this.replace(0, this.text.length, text);
  }

  // The prefixes that were just written or taken, above; the caret stays where it is in the query.
  declare() {
    const lines = prefixLines(this.text, knownPrefixes());
    if (!lines) return;
    const caret = this.field.selectionEnd + lines.length;
    this.isDeclaring = true;
    this.insert(0, 0, lines);
    this.isDeclaring = false;
    this.list.start += lines.length;
    this.field.setSelectionRange(caret, caret);
  }

  /** Declares what the query uses and the store knows. */
  addPrefixes(known) {
    this.replaceAll(withPrefixes(this.text, known));
  }

  /** Sets the query out in lines. */
  format() {
    this.replaceAll(formatted(this.text));
  }
}
