// The network as tables: what the picture shows, for reading, for the keyboard, and for a spreadsheet.

import { button, element } from "./dom.js";
import { csvOf } from "./download.js";
import { linkTo } from "./fragment.js";
import { labelOf } from "./network_picture.js";
import { number, word } from "./words.js";

function foldedTable(name, heads, rows, isOpen) {
  const head = heads.map((key) => element("th", { scope: "col" }, word(key)));
  const rowNodes = rows.map((row) =>
    element(
      "tr",
      {},
      row.map((cell) => element("td", {}, cell)),
    ),
  );
  const table = element(
    "table",
    { class: "result" },
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rowNodes),
  );
  return element(
    "details",
    { id: `table-${name}`, open: isOpen },
    element("summary", {}, `${word(name)}: ${number(rows.length)}`),
    element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": word(name) }, table),
  );
}

const nameIn = (model, iri) => labelOf(model.nodes.get(iri));

/** Ties of the chosen node first, since they are what the reader looks at; then the heavy ones. */
export function tieTable(model, chosen, { isOpen, onWhy }) {
  const isOwn = (tie) => Number(tie.a === chosen || tie.b === chosen);
  const heavier = (x, y) => isOwn(y) - isOwn(x) || (y.weight ?? 1) - (x.weight ?? 1);
  const rows = [...model.ties.values()].sort(heavier).map((tie) => {
    const names = [nameIn(model, tie.a), nameIn(model, tie.b)];
    const label = tie.label + (tie.weight ? ` (${tie.weight})` : "");
    const why = button(word("why"), () => onWhy(tie), {
      class: "why-button",
      "aria-label": `${word("why")}: ${names.join(", ")}`,
    });
    return [...names, label, why];
  });
  return foldedTable("ties", ["between", "and", "tie", "why"], rows, isOpen);
}

/** The nodes with most ties first. */
export function nodeTable(model, { isOpen, onGo }) {
  const degrees = model.degrees();
  const nodes = [...model.nodes.values()].sort((x, y) => degrees.get(y.iri) - degrees.get(x.iri));
  const rows = nodes.map((node) => {
    const link = element("a", { href: linkTo("see", { thing: node.iri }) }, labelOf(node));
    const go = button(word("neighbours"), () => onGo(node.iri), {
      class: "go-button",
      "aria-label": `${word("neighbours")}: ${labelOf(node)}`,
    });
    return [link, number(degrees.get(node.iri)), go];
  });
  return foldedTable("nodes", ["nodes", "ties", "see"], rows, isOpen);
}

/** One row a tie, with the column names that Gephi knows. */
export function tiesAsCsv(model) {
  const heads = ["Source", "Target", "Weight", "Label", "Source name", "Target name"];
  const row = (tie) => [
    tie.a,
    tie.b,
    String(tie.weight ?? 1),
    tie.label,
    nameIn(model, tie.a),
    nameIn(model, tie.b),
  ];
  return "\uFEFF" + csvOf(heads, [...model.ties.values()].map(row)); // the mark tells Excel that it is UTF-8
}
