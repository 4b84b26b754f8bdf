// How a term looks in a table and elsewhere.

import { element, isWebAddress } from "./dom.js";
import { linkTo } from "./fragment.js";
import { nameOf } from "./labels.js";
import { numberOf, readTerm, shortName } from "./terms.js";
import { number } from "./words.js";

/** A thing as a link to what is known of it; with its short name where it has another. */
export function thingLink(iri) {
  const name = nameOf(iri);
  const short = shortName(iri);
  const known = isWebAddress(iri) || /^urn:/i.test(iri);
  const link = known
    ? element("a", { href: linkTo("see", { thing: iri }), title: iri }, name || short)
    : element("span", { title: iri }, name || short);
  return name ? [link, element("small", { class: "iri" }, ` ${short}`)] : [link];
}

function literalNodes(term) {
  const value = numberOf(term);
  if (value !== undefined && Math.abs(value) >= 10_000 && Number.isSafeInteger(value)) return [number(value)];
  if (isWebAddress(term.value))
    return [element("a", { href: term.value, rel: "noreferrer", class: "out" }, term.value)];
  return [term.language ? element("span", { lang: term.language }, term.value) : term.value];
}

/** The contents of a cell. */
export function cellNodes(cell) {
  const term = readTerm(cell);
  return term.kind === "iri"
    ? thingLink(term.value)
    : term.kind === "literal"
      ? literalNodes(term)
      : [term.value];
}

export const isNumberCell = (cell) => numberOf(readTerm(cell)) !== undefined;
