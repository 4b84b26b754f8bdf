// Names of things, asked for together and kept.

import { ask } from "./server.js";
import { readTerm } from "./terms.js";
import { language, onLanguage } from "./words.js";
import { readTable } from "./result_stream.js";

const mostAtOnce = 100;
let names = new Map(); // IRI → name; "" where the store has none
onLanguage(() => (names = new Map()));

/** The name if it is known by now, else "". */
export const nameOf = (iri) => names.get(iri) ?? "";

// What would end the <…> of a query is not asked for; no IRI of a store holds it.
const canStand = (iri) => !/[<>"{}|^`\\\u0000-\u0020]/.test(iri);

const naming = [
  "http://www.w3.org/2000/01/rdf-schema#label",
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://purl.org/dc/terms/title",
];

function query(iris) {
  const values = iris.map((iri) => `<${iri}>`).join(" ");
  const path = naming.map((iri) => `<${iri}>`).join("|");
  return `SELECT ?thing ?name { VALUES ?thing { ${values} } ?thing ${path} ?name }`;
}

function keepBest(rows, into) {
  const ranks = new Map();
  for (const row of rows) {
    const iri = readTerm(row[0]).value;
    const name = readTerm(row[1]);
    const rank = name.language === language() ? 3 : name.language === "en" ? 2 : 1;
    if (rank <= (ranks.get(iri) ?? 0)) continue;
    ranks.set(iri, rank);
    into.set(iri, name.value);
  }
}

/** Learns the names of these; resolves to whether any was new. */
export async function learnNames(iris) {
  const wanted = [...new Set(iris)].filter((iri) => !names.has(iri) && canStand(iri));
  const into = names;
  for (const iri of wanted) into.set(iri, "");
  for (let at = 0; at < wanted.length; at += mostAtOnce) {
    const part = wanted.slice(at, at + mostAtOnce);
    try {
      keepBest((await readTable(await ask(query(part)))).rows, into);
    } catch {
      for (const iri of part) into.delete(iri); // to be asked for again
      return false;
    }
  }
  return wanted.length > 0;
}
