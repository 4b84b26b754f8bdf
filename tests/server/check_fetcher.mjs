// fetch-sparql-endpoint, the client that browsers' SPARQL tools build on, against the server.
// usage: check_fetcher.mjs URL
import assert from "node:assert/strict";
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const url = process.argv[2];

const PREFIX = "PREFIX tela: <https://w3id.org/tela/ontology#> ";
const HONDURAS = "<https://w3id.org/tela/state/HN>";

async function all(stream) {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
}

for (const method of ["POST", "GET"]) {
  const fetcher = new SparqlEndpointFetcher({ method });
  const rows = await all(await fetcher.fetchBindings(url, `${PREFIX} SELECT ?p { ?p tela:beneficiary ${HONDURAS} }`));
  assert.ok(rows.length > 3 && rows.every((row) => row.p.termType === "NamedNode"));
  assert.equal(await fetcher.fetchAsk(url, `${PREFIX} ASK { ?p tela:beneficiary ${HONDURAS} }`), true);
  const triples = await all(await fetcher.fetchTriples(url, `${PREFIX} CONSTRUCT WHERE { ?p tela:beneficiary ${HONDURAS} }`));
  assert.equal(triples.length, rows.length);
}
await assert.rejects(new SparqlEndpointFetcher().fetchBindings(url, "SELECT ?x {"), /400|Bad Request/);
console.log("fetch-sparql-endpoint reads bindings, truth and triples");
