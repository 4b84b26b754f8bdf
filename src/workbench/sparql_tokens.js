// The words of a query, for colours, for the marking of faults, and to know where the writer stands.

const kinds = [
  ["comment", /#[^\n]*/y],
  [
    "string",
    /"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/y,
  ],
  ["iri", /<[^<>"{}|^`\\\s]*>/y],
  ["variable", /[?$][\p{L}\p{N}_]+/uy],
  ["blank", /_:[\p{L}\p{N}_.-]*/uy],
  ["name", /(?:[\p{L}][\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_:.%-]*[\p{L}\p{N}_:%-])?/uy],
  ["language", /@[A-Za-z]+(?:-[A-Za-z0-9]+)*/y],
  ["number", /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["space", /\s+/y],
  ["sign", /\^\^|\|\||&&|!=|<=|>=|./uy],
];

/** @typedef {{kind: string, text: string, start: number, end: number}} Token */

/** Every character of the text belongs to one token. @returns {Token[]} */
export function tokens(text) {
  const found = [];
  let at = 0;
  while (at < text.length) {
    for (const [kind, pattern] of kinds) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      found.push({ kind, text: match[0], start: at, end: at + match[0].length });
      at += match[0].length;
      break;
    }
  }
  return found;
}

/** Where a place of a problem lies in the text: lines from 1, columns from 1 in code points. */
export function offsetOf(text, line, column) {
  let start = 0;
  for (let current = 1; current < line; current += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const points = [...text.slice(start).split("\n", 1)[0]].slice(0, Math.max(0, (column ?? 1) - 1));
  return start + points.join("").length;
}

/** The token at an offset, or the last one when the fault lies at the end. */
export function tokenAt(text, offset) {
  const solid = tokens(text).filter((token) => token.kind !== "space" && token.kind !== "comment");
  return solid.find((token) => token.end > offset) ?? solid.at(-1);
}

/** The namespaces that a query declares itself: prefix → IRI. */
export function declaredPrefixes(text) {
  const declared = {};
  for (const [, prefix, iri] of text.matchAll(/\bPREFIX\s+([\p{L}\p{N}_.-]*):\s*<([^>]*)>/giu))
    declared[prefix] = iri;
  return declared;
}

/** The prefixes that a query uses; a declaration is no use. */
export function usedPrefixes(text) {
  const solid = tokens(text).filter((token) => token.kind !== "space" && token.kind !== "comment");
  const names = solid.filter(
    (token, at) => token.kind === "name" && solid[at - 1]?.text.toUpperCase() !== "PREFIX",
  );
  return new Set(names.map((token) => token.text.slice(0, token.text.indexOf(":"))));
}

/** A PREFIX line for each known prefix that a query uses and does not declare. */
export function prefixLines(text, known) {
  const declared = declaredPrefixes(text);
  const missing = [...usedPrefixes(text)]
    .filter((prefix) => known[prefix] && declared[prefix] === undefined)
    .sort();
  return missing.map((prefix) => `PREFIX ${prefix}: <${known[prefix]}>\n`).join("");
}

/** The query with those lines. */
export const withPrefixes = (text, known) => prefixLines(text, known) + text;
