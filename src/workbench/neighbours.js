// What lies around a thing, by kind: statements that name it, and ties that the server derives (two states that share
// projects). Counted before anything is drawn.

import { ask, getJson, vocabulary } from "./server.js";
import { readTable } from "./result_stream.js";
import { readTerm, shortName } from "./terms.js";
import { dataWord, language, word } from "./words.js";

const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const mostAsked = 1000; // of one kind; the picture takes fewer by far

/** @typedef {{iri: string, label: string}} Node
 *  @typedef {{a: string, b: string, label: string, weight?: number, statement?: string[], relation?: object}} Tie
 *  @typedef {{id: string, label: string, count: number, files?: object,
 *             get: function(): Promise<{nodes: Node[], ties: Tie[]}>}} Kind */

const rowsOf = async (query) =>
  (await readTable(await ask(query))).rows.map((row) => row.map((cell) => readTerm(cell).value));

export async function typesOf(iri) {
  return (await rowsOf(`SELECT DISTINCT ?type { <${iri}> a ?type FILTER(isIRI(?type)) }`)).map(
    ([type]) => type,
  );
}

const countQuery = (pattern) =>
  `SELECT ?by (COUNT(DISTINCT ?other) AS ?n) { ${pattern} FILTER(isIRI(?other) && ?by != <${rdfType}>) }
  GROUP BY ?by ORDER BY DESC(?n)`;

function statementKind(iri, predicate, count, name, outward) {
  const pattern = outward ? `<${iri}> <${predicate}> ?other` : `?other <${predicate}> <${iri}>`;
  const label = word(outward ? "towards" : "from", { name });
  const tie = (other) => {
    const [a, b] = outward ? [iri, other] : [other, iri];
    return { a, b, label: name, statement: [a, predicate, b] };
  };
  return {
    id: `${outward ? "out" : "in"} ${predicate}`,
    label,
    count,
    get: async () => {
      const rows = await rowsOf(
        `SELECT DISTINCT ?other { ${pattern} FILTER(isIRI(?other)) } ORDER BY ?other LIMIT ${mostAsked}`,
      );
      return {
        nodes: rows.map(([other]) => ({ iri: other, label: "" })),
        ties: rows.map(([other]) => tie(other)),
      };
    },
  };
}

async function statementKinds(iri) {
  const { properties } = await vocabulary();
  const names = new Map(properties.map((one) => [one.iri, one.name]));
  const [outward, inward] = await Promise.all([
    rowsOf(countQuery(`<${iri}> ?by ?other`)),
    rowsOf(countQuery(`?other ?by <${iri}>`)),
  ]);
  const kind =
    (isOutward) =>
    ([by, count]) =>
      statementKind(iri, by, Number(count), names.get(by) ?? shortName(by), isOutward);
  return [...outward.map(kind(true)), ...inward.map(kind(false))];
}

// The code by which addresses name a node: "HN" of "state:HN".
const codeOf = (id) => id.slice(id.indexOf(":") + 1);

function readNetwork(network, actors, by) {
  const byId = new Map(network.nodes.map((node) => [node.id, node]));
  const ties = network.links.map((link) => {
    const [a, b] = [byId.get(link.source), byId.get(link.target)];
    return {
      a: a.iri,
      b: b.iri,
      weight: link.weight,
      label: word("shares", { relation: dataWord(by) }),
      relation: { actors, by, first: codeOf(a.id), second: codeOf(b.id) },
    };
  });
  return { nodes: network.nodes.map(({ iri, label }) => ({ iri, label })), ties };
}

function relationKind(iri, { actors, by, count }, period) {
  const parameters = { by, ego: iri, radius: 1, lang: language(), ...(period && { where: period }) };
  const get = async () => {
    const network = readNetwork(await getJson(`graph/${actors}.json`, parameters), actors, by);
    const own = network.ties.filter((tie) => tie.a === iri || tie.b === iri);
    const weights = new Map(own.map((tie) => [tie.a === iri ? tie.b : tie.a, tie.weight]));
    const nodes = network.nodes
      .filter((node) => weights.has(node.iri))
      .sort((x, y) => weights.get(y.iri) - weights.get(x.iri));
    return { nodes, ties: network.ties };
  };
  return {
    id: `${actors} ${by}`,
    label: word("shares", { relation: dataWord(by) }),
    count,
    files: { path: `graph/${actors}`, parameters },
    get,
  };
}

async function relationKinds(iri, period) {
  const ties = await getJson("api/1/ties", { of: iri, ...(period && { where: period }) });
  return ties.map((one) => relationKind(iri, one, period));
}

/** The kinds of neighbours, derived ties first. `period` is "period=2010..2015" or "". @returns {Promise<Kind[]>} */
export async function kindsAround(iri, period) {
  const [derived, stated] = await Promise.all([relationKinds(iri, period), statementKinds(iri)]);
  return [...derived, ...stated];
}
