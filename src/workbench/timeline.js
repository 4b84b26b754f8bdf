// Dated rows in time: a dot where they have one date, a bar from the first to the last where they have more.

import { labelColumn } from "./columns.js";
import { svg } from "./dom.js";
import { PictureFrame } from "./picture_frame.js";
import { shortened } from "./shortened.js";
import { textOf, timeLike } from "./table_model.js";
import { YearsFields } from "./years_fields.js";
import { word } from "./words.js";

const most = 120;
const width = 900;
const rowHeight = 20;
const top = 26;
const labelWidth = 300;
const longest = 42;
const mostYearNames = 12;

function grid(from, to, scale, height) {
  const step = Math.ceil((to - from) / mostYearNames) || 1;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years.map((year) =>
    svg(
      "g",
      {},
      svg("line", { class: "year", x1: scale(year), x2: scale(year), y1: top - 6, y2: height }),
      svg("text", { class: "year-name", x: scale(year), y: 14, "text-anchor": "middle" }, String(year)),
    ),
  );
}

function rowNode({ label, start, end }, at, scale) {
  const y = top + at * rowHeight + rowHeight / 2;
  const dated = end > start ? `${Math.floor(start)} – ${Math.floor(end)}` : String(Math.floor(start));
  const shape =
    end > start
      ? svg("line", { class: "span", x1: scale(start), x2: scale(end), y1: y, y2: y })
      : svg("circle", { cx: scale(start), cy: y, r: "5" });
  return svg(
    "g",
    {},
    svg("title", {}, `${label}: ${dated}`),
    svg("text", { x: labelWidth - 12, y: y + 4, "text-anchor": "end" }, shortened(label, longest)),
    shape,
  );
}

// A million values are too many to be the arguments of Math.min.
const lowest = (rows) => rows.reduce((low, one) => Math.min(low, one.start), Infinity);
const highest = (rows) => rows.reduce((high, one) => Math.max(high, one.end), -Infinity);

export class Timeline {
  /** `onRows` is called when the years have chosen other rows of the model. */
  constructor(model, kinds, onRows) {
    this.model = model;
    this.name = "timeline";
    this.columns = kinds.times;
    this.label = labelColumn(model, kinds);
    this.all = this.dated();
    const range = { first: Math.floor(lowest(this.all)), last: Math.floor(highest(this.all)) };
    this.years = new YearsFields(() => this.keep(onRows), range);
    this.frame = new PictureFrame("timeline", [this.years.node]);
    this.node = this.frame.node;
  }

  dated() {
    const found = [];
    for (let place = 0; place < this.model.size; place += 1) {
      const row = this.model.row(place);
      const times = this.columns.map((column) => timeLike(row[column])).filter((time) => time !== undefined);
      if (times.length === 0) continue;
      const [start, end] = times.reduce(
        ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
        [Infinity, -Infinity],
      );
      found.push({ start, end, label: textOf(row[this.label]) });
    }
    return found;
  }

  keep(onRows) {
    const { from, to } = this.years.years();
    this.model.keepYears(this.years.all() ? null : { columns: this.columns, from, to });
    onRows();
    this.draw();
  }

  draw() {
    const rows = this.dated();
    const shown = rows.slice(0, most);
    const from = Math.floor(lowest(shown));
    const to = Math.ceil(highest(shown)) + 0.5;
    const height = top + shown.length * rowHeight + 10;
    const scale = (time) => labelWidth + ((time - from) / Math.max(to - from, 1)) * (width - labelWidth - 20);
    const label = word("timelineLabel", { count: shown.length, from, to: Math.floor(to) });
    this.frame.show(
      svg(
        "svg",
        { class: "timeline", role: "img", "aria-label": label, viewBox: `0 0 ${width} ${height}` },
        shown.length > 0 ? grid(from, to, scale, height) : [],
        shown.map((one, at) => rowNode(one, at, scale)),
      ),
      shown.length,
      rows.length,
    );
  }
}
