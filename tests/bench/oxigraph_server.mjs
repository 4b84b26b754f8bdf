// Oxigraph (npm) behind node's HTTP server, as a peer for serve_speed.py: SPARQL by GET, JSON and CSV out.
// usage: oxigraph_server.mjs DATA.nt PORT
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import oxigraph from "oxigraph";

const [data, port] = process.argv.slice(2);
const store = new oxigraph.Store();
store.load(readFileSync(data, "utf8"), { format: "application/n-triples" });

createServer((request, response) => {
  const { searchParams } = new URL(request.url, "http://localhost/");
  const type = searchParams.get("format") === "csv" ? "text/csv" : "application/sparql-results+json";
  try {
    const results = store.query(searchParams.get("query"), { results_format: type });
    response.writeHead(200, { "Content-Type": type });
    response.end(results);
  } catch (error) {
    response.writeHead(400);
    response.end(String(error));
  }
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
