// The forms in which the server gives answers: what they are called, and how Accept names them.

export const solutionForms = { csv: "CSV", tsv: "TSV", json: "JSON", xml: "XML" };

/** The addresses of questions know spreadsheets, too. */
export const questionForms = { ...solutionForms, excel: "CSV (Excel)" };

export const graphForms = { ttl: "Turtle", nt: "N-Triples", jsonld: "JSON-LD", rdf: "RDF/XML" };

export const mediaTypes = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/sparql-results+json",
  xml: "application/sparql-results+xml",
  ttl: "text/turtle",
  nt: "application/n-triples",
  jsonld: "application/ld+json",
  rdf: "application/rdf+xml",
};
