// A result as it arrives: variables, and rows of cells that are kept as text until they are looked at.

/** @typedef {{variables: string[], rows: string[][], graph: boolean, boolean?: boolean}} ResultTable */

const triple = /^(\S+) (\S+) (.*) \.$/;

// Calls `take` for each line of the response, and `progress` after each piece.
async function eachLine(response, take, progress) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) take(line);
    progress();
  }
  if (rest) take(rest);
}

function takeTriple(table, line) {
  const parts = triple.exec(line);
  if (parts) table.rows.push(parts.slice(1));
}

function takeRow(table, line) {
  if (table.variables.length > 0) table.rows.push(line.split("\t"));
  else if (line === "true" || line === "false") table.boolean = line === "true";
  else table.variables = line.split("\t").map((name) => name.replace(/^\?/, ""));
}

/** Reads TSV or N-Triples; `progress` learns the number of rows so far. Throws when the answer was broken off. */
export async function readTable(response, progress = () => {}) {
  const graph = (response.headers.get("Content-Type") ?? "").startsWith("application/n-triples");
  const table = { variables: graph ? ["subject", "predicate", "object"] : [], rows: [], graph };
  const take = graph ? takeTriple : takeRow;
  await eachLine(
    response,
    (line) => take(table, line.replace(/\r$/, "")),
    () => progress(table.rows.length),
  );
  return table;
}
