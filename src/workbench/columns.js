// What the columns of a result hold, judged by its first rows.

import { timeLike } from "./table_model.js";
import { isIri, numberOf, readTerm } from "./terms.js";

const lookedAt = 500;
const mostly = 0.9;

/** The columns that hold things, times, and numbers that are no years.
 *  @returns {{things: number[], times: number[], numbers: number[], others: number[]}} */
export function columnKinds(model) {
  const kinds = { things: [], times: [], numbers: [], others: [] };
  const rows = model.rows.slice(0, lookedAt);
  model.variables.forEach((_, column) => {
    const cells = rows.map((row) => row[column]).filter(Boolean);
    const share = (test) => cells.length > 0 && cells.filter(test).length >= mostly * cells.length;
    const isNumber = (cell) => numberOf(readTerm(cell)) !== undefined;
    if (share(isIri)) kinds.things.push(column);
    else if (share((cell) => timeLike(cell) !== undefined)) kinds.times.push(column);
    else if (share(isNumber)) kinds.numbers.push(column);
    else kinds.others.push(column);
  });
  return kinds;
}

/** The column that names the rows: text of several words before codes, then things, then dates; undefined where there
 *  is none. */
export function labelColumn(model, kinds) {
  const rows = model.rows.slice(0, lookedAt);
  const isWordy = (column) => rows.filter((row) => /\S \S/.test(row[column] ?? "")).length * 2 > rows.length;
  return kinds.others.find(isWordy) ?? kinds.others[0] ?? kinds.things[0] ?? kinds.times[0];
}
