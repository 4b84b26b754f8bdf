// The parts of the workbench that need no page, in Node.js: terms, tokens, places, triples, tables, layout.
// usage: node check_modules.mjs SOURCE_DIR

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(`${process.argv[2]}/src/workbench/${name}`));

const { readTerm, numberOf, timeOf, usePrefixes, shortName, pageOf, codeOf } = await load("terms.js");
const { tokens, offsetOf, tokenAt, withPrefixes } = await load("sparql_tokens.js");
const { formatted } = await load("sparql_format.js");
const { positionAt, classesOf } = await load("triple_position.js");
const { TableModel } = await load("table_model.js");
const { csvOf } = await load("download.js");
const { NetworkModel } = await load("network_model.js");
const { layOut } = await load("force_layout.js");
const { readTable } = await load("result_stream.js");

const xsd = "http://www.w3.org/2001/XMLSchema#";
usePrefixes({ base: "https://e.org/", prefixes: { s: "https://e.org/state/", e: "https://e.org/" } });

// Terms as SPARQL 1.1 TSV and N-Triples write them.
assert.deepEqual(readTerm("<https://e.org/a>"), { kind: "iri", value: "https://e.org/a" });
assert.deepEqual(readTerm('"a\\t\\"b\\\\\\u00e9\\U0001F600"@fr'), {
  kind: "literal",
  value: 'a\t"b\\é😀',
  language: "fr",
});
assert.deepEqual(readTerm(`"2"^^<${xsd}gYear>`), { kind: "literal", value: "2", datatype: `${xsd}gYear` });
assert.deepEqual(readTerm('"x"@en" y"'), { kind: "literal", value: 'x"@en" y' });
assert.equal(readTerm("").kind, "none");
assert.equal(readTerm("_:b0").kind, "blank");
assert.equal(numberOf(readTerm("-2.5e3")), -2500);
assert.equal(numberOf(readTerm('"7"')), undefined);
assert.equal(timeOf(readTerm(`"2015-07-01"^^<${xsd}date>`)), 2015.5);
assert.equal(shortName("https://e.org/state/HN"), "s:HN");
assert.equal(shortName("https://e.org/state/a b"), "<https://e.org/state/a b>");
assert.equal(shortName("https://e.org/state/P.1"), "s:P.1");
assert.equal(pageOf("https://e.org/state/HN"), "state/HN.html");
assert.equal(pageOf("https://other.org/state/HN"), "");
assert.equal(codeOf("https://e.org/state/HN", "state"), "HN");

// Every character belongs to one token, whatever is written.
for (const text of [
  'SELECT * { ?s a s:X ; <p> \'it\'\'s\', """a"b"""@en . FILTER(?n<5) # <x>\n}',
  '\u0000\ud800 "',
  "'a\nb'",
  "?",
])
  assert.equal(
    tokens(text)
      .map((token) => token.text)
      .join(""),
    text,
  );
assert.equal(tokenAt("SELECT *\n{ ?s no:where ?o }", offsetOf("SELECT *\n{ ?s no:where ?o }", 2, 6)).text, "no:where");
assert.equal(offsetOf("😀x", 1, 2), 2); // columns count code points
assert.equal(
  withPrefixes("ASK { ?x a s:HN, e:Y, z:Z }", { s: "S", e: "E" }),
  "PREFIX e: <E>\nPREFIX s: <S>\nASK { ?x a s:HN, e:Y, z:Z }",
);
assert.equal(
  withPrefixes("PREFIX s: <S> ASK { ?x a s:HN } # e:x", { s: "S", e: "E" }),
  "PREFIX s: <S> ASK { ?x a s:HN } # e:x",
);

assert.equal(withPrefixes("PREFIX s: ASK {}", { s: "S" }), "PREFIX s: ASK {}"); // being written

// Setting out changes nothing but white space, and a second time nothing at all.
const solid = (text) =>
  tokens(text)
    .filter((token) => token.kind !== "space")
    .map((token) => token.text);
