// RDF terms as results write them (Turtle's syntax, as in SPARQL 1.1 TSV and N-Triples), and short names for IRIs.

const escapes = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", '"': '"', "'": "'", "\\": "\\" };

function unescaped(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) =>
    one === undefined ? String.fromCodePoint(parseInt(four ?? eight, 16)) : (escapes[one] ?? one),
  );
}

const xsd = "http://www.w3.org/2001/XMLSchema#";
const numberTypes = [
  "integer",
  "decimal",
  "double",
  "float",
  "int",
  "long",
  "short",
  "byte",
  "nonNegativeInteger",
  "positiveInteger",
  "negativeInteger",
  "nonPositiveInteger",
  "unsignedInt",
  "unsignedLong",
].map((name) => xsd + name);
const dateTypes = ["date", "dateTime", "gYear", "gYearMonth"].map((name) => xsd + name);

function literal(text) {
  const end = text.lastIndexOf('"');
  const value = unescaped(text.slice(1, end));
  const rest = text.slice(end + 1);
  if (rest.startsWith("@")) return { kind: "literal", value, language: rest.slice(1) };
  if (rest.startsWith("^^<")) return { kind: "literal", value, datatype: rest.slice(3, -1) };
  return { kind: "literal", value };
}

/** The term of a cell: kind is "iri", "literal", "blank" or "none". */
export function readTerm(text) {
  if (!text) return { kind: "none", value: "" };
  if (text.startsWith("<")) return { kind: "iri", value: unescaped(text.slice(1, -1)) };
  if (text.startsWith('"')) return literal(text);
  if (text.startsWith("_:")) return { kind: "blank", value: text };
  if (text === "true" || text === "false") return { kind: "literal", value: text, datatype: `${xsd}boolean` };
  return {
    kind: "literal",
    value: text,
    datatype: `${xsd}${/e/i.test(text) ? "double" : text.includes(".") ? "decimal" : "integer"}`,
  };
}

export const isIri = (text) => text !== undefined && text.startsWith("<");

/** The number that a term stands for, or undefined. */
export function numberOf(term) {
  if (term.kind !== "literal" || !numberTypes.includes(term.datatype)) return undefined;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : undefined;
}

/** The year, with the part of it that has passed, of a dated term, or undefined. */
export function timeOf(term) {
  if (term.kind !== "literal" || !dateTypes.includes(term.datatype)) return undefined;
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(term.value);
  if (!parts) return undefined;
  return (
    Number(parts[1]) +
    (parts[2] ? (Number(parts[2]) - 1) / 12 : 0) +
    (parts[3] ? (Number(parts[3]) - 1) / 372 : 0)
  );
}

let known = { base: "", prefixes: {} };

/** Takes the store's prefixes for shortName(). */
export function usePrefixes(vocabulary) {
  known = vocabulary;
}

/** The store's prefixes: name → namespace. */
export const knownPrefixes = () => known.prefixes;

/** "tela:State", or the IRI in angle brackets: what a query may write. */
export function shortName(iri) {
  let best = "";
  let name = "";
  for (const [prefix, namespace] of Object.entries(known.prefixes))
    if (namespace.length > best.length && iri.startsWith(namespace)) [best, name] = [namespace, prefix];
  const local = iri.slice(best.length);
  return best && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u.test(local)
    ? `${name}:${local}`
    : `<${iri}>`;
}

/** Where this server describes a thing, or "" where it does not: its page below the base. */
export function pageOf(iri) {
  if (!known.base || !iri.startsWith(known.base) || iri.includes("#") || iri.length === known.base.length)
    return "";
  const path = iri.slice(known.base.length).split("/").map(encodeURIComponent).join("/");
  return `${path}.html`;
}

/** "HN" for <…/state/HN> of type "state": as addresses and forms write it. */
export function codeOf(iri, type) {
  const start = `${known.base}${type}/`;
  return iri.startsWith(start) ? iri.slice(start.length) : `<${iri}>`;
}

export function iriOf(code, type) {
  return code.startsWith("<") ? code.slice(1, -1) : `${known.base}${type}/${code}`;
}
