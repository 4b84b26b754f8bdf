// The years that count: two sliders, from and to.

import { afterPause, element } from "./dom.js";
import { word } from "./words.js";

const usual = { first: 1985, last: new Date().getFullYear() };

export class YearsFields {
  /** `onChange` is called a moment after the reader has moved a slider. `range` are the years there are. */
  constructor(onChange, range = usual) {
    this.range = range;
    const changed = afterPause(250, onChange);
    const slider = (id, value) =>
      element("input", {
        type: "range",
        id,
        min: range.first,
        max: range.last,
        value,
        oninput: () => {
          this.tell();
          changed();
        },
      });
    this.from = slider("first-year", range.first);
    this.to = slider("last-year", range.last);
    this.output = element("output", { for: "first-year last-year" });
    this.node = element(
      "div",
      { class: "years" },
      element("label", { for: "first-year" }, word("firstYear")),
      this.from,
      element("label", { for: "last-year" }, word("lastYear")),
      this.to,
      this.output,
    );
    this.tell();
  }

  /** Both ends, in their order whichever slider is further. */
  years() {
    const [from, to] = [Number(this.from.value), Number(this.to.value)].sort((a, b) => a - b);
    return { from, to };
  }

  /** Whether every year counts. */
  all() {
    const { from, to } = this.years();
    return from <= this.range.first && to >= this.range.last;
  }

  /** "period=2010..2015" as the server's addresses take it, "" for all. */
  condition() {
    const { from, to } = this.years();
    return this.all() ? "" : `period=${from}..${to}`;
  }

  tell() {
    this.output.textContent = this.all() ? word("allYears") : word("yearsShown", this.years());
  }
}
