// The rows of a result in the order and the choice of the reader. Rows are numbers into the result; cells stay text.

import { folded } from "./folded.js";
import { nameOf } from "./labels.js";
import { isIri, numberOf, readTerm, shortName, timeOf } from "./terms.js";
import { language } from "./words.js";

// Comparing as the language does takes microseconds a pair; over so many rows code points must do.
const mostCollated = 100_000;

/** What a cell reads as: a name, a short IRI, or the value. */
export function textOf(cell) {
  const term = readTerm(cell);
  return term.kind === "iri" ? nameOf(term.value) || shortName(term.value) : term.value;
}

// Numbers before dates before text before nothing.
function sortKey(cell) {
  const term = readTerm(cell);
  const value = numberOf(term) ?? timeOf(term);
  if (value !== undefined) return { rank: 0, value };
  return term.kind === "none" ? { rank: 2, value: "" } : { rank: 1, value: textOf(cell) };
}

export class TableModel {
  /** @param {import("./result_stream.js").ResultTable} table */
  constructor(table) {
    this.variables = table.variables;
    this.rows = table.rows;
    this.order = table.rows.map((_, at) => at);
    this.sorted = { column: -1, descending: false };
    this.words = [];
    this.period = null;
  }

  get size() {
    return this.order.length;
  }

  /** The cells of the row that stands at this place. */
  row(place) {
    return this.rows[this.order[place]];
  }

  /** Sorts by a column; the same column again turns the order round. Stable. */
  sort(column) {
    const descending = this.sorted.column === column && !this.sorted.descending;
    this.sorted = { column, descending };
    this.arrange();
  }

  /** Keeps the rows that hold all words, without regard to case and accents. */
  filter(text) {
    this.words = folded(text).split(/\s+/).filter(Boolean);
    this.arrange();
  }

  /** Keeps the rows whose dates touch these years; null keeps all.
   *  @param {{columns: number[], from: number, to: number}|null} period */
  keepYears(period) {
    this.period = period;
    this.arrange();
  }

  arrange() {
    this.order = this.rows
      .map((_, at) => at)
      .filter((at) => this.holdsWords(this.rows[at]) && this.touches(this.rows[at]));
    if (this.sorted.column >= 0) this.arrangeBy(this.sorted.column);
  }

  arrangeBy(column) {
    const keys = new Map(this.order.map((at) => [at, sortKey(this.rows[at][column])]));
    const collator = new Intl.Collator(language(), { numeric: true });
    const compare =
      this.order.length > mostCollated ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : collator.compare;
    const sign = this.sorted.descending ? -1 : 1;
    this.order.sort((a, b) => {
      const one = keys.get(a);
      const other = keys.get(b);
      if (one.rank !== other.rank) return one.rank - other.rank;
      const difference = one.rank === 0 ? one.value - other.value : compare(one.value, other.value);
      return sign * difference || a - b;
    });
  }

  holdsWords(row) {
    if (this.words.length === 0) return true;
    const text = folded(row.map((cell) => (isIri(cell) ? `${cell} ${textOf(cell)}` : cell)).join(" "));
    return this.words.every((one) => text.includes(one));
  }

  touches(row) {
    if (!this.period) return true;
    const times = this.period.columns
      .map((column) => timeLike(row[column]))
      .filter((time) => time !== undefined);
    if (times.length === 0) return false;
    return Math.min(...times) < this.period.to + 1 && Math.max(...times) >= this.period.from;
  }
}

const firstYear = 1800;
const lastYear = 2200;

/** The time of a cell: a date, or a whole number that can be a year. */
export function timeLike(cell) {
  const term = readTerm(cell);
  const value = timeOf(term) ?? numberOf(term);
  return value !== undefined && value >= firstYear && value < lastYear ? value : undefined;
}
