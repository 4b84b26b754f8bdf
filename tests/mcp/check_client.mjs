// The reference client of the Model Context Protocol against `tela mcp`.
// usage: check_client.mjs TELA STORE
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [tela, store] = process.argv.slice(2);
const client = new Client({ name: "check", version: "1" });
await client.connect(new StdioClientTransport({ command: tela, args: ["mcp", "-s", store] }));

const { tools } = await client.listTools();
assert.deepEqual(tools.map((tool) => tool.name).sort(), ["ask_question", "list_questions", "search", "sparql", "why"]);

const text = async (name, args) => (await client.callTool({ name, arguments: args })).content[0].text;
assert.match(await text("search", { words: "honduras" }), /https:\/\/w3id\.org\/tela\/state\/HN/);
assert.match(await text("list_questions", {}), /partners-of-a-state/);
const partners = await text("ask_question", { name: "partners-of-a-state", parameters: { state: "HN" } });
assert.match(partners, /El Salvador/);
assert.match(partners, /Sources:/);
assert.match(await text("why", { first: "HN", second: "SV" }), /shared-projects/);
const failed = await client.callTool({ name: "sparql", arguments: { query: "SELECT ?x {" } });
assert.equal(failed.isError, true);
await client.close();
console.log("the reference client is content");
