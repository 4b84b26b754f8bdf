// Where in a triple pattern the writer stands, and whose classes the subject has: what completion needs to know.

import { tokens } from "./sparql_tokens.js";

const isTerm = (token) =>
  ["iri", "variable", "blank", "name", "string", "number", "word"].includes(token.kind);

// The tokens of the triples block that ends at the caret, without what lies in closed brackets before it.
function blockBefore(solid) {
  const block = [];
  let depth = 0;
  for (const token of [...solid].reverse()) {
    if (["]", ")", "}"].includes(token.text)) depth += 1;
    else if (["[", "(", "{"].includes(token.text)) depth -= 1;
    if (depth < 0) break;
    block.unshift(token);
    if (depth === 0 && token.text === "}") break; // a group before is not part of this block
  }
  return block;
}

function sinceLast(block, signs) {
  const at = block.findLastIndex((token) => signs.includes(token.text));
  return block.slice(at + 1);
}

/** What stands at the caret: "subject", "predicate" or "object", with the subject's text. */
export function positionAt(text, caret) {
  const solid = tokens(text.slice(0, caret)).filter(
    (token) => token.kind !== "space" && token.kind !== "comment",
  );
  const block = blockBefore(solid);
  const statement = sinceLast(block, [".", "}"]);
  const subject = statement.find(isTerm)?.text ?? "";
  const part = sinceLast(statement, [";", ","]);
  const mark = statement[statement.length - part.length - 1]?.text;
  const place = part.filter(isTerm).length + (mark === ";" ? 1 : mark === "," ? 2 : 0);
  const verb = place === 2 ? part.filter(isTerm).at(-1)?.text : "";
  return { place: ["subject", "predicate", "object"][Math.min(place, 2)], subject, verb };
}

/** The classes that the query states of a subject, as it writes them. */
export function classesOf(text, subject) {
  const solid = tokens(text).filter((token) => token.kind !== "space" && token.kind !== "comment");
  const classes = [];
  solid.forEach((token, at) => {
    const isType = token.text === "a" || token.text === "rdf:type";
    if (!isType || !solid[at + 1] || !["name", "iri"].includes(solid[at + 1].kind)) return;
    const before = text.slice(0, token.start);
    if (positionAt(before, before.length).subject === subject) classes.push(solid[at + 1].text);
  });
  return classes;
}
