// What may stand at the caret: keywords, variables, prefixes; classes and properties of the store; things by name.

import { folded } from "./folded.js";
import { search, vocabulary } from "./server.js";
import { declaredPrefixes, tokens } from "./sparql_tokens.js";
import { shortName } from "./terms.js";
import { classesOf, positionAt } from "./triple_position.js";
import { word } from "./words.js";

const most = 50;
const mostThings = 8;
const longestWait = 40; // milliseconds
const keywords = (
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS EXISTS NOT IN GROUP BY " +
  "HAVING ORDER ASC DESC LIMIT OFFSET CONSTRUCT DESCRIBE ASK PREFIX BASE FROM NAMED COUNT SUM MIN MAX " +
  "AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI COALESCE IF STRLEN " +
  "SUBSTR UCASE LCASE STRSTARTS STRENDS CONTAINS REPLACE REGEX CONCAT ABS ROUND CEIL FLOOR YEAR MONTH " +
  "DAY NOW ISIRI ISBLANK ISLITERAL ISNUMERIC"
).split(" ");

/** @typedef {{insert: string, name: string, kind: string, count?: number}} Proposal */

/** The part of a word before the caret that is to be completed: its text and where it begins. */
export function unfinished(text, caret) {
  const last = tokens(text.slice(0, caret)).at(-1);
  const open =
    last && ["variable", "name", "word", "sign"].includes(last.kind) && /^[?$\p{L}:_]/u.test(last.text);
  return open ? { text: last.text, start: last.start } : { text: "", start: caret };
}

const isInText = (text, caret) => {
  const last = tokens(text.slice(0, caret)).at(-1);
  return (
    last !== undefined &&
    (last.kind === "comment" || (last.kind === "string" && !/["']$/.test(last.text.slice(1))))
  );
};

function variables(text, start) {
  const others = tokens(text).filter((token) => token.kind === "variable" && token.start !== start);
  return [...new Set(others.map((token) => token.text))].map((insert) => ({
    insert,
    name: "",
    kind: "variableWord",
  }));
}

function named(terms, kind) {
  return terms.map((term) => ({ insert: shortName(term.iri), name: term.name, kind, count: term.count }));
}

// A property that instances of the subject's class really have stands before one that some other thing has.
async function properties(text, subject, all) {
  const counts = new Map(all.properties.map((one) => [one.iri, one.count]));
  const known = { ...all.prefixes, ...declaredPrefixes(text) };
  const expand = (name) =>
    name.startsWith("<")
      ? name.slice(1, -1)
      : name.replace(/^([^:]*):/, (_, prefix) => known[prefix] ?? `${prefix}:`);
  const lists = await Promise.all(
    classesOf(text, subject).map((name) => vocabulary(expand(name)).catch(() => ({ properties: [] }))),
  );
  const own = lists.flatMap((list) => list.properties).map((one) => ({ ...one, count: counts.get(one.iri) }));
  own.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const ownIris = new Set(own.map((one) => one.iri));
  return named([...own, ...all.properties.filter((one) => !ownIris.has(one.iri))], "propertyWord");
}

function fitting(proposals, typed) {
  const wanted = folded(typed);
  const starts = (one) =>
    folded(one.insert).startsWith(wanted) ||
    folded(one.insert).includes(`:${wanted}`) ||
    folded(one.name).startsWith(wanted);
  const begin = proposals.filter(starts);
  const holds = proposals.filter(
    (one) => !starts(one) && (folded(one.name).includes(wanted) || folded(one.insert).includes(wanted)),
  );
  return [...begin, ...holds];
}

async function ofStore(text, start, typed) {
  const all = await vocabulary();
  const { place, subject, verb } = positionAt(text, start);
  const classes = named(all.classes, "classWord");
  const prefixes = Object.keys(all.prefixes).map((prefix) => ({
    insert: `${prefix}:`,
    name: all.prefixes[prefix],
    kind: "prefixWord",
  }));
  if (place === "predicate") return fitting([...(await properties(text, subject, all)), ...prefixes], typed);
  if (verb === "a" || verb === "rdf:type") return fitting([...classes, ...prefixes], typed);
  return fitting([...prefixes, ...classes], typed);
}

async function things(typed, signal) {
  const asked = typed.includes(":") ? typed.slice(typed.indexOf(":") + 1) : typed;
  if (asked.length < 2) return [];
  const hits = await search(asked, { limit: mostThings, signal });
  return hits.map((hit) => ({ insert: shortName(hit.iri), name: hit.name, kind: "thingWord" }));
}

const pause = (milliseconds) => new Promise((done) => setTimeout(() => done(null), milliseconds));

/** Proposals for the caret, the best first. Things by name are waited for a moment only; when they come later, `later` has
 * all proposals then. @returns {Promise<{start: number, proposals: Proposal[], later: ?Promise<Proposal[]>}>} */
export async function complete(text, caret, signal) {
  const { text: typed, start } = unfinished(text, caret);
  if (isInText(text, caret)) return { start, proposals: [], later: null };
  if (/^[?$]/.test(typed)) return { start, proposals: fitting(variables(text, start), typed), later: null };
  const words = keywords.map((insert) => ({ insert, name: "", kind: "keywordWord" }));
  const found = things(typed, signal).catch(() => []);
  const terms = await ofStore(text, start, typed);
  const plain =
    typed && !typed.includes(":")
      ? fitting(words, typed).filter((one) => one.insert.startsWith(typed.toUpperCase()))
      : [];
  const all = (known) => {
    const seen = new Set();
    return [...plain, ...terms.slice(0, most), ...known]
      .filter((one) => !seen.has(one.insert) && seen.add(one.insert))
      .slice(0, most);
  };
  const soon = await Promise.race([found, pause(longestWait)]);
  return { start, proposals: all(soon ?? []), later: soon ? null : found.then(all) };
}

/** What the kind of a proposal is called. */
export const kindWord = (proposal) => word(proposal.kind);
