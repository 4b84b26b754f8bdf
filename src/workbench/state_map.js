// States of a result on a map of the world, the darker the higher their number. Small ones are dots.

import { element, svg } from "./dom.js";
import { linkTo } from "./fragment.js";
import { project, ratio } from "./equal_earth.js";
import { PictureFrame } from "./picture_frame.js";
import { textOf } from "./table_model.js";
import { codeOf, numberOf, readTerm } from "./terms.js";
import { number, word } from "./words.js";

const width = 900;
const height = Math.round(width * ratio);
const bands = 5;

let outline;
const loadOutline = () =>
  (outline ??= fetch(new URL("outline.json", import.meta.url)).then((answer) => answer.json()));

/** "HN" of a cell that is a state, else "". */
function stateOf(cell) {
  const code = codeOf(readTerm(cell).value, "state");
  return /^[A-Z]{2}$/.test(code) ? code : "";
}

function pathOf(rings, perDegree) {
  const path = [];
  for (const ring of rings) {
    let [x, y] = [0, 0];
    for (let at = 0; at < ring.length; at += 2) {
      x += ring[at];
      y += ring[at + 1];
      const place = project(x / perDegree, y / perDegree, width).map((value) => value.toFixed(1));
      path.push(`${at === 0 ? "M" : "L"}${place.join(" ")}`);
    }
    path.push("Z");
  }
  return path.join("");
}

// The number at which each band begins, so that each holds about as many states.
function thresholds(values) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const starts = Array.from(
    { length: bands },
    (_, band) => sorted[Math.floor((band * sorted.length) / bands)],
  );
  return [...new Set(starts)];
}

export class StateMap {
  constructor(model, kinds) {
    this.model = model;
    this.name = "map";
    this.column = StateMap.column(model, kinds);
    const numbers = kinds.numbers.map((column) =>
      element("option", { value: column }, model.variables[column]),
    );
    const rows = element("option", { value: "" }, word("numberOfRows"));
    this.choice = element(
      "select",
      { "aria-label": word("map"), onchange: () => this.draw() },
      numbers,
      rows,
    );
    this.frame = new PictureFrame("map", [this.choice]);
    this.legend = element("p", { class: "legend", id: "legend" });
    this.node = element(
      "div",
      {},
      this.frame.node,
      this.legend,
      element("p", { class: "note" }, word("mapNote")),
    );
  }

  /** The first column that holds states, or undefined. */
  static column(model, kinds) {
    const first = model.rows.slice(0, 100);
    return kinds.things.find(
      (column) => first.filter((row) => stateOf(row[column] ?? "")).length * 2 > first.length,
    );
  }

  /** Code → the sum over its rows, and its name. */
  states() {
    const states = new Map();
    for (let place = 0; place < this.model.size; place += 1) {
      const row = this.model.row(place);
      const code = stateOf(row[this.column] ?? "");
      const value = this.choice.value === "" ? 1 : numberOf(readTerm(row[Number(this.choice.value)]));
      if (!code || value === undefined) continue;
      states.set(code, { value: (states.get(code)?.value ?? 0) + value, cell: row[this.column] });
    }
    return states;
  }

  async draw() {
    const shapes = await loadOutline();
    const states = this.states();
    const starts = thresholds([...states.values()].map((state) => state.value));
    const bandOf = (code) =>
      states.has(code) ? starts.findLastIndex((start) => states.get(code).value >= start) + 1 : 0;
    const land = svg("path", { class: "land", d: pathOf(shapes.land, shapes.perDegree) });
    const areas = Object.entries(shapes.states).map(([code, rings]) =>
      this.shape(svg("path", { d: pathOf(rings, shapes.perDegree) }), states.get(code), bandOf(code)),
    );
    const dots = Object.entries(shapes.dots)
      .filter(([code]) => states.has(code))
      .map(([code, [x, y]]) => {
        const [cx, cy] = project(x / shapes.perDegree, y / shapes.perDegree, width);
        return this.shape(
          svg("circle", { cx: cx.toFixed(1), cy: cy.toFixed(1), r: "4" }),
          states.get(code),
          bandOf(code),
        );
      });
    const label = word("mapLabel", { count: states.size });
    this.frame.show(
      svg(
        "svg",
        { class: "map", role: "img", "aria-label": label, viewBox: `0 0 ${width} ${height}` },
        land,
        areas,
        dots,
      ),
      0,
      0,
    );
    this.showLegend(starts);
  }

  shape(shape, state, band) {
    shape.setAttribute("class", `band-${band}`);
    if (!state) return shape;
    const see = () => (location.hash = linkTo("see", { thing: readTerm(state.cell).value }));
    return svg(
      "g",
      { class: "state", onclick: see },
      svg("title", {}, `${textOf(state.cell)}: ${number(state.value)}`),
      shape,
    );
  }

  showLegend(starts) {
    const entries = starts.map((start, at) => [
      svg(
        "svg",
        { class: "key", viewBox: "0 0 10 10", "aria-hidden": "true" },
        svg("rect", { width: "10", height: "10", class: `band-${at + 1}` }),
      ),
      ` ≥ ${number(start)} `,
    ]);
    this.legend.replaceChildren(...entries.flat());
  }
}