for (const text of [
  "SELECT * { ?p a s:X ; s:b ?c . FILTER(?c<5) OPTIONAL { ?c s:y 'a . b' } } GROUP BY ?p # . {\nLIMIT 2",
  "SELECT (GROUP_CONCAT(?x; SEPARATOR=', ') AS ?y) { { ?a ?b [ s:c 1 ; s:d 2 ] } UNION {} . }}}",
]) {
  assert.deepEqual(solid(formatted(text)), solid(text));
  assert.equal(formatted(formatted(text)), formatted(text));
}
assert.equal(formatted("ASK { ?p a s:X ; s:b ?c . ?c s:d 1 }"), "ASK {\n  ?p a s:X ;\n    s:b ?c .\n  ?c s:d 1\n}");

// Where the writer stands.
for (const [before, place, subject] of [
  ["SELECT * { ", "subject", ""],
  ["SELECT * { ?p ", "predicate", "?p"],
  ["SELECT * { ?p a ", "object", "?p"],
  ["SELECT * { ?p a s:X ; ", "predicate", "?p"],
  ["SELECT * { ?p a s:X ; s:y ", "object", "?p"],
  ["SELECT * { ?p a s:X , ", "object", "?p"],
  ["SELECT * { ?p a s:X . ?q ", "predicate", "?q"],
  ["SELECT * { ?p a s:X OPTIONAL { ?q ", "predicate", "?q"],
  ["SELECT * { ?p s:b [ s:c ?d ] ; ", "predicate", "?p"],
]) {
  const found = positionAt(before, before.length);
  assert.deepEqual([found.place, found.subject], [place, subject], before);
}
assert.deepEqual(classesOf("SELECT * { ?p a s:X ; s:b ?c . ?c a s:Y . ?p s:z ", "?p"), ["s:X"]);

// Tables: numbers as numbers, names as the language has them, nothing last; sorting twice turns round.
const table = new TableModel({
  variables: ["a", "n"],
  rows: [
    ['"b"', "10"],
    ['"Á"', "9"],
    ['"c"', ""],
    ["<https://e.org/state/HN>", "2"],
  ],
});
table.sort(1);
assert.deepEqual(
  [0, 1, 2, 3].map((place) => table.row(place)[1]),
  ["2", "9", "10", ""],
);
table.sort(1);
assert.deepEqual(
  [0, 1, 2, 3].map((place) => table.row(place)[1]),
  ["10", "9", "2", ""],
);
table.filter("a hn".slice(0, 1));
assert.equal(table.row(0)[0], '"Á"');
table.filter("state hn");
assert.equal(table.size, 1);

// A spreadsheet must not take a cell for a formula.
assert.equal(csvOf(["a"], [["=1+1"], ["-5"], ['x,"y"']]), 'a\r\n\'=1+1\r\n-5\r\n"x,""y"""\r\n');

// At most 50 new nodes, ties only between what is drawn, undo, and the same places each time.
const many = (count) => ({
  nodes: Array.from({ length: count }, (_, at) => ({ iri: `n${at}`, label: "" })),
  ties: Array.from({ length: count }, (_, at) => ({ a: "c", b: `n${at}`, label: "t" })),
});
const network = new NetworkModel({ iri: "c", label: "" });
assert.equal(network.add("c", many(60)), 10);
assert.deepEqual([network.nodes.size, network.ties.size], [51, 50]);
const [one, other] = [new Map(), new Map()];
layOut(network, one);
layOut(network, other);
assert.deepEqual(one, other);
assert.ok([...one.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
network.undo();
assert.equal(network.nodes.size, 1);

// Results as they arrive, in pieces that end anywhere.
const pieces = (text, type) => new Response(new Blob([text]).stream(), { headers: { "Content-Type": type } });
assert.deepEqual((await readTable(pieces('?a\t?b\n<x>\t"\\t"\n\t5\n', "text/tab-separated-values"))).rows, [
  ["<x>", '"\\t"'],
  ["", "5"],
]);
assert.equal((await readTable(pieces("true\n", "text/tab-separated-values"))).boolean, true);
assert.deepEqual((await readTable(pieces("?a\ntrue\n", "text/tab-separated-values"))).rows, [["true"]]);
assert.deepEqual((await readTable(pieces('<s> <p> "a b ." .\n', "application/n-triples"))).rows, [
  ["<s>", "<p>", '"a b ."'],
]);
console.log("the modules hold");
