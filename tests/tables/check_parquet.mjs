// What `tela` writes as Parquet, read by hyparquet and compared with its CSV.
// usage: check_parquet.mjs TELA STORE
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";

const [tela, store] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "tela-parquet-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const run = (...words) => execFileSync(tela, ["-q", ...words], { encoding: "utf8", maxBuffer: 2 ** 30 });

async function read(path) {
  const file = await asyncBufferFromFile(path);
  return { rows: await parquetReadObjects({ file }), description: await parquetMetadataAsync(file) };
}
async function table(...words) {
  const path = `${folder}/table.parquet`;
  run("query", ...words, "-f", "parquet", "-o", path);
  return read(path);
}

const types = `SELECT ?i ?d ?t ?b ?day ?at ?local ?mixed ?none {
  VALUES (?i ?d ?t ?b ?day ?at ?local ?mixed) {
    (-9007199254740993 1.5 "é, \\"ü\\"" true "2024-02-29"^^xsd:date "2024-02-29T12:00:00.25+01:00"^^xsd:dateTime
     "1969-12-31T23:59:59"^^xsd:dateTime 1)
    (UNDEF 2 UNDEF false UNDEF UNDEF UNDEF "x")
    (7 UNDEF "" UNDEF "1969-12-31"^^xsd:date UNDEF UNDEF <urn:x>) } }`;
const { rows } = await table("-s", store, "-e", types);
assert.deepEqual(rows.map((row) => row.i ?? null), [-9007199254740993n, null, 7n]);
assert.deepEqual(rows.map((row) => row.d ?? null), [1.5, 2, null]);
assert.deepEqual(rows.map((row) => row.t ?? null), ['é, "ü"', null, ""]);
assert.deepEqual(rows.map((row) => row.b ?? null), [true, false, null]);
assert.deepEqual(rows.map((row) => row.day?.toISOString().slice(0, 10) ?? null), ["2024-02-29", null, "1969-12-31"]);
assert.equal(rows[0].at.toISOString(), "2024-02-29T11:00:00.250Z");
assert.equal(rows[0].local.toISOString(), "1969-12-31T23:59:59.000Z");
assert.deepEqual(rows.map((row) => row.mixed), ["1", "x", "urn:x"]);
assert.ok(rows.every((row) => row.none === null || row.none === undefined));

// Every question of the library: as many rows as its CSV, and the same texts.
const names = run("query", "--list").split("\n").filter((line) => /^[a-z]/.test(line));
assert.ok(names.length > 30);
for (const name of names.slice(0, 12)) {
  const { rows, description } = await table("-s", store, "-n", name);
  const json = JSON.parse(run("query", "-s", store, "-n", name, "-f", "json"));
  assert.equal(rows.length, json.results.bindings.length, name);
  assert.deepEqual(description.schema.slice(1).map((column) => column.name), json.head.vars, name);
  for (const [i, binding] of json.results.bindings.entries())
    for (const [variable, term] of Object.entries(binding))
      if (typeof rows[i][variable] === "string")
        assert.equal(rows[i][variable], term.value, `${name} ?${variable}`);
}

// More than one row group.
const { rows: many, description } = await table("-s", store, "-e", "SELECT * { ?s ?p ?o . ?o2 ?p2 ?s } LIMIT 60000");
assert.equal(many.length, 60000);
assert.ok(description.row_groups.length > 1);
assert.ok(many.every((row) => row.s.startsWith("http") || row.s.startsWith("_:")));

// A network is two tables.
run("graph", "states", "--by", "beneficiaries", "-s", store, "-f", "parquet", "-o", `${folder}/states.parquet`);
const nodes = (await read(`${folder}/states-nodes.parquet`)).rows;
const edges = (await read(`${folder}/states-edges.parquet`)).rows;
const ids = new Set(nodes.map((node) => node.id));
assert.ok(edges.length > 100 && edges.every((edge) => ids.has(edge.source) && ids.has(edge.target)));
assert.equal(typeof edges[0].weight, "number");
console.log("hyparquet is content");
