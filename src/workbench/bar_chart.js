// Numbers as bars, in the order of the table.

import { labelColumn } from "./columns.js";
import { element, svg } from "./dom.js";
import { PictureFrame } from "./picture_frame.js";
import { shortened } from "./shortened.js";
import { textOf } from "./table_model.js";
import { numberOf, readTerm } from "./terms.js";
import { number, word } from "./words.js";

const most = 50;
const width = 900;
const rowHeight = 24;
const labelWidth = 300;
const longest = 40;

function bar({ label, value }, at, scale) {
  const y = at * rowHeight + 6;
  const zero = scale(0);
  return svg(
    "g",
    {},
    svg("title", {}, `${label}: ${number(value)}`),
    svg("text", { x: labelWidth - 8, y: y + 13, "text-anchor": "end" }, shortened(label, longest)),
    svg("rect", {
      x: Math.min(zero, scale(value)),
      y,
      width: Math.max(1, Math.abs(scale(value) - zero)),
      height: rowHeight - 6,
    }),
    svg("text", { x: Math.max(zero, scale(value)) + 6, y: y + 13 }, number(value)),
  );
}

export class BarChart {
  constructor(model, kinds) {
    this.model = model;
    this.name = "bars";
    this.label = labelColumn(model, kinds);
    this.choice = element(
      "select",
      { "aria-label": word("bars"), onchange: () => this.draw() },
      kinds.numbers.map((column) => element("option", { value: column }, model.variables[column])),
    );
    this.frame = new PictureFrame("bars", [this.choice]);
    this.node = this.frame.node;
  }

  bars(column) {
    const bars = [];
    for (let place = 0; place < this.model.size && bars.length < most; place += 1) {
      const row = this.model.row(place);
      const value = numberOf(readTerm(row[column]));
      if (value !== undefined)
        bars.push({ value, label: this.label === undefined ? String(place + 1) : textOf(row[this.label]) });
    }
    return bars;
  }

  draw() {
    const column = Number(this.choice.value);
    const bars = this.bars(column);
    const values = bars.map((one) => one.value);
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values, low + 1e-9);
    const scale = (value) => labelWidth + ((value - low) / (high - low)) * (width - labelWidth - 110);
    const label = word("barsLabel", {
      number: this.model.variables[column],
      label: this.model.variables[this.label] ?? "",
    });
    this.frame.show(
      svg(
        "svg",
        {
          class: "bars",
          role: "img",
          "aria-label": label,
          viewBox: `0 0 ${width} ${bars.length * rowHeight + 12}`,
        },
        bars.map((one, at) => bar(one, at, scale)),
      ),
      bars.length,
      this.model.size,
    );
  }
}
