// A table of any length: only the rows in sight are in the page. Short ones stand there whole.

import { announce, element } from "./dom.js";
import { learnNames } from "./labels.js";
import { cellNodes, isNumberCell } from "./term_cell.js";
import { isIri, readTerm } from "./terms.js";
import { number, word } from "./words.js";

const wholeUpTo = 200;
const rowHeight = 30; // as workbench.css has it
const rowsInSight = 22;
// Browsers cannot scroll further than some tens of millions of pixels.
const highest = 8_000_000;
const fewNames = 500;

const irisOf = (rows) => rows.flatMap((row) => row.filter(isIri)).map((cell) => readTerm(cell).value);

export class TableView {
  /** @param {import("./table_model.js").TableModel} model */
  constructor(model, { onOrder = () => {} } = {}) {
    this.model = model;
    this.onOrder = onOrder;
    this.first = 0;
    this.body = element("tbody");
    this.heads = model.variables.map((name, column) => this.head(name, column));
    this.table = element(
      "table",
      { class: "result", "aria-label": word("table") },
      element("thead", {}, element("tr", {}, this.heads)),
      this.body,
    );
    this.sizer = element("div", { class: "sizer" }, this.table);
    this.node = element(
      "div",
      {
        class: "scroller",
        tabindex: "0",
        role: "region",
        "aria-label": word("table"),
        onscroll: () => this.scrolled(),
        onkeydown: (event) => this.key(event),
      },
      this.sizer,
    );
    this.refresh();
    this.nameAll();
  }

  head(name, column) {
    return element(
      "th",
      { scope: "col", "aria-sort": "none" },
      element("button", { type: "button", onclick: () => this.sort(column) }, name),
    );
  }

  sort(column) {
    this.model.sort(column);
    const { descending } = this.model.sorted;
    this.heads.forEach((head, at) =>
      head.setAttribute("aria-sort", at !== column ? "none" : descending ? "descending" : "ascending"),
    );
    announce(word(descending ? "sortedDown" : "sortedUp", { column: this.model.variables[column] }));
    this.refresh();
    this.onOrder();
  }

  /** After the model's rows have changed. */
  refresh() {
    this.windowed = this.model.size > wholeUpTo;
    this.height = this.windowed ? Math.min((this.model.size + 1) * rowHeight, highest) : 0;
    this.sizer.style.height = this.windowed ? `${this.height}px` : "";
    this.node.classList.toggle("windowed", this.windowed);
    this.table.setAttribute("aria-rowcount", String(this.model.size + 1));
    this.node.scrollTop = 0;
    this.keyedTop = undefined;
    this.first = 0;
    this.draw();
  }

  scrolled() {
    if (!this.windowed) return;
    if (this.node.scrollTop === this.keyedTop) return;
    this.keyedTop = undefined;
    const way = this.height - this.node.clientHeight;
    const last = this.model.size - this.visible() + 1;
    const first = Math.max(0, Math.min(last, Math.round((this.node.scrollTop / Math.max(way, 1)) * last)));
    if (first === this.first) return;
    this.first = first;
    this.draw();
  }

  visible() {
    return this.windowed
      ? Math.max(1, Math.floor(this.node.clientHeight / rowHeight) - 1) || rowsInSight
      : this.model.size;
  }

  // By rows, since one pixel of a very long table's bar is many rows.
  key(event) {
    const page = this.visible();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[
      event.key
    ];
    if (step === undefined || !this.windowed || event.target !== this.node) return;
    event.preventDefault();
    const last = this.model.size - page + 1;
    this.first = Math.max(0, Math.min(last, this.first + step));
    this.node.scrollTop = (this.first / Math.max(last, 1)) * (this.height - this.node.clientHeight);
    // The scroll event that follows comes at any later time, alone or with a reader's own; only this place tells it apart.
    this.keyedTop = this.node.scrollTop;
    this.draw();
    announce(word("rowOf", { row: number(this.first + 1), count: number(this.model.size) }));
  }

  draw() {
    const end = Math.min(
      this.model.size,
      this.first + (this.windowed ? Math.max(this.visible(), rowsInSight) : this.model.size),
    );
    const rows = [];
    for (let place = this.first; place < end; place += 1) rows.push(this.rowNode(place));
    this.body.replaceChildren(...rows);
    if (this.windowed) this.nameVisible(end);
  }

  rowNode(place) {
    const cells = this.model
      .row(place)
      .map((cell) => element("td", { class: isNumberCell(cell) && "number" }, cellNodes(cell)));
    return element("tr", { "aria-rowindex": String(place + 2) }, cells);
  }

  // With few things all names are learned at once, so that sorting and filtering know them.
  async nameAll() {
    const iris = new Set();
    for (const row of this.model.rows) {
      for (const iri of irisOf([row])) iris.add(iri);
      if (iris.size > fewNames) return;
    }
    if (await learnNames([...iris])) this.draw();
  }

  nameVisible(end) {
    clearTimeout(this.naming);
    this.naming = setTimeout(async () => {
      const rows = [];
      for (let place = this.first; place < end; place += 1) rows.push(this.model.row(place));
      if (await learnNames(irisOf(rows.filter(Boolean)))) this.draw();
    }, 150);
  }
}
